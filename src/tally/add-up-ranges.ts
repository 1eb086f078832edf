import type { RowClass } from "../domain/balance.ts";
import type { Profile } from "../domain/profile.ts";
import type { Sums } from "../domain/sums.ts";
import type { Formats } from "../ingest/detect-formats.ts";
import type { DayRate } from "../reference/rates.ts";
import type { AsidePart } from "./aside-table.ts";
import { asideTexts, headerOf } from "./aside-texts.ts";
import { BeyondTally } from "./beyond-tally.ts";
import { decideFormats } from "./decide-formats.ts";
import { findMeaning } from "./find-meaning.ts";
import { frameRates } from "./frame-rates.ts";
import { dayNumber, newFrame, type Frame } from "./frame.ts";
import { newNumberings, type Numberings } from "./numbering.ts";
import type { TallyInput } from "./open-input.ts";
import { inTurn, type AssignedRange, type RangeResult } from "./range-work.ts";
import { createCellReaders, type CellReaders } from "./read-cells.ts";
import { NO_VALUE, type RangeFacts, type RangePlan } from "./scanned-range.ts";
import { settleRows, type SettledCertificate } from "./settle-rows.ts";
import { monthSums, yearCounts } from "./sums-of-tally.ts";
import { settleClear } from "./settle-clear.ts";
import { accountOf, firstProblems } from "./tally-account.ts";
import { addCertificate, addProduct, addSums, bytesOfSums, newSums, NONE, type TallySums } from "./tally-sums.ts";

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
  const readers = readersOf(inputs, ranges, profile);
  const numberings = newNumberings();
  const understood = ranges.map((range) => ({
    ...range,
    meaning: findMeaning(
      range.facts,
      { readers: the(readers, range.input), mapping: range.input.mapping },
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
    asideTexts(inputs, parts, left, rows),
    inputs.map((input) => ({ name: input.name, headerOf: headerOf(input), readers: the(readers, input) })),
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
    problems: firstProblems(settled.problems),
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

/** Files that are written in the same way have the same readers, which remember what they read. */
function readersOf(
  inputs: readonly TallyInput[],
  ranges: readonly ReadRange[],
  profile: Profile,
): ReadonlyMap<TallyInput, CellReaders> {
  const known = new Map<string, CellReaders>();
  const readers = new Map<TallyInput, CellReaders>();
  for (const input of inputs) {
    const formats = formatsOf(
      ranges.filter((range) => range.input === input),
      profile,
    );
    const way = `${formats.dateOrder} ${formats.decimalMark}`;
    const own = known.get(way) ?? createCellReaders(profile, formats);
    known.set(way, own);
    readers.set(input, own);
  }
  return readers;
}

function formatsOf(ranges: readonly ReadRange[], profile: Profile): Formats {
  const formats = decideFormats(
    ranges.map(({ facts }) => facts),
    profile,
  );
  if (ranges.some(({ plan }) => plan.decimalMark !== formats.decimalMark))
    throw new BeyondTally("another decimal mark");
  return formats;
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

function the<Key, Value>(values: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error("there is one for each input");
  return value;
}
