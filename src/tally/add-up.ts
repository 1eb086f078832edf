import { convertCents } from "./convert-cents.ts";
import type { Frame } from "./frame.ts";
import { CLOSER_LOOK, NO_VALUE, type ScannedRange } from "./scanned-range.ts";
import { addCertificate, addProduct, exact, newSums, NONE, type TallySums } from "./tally-sums.ts";

/** In place of the number of what a text means: the row takes a closer look. */
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
  /** A position among the rates; `NONE` is the report currency. */
  readonly currencies: Int32Array;
}

/** What a range is added up with. */
export interface Addition {
  readonly frame: Frame;
  readonly rates: readonly FrameRates[];
  /** Its rows whose number another row has or names. */
  readonly suspects: Uint32Array;
  readonly meaning: Meaning;
}

/** What clear rows say, in the terms of a frame: a column for each thing. */
export interface ClearRows {
  readonly isClear: Uint8Array;
  readonly issued: Int8Array;
  readonly days: Int32Array;
  readonly chambers: Int32Array;
  readonly destinations: Int32Array;
  readonly exporters: Int32Array;
  readonly products: Int32Array;
  /** In the report currency. */
  readonly cents: Float64Array;
}

export interface RangeSums {
  readonly sums: TallySums;
  readonly counted: number;
  readonly notIssued: number;
  /** The rows that are not in these, by their numbers, and what they say where that is clear. */
  readonly aside: Uint32Array;
  readonly clear: ClearRows;
}

/** Adds up the rows that count by themselves; the others are set aside. */
export function addUp(range: ScannedRange, { frame, rates, suspects, meaning }: Addition): RangeSums {
  const { count } = range.rows;
  const row = new RowReading(range, meaning, rates);
  const sums = newSums(frame);
  const isSuspect = new Uint8Array(count);
  for (const number of suspects) isSuspect[number] = 1;
  for (const number of range.replacing.keys()) isSuspect[number] = 1;
  const aside: number[] = [];
  let counted = 0;
  let notIssued = 0;
  for (let number = 0; number < count; number += 1) {
    if (isSuspect[number] === 1 || !row.read(number)) {
      aside.push(number);
    } else if (row.issued === 0) {
      notIssued += 1;
    } else {
      counted += 1;
      addCertificate(sums, frame, row);
      addProduct(sums, frame, row);
    }
  }
  return { sums, counted, notIssued, aside: Uint32Array.from(aside), clear: clearRows(aside, row) };
}

function clearRows(numbers: readonly number[], row: RowReading): ClearRows {
  const rows = newClearRows(numbers.length);
  numbers.forEach((number, index) => {
    if (!row.read(number)) return;
    rows.isClear[index] = 1;
    rows.issued[index] = row.issued;
    rows.days[index] = row.day;
    rows.chambers[index] = row.chamber;
    rows.destinations[index] = row.destination;
    rows.exporters[index] = row.exporter;
    rows.products[index] = row.product;
    rows.cents[index] = row.cents;
  });
  return rows;
}

function newClearRows(count: number): ClearRows {
  return {
    isClear: new Uint8Array(count),
    issued: new Int8Array(count),
    days: new Int32Array(count),
    chambers: new Int32Array(count),
    destinations: new Int32Array(count),
    exporters: new Int32Array(count),
    products: new Int32Array(count),
    cents: new Float64Array(count),
  };
}

/** What a row says in the terms of a frame: the same object for one row after another, because there are millions. */
class RowReading {
  day = 0;
  chamber = 0;
  destination = 0;
  exporter = NONE;
  product = NONE;
  issued = 0;
  cents = NO_VALUE;
  readonly #rows: ScannedRange["rows"];
  readonly #meaning: Meaning;
  readonly #rates: readonly FrameRates[];

  constructor({ rows }: ScannedRange, meaning: Meaning, rates: readonly FrameRates[]) {
    this.#rows = rows;
    this.#meaning = meaning;
    this.#rates = rates;
  }

  /** Reads a row and tells whether all of it is clear. */
  read(row: number): boolean {
    const rows = this.#rows;
    const meaning = this.#meaning;
    const cents = rows.cents[row] ?? CLOSER_LOOK;
    if (cents === CLOSER_LOOK) return false;
    const tuple = rows.tuples[row] ?? 0;
    const exporter = rows.exporters[row] ?? 0;
    this.day = meaning.days[rows.dates[row] ?? 0] ?? UNCLEAR;
    this.destination = meaning.destinations[rows.destinations[row] ?? 0] ?? UNCLEAR;
    this.exporter = (exporter < 0 ? meaning.exporterNames[-exporter] : meaning.exporters[exporter]) ?? UNCLEAR;
    this.product = meaning.products[rows.products[row] ?? 0] ?? UNCLEAR;
    this.issued = meaning.issued[tuple] ?? UNCLEAR;
    this.chamber = meaning.chambers[tuple] ?? 0;
    this.cents = cents;
    const isClear = this.day >= 0 && this.destination >= 0 && this.exporter !== UNCLEAR && this.product !== UNCLEAR;
    return isClear && this.issued !== UNCLEAR && this.#convert(meaning.currencies[tuple] ?? NONE);
  }

  /** Tells whether there is a rate. */
  #convert(currency: number): boolean {
    if (currency === NONE || this.cents === NO_VALUE) return true;
    const rates = this.#rates[currency];
    const units = rates?.units[this.day] ?? 0;
    if (rates === undefined || units === 0) return false;
    this.cents = converted(this.cents, units, rates.reportUnits[this.day] ?? 0);
    return true;
  }
}

/** As `convertCents`, in doubles where they are exact: there are millions. */
function converted(cents: number, units: number, reportUnits: number): number {
  const dividend = 2 * cents * reportUnits + units;
  const divisor = 2 * units;
  // The remainder is exact, the quotient of doubles is not.
  return dividend > Number.MAX_SAFE_INTEGER
    ? exact(Number(convertCents(BigInt(cents), BigInt(units), BigInt(reportUnits))))
    : (dividend - (dividend % divisor)) / divisor;
}
