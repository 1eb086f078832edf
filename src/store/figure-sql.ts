import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import {
  prefixed,
  wholeOf,
  yearBefore,
  type CountSuffix,
  type COUNTS,
  type Figure,
  type FigureColumn,
  type MetricSuffix,
} from "../domain/figure.ts";
import type { Metric } from "../domain/metric.ts";

/** A query in steps: the tables that it makes on the way, and the value that it selects in the end. */
interface Query {
  readonly steps?: Steps;
  readonly value: string;
  /** Where the value comes from; nothing when the value is made of queries of its own. */
  readonly from?: string;
}
type Steps = readonly (readonly [name: string, sql: string])[];

/**
 * The query that gives a figure, for anyone to run over the tables of `origo sql`, which hold the selected certificates and
 * their lines, with goods_value in the report currency. It is a second statement of each formula beside the one in
 * `measures/`, written to be read; tests compare the two.
 */
export function figureSql(figure: Figure): string {
  const { firstMonth, lastMonth } = figure.period;
  const table = figure.column.startsWith("products") ? "lines" : "certificates";
  const months = firstMonth === lastMonth ? `= ${firstMonth}` : `between ${firstMonth} and ${lastMonth}`;
  const part: Steps =
    firstMonth === 1 && lastMonth === 12
      ? []
      : [["same_months", `select * from ${table} where month(issue_date) ${months}`]];
  const fromPart = (sql: string): string =>
    part.length === 0 ? sql : sql.replaceAll(`from ${table}`, "from same_months");
  const { steps = [], value, from } = RULES[figure.column](figure);
  const tables = [...part, ...steps.map(([name, sql]) => [name, fromPart(sql)] as const)].map(
    ([name, sql]) => `${name} as (\n${sql.replaceAll(/^/gm, "  ")}\n)`,
  );
  return [
    ...(tables.length === 0 ? [] : [`with ${tables.join(", ")}`]),
    `select ${value} as ${figure.column}`,
    ...(from === undefined ? [] : [fromPart(from)]),
  ].join("\n");
}

type Rule = (figure: Figure) => Query;

const RULES: Readonly<Record<FigureColumn, Rule>> = {
  ...prefixed("certificates", metricRules("certificates")),
  ...prefixed("goods_value", metricRules("goods_value")),
  ...prefixed("destinations", countRules("destinations")),
  ...prefixed("exporters", countRules("exporters")),
  ...prefixed("products", countRules("products")),
  entrants: ({ period: { year } }) => flow(year, year - 1),
  exiters: ({ period: { year } }) => flow(year - 1, year),
  certificates_with_value: (figure) => one(ofYear("count(goods_value)", figure)),
  value_per_certificate: (figure) =>
    one(`round(${ofYear("sum(goods_value)", figure)}\n  / ${ofYear("count(goods_value)", figure)}, 2)`),
  value_per_certificate_growth: (figure) => {
    const average = (of: Figure): string =>
      `(${ofYear("sum(goods_value)", of)}\n  / ${ofYear("count(goods_value)", of)})`;
    return one(`${average(figure)}\n  / ${average(yearBefore(figure))} - 1`);
  },
};

