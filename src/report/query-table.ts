import { isPeriod, NO_ITEM, type Dimension } from "../domain/dimension.ts";
import { compareFractions, fraction, type Fraction } from "../domain/fraction.ts";
import { NO_TOTALS, type DistinctCount, type GroupTotals } from "../domain/totals.ts";
import type { Where, WhereField } from "../domain/where.ts";
import { cagr } from "../measures/cagr.ts";
import { contribution } from "../measures/contribution.ts";
import { growth } from "../measures/growth.ts";
import { indexNumber } from "../measures/index-number.ts";
import { rankChange } from "../measures/rank-change.ts";
import { rank } from "../measures/rank.ts";
import { shareChange } from "../measures/share-change.ts";
import { share } from "../measures/share.ts";
import { valuePerCertificate } from "../measures/value-per-certificate.ts";
import { isComparing, type Quantity, type QueryMeasure } from "./query-measures.ts";
import { OTHER } from "./shares.ts";
import { exactValue, plainNumber, ratioCell, type Cell, type PlainNumber, type Table } from "./table.ts";
import type { NameOf } from "./tables.ts";

/** The item that stands for all. */
export const TOTAL = "total";

export interface QuerySort {
  readonly column: string;
  readonly descending: boolean;
}

/** What a query asks for. */
export interface QueryPlan {
  readonly by: readonly Dimension[];
  readonly measures: readonly QueryMeasure[];
  /** The dimensions that the whole of a share has in common with its parts. */
  readonly shareOf: readonly Dimension[];
  /** The year that index numbers and average growth are based on. */
  readonly base: number | null;
  /** Which rows are shown, by their items; shares and ranks stay those among all. */
  readonly only: Where | null;
  readonly sort: readonly QuerySort[];
  readonly limit: number | null;
  /** How many rows of each period. */
  readonly top: number | null;
  readonly other: boolean;
  readonly subtotals: boolean;
  readonly totals: boolean;
}

/**
 * The sums of groups: all that are selected, those of the months that are compared, the year before in these months, and the base
 * year, under each whole year.
 */
export type SumsRole = "current" | "compared" | "before" | "base";

/** The sums of groups, as the store gives them, by dimensions and role. */
export type SumsOf = (dimensions: readonly Dimension[], role: SumsRole) => readonly GroupTotals[];

export type RowKind = "item" | "other" | "subtotal" | "total";

/** A row: a group of certificates, what is left of one, or all of them. */
export interface QueryRow {
  readonly kind: RowKind;
  /** The items of the dimensions that the group is known by; a dimension without one is added up over. */
  readonly items: ReadonlyMap<Dimension, string>;
  readonly figures: ReadonlyMap<string, Cell>;
}

/** The dimensions among some that are periods. */
export function periodsOf(dimensions: readonly Dimension[]): readonly Dimension[] {
  return dimensions.filter(isPeriod);
}

/** The dimensions of which the whole of a row's shares is known; those of contributions to growth have its periods too. */
export function wholeOf(plan: QueryPlan, dimensions: readonly Dimension[], ofGrowth: boolean): readonly Dimension[] {
  return dimensions.filter((each) => plan.shareOf.includes(each) || (ofGrowth && isPeriod(each)));
}

/** The groups of dimensions that rows of a query are of, beside the items themselves. */
export function sumGroupings(plan: QueryPlan): readonly (readonly Dimension[])[] {
  const prefixes = plan.subtotals ? plan.by.slice(1).map((_, index) => plan.by.slice(0, index + 1)) : [];
  return [...prefixes, ...(plan.totals ? [[]] : [])];
}

/** The items in the order asked for, cut to the limits: the first part of a query's table. */
export function itemRows(plan: QueryPlan, sumsOf: SumsOf): readonly QueryRow[] {
  return sortRows(plan, rowsOf(plan, "item", plan.by, sumsOf));
}

/** The rows that are shown of all. */
export function cutRows(plan: QueryPlan, all: readonly QueryRow[]): readonly QueryRow[] {
  const { only } = plan;
  const rows = only === null ? all : all.filter(({ items }) => meets(items, only));
  const seen = new Map<string, number>();
  const ofPeriods =
    plan.top === null
      ? rows
      : rows.filter((row) => {
          const period = keyOf(row.items, periodsOf(plan.by));
          const place = (seen.get(period) ?? 0) + 1;
          seen.set(period, place);
          return place <= (plan.top ?? 0);
        });
  return plan.limit === null ? ofPeriods : ofPeriods.slice(0, plan.limit);
}

