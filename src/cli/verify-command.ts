import { Option, type Command } from "commander";

import { LANGUAGES, type Language } from "../domain/language.ts";
import { finish, outputOf } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addReadOptions, parseCount, readOptions, type ReadFlags } from "./read-options.ts";

interface VerifyFlags extends ReadFlags {
  readonly textLang?: Language;
  readonly year?: number;
}

const EXAMPLES = `
Examples:
  $ origo verify press.txt certificates.csv      what in a press text holds, and what does not
  $ origo verify press.txt --scope distant       the same from the store, by exports outside the European Union
  $ origo verify - certificates.csv < press.txt
  $ origo verify press.txt --format json         for scripts; exit code 1 when a claim does not hold

The text is plain text in Dutch, French, German or English; simple HTML and Markdown are read past. A claim that
can be read in more than one way holds only when every reading does.`;

export function addVerifyCommand(program: Command): void {
  const command = program
    .command("verify")
    .summary("which figures of a press text hold")
    .description(
      "Finds every number and superlative of a press text and says which hold by the certificates, which do not (with the right figure), and which cannot be judged.",
    )
    .argument("<text>", "the press text, or - for standard input")
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addReadOptions(command)
    .option("--year <year>", "the year that the text is about (default: the one it speaks of most)", parseCount)
    .addOption(
      new Option("--text-lang <language>", "language of the text (default: found from its words)").choices(LANGUAGES),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (text: string, inputs: readonly string[], flags: VerifyFlags) => {
      const { verify, renderVerification, isClean } = await import("../pipeline/verify.ts");
      const { year, textLang } = flags;
      const verification = await withProgress(flags.quiet === true, (progress) =>
        verify({
          ...readOptions(inputs, flags, progress),
          text,
          ...(year === undefined ? {} : { year }),
          ...(textLang === undefined ? {} : { textLanguage: textLang }),
        }),
      );
      await finish(await renderVerification(verification, outputOf(flags)), verification.provenance, flags);
      if (!isClean(verification)) process.exitCode = 1;
    });
}
