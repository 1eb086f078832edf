import { isOfLines, isOverlapping, type Dimension } from "../domain/dimension.ts";
import type { DistinctCount, GroupTotals } from "../domain/totals.ts";
import { LINE_TOTALS, TOTALS, totalsOf, type TotalsRow } from "./aggregate.ts";
import { dimensionSql } from "./dimension-sql.ts";
import type { Engine } from "./engine.ts";
import type { Selected } from "./selection.ts";

/** How certificates are to be grouped. */
export interface Grouping {
  readonly dimensions: readonly Dimension[];
  /** What to count apart in each group. */
  readonly counts: ReadonlySet<DistinctCount>;
  /** Only certificates of these months, such as `2017-09`. */
  readonly months?: readonly string[];
  /** Groups of other dimensions, by their items, to leave out. */
  readonly without?: { readonly dimensions: readonly Dimension[]; readonly items: readonly (readonly string[])[] };
}

const COUNTS: Readonly<Record<DistinctCount, string>> = {
  exporters: "count(distinct c.exporter)",
  destinations: "count(distinct c.destination) filter (where c.destination <> 'XX')",
  products: "count(distinct left(c.hs_code, 6)) filter (where length(c.hs_code) >= 6)",
};

/** The sums of each group that has certificates, in order of its items. */
export async function sumsByGroup(
  engine: Engine,
  selected: Selected,
  { dimensions, counts, months, without }: Grouping,
): Promise<readonly GroupTotals[]> {
  const ofLines = counts.has("products") || [...dimensions, ...(without?.dimensions ?? [])].some(isOfLines);
  const rows = selected.relation(ofLines ? "counted_rows" : "certificates");
  const conditions = ["true"];
  if (months !== undefined) {
    await engine.fill(
      "compared_month",
      ["month"],
      months.map((month) => [month]),
    );
    conditions.push(`${dimensionSql("month").expression} in (select month from compared_month)`);
  }
  const left = without === undefined ? rows : await rowsWithout(engine, rows, without);
  const items = dimensions.map((each, index) => `${dimensionSql(each).expression} as item${index}`);
  const source = ofLines
    ? left
    : `(select *, 1 as certificates, (goods_cents is not null)::integer as valued from ${left})`;
  const places = dimensions.map((_, index) => index + 1).join(", ");
  const groups = await engine.rows<TotalsRow>(
    `select ${[...items, ofLines ? LINE_TOTALS : TOTALS, ...[...counts].map((each) => `${COUNTS[each]}::varchar as ${each}`)].join(", ")}
     from ${source} c ${joinsOf(dimensions)}
     where ${conditions.join(" and ")}
     ${dimensions.length === 0 ? "having count(*) > 0" : `group by ${places} order by ${places}`}`,
    selected.parameters,
  );
  return groups.map((row) => ({
    ...totalsOf(row),
    items: dimensions.map((_, index) => String(row[`item${index}`])),
    counts: {
      exporters: Number(row["exporters"] ?? 0),
      destinations: Number(row["destinations"] ?? 0),
      products: Number(row["products"] ?? 0),
    },
  }));
}

/** The rows that have an item which is not among the named ones, each once: what is in two unnamed blocs is one row. */
async function rowsWithout(
  engine: Engine,
  rows: string,
  { dimensions, items }: NonNullable<Grouping["without"]>,
): Promise<string> {
  await engine.fill(
    "named_group",
    dimensions.map((_, index) => `item${index}`),
    items,
  );
  const same = dimensions.map((each, index) => `n.item${index} = ${dimensionSql(each).expression}`);
  return `(select ${dimensions.some(isOverlapping) ? "distinct " : ""}c.* from ${rows} c ${joinsOf(dimensions)}
    where not exists (select 1 from named_group n where ${same.join(" and ")}))`;
}

function joinsOf(dimensions: readonly Dimension[]): string {
  return dimensions.map((each) => dimensionSql(each).join ?? "").join(" ");
}