/** Whether a group meets a condition on its items, whose values are codes as in the condition. */
function meets(items: Items, where: Where): boolean {
  switch (where.kind) {
    case "and":
      return where.terms.every((term) => meets(items, term));
    case "or":
      return where.terms.some((term) => meets(items, term));
    case "not":
      return !meets(items, where.term);
    case "in":
      return where.values.includes(itemOf(items, where.field));
    case "order": {
      const item = itemOf(items, where.field);
      if (item === where.value) return where.operator.endsWith("=");
      return where.operator.startsWith("<") ? item < where.value : item > where.value;
    }
  }
}

function itemOf(items: Items, field: WhereField): string {
  const item = [...items].find(([dimension]) => dimension === field)?.[1];
  // Of themes, "none" is something else than "not stated": a line without a code may well have one.
  return item === undefined || (item === NO_ITEM && field !== "theme") ? "" : item;
}

/** The rows with those of what is left, of subtotals and of the total, each behind the last row that it is about. */
export function withSums(plan: QueryPlan, rows: readonly QueryRow[], sums: readonly QueryRow[]): readonly QueryRow[] {
  const placed = [...rows];
  for (const sum of sums) {
    const last = placed.findLastIndex((row) =>
      [...sum.items].every(([dimension, item]) => row.items.get(dimension) === item),
    );
    placed.splice(sum.items.size === 0 || last === -1 ? placed.length : last + 1, 0, sum);
  }
  return placed;
}

/** One row for each group of some dimensions. */
export function rowsOf(
  plan: QueryPlan,
  kind: RowKind,
  dimensions: readonly Dimension[],
  sumsOf: SumsOf,
  // What is left of a whole has the same whole.
  wholes: SumsOf = sumsOf,
): readonly QueryRow[] {
  const lookups = lookupsOf(plan, dimensions, sumsOf, wholes);
  const groups = new Map<string, readonly string[]>();
  for (const { items } of [
    ...sumsOf(dimensions, "current"),
    ...(lookups.isCompared ? sumsOf(dimensions, "before") : []),
  ]) {
    groups.set(JSON.stringify(items), items);
  }
  const rows = [...groups.values()].map(
    (items) => new Map(dimensions.map((each, index) => [each, items[index] ?? ""])),
  );
  const ranks = new Map(plan.measures.map((measure) => [measure.id, ranksOf(measure, rows, plan, lookups)]));
  return rows.map((items, index) => ({
    kind,
    items,
    figures: new Map(
      plan.measures.map((measure) => [
        measure.id,
        measure.figure === "rank" || measure.figure === "rank_change"
          ? kind === "item"
            ? (ranks.get(measure.id)?.[index] ?? null)
            : null
          : figureOf(measure, items, lookups, plan.base),
      ]),
    ),
  }));
}

type Items = ReadonlyMap<Dimension, string>;

/** The sums that the figures of rows of one grouping are made of. */
interface Lookups {
  /** Whether the rows have a period, and so a year before. */
  readonly isCompared: boolean;
  readonly own: (items: Items, role: SumsRole) => GroupTotals;
  readonly whole: (items: Items, role: SumsRole, ofGrowth: boolean) => GroupTotals;
  /** Whether the months of a row's period are compared with the year before. */
  readonly isComparable: (items: Items) => boolean;
}

const NO_SUMS: GroupTotals = {
  ...NO_TOTALS,
  items: [],
  counts: { exporters: 0, destinations: 0, products: 0 },
};

