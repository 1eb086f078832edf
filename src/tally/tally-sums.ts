import { BeyondTally } from "./beyond-tally.ts";
import type { Frame } from "./frame.ts";
import { NO_VALUE } from "./scanned-range.ts";

/** In place of the number of a thing: there is none. */
export const NONE = -1;

/** Certificates by month, chamber and destination: one cell after another, the destinations of a chamber together. */
export interface TallySums {
  readonly certificates: Int32Array;
  readonly valued: Int32Array;
  readonly cents: Float64Array;
  /** The day of the month of the last certificate. */
  readonly lastDays: Uint8Array;
  readonly attributed: Int32Array;
  /** An exporter of a cell and, where there are several, another one: their numbers from 1. */
  readonly exporter: Int32Array;
  readonly otherExporter: Int32Array;
  /** Of exporters and products: a bit for each year. */
  readonly exporterYears: Uint32Array;
  readonly productYears: Uint32Array;
}

/** What the sums of a frame take in memory, about: exporters and products are few beside its cells. */
export function bytesOfSums({ months, chambers, destinations }: Frame): number {
  return months * chambers * destinations * CELL_BYTES;
}

export function newSums({ months, chambers, destinations, exporters, products }: Frame): TallySums {
  const cells = months * chambers * destinations;
  return {
    certificates: new Int32Array(cells),
    valued: new Int32Array(cells),
    cents: new Float64Array(cells),
    lastDays: new Uint8Array(cells),
    attributed: new Int32Array(cells),
    exporter: new Int32Array(cells),
    otherExporter: new Int32Array(cells),
    exporterYears: new Uint32Array(exporters),
    productYears: new Uint32Array(products),
  };
}

const CELL_BYTES = 29;

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
  const dayOfMonth = frame.dayOfMonth[day] ?? 0;
  if (dayOfMonth > (sums.lastDays[cell] ?? 0)) sums.lastDays[cell] = dayOfMonth;
  if (cents !== NO_VALUE) {
    sums.valued[cell] = (sums.valued[cell] ?? 0) + 1;
    sums.cents[cell] = exact((sums.cents[cell] ?? 0) + cents);
  }
  if (exporter === NONE) return;
  sums.attributed[cell] = (sums.attributed[cell] ?? 0) + 1;
  noteExporter(sums, cell, exporter + 1);
  sums.exporterYears[exporter] = (sums.exporterYears[exporter] ?? 0) | (1 << (frame.yearOfDay[day] ?? 0));
}

/** Notes the product of a line, which may be `NONE`. */
export function addProduct(
  { productYears }: TallySums,
  { yearOfDay }: Frame,
  { day, product }: { readonly day: number; readonly product: number },
): void {
  if (product !== NONE) productYears[product] = (productYears[product] ?? 0) | (1 << (yearOfDay[day] ?? 0));
}

/** Adds the sums of another part of the same frame. */
export function addSums(to: TallySums, from: TallySums): void {
  for (let cell = 0; cell < from.certificates.length; cell += 1) {
    if (from.certificates[cell] === 0) continue;
    to.certificates[cell] = (to.certificates[cell] ?? 0) + (from.certificates[cell] ?? 0);
    to.valued[cell] = (to.valued[cell] ?? 0) + (from.valued[cell] ?? 0);
    to.cents[cell] = exact((to.cents[cell] ?? 0) + (from.cents[cell] ?? 0));
    to.lastDays[cell] = Math.max(to.lastDays[cell] ?? 0, from.lastDays[cell] ?? 0);
    to.attributed[cell] = (to.attributed[cell] ?? 0) + (from.attributed[cell] ?? 0);
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
export function exact(cents: number): number {
  if (cents > Number.MAX_SAFE_INTEGER) throw new BeyondTally("a sum that is not exact");
  return cents;
}
