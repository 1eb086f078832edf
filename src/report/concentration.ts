import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import { NO_ITEM, type ItemDimension } from "../domain/dimension.ts";
import type { Fraction } from "../domain/fraction.ts";
import type { Metric } from "../domain/metric.ts";
import { amountOf, type ItemTotals } from "../domain/totals.ts";
import { effectiveNumber } from "../measures/effective-number.ts";
import { gini } from "../measures/gini.ts";
import { hhiNormalized } from "../measures/hhi-normalized.ts";
import { hhi } from "../measures/hhi.ts";
import { theil } from "../measures/theil.ts";
import { topKShare } from "../measures/top-k-share.ts";
import { TOP_RANKS } from "./exporter-dynamics.ts";
import { plainNumber, tableOf, type Table } from "./table.ts";

/** How a year's total is spread over the items of a dimension, by one metric. */
export interface ConcentrationRow {
  readonly year: number;
  /** Items that are stated and have an amount; what is no country is no destination. */
  readonly items: number;
  readonly hhi: Fraction | null;
  readonly hhiNormalized: Fraction | null;
  readonly effectiveNumber: Fraction | null;
  /** Of the largest ones, by `TOP_RANKS`. */
  readonly topShares: readonly (Fraction | null)[];
  /** In nats. */
  readonly theil: number | null;
  readonly gini: Fraction | null;
}

const NO_ITEMS: ReadonlySet<string> = new Set(["", NO_ITEM, NOT_A_COUNTRY]);

export function buildConcentration(totals: readonly ItemTotals[], metric: Metric): readonly ConcentrationRow[] {
  const years = [...new Set(totals.map(({ year }) => year))].toSorted((a, b) => a - b);
  return years.map((year) => {
    const amounts = totals.flatMap((row) => {
      const amount = amountOf(row, metric);
      return row.year !== year || NO_ITEMS.has(row.item) || amount === null ? [] : [amount];
    });
    return {
      year,
      items: amounts.length,
      hhi: hhi.compute(amounts),
      hhiNormalized: hhiNormalized.compute(amounts),
      effectiveNumber: effectiveNumber.compute(amounts),
      topShares: TOP_RANKS.map((k) => topKShare.compute(amounts, k)),
      theil: theil.compute(amounts),
      gini: gini.compute(amounts),
    };
  });
}

/** One line per year. */
export function concentrationTable(by: ItemDimension, rows: readonly ConcentrationRow[]): Table {
  return tableOf<ConcentrationRow>(
    [
      ["year", (row) => row.year],
      [`${by}_items`, (row) => row.items],
      ["hhi", (row) => plainNumber(row.hhi)],
      ["hhi_normalized", (row) => plainNumber(row.hhiNormalized)],
      ["effective_number", (row) => plainNumber(row.effectiveNumber)],
      ...TOP_RANKS.map(
        (k, index) => [`top_${k}_share`, (row: ConcentrationRow) => row.topShares[index] ?? null] as const,
      ),
      ["theil", (row) => plainNumber(row.theil)],
      ["gini", (row) => plainNumber(row.gini)],
    ],
    rows,
  );
}
