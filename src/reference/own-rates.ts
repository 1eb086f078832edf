import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

import { UserError } from "../domain/user-error.ts";
import { loadCurrencies } from "./currencies.ts";
import { parseRate, type DayRate } from "./rates.ts";

const HINT =
  'a rate file is a CSV with the columns date,currency,rate: an ISO day, an ISO 4217 code, and units of that currency for one euro, such as "2017-03-01,KES,108.35"';

/** Reads the user's own rates, for currencies that the ECB does not quote or days that it does not cover. */
export function readOwnRates(path: string): readonly DayRate[] {
  const rows = readRows(path);
  const currencyOf = loadCurrencies();
  return rows.map((row, index) => {
    const [day, currency, rate] = [row["date"] ?? "", currencyOf(row["currency"] ?? ""), parseRate(row["rate"] ?? "")];
    const faults = [
      ...(isDay(day) ? [] : [`"${day}" is no date`]),
      ...(currency === null ? [`"${row["currency"] ?? ""}" is no currency`] : []),
      ...(rate === null ? [`"${row["rate"] ?? ""}" is no rate`] : []),
    ];
    if (currency === null || rate === null || faults.length > 0)
      throw new UserError(2, `${path}:${index + 2}: ${faults.join(", ")}`, HINT);
    return { currency, day, rate };
  });
}

function readRows(path: string): readonly Readonly<Record<string, string>>[] {
  try {
    return parse(readFileSync(path, "utf8"), {
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      bom: true,
      trim: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(2, `the rate file ${path} cannot be read: ${reason}`, HINT);
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
