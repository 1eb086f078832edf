import {
  addContributions,
  isGrowthSafe,
  NO_CONTRIBUTIONS,
  tellCount,
  tellPart,
  type Contributions,
} from "../domain/disclosure.ts";
import type { CommonHeadings, ExporterFacts, KnownExporter, MarketSums, Within } from "../domain/exporter.ts";
import { compareFractions, type Fraction } from "../domain/fraction.ts";
import type { Metric } from "../domain/metric.ts";
import type { Cents } from "../domain/money.ts";
import { amountOf, type ItemTotals } from "../domain/totals.ts";
import { growth } from "../measures/growth.ts";
import { productSimilarity } from "../measures/product-similarity.ts";
import { rank } from "../measures/rank.ts";
import { share } from "../measures/share.ts";
import { buildItemTable, type ItemRow, type ItemYears } from "./item-table.ts";
import type { YearFacts } from "./yearly-report.ts";

/** Exporters are similar from this product similarity on. */
export const SIMILAR_FROM: Fraction = { numerator: 1n, denominator: 4n };
/** Over so many years on file, the last one included, headings are compared, and a destination is one that the exporter serves. */
export const YEARS_COMPARED = 3;

/** A destination or product of the exporter, and the first year on file in which it had it. */
export interface SheetItem extends ItemRow {
  readonly firstYear: number;
}

/** The exporter's place among `of` exporters, itself included. */
export interface Place {
  readonly rank: number;
  readonly of: number;
}

/** Where the exporter stands among those of its theme, chapter or heading: `null` where too few are there, or nothing is known. */
export interface Standing {
  readonly within: Within;
  readonly item: string;
  readonly places: Readonly<Record<Metric, { readonly now: Place | null; readonly before: Place | null }>>;
}

/** A destination that similar exporters serve and the exporter does not. What is not told of others is `null`. */
export interface Market {
  readonly destination: string;
  /** The similar exporters that serve it in the year. */
  readonly exporters: number;
  /** Their part of the similar exporters. */
  readonly share: Fraction | null;
  /** Their goods value, rounded. */
  readonly goodsCents: Cents | null;
  /** The growth of the goods value of all exporters there. */
  readonly growth: Fraction | null;
}

/** The markets of similar exporters; `similar` is `null` when there are too few to tell of. */
export interface Peers {
  /** The first of the years over which headings and destinations are compared. */
  readonly firstYear: number;
  readonly similar: number | null;
  /** Those that most of them serve first. */
  readonly markets: readonly Market[];
}

/** What an advice desk hands to an exporter: its own figures, exact, and of others only what `domain/disclosure.ts` lets pass. */
export interface ExporterSheet extends YearFacts {
  readonly exporter: KnownExporter;
  /** Of all its certificates on file. */
  readonly facts: ExporterFacts;
  /** By value; those that were lost since the year before at the end. */
  readonly destinations: readonly SheetItem[];
  /** HS headings; none when the certificates have no codes. */
  readonly products: readonly SheetItem[];
  /** `null` when no certificate of the year has an HS code of the kind. */
  readonly standing: Standing | null;
  /** `null` when the exporter has no HS headings to compare. */
  readonly peers: Peers | null;
  /** No figure is of fewer other firms. */
  readonly fewestFirms: number;
}

/** The items of the year and of the year before; `all` are those of every year on file. */
export function buildSheetItems(years: ItemYears, all: readonly ItemTotals[]): readonly SheetItem[] {
  const firstYears = new Map<string, number>();
  for (const { item, year } of all) firstYears.set(item, Math.min(year, firstYears.get(item) ?? year));
  return buildItemTable(years).flatMap((row): readonly SheetItem[] => {
    const firstYear = firstYears.get(row.item);
    return row.item === "" || firstYear === undefined ? [] : [{ ...row, firstYear }];
  });
}

