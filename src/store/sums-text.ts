import type { MonthSum, Sums } from "../domain/sums.ts";

/** A sum as it is kept: texts as their places in a list, because they come again and again, and money as text. */
type StoredMonth = readonly [
  year: number,
  month: number,
  chamber: number | null,
  destination: number,
  lastDay: number,
  certificates: number,
  valued: number,
  goodsCents: string | null,
  attributed: number,
  firstExporter: number | null,
  lastExporter: number | null,
];

interface StoredSums extends Omit<Sums, "months"> {
  readonly months: readonly StoredMonth[];
  readonly texts: readonly string[];
}

/** Sums as a compact text without line breaks. */
export function sumsText({ months, ...others }: Sums): string {
  const places = new Map<string, number>();
  const place = (text: string): number => {
    const known = places.get(text) ?? places.size;
    places.set(text, known);
    return known;
  };
  const placeOrNull = (text: string | null): number | null => (text === null ? null : place(text));
  const stored = months.map((sum): StoredMonth => [
    sum.year,
    sum.month,
    placeOrNull(sum.chamber),
    place(sum.destination),
    sum.lastDay,
    sum.certificates,
    sum.valued,
    sum.goodsCents === null ? null : String(sum.goodsCents),
    sum.attributed,
    placeOrNull(sum.firstExporter),
    placeOrNull(sum.lastExporter),
  ]);
  return JSON.stringify({ ...others, months: stored, texts: [...places.keys()] } satisfies StoredSums);
}

/** Reads what `sumsText` wrote. */
export function parseSums(text: string): Sums {
  const { months, texts, ...others }: StoredSums = JSON.parse(text);
  const textAt = (place: number): string => texts[place] ?? "";
  const textOrNull = (place: number | null): string | null => (place === null ? null : textAt(place));
  return {
    ...others,
    months: months.map(
      ([
        year,
        month,
        chamber,
        destination,
        lastDay,
        certificates,
        valued,
        cents,
        attributed,
        first,
        last,
      ]): MonthSum => ({
        year,
        month,
        chamber: textOrNull(chamber),
        destination: textAt(destination),
        lastDay,
        certificates,
        valued,
        goodsCents: cents === null ? null : BigInt(cents),
        attributed,
        firstExporter: textOrNull(first),
        lastExporter: textOrNull(last),
      }),
    ),
  };
}
