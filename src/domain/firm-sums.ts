import type { FirmClass } from "./firm-class.ts";
import type { Totals } from "./totals.ts";

/** What the exporters of a class do in a year. One that states two sizes in a year is in the class of each, and once in all. */
export interface FirmSums extends Totals {
  readonly year: number;
  readonly firmClass: FirmClass;
  readonly exporters: number;
  /** Exporters whose first certificate on file, of whatever kind, is of this year. */
  readonly firstTime: number;
  /** How many exporters have so many destinations. */
  readonly byDestinations: readonly { readonly destinations: number; readonly exporters: number }[];
}

/** A series of another population, such as all exporters of a country, by year, class and measure; values as integers of one scale. */
export interface FirmBenchmark {
  readonly file: string;
  readonly measures: readonly FirmMeasure[];
  readonly value: (year: number, firmClass: FirmClass, measure: FirmMeasure) => bigint | null;
}

/** What a benchmark can be of. */
export const FIRM_MEASURES = ["exporters", "certificates", "goods_value"] as const;
export type FirmMeasure = (typeof FIRM_MEASURES)[number];