function metricRules(metric: Metric): Readonly<Record<MetricSuffix, Rule>> {
  const sum = metric === "certificates" ? "count(*)" : "sum(goods_value)";
  // A destination without certificates has a value of 0, which is not the empty sum of SQL.
  const nothingAsZero = (total: string): string => (metric === "goods_value" ? `coalesce(${total}, 0)` : total);
  const total = (figure: Figure): string =>
    figure.destination === null ? ofYear(sum, figure) : nothingAsZero(ofYear(sum, figure));
  const share = (figure: Figure): string => `${total(figure)}\n  / ${total(wholeOf(figure))}`;
  const ranks = ({ period: { year } }: Figure): Steps => [
    [
      "ranks",
      `select year(issue_date) as year, destination,
  rank() over (partition by year(issue_date) order by ${sum} desc nulls last) as place
from certificates where year(issue_date) in (${year - 1}, ${year})
group by year(issue_date), destination`,
    ],
  ];
  const place = ({ period: { year }, destination }: Figure): string =>
    `(select place from ranks where year = ${year} and destination = '${destination}')`;
  const years = ({ destination }: Figure): readonly [string, string] => [
    "years",
    `select year(issue_date) as year, ${
      destination === null ? sum : nothingAsZero(`${sum} filter (where destination = '${destination}')`)
    } as total
from certificates group by year(issue_date)`,
  ];
  // Every year from the first on, also those without a growth: they end a run.
  const growths = (figure: Figure): Steps => [
    years(figure),
    [
      "growths",
      `select y.year, now.total / before.total - 1 as growth
from (select unnest(range((select min(year) from years), ${figure.period.year + 1})) as year) y
  left join years now on now.year = y.year left join years before on before.year = y.year - 1`,
    ],
  ];
  const run = (figure: Figure, ends: string): Query => ({
    steps: growths(figure),
    value: "t.year - max(g.year)",
    from: `from growths t join growths g on g.year < t.year and (g.growth is null or ${ends})
where t.year = ${figure.period.year} group by t.year`,
  });
  const parts = ({ period: { year } }: Figure): Steps => [
    [
      "parts",
      `select ${sum} / sum(${sum}) over () as share
from certificates where year(issue_date) = ${year} group by destination`,
    ],
  ];
  return {
    "": (figure) => one(total(figure)),
    _change: (figure) => one(`${total(figure)}\n  - ${total(yearBefore(figure))}`),
    _growth: (figure) => one(`${total(figure)}\n  / ${total(yearBefore(figure))} - 1`),
    _share: (figure) => one(share(figure)),
    _share_change: (figure) => one(`${share(figure)}\n  - ${share(yearBefore(figure))}`),
    _contribution: (figure) =>
      one(`(${total(figure)}\n  - ${total(yearBefore(figure))})\n  / ${total(wholeOf(yearBefore(figure)))}`),
    _rank: (figure) => ({ steps: ranks(figure), value: place(figure) }),
    _rank_previous: (figure) => ({ steps: ranks(figure), value: place(yearBefore(figure)) }),
    _rank_change: (figure) => ({
      steps: ranks(figure),
      value: `${place(yearBefore(figure))}\n  - ${place(figure)}`,
    }),
    _record: (figure) => ({
      steps: [years(figure)],
      value: `max(total) filter (where year = ${figure.period.year})\n  > max(total) filter (where year < ${figure.period.year})`,
      from: "from years",
    }),
    _strongest_growth_in: (figure) => run(figure, "sign(t.growth) * g.growth > sign(t.growth) * t.growth"),
    _streak: (figure) => run(figure, "sign(g.growth) <> sign(t.growth)"),
    _hhi: (figure) => ({ steps: parts(figure), value: "sum(share * share)", from: "from parts" }),
    _effective_number: (figure) => ({ steps: parts(figure), value: "1 / sum(share * share)", from: "from parts" }),
    _top_5_share: (figure) => ({
      steps: parts(figure),
      value: "sum(share)",
      from: "from (select share from parts order by share desc nulls last limit 5)",
    }),
    _best_month: ({ period: { year } }) => ({
      value: "month(issue_date)",
      from: `from certificates where year(issue_date) = ${year}
group by month(issue_date) order by ${sum} desc limit 1`,
    }),
  };
}

function countRules(count: (typeof COUNTS)[number]): Readonly<Record<CountSuffix, Rule>> {
  const table = count === "products" ? "lines" : "certificates";
  const distinct = ({ period: { year } }: Figure): string => `${DISTINCT[count]} and year(issue_date) = ${year})`;
  return {
    "": (figure) => one(distinct(figure), table),
    _change: (figure) => one(`${distinct(figure)}\n  - ${distinct(yearBefore(figure))}`, table),
    _growth: (figure) => one(`${distinct(figure)}\n  / ${distinct(yearBefore(figure))} - 1`, table),
  };
}

const DISTINCT: Readonly<Record<(typeof COUNTS)[number], string>> = {
  destinations: `count(distinct destination) filter (where destination <> '${NOT_A_COUNTRY}'`,
  exporters: "count(distinct exporter) filter (where exporter is not null",
  products: "count(distinct left(hs_code, 6)) filter (where length(hs_code) >= 6",
};

/** The exporters of one year that are not there in another. */
function flow(year: number, without: number): Query {
  return {
    value: "count(distinct exporter)",
    from: `from certificates
where year(issue_date) = ${year} and exporter not in (
  select exporter from certificates where year(issue_date) = ${without} and exporter is not null
)`,
  };
}

function one(expression: string, table = "certificates"): Query {
  return { value: expression, from: `from ${table}` };
}

function ofYear(aggregate: string, { period: { year }, destination }: Figure): string {
  const here = destination === null ? "" : ` and destination = '${destination}'`;
  return `${aggregate} filter (where year(issue_date) = ${year}${here})`;
}
