import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

import { OWN_RATE_VALID_DAYS, RATE_VALID_DAYS } from "../domain/policy.ts";
import { dataPath } from "./data-file.ts";
import { userDataPath } from "./user-data.ts";

const FILE = "ecb-rates.csv.gz";
const DAY = 86_400_000;

/** Rates are integers: units of currency for one euro, times 10^6 (the ECB prints at most six decimals). */
export const RATE_SCALE = 6;
export const EURO_RATE = 10n ** BigInt(RATE_SCALE);

/** A rate of one day: as published, or in force because it is the last one published before. */
export interface DayRate {
  readonly currency: string;
  /** ISO day. */
  readonly day: string;
  readonly rate: bigint;
}

/** The table that `origo rates update` wrote for this user, else the one that ships. */
export function ratesPath(): string {
  const updated = userDataPath(FILE);
  return existsSync(updated) ? updated : dataPath(FILE);
}

/** The lines of the table in force: a header `date,AUD,...`, then one line per day of publication, ascending. */
export function readRateLines(): readonly string[] {
  return gunzipSync(readFileSync(ratesPath())).toString("utf8").trimEnd().split("\n");
}

/** The rates in force on consecutive days. */
export interface RateTable {
  /** ISO days. */
  readonly days: readonly string[];
  /** By currency, a rate for each of the days; `null` where none is in force. */
  readonly rates: ReadonlyMap<string, readonly (bigint | null)[]>;
}

/**
 * The rates in force for some currencies on each calendar day from `from` to `to` (ISO days, inclusive): the euro
 * reference rates of the European Central Bank, or the user's own where there is one. A rate of the ECB is good for
 * `RATE_VALID_DAYS`, an own one, which may be of a month, for `OWN_RATE_VALID_DAYS`.
 */
export function rateTable(
  currencies: readonly string[],
  from: string,
  to: string,
  own: readonly DayRate[] = [],
): RateTable {
  const before = daysBetween(Date.parse(from) - OWN_RATE_VALID_DAYS * DAY, Date.parse(from) - DAY);
  const days = daysBetween(Date.parse(from), Date.parse(to));
  const [start = from] = before;
  const byCurrency = new Map(currencies.map((currency) => [currency, new Map<string, bigint>()]));
  for (const { currency, day, rate } of publishedRates(currencies, start, to)) byCurrency.get(currency)?.set(day, rate);
  for (const { currency, day, rate } of own) if (day >= start) byCurrency.get(currency)?.set(day, rate);
  const rates = [...byCurrency].map(([currency, byDay]) => {
    const ownDays = new Set(own.filter((rate) => rate.currency === currency).map((rate) => rate.day));
    return [currency, inForce(byDay, ownDays, [...before, ...days]).slice(before.length)] as const;
  });
  return { days, rates: new Map(rates) };
}

/** The rates of a table, one by one. */
export function dayRates(
  currencies: readonly string[],
  from: string,
  to: string,
  own: readonly DayRate[] = [],
): readonly DayRate[] {
  const { days, rates } = rateTable(currencies, from, to, own);
  return [...rates].flatMap(([currency, ofDays]) =>
    days.flatMap((day, index) => {
      const rate = ofDays[index] ?? null;
      return rate === null ? [] : [{ currency, day, rate }];
    }),
  );
}

/** On a day, units of a currency and of the report currency for one euro, times 10^6. */
export interface ConversionRate {
  readonly currency: string;
  readonly day: string;
  readonly units: bigint;
  readonly reportUnits: bigint;
}

/** What amounts in some currencies are converted into the report currency at, on each day on which both have a rate. */
export function conversionRates(
  reportCurrency: string,
  currencies: readonly string[],
  from: string,
  to: string,
  own: readonly DayRate[] = [],
): readonly ConversionRate[] {
  const rates = dayRates([...new Set([reportCurrency, ...currencies])], from, to, own);
  const reportRate = new Map(
    rates.filter(({ currency }) => currency === reportCurrency).map(({ day, rate }) => [day, rate]),
  );
  const conversions: ConversionRate[] = [];
  for (const { currency, day, rate } of rates) {
    const reportUnits = reportCurrency === "EUR" ? EURO_RATE : reportRate.get(day);
    if (reportUnits !== undefined && currency !== reportCurrency)
      conversions.push({ currency, day, units: rate, reportUnits });
  }
  // The euro has no rate of its own: it is one, on the days on which the report currency has one.
  for (const [day, reportUnits] of reportRate)
    conversions.push({ currency: "EUR", day, units: EURO_RATE, reportUnits });
  return conversions;
}

/** The rate in force on each of some consecutive days; `null` where there is none. */
function inForce(
  byDay: ReadonlyMap<string, bigint>,
  ownDays: ReadonlySet<string>,
  days: readonly string[],
): readonly (bigint | null)[] {
  let last: bigint | null = null;
  let until = -1;
  return days.map((day, index) => {
    const rate = byDay.get(day);
    if (rate !== undefined) {
      last = rate;
      until = index + (ownDays.has(day) ? OWN_RATE_VALID_DAYS : RATE_VALID_DAYS);
    }
    return index <= until ? last : null;
  });
}

function daysBetween(first: number, last: number): readonly string[] {
  const days: string[] = [];
  for (let time = first; time <= last; time += DAY) days.push(isoDay(time));
  return days;
}

function publishedRates(currencies: readonly string[], from: string, to: string): readonly DayRate[] {
  const [header = "", ...lines] = readRateLines();
  const columns = header
    .split(",")
    .flatMap((currency, column) => (currencies.includes(currency) ? [{ currency, column }] : []));
  const rates: DayRate[] = [];
  for (const line of lines) {
    const day = line.slice(0, 10);
    if (day < from || day > to) continue;
    // A line has dozens of cells, of which a few are wanted.
    let end = -1;
    let at = -1;
    for (const { currency, column } of columns) {
      let start = end;
      for (; at < column && end < line.length; at += 1) {
        start = end + 1;
        const next = line.indexOf(",", start);
        end = next === -1 ? line.length : next;
      }
      const rate = at === column ? parseRate(line.slice(start, end)) : null;
      if (rate !== null) rates.push({ currency, day, rate });
    }
  }
  return rates;
}

/** A rate as an integer of 10^-6; `null` for what is not a positive decimal with at most six decimals. */
export function parseRate(text: string): bigint | null {
  const [, whole, decimals = ""] = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const rate = BigInt(whole + decimals.padEnd(RATE_SCALE, "0"));
  return rate === 0n ? null : rate;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
