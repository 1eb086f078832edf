import { balanceOf, type RowClass } from "../domain/balance.ts";
import { FIELDS, type Field } from "../domain/certificate.ts";
import type { Problem, ProblemCode } from "../domain/problem.ts";
import type { Profile } from "../domain/profile.ts";
import { LISTED_PROBLEMS, type Account, type Sums } from "../domain/sums.ts";
import type { DayRate } from "../reference/rates.ts";
import { BeyondTally } from "./beyond-tally.ts";
import { decideFormats } from "./decide-formats.ts";
import { findMeaning } from "./find-meaning.ts";
import { frameRates } from "./frame-rates.ts";
import { dayNumber, newFrame, type Frame } from "./frame.ts";
import { newNumberings, type Numberings } from "./numbering.ts";
import type { TallyInput } from "./open-input.ts";
import { inTurn, type AssignedRange, type RangeResult } from "./range-work.ts";
import { createCellReaders, type CellReaders } from "./read-cells.ts";
import { NO_VALUE, type RangeFacts, type RangePlan } from "./scan-range.ts";
import { splitRecord } from "./aside-rows.ts";
import type { SetAside } from "./set-aside.ts";
import { settleRows, type SettledCertificate } from "./settle-rows.ts";
import { monthSums, yearCounts } from "./sums-of-tally.ts";
import type { AsidePart } from "./aside-table.ts";
import { settleClear } from "./settle-clear.ts";
import { addCertificate, addProduct, addSums, bytesOfSums, newSums, NONE, type TallySums } from "./tally-sums.ts";
import { trimCell } from "./trim-cell.ts";

/** How rows are read and counted. */
export interface CountingOptions {
  readonly profile: Profile;
  /** Of the report. */
  readonly currency: string;
  /** Rates of the user's own, which go before the ECB's. */
  readonly ownRates: readonly DayRate[];
  readonly memoryBytes: number;
}

/** A range whose rows have been read; those of an input follow each other. */
export interface ReadRange extends AssignedRange {
  readonly input: TallyInput;
  readonly plan: RangePlan;
  readonly facts: RangeFacts;
}

/** Rows that are set aside are read one by one: where they are many, the engine is faster. */
const MOST_ASIDE_SHARE = 0.25;
const FEW_ASIDE = 50_000;

/** Adds up all ranges: what their texts mean is found out once for each different text, then the rows need only look it up. */
export async function addUpRanges(
  inputs: readonly TallyInput[],
  ranges: readonly ReadRange[],
  options: CountingOptions,
): Promise<Sums> {
  const { profile, currency } = options;
  const readers = new Map(inputs.map((input) => [input, readersOf(input, ranges, profile)]));
  const numberings = newNumberings();
  const understood = ranges.map((range) => ({
    ...range,
    meaning: findMeaning(
      range.facts,
      { readers: the(readers, range.input), mapping: range.input.mapping, profile },
      numberings,
      currency,
    ),
  }));
  const frame = newFrame(
    understood.flatMap(({ meaning }) => [...meaning.days]),
    numberings,
  );
  // One for each range, for what is settled here, and for all.
  if (bytesOfSums(frame) * (ranges.length + 2) > options.memoryBytes)
    throw new BeyondTally("more sums than fit into memory");
  const { rates, convert } = frameRates(frame, numberings.currencies.things, options);
  const suspects = await findSuspects(understood);
  const added = await inTurn(suspects, async (range) => {
    const meaning = { ...range.meaning, days: range.meaning.days.map((day) => day - frame.firstDay) };
    return {
      ...range,
      result: await range.work.add(range.number, { frame, rates, suspects: range.suspects, meaning }),
    };
  });
  refuseMany(added);

  const classes = new Map<RowClass, number>();
  const count = (rowClass: RowClass, rows: number): void => {
    classes.set(rowClass, (classes.get(rowClass) ?? 0) + rows);
  };
  const parts = added.map((range) => ({ ...range, part: asidePart(range, inputs.indexOf(range.input)) }));
  const clear = newSums(frame);
  const left = settleClear(
    parts.map(({ part }) => part),
    frame,
    clear,
    count,
  );
  const rows = new Map(inputs.map((input) => [input, 0]));
  const settled = settleRows(
    setAsideRows(inputs, parts, left, rows),
    inputs.map((input) => ({ name: input.name, headerOf: headerOf(input), readers: the(readers, input), profile })),
    currency,
    convert,
  );
  for (const [rowClass, many] of settled.classes) count(rowClass, many);
  for (const { result } of added) {
    count("counted", result.counted);
    count("not-issued", result.notIssued);
  }
  const sums = totalOf([clear, ...added.map(({ result }) => result.sums)], settled.certificates, frame, numberings);
  return {
    months: monthSums(sums, frame, numberings),
    years: yearCounts(sums, frame),
    account: await accountOf(inputs, rows, classes, settled.problems),
    problems: settled.problems.toSorted(byPlace).slice(0, LISTED_PROBLEMS),
    coverage: { from: profile.coverage?.from ?? null, to: profile.coverage?.to ?? null },
  };
}

/** Finds the rows whose number another row has or names; each work looks at its share of the keys. */
async function findSuspects<Range extends ReadRange>(
  ranges: readonly Range[],
): Promise<readonly (Range & { readonly suspects: Uint32Array })[]> {
  const keys = ranges.map(({ facts }) => facts.keys);
  const works = [...new Set(ranges.map(({ work }) => work))];
  const buckets = (keys[0]?.starts.length ?? 1) - 1;
  const cut = (index: number): number => Math.floor((buckets * index) / works.length);
  const found = await Promise.all(works.map((work, index) => work.findRepeated(keys, cut(index), cut(index + 1))));
  return ranges.map((range, index) => ({
    ...range,
    suspects: Uint32Array.from(found.flatMap((ofRanges) => [...(ofRanges[index] ?? [])])),
  }));
}

