import { BeyondTally } from "./beyond-tally.ts";
import type { Frame } from "./frame.ts";
import { hasKey, type KeySet } from "./key-filter.ts";
import { CLOSER_LOOK, NO_VALUE, type ScannedRange } from "./scan-range.ts";

/** In place of a number that means something: nothing is named; the row takes a closer look. */
export const NONE = -1;
export const UNCLEAR = -2;

/** The rates of a currency by day of a frame; 0 where there is none. */
export interface FrameRates {
  readonly units: Float64Array;
  readonly reportUnits: Float64Array;
}

/** What the texts of a range mean, by their numbers, in the terms of a frame. */
export interface Meaning {
  /** Days of the frame. */
  readonly days: Int32Array;
  readonly destinations: Int32Array;
  readonly exporters: Int32Array;
  readonly exporterNames: Int32Array;
  readonly products: Int32Array;
  /** Of tuples: 1 where the certificate is issued, 0 where it is not, or `UNCLEAR`. */
  readonly issued: Int8Array;
  readonly chambers: Int32Array;
  /** A position in `rates`; `NONE` is the report currency. */
  readonly currencies: Int32Array;
}

/** Certificates by month, chamber and destination: one cell after another, the destinations of a chamber together. */
export interface TallySums {
  readonly certificates: Int32Array;
  readonly valued: Int32Array;
  readonly cents: Float64Array;
  readonly attributed: Int32Array;
  /** An exporter of a cell and, where there are several, another one: their numbers from 1. */
  readonly exporter: Int32Array;
  readonly otherExporter: Int32Array;
  /** The day of the month of the last certificate. */
  readonly lastDays: Uint8Array;
  /** Of exporters and products: a bit for each year. */
  readonly exporterYears: Uint32Array;
  readonly productYears: Uint32Array;
}

export interface RangeSums {
  readonly sums: TallySums;
  readonly counted: number;
  readonly notIssued: number;
  /** The rows that are not in these, by their numbers. */
  readonly aside: Uint32Array;
}

export function newSums({ months, chambers, destinations, exporters, products }: Frame): TallySums {
  const cells = months * chambers * destinations;
  return {
    certificates: new Int32Array(cells),
    valued: new Int32Array(cells),
    cents: new Float64Array(cells),
    attributed: new Int32Array(cells),
    exporter: new Int32Array(cells),
    otherExporter: new Int32Array(cells),
    lastDays: new Uint8Array(cells),
    exporterYears: new Uint32Array(exporters),
    productYears: new Uint32Array(products),
  };
}

/** Adds up the rows that count by themselves; the others are set aside. */
export function addUp(
  { rows }: ScannedRange,
  meaning: Meaning,
  frame: Frame,
  rates: readonly FrameRates[],
  suspects: KeySet,
): RangeSums {
  const { days, destinations, exporters, exporterNames, products, issued, chambers, currencies } = meaning;
  const sums = newSums(frame);
  const aside: number[] = [];
  let counted = 0;
  let notIssued = 0;
  for (let row = 0; row < rows.count; row += 1) {
    const tuple = rows.tuples[row] ?? 0;
    const day = days[rows.dates[row] ?? 0] ?? UNCLEAR;
    const destination = destinations[rows.destinations[row] ?? 0] ?? UNCLEAR;
    const exporterCode = rows.exporters[row] ?? 0;
    const exporter = (exporterCode < 0 ? exporterNames[-exporterCode] : exporters[exporterCode]) ?? UNCLEAR;
    const product = products[rows.products[row] ?? 0] ?? UNCLEAR;
    const isIssued = issued[tuple] ?? UNCLEAR;
    const currency = currencies[tuple] ?? NONE;
    let cents = rows.cents[row] ?? CLOSER_LOOK;
    const isClear = day >= 0 && destination >= 0 && exporter !== UNCLEAR && product !== UNCLEAR && isIssued >= 0;
    if (cents === CLOSER_LOOK || !isClear || hasKey(suspects, rows.keys[2 * row] ?? 0, rows.keys[2 * row + 1] ?? 0)) {
      aside.push(row);
      continue;
    }
    if (cents !== NO_VALUE && currency !== NONE) {
      const rate = rates[currency];
      const units = rate?.units[day] ?? 0;
      if (rate === undefined || units === 0) {
        aside.push(row);
        continue;
      }
      cents = converted(cents, rate.reportUnits[day] ?? 0, units);
    }
    if (isIssued === 0) {
      notIssued += 1;
      continue;
    }
    counted += 1;
    addCertificate(sums, frame, { day, chamber: chambers[tuple] ?? 0, destination, exporter, cents });
    if (product >= 0) addProduct(sums, frame, day, product);
  }
  return { sums, counted, notIssued, aside: Uint32Array.from(aside) };
}

