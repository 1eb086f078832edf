import type { Language } from "../domain/language.ts";
import type { Checked } from "../report/check/checked.ts";
import type { CheckFormat, Output } from "./output.ts";
import { pathOf } from "./path-of.ts";

export interface CheckOutput extends Output<CheckFormat> {
  /** The folder from which paths are seen. */
  readonly root: string;
}

/** A check in one of its forms. */
export async function renderCheck(checked: Checked, output: CheckOutput): Promise<string> {
  const { format, readerLanguage, dataLanguage, width, colour, root } = output;
  switch (format) {
    case "terminal": {
      const { renderCheckTerminal } = await import("../render/check/terminal.ts");
      const { createStyle } = await import("../render/style.ts");
      return renderCheckTerminal(checked, { language: readerLanguage, width, style: createStyle(colour) });
    }
    case "json": {
      const { renderCheckJson } = await import("../render/check/json.ts");
      return renderCheckJson(checked, dataLanguage);
    }
    case "junit": {
      const { renderCheckJunit } = await import("../render/check/junit.ts");
      return renderCheckJunit(checked, dataLanguage);
    }
    case "sarif": {
      const { renderCheckSarif } = await import("../render/check/sarif.ts");
      return renderCheckSarif(checked, dataLanguage, (file) => pathOf(file, root));
    }
    case "github": {
      const { renderCheckGithub } = await import("../render/check/github.ts");
      return renderCheckGithub(checked, dataLanguage, (file) => pathOf(file, root));
    }
  }
}

/** The check in words, as blocks of Markdown for the summary of a job. */
export async function checkSummary(checked: Checked, language: Language): Promise<readonly string[]> {
  const { renderCheckMarkdown } = await import("../render/check/markdown.ts");
  return renderCheckMarkdown(checked, language);
}
