/**
 * The yearly report a second time: every figure of its JSON document, from sums, by the definitions of the
 * specification (section 4). Ratios stay exact. Knows files of whole, consecutive years only, and refuses others.
 */
import type { Certificate, Counted } from "./counting.ts";
import type { Expected } from "./compare.ts";
import { halfUp, minus, moneyText, ratio, signOf, type Ratio } from "./exact.ts";
import { englishNames } from "./reference.ts";
import { NO_COUNTRY, type Sums, type Totals, type YearSums } from "./sums.ts";

/** What the document says about where it comes from. */
export interface Origin {
  readonly chamber: string;
  readonly currency: string;
  readonly input: { readonly name: string; readonly sha256: string };
}

const METRICS = ["certificates", "goods_value"] as const;
type Metric = (typeof METRICS)[number];

/** The report of a year, as the document must be: all keys that hold a figure. */
export function expectedReport(year: number, counted: Counted, sums: Sums, origin: Origin): Record<string, Expected> {
  demandWholeYears(counted.certificates, sums.years);
  const years = sums.years.filter((row) => row.year <= year);
  const current = yearOf(years, year);
  return {
    chambers: [origin.chamber],
    currency: origin.currency,
    scope: { destinations: "all", euComposition: "issue-date", from: null, to: null },
    balance: { ...counted.balance },
    inputs: [{ ...origin.input, rows: counted.balance.rowsRead }],
    problems: { counts: {}, first: [] },
    year,
    complete: true,
    findings: [
      ...recordFindings(years),
      ...METRICS.flatMap((metric) => strongestGrowthFinding(years, metric)),
      ...METRICS.flatMap((metric) => streakFinding(years, metric)),
      ...newAndLost(year, sums),
    ],
    years: years.map((row) => yearRow(row, sums.years)),
    destinations: destinationRows(year, sums),
    quality: {
      withoutValue: current.certificates - current.valued,
      notACountry: sums.destinations.get(year)?.get(NO_COUNTRY)?.certificates ?? 0,
    },
    otherConvention: null,
  };
}

function demandWholeYears(certificates: readonly Certificate[], years: readonly YearSums[]): void {
  const months = new Set(certificates.map((one) => one.year * 12 + one.month));
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  if (years.length !== last - first + 1 || months.size !== 12 * years.length)
    throw new Error("the oracle knows whole, consecutive years only");
}

function yearOf(years: readonly YearSums[], year: number): YearSums {
  const found = years.find((row) => row.year === year);
  if (found === undefined) throw new Error(`there is nothing of ${year}`);
  return found;
}

function amountOf(totals: Totals | undefined, metric: Metric): bigint | null {
  if (totals === undefined) return null;
  return metric === "certificates" ? BigInt(totals.certificates) : totals.cents;
}

/** As the document writes it: counts are numbers, money is text. */
function written(amount: bigint, metric: Metric): Expected {
  return metric === "certificates" ? Number(amount) : moneyText(amount);
}

/** X_t / X_{t-1} - 1. */
function growthOf(now: bigint | null, before: bigint | null): Ratio | null {
  return now === null || before === null ? null : ratio(now - before, before);
}

function yearGrowth(years: readonly YearSums[], year: number, metric: Metric): Ratio | null {
  const sumsOf = (wanted: number): Totals | undefined => years.find((row) => row.year === wanted);
  return growthOf(amountOf(sumsOf(year), metric), amountOf(sumsOf(year - 1), metric));
}

function yearRow(row: YearSums, years: readonly YearSums[]): Expected {
  return {
    year: row.year,
    certificates: row.certificates,
    certificates_growth: yearGrowth(years, row.year, "certificates"),
    goods_value: row.cents === null ? null : moneyText(row.cents),
    goods_value_growth: yearGrowth(years, row.year, "goods_value"),
    value_per_certificate: row.cents === null ? null : moneyText(halfUp(row.cents, BigInt(row.valued))),
    exporters: row.exporters,
    destinations: row.destinations,
    products: row.products,
    certificates_with_value: row.valued,
    complete: true,
    first_month: 1,
    last_month: 12,
  };
}

type Items = ReadonlyMap<string, Totals>;

/** The destinations of a year and those lost since the one before: by value, then certificates, then code. */
function destinationRows(year: number, sums: Sums): readonly Expected[] {
  const nameOf = englishNames();
  const now: Items = sums.destinations.get(year) ?? new Map();
  const before: Items | undefined = sums.destinations.get(year - 1);
  const codes = [...new Set([...now.keys(), ...(before ?? new Map()).keys()])].toSorted((a, b) => {
    const byValue = (now.get(b)?.cents ?? -1n) - (now.get(a)?.cents ?? -1n);
    const byCount = (now.get(b)?.certificates ?? 0) - (now.get(a)?.certificates ?? 0);
    return byValue < 0n ? -1 : byValue > 0n ? 1 : byCount || (a < b ? -1 : 1);
  });
  return codes.map((code) => ({
    year,
    destination: code,
    destination_name: nameOf(code),
    certificates: now.get(code)?.certificates ?? 0,
    ...itemFigures(code, now, before, "certificates"),
    goods_value: moneyOrNull(now.get(code)?.cents ?? null),
    ...itemFigures(code, now, before, "goods_value"),
  }));
}

function moneyOrNull(cents: bigint | null): string | null {
  return cents === null ? null : moneyText(cents);
}

/**
 * Share, its change, growth, contribution and ranks of one destination. In a year without certificates its amount is
 * nothing (and the document gives it no share and no rank). With certificates of unknown value its amount is unknown,
 * which is not nothing: what compares with it is undefined, though to the total it adds nothing.
 */
