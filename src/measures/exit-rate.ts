import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** The part of the exporters of the year before that are gone. */
export const exitRate: Measure<[exiters: number | null, exportersBefore: number | null], Fraction | null> = {
  id: "exit_rate",
  title: "Exit rate",
  unit: "fraction",
  formula: "exiters_t / exporters_{t-1}",
  undefinedWhen: "the exiters are, or there is no exporter in t-1",
  source: "World Bank, Exporter Dynamics Database (Cebeci, Fernandes, Freund and Pierola 2012, WPS 6229)",
  compute(exiters, exportersBefore) {
    return exiters === null || exportersBefore === null ? null : fraction(BigInt(exiters), BigInt(exportersBefore));
  },
};
