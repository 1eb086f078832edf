import type { Balance } from "../domain/balance.ts";
import type { Language } from "../domain/language.ts";
import type { RegisterAccount } from "../domain/register.ts";

/** The forms that the output of every read command can have, the first by default. */
export const FORMATS = ["terminal", "csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** The forms of the yearly report, which is for readers too. */
export const REPORT_FORMATS = [...FORMATS, "markdown", "html", "press"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The forms of an exporter's sheet. */
export const SHEET_FORMATS = [...FORMATS, "markdown", "html"] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** The forms of an explanation: one figure makes no table. */
export const EXPLAIN_FORMATS = ["terminal", "json"] as const;
export type ExplainFormat = (typeof EXPLAIN_FORMATS)[number];

/** The forms of a check: for people, scripts, test reports, code scanning and GitHub Actions. */
export const CHECK_FORMATS = ["terminal", "json", "junit", "sarif", "github"] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** The forms of a study of events. */
export const EVENT_FORMATS = [...FORMATS, "html"] as const;
export type EventFormat = (typeof EVENT_FORMATS)[number];

/** How a result is to be written. */
export interface Output<Form extends string = Format> {
  readonly format: Form;
  /** Of what people read. */
  readonly readerLanguage: Language;
  /** Of the names in CSV and JSON: English unless asked for, so that a script's output does not depend on the locale. */
  readonly dataLanguage: Language;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** The balance as one line for people. */
export async function balanceLine(balance: Balance, language: Language): Promise<string> {
  const { renderBalance } = await import("../render/balance.ts");
  return renderBalance(balance, language);
}

/** How far a register reaches, as one line for people. */
export async function registerLine(account: RegisterAccount, language: Language): Promise<string> {
  const { renderRegister } = await import("../render/register.ts");
  return renderRegister(account, language);
}

/** What is said of a result without rows. */
export async function emptyLine(language: Language): Promise<string> {
  const { wordsOf } = await import("../render/words.ts");
  return wordsOf(language).nothing;
}
