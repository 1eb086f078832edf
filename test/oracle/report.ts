/**
 * The yearly report a second time: every figure of its JSON document, from sums, by the definitions of the
 * specification (section 4). Ratios stay exact. Knows files of whole, consecutive years only, and refuses others.
 */
import type { Certificate, Counted } from "./counting.ts";
import type { Expected } from "./compare.ts";
import { halfUp, minus, moneyText, ratio } from "./exact.ts";
import { amountOf, growthOf, rankOf, totalOf, yearGrowth, yearOf, type Items, type Metric } from "./figures.ts";
import { expectedFindings } from "./findings.ts";
import { englishNames } from "./reference.ts";
import { NO_COUNTRY, type Sums, type YearSums } from "./sums.ts";

/** What the document says about where it comes from. */
export interface Origin {
  readonly chamber: string;
  readonly currency: string;
  readonly input: { readonly name: string; readonly sha256: string };
}

/** The report of a year, as the document must be: all keys that hold a figure. */
export function expectedReport(year: number, counted: Counted, sums: Sums, origin: Origin): Record<string, Expected> {
  demandWholeYears(counted.certificates, sums.years);
  const years = sums.years.filter((row) => row.year <= year);
  const current = yearOf(years, year);
  return {
    chambers: [origin.chamber],
    currency: origin.currency,
    scope: { destinations: "all", euComposition: "issue-date", from: null, to: null, where: null },
    balance: { ...counted.balance },
    inputs: [{ ...origin.input, rows: counted.balance.rowsRead }],
    problems: { counts: {}, first: [] },
    year,
    period: String(year),
    complete: true,
    findings: expectedFindings(year, sums),
    years: years.map((row) => yearRow(row, sums.years)),
    destinations: destinationRows(year, sums),
    quality: {
      withoutValue: current.certificates - current.valued,
      notACountry: sums.destinations.get(year)?.get(NO_COUNTRY)?.certificates ?? 0,
      soleExporter: sums.soleExporter.get(year) ?? [],
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
