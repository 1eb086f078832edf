import type { Balance } from "../domain/balance.ts";
import type { Language } from "../domain/language.ts";

/** The forms that the output of a read command can have, the first by default. */
export const FORMATS = ["terminal", "csv", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** How a result is to be written. */
export interface Output {
  readonly format: Format;
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
