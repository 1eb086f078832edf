import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/**
 * How much more of an item a part has than the whole: its share there over its share in the whole. Above 1 the part is
 * specialised in it. The totals are those of the part and of the whole, which the items need not sum to.
 */
export const locationQuotient: Measure<
  [partOfItem: bigint | null, part: bigint | null, item: bigint | null, whole: bigint | null],
  Fraction | null
> = {
  id: "location_quotient",
  title: "Location quotient",
  unit: "number",
  formula: "(x_cd / x_c) / (x_d / x)",
  undefinedWhen: "the part has nothing at all, or the whole nothing of the item",
  source:
    "Isard, Methods of Regional Analysis (1960), chapter 7; in trade: Balassa (1965), The Manchester School 33(2), revealed comparative advantage",
  compute(partOfItem, part, item, whole) {
    if (partOfItem === null || part === null || item === null || whole === null) return null;
    return fraction(partOfItem * whole, part * item);
  },
};
