import {
  NO_CHANGES,
  type ExporterActivity,
  type ExportersOfItem,
  type ExporterSums,
  type KeptItems,
  type MarginChanges,
  type YearItem,
} from "../domain/exporter-sums.ts";
import type { Fraction } from "../domain/fraction.ts";
import type { Cents } from "../domain/money.ts";
import { wholeYears, type YearWindow } from "../domain/period.ts";
import { NO_TOTALS, type Totals } from "../domain/totals.ts";
import { countValueSplit, type CountValueSplit } from "../measures/count-value-split.ts";
import { effectiveNumber } from "../measures/effective-number.ts";
import { entrants } from "../measures/entrants.ts";
import { entryRate } from "../measures/entry-rate.ts";
import { exitRate } from "../measures/exit-rate.ts";
import { exiters } from "../measures/exiters.ts";
import { growth } from "../measures/growth.ts";
import { hhi } from "../measures/hhi.ts";
import { incumbents } from "../measures/incumbents.ts";
import { itemTurnover } from "../measures/item-turnover.ts";
import { margins, type Margins } from "../measures/margins.ts";
import { perExporter, type Distribution } from "../measures/per-exporter.ts";
import { share } from "../measures/share.ts";
import { survival } from "../measures/survival.ts";
import { survivors } from "../measures/survivors.ts";
import { topKShare } from "../measures/top-k-share.ts";

export const EXPORTER_STATUSES = ["all", "entrants", "exiters", "incumbents", "surviving_entrants"] as const;
export type ExporterStatus = (typeof EXPORTER_STATUSES)[number];

/** The exporters of one status, and how value, destinations and products spread over them: of exiters, in their last year. */
export interface ExporterGroup {
  readonly exporters: number;
  /** Over the exporters that have a value, in cents. */
  readonly goodsValue: Distribution | null;
  readonly destinations: Distribution | null;
  readonly products: Distribution | null;
}

/** The ranks whose common share is told. */
export const TOP_RANKS = [1, 5, 10] as const;
/** For how many years after entry survival is told. */
export const SURVIVAL_YEARS = [1, 2, 3] as const;

/** How concentrated the goods value is on some items. */
export interface Concentration {
  readonly items: number;
  readonly hhi: Fraction | null;
  readonly effectiveNumber: Fraction | null;
  /** Of the largest ones, by `TOP_RANKS`. */
  readonly topShares: readonly (Fraction | null)[];
}

/** The average parts of an incumbent's destinations or products that are new, and that are gone. */
export interface Turnover {
  readonly entry: Fraction | null;
  readonly exit: Fraction | null;
}

/** The exporters of a year, of one item where the table is split. What compares years is `null` unless each of them is complete. */
export interface ExporterYear {
  readonly year: number;
  readonly item: string;
  readonly complete: boolean;
  readonly totals: Totals;
  readonly goodsValueGrowth: Fraction | null;
  readonly split: CountValueSplit | null;
  readonly groups: Readonly<Record<ExporterStatus, ExporterGroup | null>>;
  readonly entryRate: Fraction | null;
  readonly exitRate: Fraction | null;
  /** After `SURVIVAL_YEARS`. */
  readonly survival: readonly (Fraction | null)[];
  /** The entrants' part of the goods value. */
  readonly entrantsShare: Fraction | null;
  readonly concentration: Readonly<Record<"exporters" | "destinations" | "products", Concentration>>;
  /** How the number of exporters spreads over destinations, and over products. */
  readonly exportersPer: Readonly<Record<"destinations" | "products", Distribution | null>>;
  /** Of the incumbents. */
  readonly turnover: Readonly<Record<"destinations" | "products", Turnover>>;
  /** `null` too where nothing has a value. */
  readonly margins: Margins | null;
}

/** One row per year and item, by year and item; items that were lost since the year before have a last row. */
export function buildExporterYears(sums: ExporterSums, windows: readonly YearWindow[]): readonly ExporterYear[] {
  const whole = new Set(wholeYears(windows));
  const totals = byKey(sums.totals);
  const activity = groupByKey(sums.activity);
  const destinations = groupByKey(sums.destinations);
  const products = groupByKey(sums.products);
  const changes = byKey(sums.margins);
  const items = [...new Set(sums.totals.map(({ item }) => item))].toSorted();
  return windows.flatMap(({ year }) =>
    items.flatMap((item) => {
      const at = (when: number): string => keyOf({ year: when, item });
      const comparable = whole.has(year) && whole.has(year - 1);
      if (!totals.has(at(year)) && !(comparable && totals.has(at(year - 1)))) return [];
      return buildYear({
        year,
        item,
        complete: whole.has(year),
        totals: totals.get(at(year)) ?? NO_TOTALS,
        previousTotals: comparable ? (totals.get(at(year - 1)) ?? NO_TOTALS) : null,
        active: byExporter(activity.get(at(year))),
        previouslyActive: comparable ? byExporter(activity.get(at(year - 1))) : null,
        later: SURVIVAL_YEARS.map((k) =>
          whole.has(year + k) ? new Set(byExporter(activity.get(at(year + k))).keys()) : null,
        ),
        destinations: destinations.get(at(year)) ?? [],
        products: products.get(at(year)) ?? [],
        changes: comparable ? (changes.get(at(year))?.changes ?? NO_CHANGES) : null,
      });
    }),
  );
}

