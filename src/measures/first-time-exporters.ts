import type { Measure } from "./measure.ts";

/** With fewer years before it on file, an exporter that comes every few years would pass for a new one. */
const YEARS_BEFORE = 3;

/** Exporters whose first certificate on file is of the year. `yearsBefore`: whole years on file directly before it. */
export const firstTimeExporters: Measure<[firstSeen: number, yearsBefore: number], number | null> = {
  id: "first_time_exporters",
  title: "First-time exporters",
  unit: "count",
  formula: "exporters with a certificate in t and none before t on file, whatever is selected",
  undefinedWhen: `one of the ${YEARS_BEFORE} years before t is not on file, or not whole`,
  source: "as cohorts in the World Bank's Exporter Dynamics Database, with the years that it takes to know",
  compute(firstSeen, yearsBefore) {
    return yearsBefore < YEARS_BEFORE ? null : firstSeen;
  },
};
