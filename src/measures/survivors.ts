import type { Measure } from "./measure.ts";

/** The entrants of a year that are active in each of the `k` years after it. For k = 1, the surviving entrants. */
export const survivors: Measure<
  [entrants: readonly string[] | null, later: readonly (ReadonlySet<string> | null)[]],
  readonly string[] | null
> = {
  id: "survivors",
  title: "Surviving entrants",
  unit: "count",
  formula: "entrants of t that are active in t+1, ..., t+k (k = 1 where it is not said)",
  undefinedWhen: "the entrants are, or one of the years t+1 to t+k is not on file or incomplete",
  source: "World Bank, Exporter Dynamics Database (Cebeci, Fernandes, Freund and Pierola 2012, WPS 6229)",
  compute(cohort, later) {
    if (cohort === null || later.includes(null)) return null;
    return cohort.filter((exporter) => later.every((year) => year?.has(exporter)));
  },
};
