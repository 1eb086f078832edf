import { FIELDS, type Field } from "../domain/certificate.ts";
import { DATE_PARTS, type HeaderFit, type HeaderRecogniser, type RecognisedHeader } from "./recognise-column.ts";

/** A column whose header names a field. */
export interface Candidate extends RecognisedHeader {
  readonly column: number;
}

/** The columns that a field is read from, most often one; several are joined in their order. */
export interface Choice {
  readonly columns: readonly number[];
  readonly fit: HeaderFit;
  /** Another column that fits as well: which one is right is a question. */
  readonly rival: number | null;
}

export interface Choices {
  readonly choices: ReadonlyMap<Field, Choice>;
  /** Every column whose header names an amount of money, the chosen one and the others. */
  readonly values: readonly Candidate[];
}

/** For each field the column whose header fits best. Year and month columns make the date when no column is one. */
export function chooseColumns(
  headers: readonly string[],
  { recognise, partOfDate }: HeaderRecogniser,
  taken: ReadonlySet<number>,
): Choices {
  const candidates = headers.flatMap((header, column): readonly Candidate[] => {
    const recognised = taken.has(column) ? null : recognise(header);
    return recognised === null ? [] : [{ ...recognised, column }];
  });
  const values = candidates.filter(({ field }) => field === "value");
  const valueRank = rankValues(
    values,
    candidates.some(({ field }) => field === "currency"),
  );
  const choices = new Map<Field, Choice>();
  for (const field of FIELDS) {
    const group = candidates.filter((candidate) => candidate.field === field);
    const rankOf = (candidate: Candidate): readonly number[] => [
      ...(field === "value" ? valueRank(candidate) : [candidate.cost]),
      // origo's own name of a field is nothing else: its exports have a "value" beside the converted "goods_value".
      headers[candidate.column] === field ? 0 : 1,
    ];
    const ranked = group.toSorted((a, b) => compareRanks(rankOf(a), rankOf(b)) || a.column - b.column);
    const [best, next] = ranked;
    if (best === undefined) continue;
    const rival = next !== undefined && compareRanks(rankOf(best), rankOf(next)) === 0 ? next.column : null;
    choices.set(field, { columns: [best.column], fit: best.fit, rival });
  }
  if (!choices.has("issue_date")) {
    const parts = dateParts(headers, partOfDate, taken);
    if (parts !== null) choices.set("issue_date", { columns: parts, fit: "words", rival: null });
  }
  return { choices, values };
}

/** The columns of year, month and, when there is one, day; `null` when there is not exactly one year and one month. */
function dateParts(
  headers: readonly string[],
  partOfDate: HeaderRecogniser["partOfDate"],
  taken: ReadonlySet<number>,
): readonly number[] | null {
  const found = headers.flatMap((header, column) => {
    const part = taken.has(column) ? null : partOfDate(header);
    return part === null ? [] : [{ part, column }];
  });
  const columns = DATE_PARTS.map((part) => found.filter((each) => each.part === part).map(({ column }) => column));
  const [years = [], months = [], days = []] = columns;
  return years.length === 1 && months.length === 1 && days.length <= 1 ? columns.flat() : null;
}

/**
 * Which of several amounts is the goods value: that of the row before that of its declaration or shipment; free on board
 * before including insurance and freight; in a known currency before an unknown one, the euro before all. Smaller is better.
 */
function rankValues(
  values: readonly Candidate[],
  hasCurrencyColumn: boolean,
): (candidate: Candidate) => readonly number[] {
  const signatures = new Set(values.map(signatureOf));
  // "Customs value" beside "Total customs value": totals are of the declaration and stand in each of its rows.
  const totalsRepeat = values.some(
    ({ reading }) =>
      reading.concepts.has("total") &&
      signatures.has(signatureOf({ reading: { ...reading, concepts: without(reading.concepts, "total") } })),
  );
  return ({ reading, cost }) => {
    const has = (concept: "total" | "fob" | "cif" | "shipment" | "customs"): boolean => reading.concepts.has(concept);
    const basis = has("shipment") ? 2 : has("fob") ? 0 : has("cif") ? 3 : has("customs") ? 1 : 0;
    return [
      totalsRepeat && has("total") ? 1 : 0,
      basis,
      currencyRank(reading.currency, hasCurrencyColumn),
      has("fob") ? 0 : 1,
      // Coarse amounts lose digits.
      reading.unit,
      cost,
    ];
  };
}

function signatureOf({ reading }: Pick<Candidate, "reading">): string {
  const words = [...without(reading.concepts, "filler")].toSorted();
  return [...words, reading.currency?.kind === "code" ? reading.currency.code : "", String(reading.unit)].join(" ");
}

function without<Value>(values: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  return new Set([...values].filter((each) => each !== value));
}

function currencyRank(currency: Candidate["reading"]["currency"], hasCurrencyColumn: boolean): number {
  if (currency === null) return hasCurrencyColumn ? 1 : 4;
  if (currency.kind === "code") return currency.code === "EUR" ? 0 : currency.code === "USD" ? 2 : 3;
  return currency.kind === "foreign" && hasCurrencyColumn ? 4 : 5;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