/** A certificate in the terms of a frame; its exporter may be `NONE`, its value `NO_VALUE`. */
export interface FramedCertificate {
  readonly day: number;
  readonly chamber: number;
  readonly destination: number;
  readonly exporter: number;
  readonly cents: number;
}

export function addCertificate(sums: TallySums, frame: Frame, certificate: FramedCertificate): void {
  const { day, chamber, destination, exporter, cents } = certificate;
  const cell = ((frame.monthOfDay[day] ?? 0) * frame.chambers + chamber) * frame.destinations + destination;
  sums.certificates[cell] = (sums.certificates[cell] ?? 0) + 1;
  sums.lastDays[cell] = Math.max(sums.lastDays[cell] ?? 0, frame.dayOfMonth[day] ?? 0);
  if (cents !== NO_VALUE) {
    sums.valued[cell] = (sums.valued[cell] ?? 0) + 1;
    sums.cents[cell] = exact((sums.cents[cell] ?? 0) + cents);
  }
  if (exporter === NONE) return;
  sums.attributed[cell] = (sums.attributed[cell] ?? 0) + 1;
  noteExporter(sums, cell, exporter + 1);
  sums.exporterYears[exporter] = (sums.exporterYears[exporter] ?? 0) | (1 << (frame.yearOfDay[day] ?? 0));
}

/** Notes the product of a line. */
export function addProduct(sums: TallySums, frame: Frame, day: number, product: number): void {
  sums.productYears[product] = (sums.productYears[product] ?? 0) | (1 << (frame.yearOfDay[day] ?? 0));
}

/** Adds the sums of another part of the same frame. */
export function addSums(to: TallySums, from: TallySums): void {
  for (let cell = 0; cell < from.certificates.length; cell += 1) {
    if (from.certificates[cell] === 0) continue;
    to.certificates[cell] = (to.certificates[cell] ?? 0) + (from.certificates[cell] ?? 0);
    to.valued[cell] = (to.valued[cell] ?? 0) + (from.valued[cell] ?? 0);
    to.cents[cell] = exact((to.cents[cell] ?? 0) + (from.cents[cell] ?? 0));
    to.attributed[cell] = (to.attributed[cell] ?? 0) + (from.attributed[cell] ?? 0);
    to.lastDays[cell] = Math.max(to.lastDays[cell] ?? 0, from.lastDays[cell] ?? 0);
    for (const exporter of [from.exporter[cell] ?? 0, from.otherExporter[cell] ?? 0]) {
      if (exporter !== 0) noteExporter(to, cell, exporter);
    }
  }
  addYears(to.exporterYears, from.exporterYears);
  addYears(to.productYears, from.productYears);
}

function addYears(to: Uint32Array, from: Uint32Array): void {
  for (let each = 0; each < from.length; each += 1) to[each] = (to[each] ?? 0) | (from[each] ?? 0);
}

function noteExporter(sums: TallySums, cell: number, exporter: number): void {
  const first = sums.exporter[cell];
  if (first === 0) sums.exporter[cell] = exporter;
  else if (first !== exporter) sums.otherExporter[cell] = exporter;
}

/** Cents are whole numbers in doubles, exact below 2^53. */
function exact(cents: number): number {
  if (cents > Number.MAX_SAFE_INTEGER) throw new BeyondTally("a sum that is not exact");
  return cents;
}

/** cents / units x report units, half-up to the cent. */
function converted(cents: number, reportUnits: number, units: number): number {
  const dividend = 2 * cents * reportUnits + units;
  const divisor = 2 * units;
  if (dividend > Number.MAX_SAFE_INTEGER) {
    return exact(Number((2n * BigInt(cents) * BigInt(reportUnits) + BigInt(units)) / BigInt(divisor)));
  }
  // The remainder is exact, the quotient of doubles is not.
  return (dividend - (dividend % divisor)) / divisor;
}