function lookupsOf(plan: QueryPlan, dimensions: readonly Dimension[], sumsOf: SumsOf, wholes: SumsOf): Lookups {
  const periods = periodsOf(dimensions);
  const index = (source: SumsOf, of: readonly Dimension[], role: SumsRole): ((items: Items) => GroupTotals) => {
    const sums = new Map(source(of, role).map((each) => [JSON.stringify(each.items), each]));
    return (items) => sums.get(keyOf(items, of)) ?? NO_SUMS;
  };
  const lazily = new Map<string, (items: Items) => GroupTotals>();
  const lookUp = (
    name: string,
    source: SumsOf,
    of: readonly Dimension[],
    role: SumsRole,
    items: Items,
  ): GroupTotals => {
    const key = `${name} ${role} ${of.join()}`;
    const found = lazily.get(key) ?? index(source, of, role);
    lazily.set(key, found);
    return found(items);
  };
  const isCompared = periods.length > 0 && plan.measures.some(isComparing);
  return {
    isCompared,
    own: (items, role) => lookUp("own", sumsOf, dimensions, role, items),
    whole: (items, role, ofGrowth) => lookUp("whole", wholes, wholeOf(plan, dimensions, ofGrowth), role, items),
    isComparable: (items) => isCompared && lookUp("whole", wholes, periods, "before", items).certificates > 0,
  };
}

function figureOf({ quantity, figure }: QueryMeasure, items: Items, lookups: Lookups, baseYear: number | null): Cell {
  const current = lookups.own(items, "current");
  if (figure === null) return quantityCell(quantity, current);
  if (figure === "share") {
    return share.compute(amountOf(quantity, current), amountOf(quantity, lookups.whole(items, "current", false)));
  }
  if (figure === "index" || figure === "cagr") {
    const base = knownAmount(quantity, lookups.own(items, "base"));
    if (figure === "index") return plainNumber(indexNumber.compute(knownAmount(quantity, current), base));
    const years = Number(items.get("year")) - (baseYear ?? 0);
    return ratioCell(cagr.compute(knownAmount(quantity, current), base, years));
  }
  if (!lookups.isComparable(items)) return null;
  const [now, before] = [lookups.own(items, "compared"), lookups.own(items, "before")];
  const wholeBefore = lookups.whole(items, "before", true);
  switch (figure) {
    case "growth":
      return quantity === "value_per_certificate"
        ? growthOfAverage(now, before)
        : growth.compute(knownAmount(quantity, now), knownAmount(quantity, before));
    case "contribution":
      // What is not known adds nothing to the totals, so it contributes nothing to their growth.
      return contribution.compute(
        amountOf(quantity, now) ?? 0n,
        amountOf(quantity, before) ?? 0n,
        amountOf(quantity, wholeBefore),
      );
    case "share_change":
      return shareChange.compute(
        share.compute(knownAmount(quantity, now), amountOf(quantity, lookups.whole(items, "compared", true))),
        share.compute(knownAmount(quantity, before), amountOf(quantity, wholeBefore)),
      );
    case "rank":
    case "rank_change":
      return null;
  }
}

function quantityCell(quantity: Quantity, sums: GroupTotals): Cell {
  switch (quantity) {
    case "certificates":
      return sums.certificates;
    case "certificates_with_value":
      return sums.valued;
    case "goods_value":
      return sums.goodsCents;
    case "value_per_certificate":
      return valuePerCertificate.compute(sums.goodsCents, sums.valued);
    case "exporters":
    case "destinations":
    case "products":
      return sums.counts[quantity];
  }
}

/** A quantity that adds up, or a count, as an integer: cents for money. */
function amountOf(quantity: Quantity, sums: GroupTotals): bigint | null {
  if (quantity === "goods_value") return sums.goodsCents;
  const cell = quantityCell(quantity, sums);
  return typeof cell === "number" ? BigInt(cell) : null;
}

/** A group without certificates has an amount of 0; one whose certificates have no value has an unknown one. */
function knownAmount(quantity: Quantity, sums: GroupTotals): bigint | null {
  return sums.certificates === 0 ? 0n : amountOf(quantity, sums);
}

/** Of the exact averages, not of those that are rounded to the cent. */
function growthOfAverage(now: GroupTotals, before: GroupTotals): Fraction | null {
  if (now.goodsCents === null || before.goodsCents === null) return null;
  const product = before.goodsCents * BigInt(now.valued);
  return fraction(now.goodsCents * BigInt(before.valued) - product, product);
}

