import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** The part of the exporters of a year that are entrants. */
export const entryRate: Measure<[entrants: number | null, exporters: number], Fraction | null> = {
  id: "entry_rate",
  title: "Entry rate",
  unit: "fraction",
  formula: "entrants_t / exporters_t",
  undefinedWhen: "the entrants are, or there is no exporter in t",
  source: "World Bank, Exporter Dynamics Database (Cebeci, Fernandes, Freund and Pierola 2012, WPS 6229)",
  compute(entrants, exporters) {
    return entrants === null ? null : fraction(BigInt(entrants), BigInt(exporters));
  },
};