function readersOf(input: TallyInput, ranges: readonly ReadRange[], profile: Profile): CellReaders {
  const own = ranges.filter((range) => range.input === input);
  const formats = decideFormats(
    own.map(({ facts }) => facts),
    profile,
  );
  if (own.some(({ plan }) => plan.decimalMark !== formats.decimalMark)) throw new BeyondTally("another decimal mark");
  return createCellReaders(profile, formats);
}

function refuseMany(added: readonly { readonly facts: RangeFacts; readonly result: RangeResult }[]): void {
  const rows = added.reduce((sum, { facts }) => sum + facts.rows, 0);
  const aside = added.reduce((sum, { result }) => sum + result.aside.lines.length, 0);
  if (aside > FEW_ASIDE && aside > MOST_ASIDE_SHARE * rows) throw new BeyondTally("too many rows that are set aside");
}

function asidePart({ input, result }: ReadRange & { readonly result: RangeResult }, file: number): AsidePart {
  const { dialect, mapping } = input;
  return {
    rows: result.aside,
    clear: result.clear,
    file,
    delimiter: dialect.delimiter.charCodeAt(0),
    numberColumn: mapping.columns.get("certificate_number")?.[0] ?? 0,
    replacesColumn: mapping.columns.get("replaces")?.[0] ?? 0,
  };
}

/** The rows that are left of those set aside, as texts; `rows` comes to have the number of rows of each input. Blank rows are no rows. */
function* setAsideRows(
  inputs: readonly TallyInput[],
  ranges: readonly (ReadRange & { readonly part: AsidePart })[],
  left: ReadonlyMap<AsidePart, readonly number[]>,
  rows: Map<TallyInput, number>,
): Iterable<SetAside> {
  for (const [file, input] of inputs.entries()) {
    const { dialect, mapping } = input;
    const columns = FIELDS.map((field) => mapping.columns.get(field)?.[0]);
    const constants = FIELDS.map((field) => mapping.constants.get(field) ?? null);
    let line = dialect.headerLines + 1;
    let count = 0;
    for (const { facts, part } of ranges.filter((range) => range.input === input)) {
      const { bytes, starts, lines } = part.rows;
      const records = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      count += facts.rows;
      for (const index of left.get(part) ?? []) {
        const record = records.toString("utf8", starts[index], starts[index + 1]);
        const cells = splitRecord(record, dialect.delimiter).map(trimCell);
        if (cells.every((cell) => cell === null)) {
          count -= 1;
          continue;
        }
        const texts = columns.map(
          (column, field) => (column === undefined ? null : cells[column]) ?? constants[field] ?? null,
        );
        yield { file, line: line + (lines[index] ?? 0), texts };
      }
      line += facts.lines;
    }
    rows.set(input, count);
  }
}

function headerOf({ dialect, mapping }: TallyInput): (field: Field) => string | null {
  return (field) => {
    const [column] = mapping.columns.get(field) ?? [];
    return column === undefined ? null : (dialect.headers[column] ?? null);
  };
}

function totalOf(
  parts: readonly TallySums[],
  certificates: readonly SettledCertificate[],
  frame: Frame,
  numberings: Numberings,
): TallySums {
  const framed = certificates.map(({ chamber, issueDate, destination, exporter, goodsCents, products }) => ({
    day: dayNumber(issueDate) - frame.firstDay,
    chamber: numberings.chambers.numberOf(chamber),
    destination: numberings.destinations.numberOf(destination),
    exporter: exporter === null ? NONE : numberings.exporters.numberOf(exporter),
    cents: goodsCents === null ? NO_VALUE : Number(goodsCents),
    products: products.map((product) => numberings.products.numberOf(product)),
  }));
  if (numberings.chambers.size > frame.chambers || numberings.destinations.size > frame.destinations) {
    throw new Error("a chamber or destination that no range has");
  }
  const total = newSums({ ...frame, exporters: numberings.exporters.size, products: numberings.products.size });
  for (const part of parts) addSums(total, part);
  for (const certificate of framed) {
    addCertificate(total, frame, certificate);
    for (const product of certificate.products) addProduct(total, frame, { day: certificate.day, product });
  }
  return total;
}

async function accountOf(
  inputs: readonly TallyInput[],
  rows: ReadonlyMap<TallyInput, number>,
  classes: ReadonlyMap<RowClass, number>,
  problems: readonly Problem[],
): Promise<Account> {
  const accounts = await Promise.all(
    inputs.map(async (input) => ({ name: input.name, sha256: await input.sha256, rows: the(rows, input) })),
  );
  if (new Set(accounts.map(({ sha256 }) => sha256)).size < inputs.length) throw new BeyondTally("one file twice");
  if (accounts.some((account) => account.rows === 0)) throw new BeyondTally("a file without rows");
  const counts = new Map<ProblemCode, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return {
    inputs: accounts.toSorted((a, b) => compare(a.name, b.name) || compare(a.sha256, b.sha256)),
    balance: balanceOf(
      accounts.reduce((sum, account) => sum + account.rows, 0),
      classes,
    ),
    problemCounts: [...counts]
      .map(([code, count]) => ({ code, count }))
      .toSorted((a, b) => b.count - a.count || compare(a.code, b.code)),
  };
}

function byPlace(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || a.line - b.line || compare(a.code, b.code);
}

/** By code point, as the engine orders texts. */
function compare(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function the<Key, Value>(values: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error("there is one for each input");
  return value;
}
