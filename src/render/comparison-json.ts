import { comparisonTable, crossBorderTable, type ComparisonNames } from "../report/comparison-tables.ts";
import type { ChamberGroup, Comparison } from "../report/comparison.ts";
import { jsonRows, renderJson, type JsonValue } from "./json.ts";

/** A comparison as one document; `data/schemas/output.schema.json` describes it. */
export function renderComparisonJson(comparison: Comparison, names: ComparisonNames): string {
  return renderJson("compare", comparison.provenance, {
    by: comparison.by,
    region: jsonGroup(comparison, names),
    ...Object.fromEntries(
      (["levels", "items", "overlap", "periods"] as const).map((table) => [
        table,
        jsonRows(comparisonTable(comparison, table, names)),
      ]),
    ),
    trade: comparison.trade && jsonRows(comparisonTable(comparison, "trade", names)),
  });
}

/** The chambers that are put together, the months that they have in common, and the certificates that two of them have. */
export function jsonGroup(group: ChamberGroup, names: Pick<ComparisonNames, "countryOf">): JsonValue {
  return {
    name: group.name,
    chambers: group.chambers.map(({ id, name, country, home }) => ({ id, name, country, home })),
    commonPeriod: { ...group.common },
    crossBorder: {
      counted: group.countBoth ? "both" : "once",
      certificates: jsonRows(crossBorderTable(group, names)),
    },
  };
}
