import type { Measure } from "./measure.ts";

/** Those that are active in a year and were in the year before. With the entrants they are all of the year. */
export const incumbents: Measure<
  [current: ReadonlySet<string>, previous: ReadonlySet<string> | null],
  readonly string[] | null
> = {
  id: "incumbents",
  title: "Incumbents",
  unit: "count",
  formula: "active in t-1 and in t",
  undefinedWhen: "t-1 is not on file, or one of the two years is incomplete",
  source: "World Bank, Exporter Dynamics Database (Cebeci, Fernandes, Freund and Pierola 2012, WPS 6229)",
  compute(current, previous) {
    return previous && [...current].filter((exporter) => previous.has(exporter));
  },
};
