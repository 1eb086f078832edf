import { RATE_VALID_DAYS } from "../domain/policy.ts";
import { readDataText } from "./data-file.ts";

const FILE = "ecb-rates.csv.gz";
const DAY = 86_400_000;

/** Rates are integers: units of currency for one euro, times 10^6 (the ECB prints at most six decimals). */
export const RATE_SCALE = 6;
export const EURO_RATE = 10n ** BigInt(RATE_SCALE);

/** A rate in force on a calendar day: that day's, or the last one published before it. */
export interface DayRate {
  readonly currency: string;
  /** ISO day. */
  readonly day: string;
  readonly rate: bigint;
}

/**
 * The euro reference rates of the European Central Bank for some currencies, one for each calendar day from `from`
 * to `to` (ISO days, inclusive) on which a rate is at most `RATE_VALID_DAYS` old. Days without one are left out.
 */
export function dayRates(currencies: readonly string[], from: string, to: string): readonly DayRate[] {
  const lines = readDataText(FILE).trimEnd().split("\n");
  const header = (lines[0] ?? "").split(",");
  const columns = currencies
    .map((currency) => ({ currency, column: header.indexOf(currency) }))
    .filter(({ column }) => column > 0);
  const rates: DayRate[] = [];
  const last = new Map<string, { published: number; rate: bigint }>();
  const start = Date.parse(from) - RATE_VALID_DAYS * DAY;
  let line = lines.findIndex((text, index) => index > 0 && Date.parse(text.slice(0, 10)) >= start);
  if (line === -1) return [];
  for (let day = start; day <= Date.parse(to); day += DAY) {
    const iso = new Date(day).toISOString().slice(0, 10);
    if (lines[line]?.startsWith(iso)) {
      const cells = (lines[line] ?? "").split(",");
      for (const { currency, column } of columns) {
        const cell = cells[column] ?? "";
        if (cell !== "") last.set(currency, { published: day, rate: parseRate(cell) });
      }
      line += 1;
    }
    if (iso < from) continue;
    for (const [currency, { published, rate }] of last) {
      if (day - published <= RATE_VALID_DAYS * DAY) rates.push({ currency, day: iso, rate });
    }
  }
  return rates;
}

function parseRate(text: string): bigint {
  const [whole = "", decimals = ""] = text.split(".");
  return BigInt(whole + decimals.padEnd(RATE_SCALE, "0"));
}
