import type { MonthSum, MonthTotal, RolledUpSums, YearSum } from "../domain/sums.ts";
import type { Totals } from "../domain/totals.ts";

/** Totals as they are kept: money as text. */
type StoredTotals = readonly [certificates: number, valued: number, goodsCents: string | null];

/** Texts come again and again, and are kept as their place in a list. */
type Place = number;
type Texts = readonly (string | null)[];

type StoredYear = readonly [year: number, chamber: Place, destination: Place, soleExporter: Place, ...StoredTotals];
type StoredMonthTotal = readonly [year: number, month: number, lastDay: number, ...StoredTotals];
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

interface Head extends Omit<RolledUpSums, "byYear" | "byMonth" | "months"> {
  readonly byYear: readonly StoredYear[];
  readonly byMonth: readonly StoredMonthTotal[];
  readonly texts: Texts;
}

interface Rest {
  readonly months: readonly StoredMonth[];
  readonly texts: Texts;
}

/** Sums as two lines of text: what whole years ask for, and the months. */
export function sumsText({ byYear, byMonth, months, ...others }: RolledUpSums): string {
  const [ofHead, ofRest] = [new TextList(), new TextList()];
  const head: Head = {
    ...others,
    byYear: byYear.map((sum) => [
      sum.year,
      ofHead.placeOf(sum.chamber),
      ofHead.placeOf(sum.destination),
      ofHead.placeOf(sum.soleExporter),
      ...storedTotals(sum),
    ]),
    byMonth: byMonth.map((sum) => [sum.year, sum.month, sum.lastDay, ...storedTotals(sum)]),
    texts: ofHead.texts,
  };
  const rest: Rest = {
    months: months().map((sum) => [
      sum.year,
      sum.month,
      sum.lastDay,
      ofRest.placeOf(sum.chamber),
      ofRest.placeOf(sum.destination),
      sum.attributed,
      ofRest.placeOf(sum.firstExporter),
      ofRest.placeOf(sum.lastExporter),
      ...storedTotals(sum),
    ]),
    texts: ofRest.texts,
  };
  return `${JSON.stringify(head)}\n${JSON.stringify(rest)}`;
}

/** Reads what `sumsText` wrote; the months only when they are asked for. */
export function parseSums(bytes: Buffer): RolledUpSums {
  const end = bytes.indexOf("\n");
  const { byYear, byMonth, texts, ...others }: Head = JSON.parse(bytes.toString("utf8", 0, end));
  return {
    ...others,
    byYear: byYear.map(([year, chamber, destination, soleExporter, ...totals]): YearSum => ({
      year,
      chamber: texts[chamber] ?? null,
      destination: texts[destination] ?? "",
      soleExporter: texts[soleExporter] ?? null,
      ...parseTotals(totals),
    })),
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

function storedTotals({ certificates, valued, goodsCents }: Totals): StoredTotals {
  return [certificates, valued, goodsCents === null ? null : String(goodsCents)];
}

function parseTotals([certificates, valued, cents]: StoredTotals): Totals {
  return { certificates, valued, goodsCents: cents === null ? null : BigInt(cents) };
}

/** Different texts in the order in which they come. */
class TextList {
  readonly #places = new Map<string | null, Place>();

  placeOf(text: string | null): Place {
    const place = this.#places.get(text) ?? this.#places.size;
    this.#places.set(text, place);
    return place;
  }

  get texts(): Texts {
    return [...this.#places.keys()];
  }
}
