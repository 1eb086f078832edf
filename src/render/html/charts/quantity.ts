import type { Totals } from "../../../domain/totals.ts";
import type { Metric } from "../../../domain/metric.ts";
import type { YearFacts } from "../../../report/yearly-report.ts";
import type { DocumentContext } from "../../document/context.ts";
import { countCell, moneyCell, type DocumentCell } from "../../document/table.ts";
import type { Figure } from "../../../domain/figure.ts";

/** One of the two quantities of the report, as charts need it. Amounts are counts, or cents. */
export interface Quantity {
  readonly metric: Metric;
  readonly name: string;
  readonly of: (totals: Totals) => bigint | null;
  /** An amount in a sentence. */
  readonly text: (amount: bigint) => string;
  readonly cell: (amount: bigint | null, figure: Figure) => DocumentCell;
  /** How amounts up to a largest stand on an axis. */
  readonly axis: (largest: bigint) => AxisUnit;
}

export interface AxisUnit {
  /** What the numbers on the axis count, when that is not ones. */
  readonly name: string | null;
  /** How much of the quantity one on the axis is. */
  readonly size: number;
  /** An amount as a number of the unit. */
  readonly format: (amount: bigint) => string;
  /** Nobody issues half a certificate. */
  readonly wholeNumbers: boolean;
}

export function quantityOf(metric: Metric, { report, words, format }: DocumentContext<YearFacts>): Quantity {
  const name = words.metric[metric];
  if (metric === "certificates") {
    return {
      metric,
      name,
      of: (totals) => BigInt(totals.certificates),
      text: (amount) => format.count(amount),
      cell: (amount, figure) => countCell(amount, format, figure),
      axis: () => ({ name: null, size: 1, format: (amount) => format.count(amount), wholeNumbers: true }),
    };
  }
  const { currency } = report.provenance;
  return {
    metric,
    name,
    of: (totals) => totals.goodsCents,
    text: (amount) => format.amount(amount, currency),
    cell: (amount, figure) => moneyCell(amount, format, figure),
    axis: (largest) => {
      const scale = format.scale(largest);
      return {
        name: `${words.unit[scale.unit]}${currency}`,
        size: Number(scale.size),
        format: scale.format,
        wholeNumbers: false,
      };
    },
  };
}

export function largestOf(amounts: readonly (bigint | null)[]): bigint {
  return amounts.reduce<bigint>((max, amount) => (amount !== null && amount > max ? amount : max), 0n);
}
