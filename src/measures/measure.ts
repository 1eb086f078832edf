/** What the numbers of a measure are. Fractions are printed as percentages, percentage points and plain numbers as such. */
export type Unit =
  | "count"
  | "money"
  | "fraction"
  | "percentage points"
  | "log points"
  | "number"
  | "rank"
  | "years"
  | "month"
  | "yes or no";

/** How a measure is known: to outputs by its id, to people by its title, to economists by formula and source. */
export interface MeasureInfo {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  readonly formula: string;
  /** When the measure has no result; it is then empty, never 0. */
  readonly undefinedWhen: string;
  readonly source: string;
}

/** A measure: what it is, and the pure function that computes it. */
export interface Measure<Inputs extends readonly unknown[], Result> extends MeasureInfo {
  readonly compute: (...inputs: Inputs) => Result;
}