type ByExporter = ReadonlyMap<string, ExporterActivity>;

interface YearSums {
  readonly year: number;
  readonly item: string;
  readonly complete: boolean;
  readonly totals: Totals;
  readonly previousTotals: Totals | null;
  readonly active: ByExporter;
  readonly previouslyActive: ByExporter | null;
  /** The exporters of the years after, as far as `SURVIVAL_YEARS` goes. */
  readonly later: readonly (ReadonlySet<string> | null)[];
  readonly destinations: readonly ExportersOfItem[];
  readonly products: readonly ExportersOfItem[];
  readonly changes: MarginChanges | null;
}

function buildYear(sums: YearSums): ExporterYear {
  const { active, previouslyActive, previousTotals, later } = sums;
  const current = new Set(active.keys());
  const previous = previouslyActive && new Set(previouslyActive.keys());
  const entering = entrants.compute(current, previous);
  const leaving = exiters.compute(current, previous);
  const staying = incumbents.compute(current, previous);
  const surviving = SURVIVAL_YEARS.map((k) => survivors.compute(entering, later.slice(0, k)));
  const previousCents = previousTotals?.goodsCents ?? null;
  return {
    year: sums.year,
    item: sums.item,
    complete: sums.complete,
    totals: sums.totals,
    goodsValueGrowth: growth.compute(sums.totals.goodsCents, previousCents),
    split: previousTotals && countValueSplit.compute(sums.totals, previousTotals),
    groups: {
      all: groupOf([...current], active),
      entrants: groupOf(entering, active),
      exiters: groupOf(leaving, previouslyActive),
      incumbents: groupOf(staying, active),
      surviving_entrants: groupOf(surviving[0] ?? null, active),
    },
    entryRate: entryRate.compute(entering?.length ?? null, active.size),
    exitRate: exitRate.compute(leaving?.length ?? null, previouslyActive?.size ?? null),
    survival: surviving.map((cohort) => survival.compute(cohort?.length ?? null, entering?.length ?? null)),
    entrantsShare: entering && share.compute(valueOf(entering, active), sums.totals.goodsCents),
    concentration: {
      exporters: concentrationOf([...active.values()]),
      destinations: concentrationOf(sums.destinations),
      products: concentrationOf(sums.products),
    },
    exportersPer: {
      destinations: perExporter.compute(sums.destinations.map(({ exporters }) => BigInt(exporters))),
      products: perExporter.compute(sums.products.map(({ exporters }) => BigInt(exporters))),
    },
    turnover: {
      destinations: turnoverOf("destinations", staying, active, previouslyActive),
      products: turnoverOf("products", staying, active, previouslyActive),
    },
    margins:
      sums.changes === null || (sums.totals.goodsCents === null && previousCents === null)
        ? null
        : margins.compute(sums.changes, previousCents ?? 0n),
  };
}

function groupOf(names: readonly string[] | null, activity: ByExporter | null): ExporterGroup | null {
  if (names === null || activity === null) return null;
  const rows = names.flatMap((name) => activity.get(name) ?? []);
  const counts = (of: "destinations" | "products"): Distribution | null =>
    perExporter.compute(rows.map((row) => BigInt(row[of].count)).filter((count) => count > 0n));
  return {
    exporters: rows.length,
    goodsValue: perExporter.compute(rows.flatMap(({ goodsCents }) => goodsCents ?? [])),
    destinations: counts("destinations"),
    products: counts("products"),
  };
}

/** What some exporters are worth together; `null` when no value of any of them is known. */
function valueOf(names: readonly string[], activity: ByExporter): Cents | null {
  const values = names.flatMap((name) => activity.get(name)?.goodsCents ?? []);
  return names.length > 0 && values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0n);
}

function concentrationOf(rows: readonly { readonly goodsCents: Cents | null }[]): Concentration {
  const values = rows.map(({ goodsCents }) => goodsCents ?? 0n);
  return {
    items: values.length,
    hhi: hhi.compute(values),
    effectiveNumber: effectiveNumber.compute(values),
    topShares: TOP_RANKS.map((k) => topKShare.compute(values, k)),
  };
}

function turnoverOf(
  of: "destinations" | "products",
  staying: readonly string[] | null,
  active: ByExporter,
  previouslyActive: ByExporter | null,
): Turnover {
  const kept = (name: string): number => active.get(name)?.[of].kept ?? 0;
  const items = (when: ByExporter | null): readonly KeptItems[] | null =>
    staying && staying.map((name) => ({ count: when?.get(name)?.[of].count ?? 0, kept: kept(name) }));
  return { entry: itemTurnover.compute(items(active)), exit: itemTurnover.compute(items(previouslyActive)) };
}

function keyOf({ year, item }: YearItem): string {
  return `${year} ${item}`;
}

function byKey<Row extends YearItem>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function groupByKey<Row extends YearItem>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function byExporter(rows: readonly ExporterActivity[] = []): ByExporter {
  return new Map(rows.map((row) => [row.exporter, row]));
}
