import { readDataRows } from "./data-file.ts";

/** Signs and words that stand for exactly one currency. `$` and `£` do not: several countries use them. */
const SIGNS: Readonly<Record<string, string>> = { "€": "EUR", EURO: "EUR", EUROS: "EUR" };

/** Reads the ISO 4217 table; the result gives the code that a text names, or `null`. */
export function loadCurrencies(): (text: string) => string | null {
  const codes = new Set(readDataRows<"code" | "name" | "minor_units">("currencies.csv").map((row) => row.code));
  return (text) => {
    const upper = text.trim().toUpperCase();
    const code = SIGNS[upper] ?? upper;
    return codes.has(code) ? code : null;
  };
}
