import { divideHalfUp } from "../domain/fraction.ts";
import type { Cents } from "../domain/money.ts";
import type { Measure } from "./measure.ts";

/** Average value in cents, half-up, of the certificates that have one. */
export const valuePerCertificate: Measure<[goodsCents: Cents | null, valued: number], Cents | null> = {
  id: "value_per_certificate",
  title: "Value per certificate",
  unit: "money",
  formula: "goods_value / certificates having a value",
  undefinedWhen: "no certificate has a value",
  source: "arithmetic mean",
  compute(goodsCents, valued) {
    return goodsCents === null || valued === 0 ? null : divideHalfUp(goodsCents, BigInt(valued));
  },
};
