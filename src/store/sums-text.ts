import type { MonthSum, MonthTotal, RolledUpSums, SummedDimension } from "../domain/sums.ts";
import type { ItemTotals, Totals } from "../domain/totals.ts";

/** Totals as they are kept: money as text. */
type StoredTotals = readonly [certificates: number, valued: number, goodsCents: string | null];
type StoredItem = readonly [year: number, item: string, ...StoredTotals];
type StoredMonthTotal = readonly [year: number, month: number, lastDay: number, ...StoredTotals];

/** Texts come again and again in months, and are kept as their place in a list. */
type Place = number;
type StoredMonth = readonly [
  year: number,
  month: number,
  lastDay: number,
  chamber: Place,
  destination: Place,
  attributed: number,
  firstExporter: Place,
  lastExporter: Place,
  ...StoredTotals,
];

interface Head extends Omit<RolledUpSums, "byItem" | "byMonth" | "months"> {
  readonly byItem: Readonly<Record<SummedDimension, readonly StoredItem[]>>;
  readonly byMonth: readonly StoredMonthTotal[];
}

interface Rest {
  readonly months: readonly StoredMonth[];
  readonly texts: readonly (string | null)[];
}

/** Sums as two lines of text: what whole years ask for, and the months. */
export function sumsText({ byItem, byMonth, months, ...others }: RolledUpSums): string {
  const head: Head = {
    ...others,
    byItem: { destination: byItem.destination.map(storedItem), chamber: byItem.chamber.map(storedItem) },
    byMonth: byMonth.map((sum) => [sum.year, sum.month, sum.lastDay, ...storedTotals(sum)]),
  };
  const places = new Map<string | null, Place>();
  const placeOf = (text: string | null): Place => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const rest: Rest = {
    months: months().map((sum) => [
      sum.year,
      sum.month,
      sum.lastDay,
      placeOf(sum.chamber),
      placeOf(sum.destination),
      sum.attributed,
      placeOf(sum.firstExporter),
      placeOf(sum.lastExporter),
      ...storedTotals(sum),
    ]),
    texts: [...places.keys()],
  };
  return `${JSON.stringify(head)}\n${JSON.stringify(rest)}`;
}

/** Reads what `sumsText` wrote; the months only when they are asked for. */
export function parseSums(bytes: Buffer): RolledUpSums {
  const end = bytes.indexOf("\n");
  const { byItem, byMonth, ...others }: Head = JSON.parse(bytes.toString("utf8", 0, end));
  return {
    ...others,
    byItem: { destination: byItem.destination.map(parseItem), chamber: byItem.chamber.map(parseItem) },
    byMonth: byMonth.map(([year, month, lastDay, ...totals]): MonthTotal => ({
      year,
      month,
      lastDay,
      ...parseTotals(totals),
    })),
    months: () => parseMonths(bytes.toString("utf8", end + 1)),
  };
}

function parseMonths(text: string): readonly MonthSum[] {
  const { months, texts }: Rest = JSON.parse(text);
  return months.map(([year, month, lastDay, chamber, destination, attributed, first, last, ...totals]): MonthSum => ({
    year,
    month,
    lastDay,
    chamber: texts[chamber] ?? null,
    destination: texts[destination] ?? "",
    attributed,
    firstExporter: texts[first] ?? null,
    lastExporter: texts[last] ?? null,
    ...parseTotals(totals),
  }));
}

function storedItem(totals: ItemTotals): StoredItem {
  return [totals.year, totals.item, ...storedTotals(totals)];
}

function parseItem([year, item, ...totals]: StoredItem): ItemTotals {
  return { year, item, ...parseTotals(totals) };
}

function storedTotals({ certificates, valued, goodsCents }: Totals): StoredTotals {
  return [certificates, valued, goodsCents === null ? null : String(goodsCents)];
}

function parseTotals([certificates, valued, cents]: StoredTotals): Totals {
  return { certificates, valued, goodsCents: cents === null ? null : BigInt(cents) };
}
