import { ratioToNumber, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";
import { inOrder, quartile } from "./quartile.ts";

/** How a quantity (value in cents, destinations, products) is spread over exporters, in the unit of the quantity. */
export interface Distribution {
  readonly count: number;
  readonly mean: Fraction;
  /** `null` for one exporter. */
  readonly standardDeviation: number | null;
  readonly lowerQuartile: Fraction;
  readonly median: Fraction;
  readonly upperQuartile: Fraction;
}

/**
 * Mean, standard deviation and quartiles over exporters. All but the standard deviation, which is a root, are exact.
 * Quartiles are those of type 7 of Hyndman and Fan: the default of R, NumPy, pandas and Excel's QUARTILE.INC.
 */
export const perExporter: Measure<[values: readonly bigint[]], Distribution | null> = {
  id: "per_exporter",
  title: "Per exporter",
  unit: "number",
  formula:
    "mean; s = sqrt(sum of (x - mean)^2 / (n - 1)); quartile p = x_(h) interpolated at h = (n - 1)p + 1, p = 1/4, 1/2, 3/4",
  undefinedWhen: "there is no exporter; s: when there is one",
  source: "Hyndman and Fan (1996), The American Statistician 50(4), type 7; s in binary floating point",
  compute(values) {
    if (values.length === 0) return null;
    const ascending = inOrder(values);
    return {
      count: values.length,
      mean: { numerator: values.reduce((sum, each) => sum + each, 0n), denominator: BigInt(values.length) },
      standardDeviation: standardDeviation(values),
      lowerQuartile: quartile(ascending, 1),
      median: quartile(ascending, 2),
      upperQuartile: quartile(ascending, 3),
    };
  },
};

/** Exact up to the root: n sum(x^2) - sum(x)^2 in integers loses nothing to cancellation. */
function standardDeviation(values: readonly bigint[]): number | null {
  if (values.length < 2) return null;
  const n = BigInt(values.length);
  const sum = values.reduce((total, each) => total + each, 0n);
  const squares = values.reduce((total, each) => total + each * each, 0n);
  return Math.sqrt(ratioToNumber({ numerator: n * squares - sum * sum, denominator: n * (n - 1n) }));
}
