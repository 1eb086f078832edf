import type { Measure } from "./measure.ts";

/** Those that were active in the year before and are not in this one: the exit is dated to the first year of absence. */
export const exiters: Measure<
  [current: ReadonlySet<string>, previous: ReadonlySet<string> | null],
  readonly string[] | null
> = {
  id: "exiters",
  title: "Exiters",
  unit: "count",
  formula: "active in t-1, not in t",
  undefinedWhen: "t-1 is not on file, or one of the two years is incomplete",
  source: "World Bank, Exporter Dynamics Database (Cebeci, Fernandes, Freund and Pierola 2012, WPS 6229)",
  compute(current, previous) {
    return previous && [...previous].filter((exporter) => !current.has(exporter));
  },
};
