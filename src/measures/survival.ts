import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** The part of the entrants of a year that survive k years. It never rises with k. */
export const survival: Measure<[survivors: number | null, entrants: number | null], Fraction | null> = {
  id: "survival",
  title: "Survival rate",
  unit: "fraction",
  formula: "survivors_{t,k} / entrants_t, k = 1, 2, 3",
  undefinedWhen: "the survivors are, or there is no entrant in t",
  source: "World Bank, Exporter Dynamics Database (Cebeci, Fernandes, Freund and Pierola 2012, WPS 6229)",
  compute(survivors, entrants) {
    return survivors === null || entrants === null ? null : fraction(BigInt(survivors), BigInt(entrants));
  },
};
