import type { KeptItems } from "../domain/exporter-sums.ts";
import { fraction, meanOfFractions, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/**
 * How fast incumbents change their destinations, or their products: the average over exporters of the part that is new (entry: the items
 * of t, those kept from t-1) or gone (exit: the items of t-1, those kept in t). Exporters without a known item are left out.
 */
export const itemTurnover: Measure<[items: readonly KeptItems[] | null], Fraction | null> = {
  id: "item_turnover",
  title: "Entry and exit rate of destinations and of products of incumbents",
  unit: "fraction",
  formula: "mean over incumbents of (items - kept items) / items; entry: items of t, exit: items of t-1",
  undefinedWhen: "the incumbents are, or none of them has an item",
  source: "World Bank, Exporter Dynamics Database (Cebeci, Fernandes, Freund and Pierola 2012, WPS 6229)",
  compute(items) {
    if (items === null) return null;
    return meanOfFractions(items.flatMap(({ count, kept }) => fraction(BigInt(count - kept), BigInt(count)) ?? []));
  },
};
