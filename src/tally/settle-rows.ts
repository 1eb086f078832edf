import type { RowClass } from "../domain/balance.ts";
import { FIELDS } from "../domain/certificate.ts";
import type { Problem } from "../domain/problem.ts";
import { compareTexts } from "../domain/text-order.ts";
import { cycles } from "../ingest/replacement-cycles.ts";
import { BeyondTally } from "./beyond-tally.ts";
import { createRowReader, type Convert, type GoodRow, type SetAside, type TalliedFile } from "./set-aside.ts";

/** A certificate that counts. */
export interface SettledCertificate {
  readonly chamber: string | null;
  /** ISO day. */
  readonly issueDate: string;
  readonly destination: string;
  readonly exporter: string | null;
  /** In the report currency; `null` when no line has a value. */
  readonly goodsCents: bigint | null;
  /** HS subheadings (6 digits) of its lines. */
  readonly products: readonly string[];
}

export interface Settlement {
  /** How many rows are of each class. */
  readonly classes: ReadonlyMap<RowClass, number>;
  readonly certificates: readonly SettledCertificate[];
  readonly problems: readonly Problem[];
}

/** The last row of each certificate number of a chamber. */
type Numbers = Map<string, GoodRow>;

/** The lines of issued certificates of a chamber by number: neither copies nor what contradicts the row that counts. */
type Issued = Map<string, readonly GoodRow[]>;

/**
 * Applies the row rules and the counting policy to rows that were set aside, as `ingest/clean-rows.ts` and `ingest/classify.ts`
 * do. With a row, all others of its chamber and certificate number must be there, and of the number that it replaces.
 */
export function settleRows(
  rows: Iterable<SetAside>,
  files: readonly TalliedFile[],
  currency: string,
  convert: Convert,
): Settlement {
  const problems: Problem[] = [];
  const classes = new Map<RowClass, number>();
  const count = (rowClass: RowClass, many = 1): void => {
    classes.set(rowClass, (classes.get(rowClass) ?? 0) + many);
  };
  let unrated = 0;
  let rated = 0;
  const noting: Convert = (cents, from, day) => {
    const converted = convert(cents, from, day);
    if (converted === null) unrated += 1;
    else rated += 1;
    return converted;
  };
  const readRow = createRowReader(files, currency, noting, (problem) => problems.push(problem));
  const chambers = new Map<string | null, Numbers>();
  for (const setAside of rows) {
    const row = readRow(setAside);
    const number = setAside.texts[NUMBER] ?? null;
    if (row === null || number === null) {
      count("rejected");
      continue;
    }
    const chamber = setAside.texts[CHAMBER] ?? null;
    let numbers = chambers.get(chamber);
    if (numbers === undefined) chambers.set(chamber, (numbers = new Map()));
    row.before = numbers.get(number) ?? null;
    numbers.set(number, row);
  }
  // Without any rate of the report currency the engine refuses to report in it.
  if (currency !== "EUR" && unrated > 0 && rated === 0) throw new BeyondTally(`there may be no rates of ${currency}`);
  const certificates: SettledCertificate[] = [];
  const order = orderOf(files);
  const placeOf = (row: GoodRow): string => `${files[row.file]?.name}:${row.line}`;
  const tell = (
    code: "conflicting-duplicate" | "replacement-cycle",
    row: GoodRow,
    number: string,
    hint: string,
  ): void => {
    problems.push({ code, file: files[row.file]?.name ?? "", line: row.line, column: "", text: number, hint });
  };
  for (const [chamber, numbers] of chambers) {
    const issued: Issued = new Map();
    for (const [number, last] of numbers) {
      const { lines, contradicting, copies } = compareRows(last, order);
      const [first] = lines;
      if (first === undefined) continue;
      count("copy", copies);
      count("rejected", contradicting.length);
      for (const row of contradicting) tell("conflicting-duplicate", row, number, `counted instead: ${placeOf(first)}`);
      if (first.status === "issued") issued.set(number, lines);
      else count("not-issued", lines.length);
    }
    const inCycle = findCycles(issued, placeOf);
    const replacedOn = findSuccessors(issued, inCycle);
    for (const [number, lines] of issued) {
      const [first] = lines;
      const place = inCycle.get(number);
      if (first === undefined) continue;
      if (place !== undefined) {
        count("rejected", lines.length);
        for (const row of lines) tell("replacement-cycle", row, number, `replaced by the row at ${place}`);
      } else if ((replacedOn.get(number) ?? "") >= first.issueDate) {
        count("superseded", lines.length);
      } else {
        count("counted", lines.length);
        certificates.push(certificateOf(chamber, first, lines));
      }
    }
  }
  return { classes, certificates, problems };
}

