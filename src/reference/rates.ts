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

/**
 * The rates in force for some currencies, one for each calendar day from `from` to `to` (ISO days, inclusive): the euro
 * reference rates of the European Central Bank, or the user's own where there is one. A rate of the ECB is good for
 * `RATE_VALID_DAYS`, an own one, which may be of a month, for `OWN_RATE_VALID_DAYS`. Days without one are left out.
 */
export function dayRates(
  currencies: readonly string[],
  from: string,
  to: string,
  own: readonly DayRate[] = [],
): readonly DayRate[] {
  const days = daysBetween(Date.parse(from) - OWN_RATE_VALID_DAYS * DAY, Date.parse(to));
  const [start = from] = days;
  const published = [...publishedRates(currencies, start, to), ...own.filter((rate) => rate.day >= start)];
  return currencies.flatMap((currency) => {
    const ownDays = new Set(own.filter((rate) => rate.currency === currency).map((rate) => rate.day));
    const byDay = new Map(published.filter((rate) => rate.currency === currency).map(({ day, rate }) => [day, rate]));
    return inForce(currency, byDay, ownDays, from, days);
  });
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
  // The euro has no rate of its own: it is one, on the days on which the report currency has one.
  const euros = [...reportRate.keys()].map((day) => ({ currency: "EUR", day, rate: EURO_RATE }));
  return [...rates, ...euros].flatMap(({ currency, day, rate }) => {
    const reportUnits = reportCurrency === "EUR" ? EURO_RATE : reportRate.get(day);
    return reportUnits === undefined || currency === reportCurrency
      ? []
      : [{ currency, day, units: rate, reportUnits }];
  });
}

/** The rates in force on those of some consecutive days that are not before `from`. */
function inForce(
  currency: string,
  byDay: ReadonlyMap<string, bigint>,
  ownDays: ReadonlySet<string>,
  from: string,
  days: readonly string[],
): readonly DayRate[] {
  const rates: DayRate[] = [];
  let last: { rate: bigint; until: number } | null = null;
  for (const [index, day] of days.entries()) {
    const rate = byDay.get(day);
    if (rate !== undefined) {
      const validDays = ownDays.has(day) ? OWN_RATE_VALID_DAYS : RATE_VALID_DAYS;
      last = { rate, until: index + validDays };
    }
    if (day >= from && last !== null && index <= last.until) rates.push({ currency, day, rate: last.rate });
  }
  return rates;
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
