import type { Command } from "commander";

export function addPolicyCommand(program: Command): void {
  program
    .command("policy")
    .summary("what counts, how each measure is computed, and which reference data are in force")
    .description("Prints the counting policy, the definition of every measure and the reference data in force.")
    .option("--json", "as JSON")
    .action(async (flags: { readonly json?: boolean }) => {
      const { policyText, policyJson } = await import("../pipeline/policy.ts");
      process.stdout.write(flags.json === true ? policyJson() : policyText());
    });
}
