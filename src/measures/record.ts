import type { Measure } from "./measure.ts";

/** A period's total in a series in order of time. */
export interface PeriodTotal {
  readonly year: number;
  readonly total: bigint;
}

export interface RecordResult {
  readonly isRecord: boolean;
  /** The first year on file: "a record since". */
  readonly since: number;
  /** The highest earlier year; of equal ones the latest. */
  readonly best: PeriodTotal;
}

/** Whether the last total of a series of complete years is strictly above every earlier one. */
export const record: Measure<[series: readonly PeriodTotal[]], RecordResult | null> = {
  id: "record",
  title: "Record",
  unit: "yes or no",
  formula: "X_t > max(X_s : s < t, s on file)",
  undefinedWhen: "fewer than 3 periods are on file",
  source: "strict maximum; an equalled maximum is no record",
  compute(series) {
    const last = series.at(-1);
    const earlier = series.slice(0, -1);
    const first = earlier[0];
    if (last === undefined || first === undefined || series.length < 3) return null;
    const best = earlier.reduce((a, b) => (b.total >= a.total ? b : a));
    return { isRecord: last.total > best.total, since: first.year, best };
  },
};
