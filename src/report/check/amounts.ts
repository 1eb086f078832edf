import type { Amount, AmountUnit } from "../../domain/amount.ts";
import type { Fraction } from "../../domain/fraction.ts";
import type { Metric } from "../../domain/metric.ts";
import { MEASURES } from "../../measures/list.ts";
import type { ComputedFigure } from "../compute-figure.ts";

/** A total of a metric (a count, or cents) as an amount. */
export function amountIn(metric: Metric, total: Fraction): Amount {
  return metric === "certificates"
    ? { unit: "count", value: total }
    : { unit: "money", value: { numerator: total.numerator, denominator: total.denominator * 100n } };
}

/** A computed figure as an amount; `null` when it is undefined. */
export function amountOfFigure(computed: ComputedFigure): Amount | null {
  const { value } = computed;
  if (value === null) return null;
  const unit = unitOfFigure(computed);
  if (typeof value === "boolean") return { unit, value: whole(value ? 1n : 0n) };
  if (typeof value === "number") return { unit, value: whole(BigInt(value)) };
  if (typeof value === "bigint") return { unit, value: { numerator: value, denominator: 100n } };
  return { unit, value };
}

/** The unit of a figure, also of one that is undefined. Ranks, months and numbers of years are written like counts. */
export function unitOfFigure({ figure, measure }: ComputedFigure): AmountUnit {
  // A change is in the unit of what changes.
  if (measure === "change") return figure.column.startsWith("goods_value") ? "money" : "count";
  const unit = MEASURES.find(({ id }) => id === measure)?.unit;
  return AMOUNT_UNITS.find((each) => each === unit) ?? "count";
}

const AMOUNT_UNITS: readonly AmountUnit[] = ["money", "fraction", "percentage points", "number", "yes or no"];

function whole(value: bigint): Fraction {
  return { numerator: value, denominator: 1n };
}
