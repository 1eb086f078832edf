import type { Measure } from "./measure.ts";

/** Those that are active in a year and were not in the year before (of exporters, or of exporters to one destination ...). */
export const entrants: Measure<
  [current: ReadonlySet<string>, previous: ReadonlySet<string> | null],
  readonly string[] | null
> = {
  id: "entrants",
  title: "Entrants",
  unit: "count",
  formula: "active in t, not in t-1",
  undefinedWhen: "t-1 is not on file, or one of the two years is incomplete",
  source: "World Bank, Exporter Dynamics Database (Cebeci, Fernandes, Freund and Pierola 2012, WPS 6229)",
  compute(current, previous) {
    return previous && [...current].filter((exporter) => !previous.has(exporter));
  },
};
