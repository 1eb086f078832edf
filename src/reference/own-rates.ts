import { UserError } from "../domain/user-error.ts";
import { loadCurrencies } from "./currencies.ts";
import { parseRate, type DayRate } from "./rates.ts";
import { readUserTable } from "./user-table.ts";

const HINT =
  'a rate file is a CSV with the columns date,currency,rate: an ISO day, an ISO 4217 code, and units of that currency for one euro, such as "2017-03-01,KES,108.35"';

/** Reads the user's own rates, for currencies that the ECB does not quote or days that it does not cover. */
export function readOwnRates(path: string): readonly DayRate[] {
  const rows = readUserTable(path, { what: "rate file", columns: ["date", "currency", "rate"], remedy: HINT });
  const currencyOf = loadCurrencies();
  return rows.map(({ place, cells }) => {
    const [day, currency, rate] = [cells.date, currencyOf(cells.currency), parseRate(cells.rate)];
    const faults = [
      ...(isDay(day) ? [] : [`"${day}" is no date`]),
      ...(currency === null ? [`"${cells.currency}" is no currency`] : []),
      ...(rate === null ? [`"${cells.rate}" is no rate`] : []),
    ];
    if (currency === null || rate === null || faults.length > 0)
      throw new UserError(2, `${place}: ${faults.join(", ")}`, HINT);
    return { currency, day, rate };
  });
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
