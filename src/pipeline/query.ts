import { isOfLines, isOfSets, isOverlapping, isPeriod, DIMENSIONS, type Dimension } from "../domain/dimension.ts";
import type { Language } from "../domain/language.ts";
import type { Overlap } from "../domain/overlap.ts";
import { comparedMonths, PERIOD_LENGTHS, wholeYears, type YearWindow } from "../domain/period.ts";
import type { Selection } from "../domain/scope.ts";
import type { GroupTotals } from "../domain/totals.ts";
import { fieldsOf, type Where } from "../domain/where.ts";
import { UserError } from "../domain/user-error.ts";
import { nearestText } from "../reference/nearest.ts";
import type { Provenance } from "../report/provenance.ts";
import type { BaseYear } from "../report/base-year.ts";
import { hasBase, isComparing, QUERY_MEASURES, type QueryMeasure } from "../report/query-measures.ts";
import {
  countsOf,
  cutRows,
  itemRows,
  keyOf,
  periodsOf,
  queryTable,
  rowsOf,
  sumGroupings,
  wholeOf,
  withSums,
  type QueryPlan,
  type QueryRow,
  type QuerySort,
  type SumsOf,
  type SumsRole,
} from "../report/query-table.ts";
import type { Table } from "../report/table.ts";
import { exporterNames } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";
import { readOverlaps } from "../store/overlaps.ts";
import { sumsByGroup, type Grouping } from "../store/group-sums.ts";
import { selectCertificates, type Selected } from "../store/selection.ts";
import { assertFields } from "./assert-fields.ts";
import { selectBaseYear } from "./base-year.ts";
import { itemNames } from "./labels.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import type { Output } from "./output.ts";
import { readProvenance } from "./provenance.ts";
import { refuseIncomplete } from "./refuse-incomplete.ts";
import { renderTable } from "./render-table.ts";

/** What a query asks of the certificates. */
export interface QueryQuestion {
  /** Dimensions, by name. */
  readonly by: readonly string[];
  /** Ids of measures. */
  readonly measures: readonly string[];
  /** Which rows to show, by their items; shares stay those of the whole. */
  readonly only?: Where;
  /** Columns to sort by; a leading `-` is descending. */
  readonly sort?: readonly string[];
  readonly limit?: number;
  readonly top?: number;
  /** `total`, or dimensions among `by`: by default the periods. */
  readonly shareOf?: readonly string[];
  /** The year that index numbers and average growth are based on. */
  readonly base?: number;
  readonly other?: boolean;
  readonly subtotals?: boolean;
  readonly totals?: boolean;
}

export interface QueryOptions extends ReadOptions, QueryQuestion {}

export interface Query {
  readonly plan: QueryPlan;
  readonly rows: readonly QueryRow[];
  /** `null` when no measure looks at one. */
  readonly base: BaseYear | null;
  /** What groups or themes have in common, as far as these are dimensions. */
  readonly overlaps: readonly Overlap[];
  /** Names by exporter, when that is a dimension. */
  readonly exporterNames: ReadonlyMap<string, string>;
  readonly provenance: Provenance;
}

/** Any measures by any dimensions. */
export async function query(options: QueryOptions): Promise<Query> {
  const plan = planQuery(options);
  return withCertificates(
    options,
    async (engine, currency) => {
      const length = PERIOD_LENGTHS.findLast((each) => plan.by.includes(each)) ?? "year";
      await refuseIncomplete(engine, options, { length });
      return readQuery(engine, currency, options.selection, plan);
    },
    plan.by,
  );
}