function itemFigures(code: string, now: Items, before: Items | undefined, metric: Metric): Record<string, Expected> {
  const total = totalOf(now, metric);
  const previousTotal = before === undefined ? null : totalOf(before, metric);
  const amount = amountIn(now, code, metric);
  const previous = before === undefined ? null : amountIn(before, code, metric);
  return {
    [`${metric}_share`]: now.has(code) ? ratio(amount, total) : null,
    [`${metric}_share_change`]: minus(ratio(amount, total), ratio(previous, previousTotal)),
    [`${metric}_growth`]: growthOf(amount, previous),
    [`${metric}_contribution`]: ratio((amount ?? 0n) - (previous ?? 0n), previousTotal),
    [`${metric}_rank`]: rankOf(code, now, metric),
    [`${metric}_rank_previous`]: before === undefined ? null : rankOf(code, before, metric),
  };
}

/** Nothing for a destination that is absent; `null`, unknown, for one whose certificates have no value. */
function amountIn(items: Items, code: string, metric: Metric): bigint | null {
  const totals = items.get(code);
  return totals === undefined ? 0n : amountOf(totals, metric);
}

function totalOf(items: Items, metric: Metric): bigint {
  return [...items.values()].reduce((sum, totals) => sum + (amountOf(totals, metric) ?? 0n), 0n);
}

/** One more than the number of destinations that have more. */
function rankOf(code: string, items: Items, metric: Metric): number | null {
  const amount = amountOf(items.get(code), metric);
  if (amount === null) return null;
  return 1 + [...items.values()].filter((totals) => (amountOf(totals, metric) ?? -1n) > amount).length;
}

interface Amount {
  readonly year: number;
  readonly amount: bigint;
}

function amountsOf(years: readonly YearSums[], metric: Metric): readonly Amount[] {
  return years.flatMap((row) => {
    const amount = amountOf(row, metric);
    return amount === null ? [] : [{ year: row.year, amount }];
  });
}

/** Records; and, beside a record, that the other quantity is none. Three years at least. */
function recordFindings(years: readonly YearSums[]): readonly Expected[] {
  if (years.length < 3) return [];
  const isRecord = (metric: Metric): boolean => {
    const amounts = amountsOf(years, metric);
    const last = amounts.at(-1)?.amount ?? 0n;
    return amounts.slice(0, -1).every(({ amount }) => amount < last);
  };
  if (!METRICS.some(isRecord)) return [];
  return METRICS.map((metric) => {
    const amounts = amountsOf(years, metric);
    const earlier = amounts.slice(0, -1);
    const highest = earlier
      .toSorted((a, b) => (a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : a.year - b.year))
      .at(-1);
    const best = highest && { year: highest.year, total: written(highest.amount, metric) };
    if (best === undefined) throw new Error("no earlier year");
    if (!isRecord(metric)) return { kind: "no-record", metric, best };
    const total = written(amounts.at(-1)?.amount ?? 0n, metric);
    return { kind: "record", metric, total, since: amounts[0]?.year ?? null, best };
  });
}

interface Growth {
  readonly year: number;
  readonly growth: Ratio;
}

/** The years that have a growth, up to the last. */
function growthsOf(years: readonly YearSums[], metric: Metric): readonly Growth[] {
  return years.flatMap(({ year }) => {
    const growth = yearGrowth(years, year, metric);
    return growth === null ? [] : [{ year, growth }];
  });
}

/** A growth that is the strongest of two years or more: the highest of rises, the lowest of falls. */
function strongestGrowthFinding(years: readonly YearSums[], metric: Metric): readonly Expected[] {
  const growths = growthsOf(years, metric);
  const last = growths.at(-1);
  if (last === undefined || signOf(last.growth) === 0) return [];
  const direction = signOf(last.growth);
  const isStronger = ({ growth }: Growth): boolean => signOf(minus(growth, last.growth) ?? growth) === direction;
  const beatenBy = growths.findLast(isStronger) ?? null;
  const span = beatenBy === null ? growths.length : last.year - beatenBy.year;
  if (span < 2) return [];
  return [
    {
      kind: "strongest-growth",
      metric,
      growth: last.growth,
      years: span,
      beatenBy: beatenBy && { year: beatenBy.year, growth: beatenBy.growth },
    },
  ];
}

/** Two years or more of rise, or of fall, up to the last. */
function streakFinding(years: readonly YearSums[], metric: Metric): readonly Expected[] {
  const signs = growthsOf(years, metric).map(({ growth }) => signOf(growth));
  const last = signs.at(-1) ?? 0;
  const length = signs.length - 1 - signs.findLastIndex((sign) => sign !== last);
  if (last === 0 || length < 2) return [];
  return [{ kind: "streak", metric, direction: last > 0 ? "rise" : "fall", years: length }];
}

/** Countries that came (for the first time on file, or again) and went. The first year has nothing to compare with. */
function newAndLost(year: number, sums: Sums): readonly Expected[] {
  const countriesOf = (wanted: number): readonly string[] =>
    [...(sums.destinations.get(wanted) ?? new Map<string, Totals>()).keys()]
      .filter((code) => code !== NO_COUNTRY)
      .toSorted();
  if (!sums.destinations.has(year - 1)) return [];
  const [now, before] = [countriesOf(year), countriesOf(year - 1)];
  const earlier = new Set([...sums.destinations.keys()].filter((other) => other < year).flatMap(countriesOf));
  const came = now.filter((code) => !before.includes(code));
  const went = before.filter((code) => !now.includes(code));
  const firstTime = came.filter((code) => !earlier.has(code));
  const returned = came.filter((code) => earlier.has(code));
  return [
    ...(came.length > 0 ? [{ kind: "new-destinations", firstTime, returned }] : []),
    ...(went.length > 0 ? [{ kind: "lost-destinations", destinations: went }] : []),
  ];
}
