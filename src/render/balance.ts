import type { Balance } from "../domain/balance.ts";
import type { Language } from "../domain/language.ts";
import { createFormatter } from "./format.ts";
import { wordsOf } from "./words.ts";

/** The balance as one line that adds up before the reader's eyes. */
export function renderBalance(balance: Balance, language: Language): string {
  const format = createFormatter(language);
  const words = wordsOf(language);
  const parts: readonly (readonly [number, string])[] = [
    [balance.counted, words.balance.counted],
    [balance.copies, words.balance.copies],
    ...(balance.crossBorder === undefined ? [] : [[balance.crossBorder, words.balance.crossBorder] as const]),
    [balance.superseded, words.balance.superseded],
    [balance.notIssued, words.balance.notIssued],
    [balance.rejected, words.balance.rejected],
  ];
  const sum = parts.map(([count, name]) => `${format.count(count)} ${name}`).join(" + ");
  return `${format.count(balance.rowsRead)} ${words.rowsRead} = ${sum}`;
}