export async function readQuery(
  engine: Engine,
  currency: string,
  selection: Selection,
  plan: QueryPlan,
): Promise<Query> {
  const { provenance, windows } = await readProvenance(engine, currency, selection);
  if (provenance.balance.counted > 0) await assertFields(engine, plan);
  const base = plan.base === null ? null : await selectBaseYear(engine, currency, selection, plan.base);
  const read = (grouping: Omit<Grouping, "counts" | "months">, role: SumsRole): Promise<readonly GroupTotals[]> =>
    role === "base"
      ? readBaseSums(engine, base, wholeYears(windows), { ...grouping, counts: new Set() })
      : readSums(engine, selection, windows, { ...grouping, counts: countsOf(plan) }, role);
  const groupings = [plan.by, ...(plan.other ? [periodsOf(plan.by)] : []), ...sumGroupings(plan)];
  const sumsOf = await loadSums(plan, groupings, (dimensions, role) => read({ dimensions }, role));
  const items = itemRows(plan, sumsOf);
  const shown = cutRows(plan, items);
  const sums: QueryRow[] = [];
  if (plan.other && shown.length < items.length) {
    const without = {
      dimensions: plan.by,
      items: shown.map((row) => plan.by.map((each) => row.items.get(each) ?? "")),
    };
    const periods = periodsOf(plan.by);
    const left = await loadSums(plan, [periods], async (dimensions, role) =>
      // What is left differs from year to year, and so has no base.
      role === "base" ? [] : read({ dimensions, without }, role),
    );
    const shownPeriods = new Set(shown.map((row) => keyOf(row.items, periods)));
    sums.push(
      ...rowsOf(plan, "other", periods, left, sumsOf).filter((row) => shownPeriods.has(keyOf(row.items, periods))),
    );
  }
  for (const dimensions of sumGroupings(plan).toReversed()) {
    sums.push(...rowsOf(plan, dimensions.length === 0 ? "total" : "subtotal", dimensions, sumsOf));
  }
  const overlaps: Overlap[] = [];
  for (const each of plan.by.filter(isOfSets)) {
    overlaps.push(...(await readOverlaps(engine, each, selectCertificates(selection))));
  }
  return {
    plan,
    rows: withSums(plan, shown, sums),
    base: plan.base === null ? null : { year: plan.base, complete: base !== null },
    overlaps,
    exporterNames: plan.by.includes("exporter") ? await exporterNames(engine) : new Map(),
    provenance,
  };
}

/** The sums of a grouping in a role: those of the year before stand under the periods a year later. */
async function readSums(
  engine: Engine,
  selection: Selection,
  windows: readonly YearWindow[],
  grouping: Grouping,
  role: Exclude<SumsRole, "base">,
): Promise<readonly GroupTotals[]> {
  if (role === "current") return sumsByGroup(engine, selectCertificates(selection), grouping);
  const finest = PERIOD_LENGTHS.findLast((length) => grouping.dimensions.includes(length)) ?? "year";
  const months = comparedMonths(windows, finest);
  const selected = selectCertificates(selection, role === "before" ? "year-before" : "as-issued");
  return sumsByGroup(engine, selected, { ...grouping, months });
}

/** The sums of a base year, under each of some years. */
async function readBaseSums(
  engine: Engine,
  base: Selected | null,
  years: readonly number[],
  grouping: Grouping,
): Promise<readonly GroupTotals[]> {
  const place = grouping.dimensions.indexOf("year");
  if (base === null || place === -1) return [];
  const sums = await sumsByGroup(engine, base, { ...grouping, dimensions: grouping.dimensions.toSpliced(place, 1) });
  return years.flatMap((year) =>
    sums.map((each) => ({ ...each, items: each.items.toSpliced(place, 0, String(year)) })),
  );
}

/** Reads all sums that the figures of some groupings are made of. */
async function loadSums(
  plan: QueryPlan,
  groupings: readonly (readonly Dimension[])[],
  read: (dimensions: readonly Dimension[], role: SumsRole) => Promise<readonly GroupTotals[]>,
): Promise<SumsOf> {
  const loaded = new Map<string, readonly GroupTotals[]>();
  const load = async (dimensions: readonly Dimension[], role: SumsRole): Promise<void> => {
    const key = `${role} ${dimensions.join()}`;
    if (!loaded.has(key)) loaded.set(key, await read(dimensions, role));
  };
  const comparing = plan.measures.some(isComparing);
  for (const dimensions of groupings) {
    await load(dimensions, "current");
    await load(wholeOf(plan, dimensions, false), "current");
    if (plan.base !== null) await load(dimensions, "base");
    const periods = periodsOf(dimensions);
    if (!comparing || periods.length === 0) continue;
    for (const role of ["compared", "before"] as const) {
      await load(dimensions, role);
      await load(wholeOf(plan, dimensions, true), role);
    }
    await load(periods, "before");
  }
  return (dimensions, role) => loaded.get(`${role} ${dimensions.join()}`) ?? [];
}

