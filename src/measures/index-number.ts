import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** A total as an index number: the base period is 100. Exact. */
export const indexNumber: Measure<[total: bigint | null, base: bigint | null], Fraction | null> = {
  id: "index",
  title: "Index (base = 100)",
  unit: "number",
  formula: "100 X_t / X_base",
  undefinedWhen: "X_base is 0 or missing, or X_t is missing",
  source: "simple index number; OECD, Data and Metadata Reporting and Presentation Handbook (2007), chapter 4",
  compute(total, base) {
    return total === null || base === null ? null : fraction(100n * total, base);
  },
};