const NUMBER = FIELDS.indexOf("certificate_number");
const CHAMBER = FIELDS.indexOf("chamber");

type Order = (a: GoodRow, b: GoodRow) => number;

/** The order of rows by file name and line. */
function orderOf(files: readonly TalliedFile[]): Order {
  const names = files.map(({ name }) => name).toSorted(compareTexts);
  const ranks = files.map(({ name }) => names.indexOf(name));
  return (a, b) => (ranks[a.file] ?? 0) - (ranks[b.file] ?? 0) || a.line - b.line;
}

/** What the rows of one number are to each other. */
interface Compared {
  /** The rows with the header that counts, each once, the first in order first. */
  readonly lines: readonly GoodRow[];
  /** The others, each once. */
  readonly contradicting: readonly GoodRow[];
  readonly copies: number;
}

function compareRows(last: GoodRow, order: Order): Compared {
  if (last.before === null) return { lines: [last], contradicting: [], copies: 0 };
  const rows: GoodRow[] = [];
  for (let row: GoodRow | null = last; row !== null; row = row.before) rows.push(row);
  rows.sort((a, b) => compareHeaders(a, b) || compareDetails(a, b) || order(a, b));
  const [first = last] = rows;
  const lines: GoodRow[] = [];
  const contradicting: GoodRow[] = [];
  let before = last;
  for (const [index, row] of rows.entries()) {
    const isCopy = index > 0 && compareHeaders(before, row) === 0 && compareDetails(before, row) === 0;
    before = row;
    if (isCopy) continue;
    if (compareHeaders(first, row) === 0) lines.push(row);
    else contradicting.push(row);
  }
  return { lines: lines.toSorted(order), contradicting, copies: rows.length - lines.length - contradicting.length };
}

/** By what the rows of a certificate agree in: the latest day first. */
function compareHeaders(a: GoodRow, b: GoodRow): number {
  return (
    compare(b.issueDate, a.issueDate) ||
    compare(a.status, b.status) ||
    compare(a.destination, b.destination) ||
    compare(a.exporter, b.exporter)
  );
}

/** By what copies agree in, too. (The number of an exporter is told by `exporter`.) */
function compareDetails(a: GoodRow, b: GoodRow): number {
  return (
    compare(a.certificateType, b.certificateType) ||
    compare(a.replaces, b.replaces) ||
    compare(a.exporterName, b.exporterName) ||
    compare(a.exporterSize, b.exporterSize) ||
    compare(a.origin, b.origin) ||
    compare(a.hsCode, b.hsCode) ||
    compare(a.goods, b.goods) ||
    compare(a.cents, b.cents) ||
    compare(a.currency, b.currency)
  );
}

/** Nothing is last. */
function compare<Value extends string | bigint>(left: Value | null, right: Value | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}

/** The lines that replace another certificate than their own. */
function* replacing(
  issued: Issued,
): Iterable<{ readonly number: string; readonly original: string; readonly row: GoodRow }> {
  for (const [number, lines] of issued) {
    for (const row of lines)
      if (row.replaces !== null && row.replaces !== number) yield { number, original: row.replaces, row };
  }
}

/** The certificates that replace each other in a cycle, which is of one day, with the place of the row that replaces each. */
function findCycles(issued: Issued, placeOf: (row: GoodRow) => string): ReadonlyMap<string, string> {
  const replacements = [...replacing(issued)];
  const dayOf = new Map(replacements.map(({ number, row }) => [number, row.issueDate]));
  const links = replacements
    .filter(({ original, row }) => dayOf.get(original) === row.issueDate)
    .toSorted((a, b) => compareTexts(a.number, b.number));
  return cycles(links.map(({ number, original, row }) => ({ successor: number, original, place: placeOf(row) })));
}

/** For each replaced number, the day of the last certificate that replaces it. A cycle replaces nothing. */
function findSuccessors(issued: Issued, inCycle: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { number, original, row } of replacing(issued)) {
    if (!inCycle.has(number) && row.issueDate > (days.get(original) ?? "")) days.set(original, row.issueDate);
  }
  return days;
}

const SUBHEADING_DIGITS = 6;

function certificateOf(
  chamber: string | null,
  { issueDate, destination, exporter }: GoodRow,
  lines: readonly GoodRow[],
): SettledCertificate {
  let goodsCents: bigint | null = null;
  const products = new Set<string>();
  for (const line of lines) {
    if (line.goodsCents !== null) goodsCents = (goodsCents ?? 0n) + line.goodsCents;
    if (line.hsCode !== null && line.hsCode.length >= SUBHEADING_DIGITS)
      products.add(line.hsCode.slice(0, SUBHEADING_DIGITS));
  }
  return { chamber, issueDate, destination, exporter, goodsCents, products: [...products] };
}
