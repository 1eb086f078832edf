import type { Command } from "commander";

const EXAMPLES = `
Examples:
  $ origo rates                               which rates are in force
  $ origo rates update eurofxref-hist.csv     put the ECB's newest history in force`;

export function addRatesCommand(program: Command): void {
  const rates = program
    .command("rates")
    .summary("the exchange rates in force, and their update")
    .description(
      "The euro reference rates of the European Central Bank that are in force, and their update from its own file.",
    )
    .addHelpText("after", EXAMPLES)
    .action(async () => {
      const { ratesText } = await import("../pipeline/rates.ts");
      process.stdout.write(ratesText());
    });
  rates
    .command("update")
    .description(
      "Puts the rates of a file in force for this user: eurofxref-hist.csv as the ECB publishes it, or its .gz.",
    )
    .argument("<file>", "the ECB's history of rates")
    .action(async (file: string) => {
      const { updateRatesText } = await import("../pipeline/rates.ts");
      process.stdout.write(updateRatesText(file));
    });
}