/** The item with the largest value, then with the most certificates; `null` when no item is stated. */
export function largestItem(totals: readonly ItemTotals[], unstated: ReadonlySet<string>): string | null {
  const by = (a: ItemTotals, b: ItemTotals): number => {
    const difference = (b.goodsCents ?? -1n) - (a.goodsCents ?? -1n);
    if (difference !== 0n) return difference > 0n ? 1 : -1;
    return b.certificates - a.certificates || (a.item < b.item ? -1 : 1);
  };
  return totals.filter(({ item }) => !unstated.has(item)).toSorted(by)[0]?.item ?? null;
}

/** The place of an exporter; `totals` are those of every exporter in the theme, chapter or heading, in the year and the one before. */
export function buildStanding(
  { within, item }: Pick<Standing, "within" | "item">,
  exporter: string,
  years: { readonly now: readonly ItemTotals[]; readonly before: readonly ItemTotals[] },
  fewestFirms: number,
): Standing {
  const placesBy = (metric: Metric): Standing["places"][Metric] => ({
    now: placeOf(exporter, years.now, metric, fewestFirms),
    before: placeOf(exporter, years.before, metric, fewestFirms),
  });
  return {
    within,
    item,
    places: { certificates: placesBy("certificates"), goods_value: placesBy("goods_value") },
  };
}

export function isPlaced({ places }: Standing): boolean {
  return places.goods_value.now !== null || places.certificates.now !== null;
}

function placeOf(exporter: string, totals: readonly ItemTotals[], metric: Metric, fewestFirms: number): Place | null {
  const ranked = totals.filter((row) => row.item !== "" && amountOf(row, metric) !== null);
  const index = ranked.findIndex(({ item }) => item === exporter);
  const place = rank.compute(ranked.map((row) => amountOf(row, metric)))[index] ?? null;
  return place === null || tellCount(ranked.length - 1, fewestFirms) === null
    ? null
    : { rank: place, of: ranked.length };
}

/** The others that are similar enough. */
export function similarExporters(
  exporter: string,
  headings: readonly string[],
  candidates: readonly CommonHeadings[],
): readonly string[] {
  return candidates
    .filter(({ exporter: other, headings: theirs, common }) => {
      const similarity = productSimilarity.compute(headings.length, theirs, common);
      return other !== exporter && similarity !== null && compareFractions(similarity, SIMILAR_FROM) >= 0;
    })
    .map(({ exporter: other }) => other);
}

/** The markets that the exporter does not serve. `comparesGrowth`: the sums of the year before are of the same months. */
export function buildPeers(
  similar: readonly string[],
  sums: readonly MarketSums[],
  served: ReadonlySet<string>,
  { firstYear, year }: { readonly firstYear: number; readonly year: number },
  comparesGrowth: boolean,
  fewestFirms: number,
): Peers {
  const count = tellCount(similar.length, fewestFirms);
  if (count === null) return { firstYear, similar: null, markets: [] };
  const at = (when: number, destination: string, isSimilar: boolean): MarketSums | undefined =>
    sums.find((row) => row.year === when && row.destination === destination && row.similar === isSimilar);
  const allOf = (when: number, destination: string): Contributions =>
    [true, false]
      .map((isSimilar) => at(when, destination, isSimilar)?.contributions ?? NO_CONTRIBUTIONS)
      .reduce(addContributions);
  const markets = sums
    .filter((row) => row.year === year && row.similar && !served.has(row.destination))
    .flatMap(({ destination, exporters, contributions }): readonly Market[] => {
      const told = tellCount(exporters, fewestFirms);
      if (told === null) return [];
      const rest = at(year, destination, false)?.contributions ?? NO_CONTRIBUTIONS;
      const [now, before] = [allOf(year, destination), allOf(year - 1, destination)];
      return [
        {
          destination,
          exporters: told,
          share: share.compute(BigInt(told), BigInt(count)),
          goodsCents: tellPart(contributions, rest, fewestFirms),
          growth:
            comparesGrowth && isGrowthSafe(now, before, fewestFirms) ? growth.compute(now.cents, before.cents) : null,
        },
      ];
    });
  return {
    firstYear,
    similar: count,
    markets: markets.toSorted((a, b) => b.exporters - a.exporters || (a.destination < b.destination ? -1 : 1)),
  };
}
