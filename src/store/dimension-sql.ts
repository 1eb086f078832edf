import type { Dimension, ItemDimension, SetDimension } from "../domain/dimension.ts";
import { isPeriod } from "../domain/dimension.ts";
import type { PeriodLength } from "../domain/period.ts";

/** A dimension over the rows `c` of selected certificates or lines: the item as text, empty when not stated. */
export interface DimensionSql {
  readonly expression: string;
  /** What has to be joined first. A join may give a row several items, never the same one twice. */
  readonly join?: string;
}

/** `period_date` is the issue date, or a year after it where a year is looked at as the year before another. */
const PERIOD_SQL: Readonly<Record<PeriodLength, string>> = {
  year: "year(c.period_date)::varchar",
  quarter: "year(c.period_date) || '-Q' || quarter(c.period_date)",
  month: "strftime(c.period_date, '%Y-%m')",
};

export const ITEM_SQL: Readonly<Record<ItemDimension, DimensionSql>> = {
  destination: { expression: "c.destination" },
  region: withRegion("region"),
  sub_region: withRegion("sub_region"),
  bloc: {
    expression: "coalesce(b.bloc, 'none')",
    join: `left join bloc_member b on b.country = c.destination and b.first_day <= c.issue_date
      and (b.until_day is null or c.issue_date < b.until_day)`,
  },
  exporter: { expression: "coalesce(c.exporter, '')" },
  exporter_size: { expression: "coalesce(c.exporter_size, '')" },
  chamber: { expression: "coalesce(c.chamber, '')" },
  certificate_type: { expression: "coalesce(c.certificate_type, '')" },
  origin: {
    expression: "coalesce(o.country, '')",
    join: "left join (select distinct origin, unnest(string_split(origin, ',')) as country from counted_rows) o on o.origin = c.origin",
  },
  hs2: { expression: hsLevel(2) },
  hs4: { expression: hsLevel(4) },
  hs6: { expression: hsLevel(6) },
  currency: { expression: "coalesce(c.currency, '')" },
  group: ofSets("group"),
  theme: ofSets("theme"),
};

function withRegion(level: "region" | "sub_region"): DimensionSql {
  return {
    expression: `coalesce(r_${level}.${level}, '')`,
    join: `left join country_region r_${level} on r_${level}.country = c.destination`,
  };
}

/** `fillLineSets` makes the table that this looks into. */
function ofSets(dimension: SetDimension): DimensionSql {
  return {
    expression: `coalesce(line_${dimension}.item, 'none')`,
    join: `left join line_${dimension} on line_${dimension}.file_id = c.file_id and line_${dimension}.line = c.line`,
  };
}

function hsLevel(digits: number): string {
  return `case when length(c.hs_code) >= ${digits} then left(c.hs_code, ${digits}) else '' end`;
}

export function dimensionSql(dimension: Dimension): DimensionSql {
  return isPeriod(dimension) ? { expression: PERIOD_SQL[dimension] } : ITEM_SQL[dimension];
}