/** What is asked for, in the words of the house; whatever is not one of them is an error that names the nearest. */
export function planQuery(options: QueryQuestion): QueryPlan {
  const by = options.by.map((text) => named(text, DIMENSIONS, (each) => each, "dimension"));
  const measures = options.measures.map((text) => named(text, QUERY_MEASURES, ({ id }) => id, "measure"));
  refuseTwice(by, "--by");
  refuseTwice(options.measures, "--measures");
  const columns = [...by, ...measures.map(({ id }) => id)];
  const sort = (options.sort ?? []).map((text): QuerySort => {
    const descending = text.startsWith("-");
    return {
      column: named(descending ? text.slice(1) : text, columns, (each) => each, "column of this query"),
      descending,
    };
  });
  const shareOf =
    options.shareOf === undefined
      ? periodsOf(by)
      : options.shareOf.length === 1 && options.shareOf[0] === "total"
        ? []
        : options.shareOf.map((text) =>
            named(text, by, (each) => each, "dimension of this query; --share-of takes total or some of --by"),
          );
  assertComparable(by, measures, shareOf);
  const { base = null } = options;
  assertBase(base, by, measures);
  const { only = null } = options;
  assertOnly(only, by);
  if (options.other === true && options.limit === undefined && options.top === undefined && only === null) {
    throw new UserError(
      2,
      "--other is what is left out, and nothing is",
      "add --limit N, --top N for each period, or --only",
    );
  }
  const { limit = null, top = null, other = false, subtotals = false, totals = false } = options;
  return { by, measures, shareOf, base, only, sort, limit, top, other, subtotals, totals };
}

function named<Thing>(text: string, all: readonly Thing[], nameOf: (thing: Thing) => string, what: string): Thing {
  const found = all.find((each) => nameOf(each) === text.trim());
  if (found !== undefined) return found;
  const names = all.map(nameOf);
  const nearest = nearestText(text, names);
  throw new UserError(
    2,
    `"${text}" is no ${what}`,
    nearest === null ? `there are ${names.join(", ")}` : `did you mean ${nearest}?`,
  );
}

function refuseTwice(names: readonly string[], option: string): void {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new UserError(2, `${option} names ${twice} twice`, "name it once");
}

/** Rows are known by their items, and by nothing else. */
function assertOnly(only: Where | null, by: readonly Dimension[]): void {
  const field = [...fieldsOf(only)].find((each) => !by.some((dimension) => dimension === each));
  if (field === undefined) return;
  throw new UserError(
    2,
    `--only is about the rows of the table, and ${field} is not in --by`,
    `add ${field} to --by, or use --where for a condition on the certificates`,
  );
}

/** What compares years needs a period; a change of share needs shares of a period. */
function assertComparable(
  by: readonly Dimension[],
  measures: readonly QueryMeasure[],
  shareOf: readonly Dimension[],
): void {
  const comparing = measures.find(isComparing);
  const periods = periodsOf(by);
  if (comparing !== undefined && periods.length === 0) {
    throw new UserError(
      2,
      `${comparing.id} compares a period with the year before, and there is no period`,
      "add year, quarter or month to --by",
    );
  }
  const change = measures.find(({ figure }) => figure === "share_change");
  const missing = periods.find((each) => !shareOf.includes(each));
  if (change !== undefined && missing !== undefined) {
    throw new UserError(
      2,
      `${change.id} is of shares of a ${missing}, and --share-of has none`,
      `add ${missing} to --share-of`,
    );
  }
}

/** Index numbers and average growth are of whole years, and of one base. */
function assertBase(base: number | null, by: readonly Dimension[], measures: readonly QueryMeasure[]): void {
  const based = measures.find(hasBase);
  if (based === undefined) {
    if (base === null) return;
    throw new UserError(
      2,
      "--base is for index numbers and average growth, and none is asked for",
      "add goods_value_index, goods_value_cagr, certificates_index or certificates_cagr to --measures",
    );
  }
  if (base === null) throw new UserError(2, `${based.id} needs a base year`, "name it, such as --base 2010");
  if (periodsOf(by).join() === "year") return;
  throw new UserError(
    2,
    `${based.id} compares whole years, and --by has ${periodsOf(by).join(" and ") || "no period"}`,
    "let year be the only period in --by",
  );
}

export function tableOfQuery({ plan, rows, exporterNames: names }: Query, language: Language): Table {
  return queryTable(plan, rows, (dimension) => (isPeriod(dimension) ? null : itemNames(dimension, language, names)));
}

export async function renderQuery(result: Query, output: Output): Promise<string> {
  const { plan, provenance } = result;
  const language = output.format === "terminal" ? output.readerLanguage : output.dataLanguage;
  const table = tableOfQuery(result, language);
  const hasShares = plan.measures.some(({ figure }) => figure === "share" || figure === "share_change");
  return renderTable("query", "rows", table, provenance, output, {
    overlapping: plan.by.filter(isOverlapping),
    ofLines: plan.by.filter((each) => isOfLines(each)),
    ...(hasShares ? { shareOf: plan.shareOf } : {}),
    ...(result.base === null ? {} : { base: result.base }),
    ...(plan.by.some(isOfSets) ? { overlaps: result.overlaps } : {}),
  });
}