/** The rank of each row among those of the same whole, or how it changed. */
function ranksOf(
  { quantity, figure }: QueryMeasure,
  rows: readonly Items[],
  plan: QueryPlan,
  lookups: Lookups,
): readonly (number | null)[] {
  if (figure !== "rank" && figure !== "rank_change") return [];
  const dimensions = [...(rows[0]?.keys() ?? [])];
  const rankIn = (role: SumsRole, ofGrowth: boolean): readonly (number | null)[] => {
    const whole = wholeOf(plan, dimensions, ofGrowth);
    const ranks: (number | null)[] = rows.map(() => null);
    const groups = new Map<string, number[]>();
    rows.forEach((items, index) => {
      const key = keyOf(items, whole);
      const indexes = groups.get(key);
      if (indexes === undefined) groups.set(key, [index]);
      else indexes.push(index);
    });
    for (const indexes of groups.values()) {
      const amounts = indexes.map((index) => {
        const sums = lookups.own(rows[index] ?? new Map(), role);
        return sums.certificates === 0 ? null : amountOf(quantity, sums);
      });
      rank.compute(amounts).forEach((each, place) => {
        ranks[indexes[place] ?? -1] = each;
      });
    }
    return ranks;
  };
  if (figure === "rank") return rankIn("current", false);
  const [now, before] = [rankIn("compared", true), rankIn("before", true)];
  return rows.map((items, index) =>
    lookups.isComparable(items) ? rankChange.compute(now[index] ?? null, before[index] ?? null) : null,
  );
}

/** The items of some dimensions as one text. */
export function keyOf(items: Items, dimensions: readonly Dimension[]): string {
  return JSON.stringify(dimensions.map((each) => items.get(each) ?? ""));
}

/** By the columns asked for, then by period, by the first measure (largest first) and by the items. What is undefined comes last. */
function sortRows(plan: QueryPlan, rows: readonly QueryRow[]): readonly QueryRow[] {
  const [first] = plan.measures;
  const order: readonly QuerySort[] = [
    ...plan.sort,
    ...periodsOf(plan.by).map((column) => ({ column, descending: false })),
    ...(first === undefined || plan.sort.length > 0 ? [] : [{ column: first.id, descending: true }]),
    ...plan.by.map((column) => ({ column, descending: false })),
  ];
  const cell = (row: QueryRow, column: string): Cell =>
    row.figures.get(column) ?? [...row.items].find(([dimension]) => dimension === column)?.[1] ?? null;
  return rows.toSorted((a, b) => {
    for (const { column, descending } of order) {
      const [left, right] = [cell(a, column), cell(b, column)];
      if (left === null || right === null) {
        if (left !== right) return left === null ? 1 : -1;
        continue;
      }
      const sign = compareCells(left, right);
      if (sign !== 0) return descending ? -sign : sign;
    }
    return 0;
  });
}

function compareCells(a: Exclude<Cell, null>, b: Exclude<Cell, null>): number {
  if (isExact(a) && isExact(b)) return compareFractions(exactValue(a), exactValue(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

function isExact(cell: Cell): cell is Fraction | PlainNumber {
  return typeof cell === "object" && cell !== null;
}

/** The table of a query. What is left, subtotals and totals say so in the cells of their dimensions, and in the column `row`. */
export function queryTable(
  { by, measures, other, subtotals, totals }: QueryPlan,
  rows: readonly QueryRow[],
  namesOf: (dimension: Dimension) => NameOf | null,
): Table {
  const names = new Map(by.map((dimension) => [dimension, namesOf(dimension)]));
  const columns = by.flatMap((dimension) =>
    names.get(dimension) === null ? [dimension] : [dimension, `${dimension}_name`],
  );
  const withKind = other || subtotals || totals;
  return {
    forScripts: ["row"],
    columns: [...columns, ...(withKind ? ["row"] : []), ...measures.map(({ id }) => id)],
    rows: rows.map((row) => [
      ...by.flatMap((dimension): readonly Cell[] => {
        const item = row.items.get(dimension) ?? (row.kind === "other" ? OTHER : TOTAL);
        const nameOf = names.get(dimension);
        const code = dimension === "year" && row.items.has(dimension) ? Number(item) : item;
        return nameOf === null || nameOf === undefined
          ? [code]
          : [code, row.items.has(dimension) ? nameOf(item) : item];
      }),
      ...(withKind ? [row.kind] : []),
      ...measures.map(({ id }) => row.figures.get(id) ?? null),
    ]),
  };
}

/** The distinct counts that a query needs. */
export function countsOf(plan: QueryPlan): ReadonlySet<DistinctCount> {
  const quantities = new Set<Quantity>(plan.measures.map(({ quantity }) => quantity));
  return new Set((["exporters", "destinations", "products"] as const).filter((each) => quantities.has(each)));
}
