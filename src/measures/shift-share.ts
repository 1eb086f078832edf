import type { Cents } from "../domain/money.ts";
import { fraction, subtractFractions, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** Two years of one total: of an item here, of the item in the benchmark, or of the whole benchmark. */
export interface TwoYears {
  readonly previous: Cents;
  readonly current: Cents;
}

/** The three parts of an item's change, in cents; they sum exactly to it. */
export interface ShiftShare {
  /** What the item would have gained at the growth of the whole benchmark. */
  readonly benchmark: Fraction;
  /** What it gained because its kind grew otherwise than the whole benchmark. */
  readonly mix: Fraction;
  /** What it gained because it grew otherwise than its kind in the benchmark. */
  readonly competitive: Fraction;
}

/** Splits the change of an item (a destination, a product) against a benchmark such as a country's exports. Exact. */
export const shiftShare: Measure<[item: TwoYears, benchmarkItem: TwoYears, benchmark: TwoYears], ShiftShare | null> = {
  id: "shift_share",
  title: "Shift-share",
  unit: "money",
  formula:
    "x_it - x_i,t-1 = g x_i + (g_i - g) x_i + (r_i - g_i) x_i, x_i of t-1, g the growth of the benchmark, g_i of the item in it, r_i here",
  undefinedWhen: "there is no benchmark, its total in t-1 is 0, or that of the item is and x_i is not",
  source:
    "Dunn (1960), Papers of the Regional Science Association 6: a statistical and analytical technique for regional analysis",
  compute(item, benchmarkItem, benchmark) {
    const x = item.previous;
    const ofWhole = fraction(x * (benchmark.current - benchmark.previous), benchmark.previous);
    // What was nothing gains nothing with its kind, whatever that did.
    const ofKind =
      x === 0n
        ? fraction(0n, 1n)
        : fraction(x * (benchmarkItem.current - benchmarkItem.previous), benchmarkItem.previous);
    if (ofWhole === null || ofKind === null) return null;
    return {
      benchmark: ofWhole,
      mix: subtractFractions(ofKind, ofWhole),
      competitive: subtractFractions({ numerator: item.current - x, denominator: 1n }, ofKind),
    };
  },
};
