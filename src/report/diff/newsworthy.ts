import type { FigureColumn } from "../../domain/figure.ts";
import type { Fraction } from "../../domain/fraction.ts";
import { compareFractions } from "../../domain/fraction.ts";
import { magnitude, type FigureChange } from "./figure-changes.ts";

/** What people are told of beside the totals, the most newsworthy first: what holds no longer, then what is made of the totals. */
const OF_THE_WHOLE: readonly FigureColumn[] = [
  "certificates_record",
  "goods_value_record",
  "certificates_strongest_growth_in",
  "goods_value_strongest_growth_in",
  "certificates_streak",
  "goods_value_streak",
  "goods_value_growth",
  "certificates_growth",
  "value_per_certificate",
  "destinations",
  "exporters",
  "products",
  "goods_value_best_month",
  "certificates_best_month",
  "goods_value_top_5_share",
];
const OF_A_DESTINATION: readonly FigureColumn[] = [
  "goods_value_rank",
  "certificates_rank",
  "goods_value_share",
  "certificates_share",
];

/**
 * The changed figures that are worth a line, the most newsworthy first: those of the whole by what they are; then ranks, the highest
 * place first; then shares, the largest change first. The later year comes before the earlier one.
 */
export function newsworthyFigures(figures: readonly FigureChange[]): readonly FigureChange[] {
  const kindOf = ({ figure }: FigureChange): number =>
    figure.destination === null
      ? OF_THE_WHOLE.indexOf(figure.column)
      : OF_A_DESTINATION.indexOf(figure.column) + (OF_A_DESTINATION.includes(figure.column) ? OF_THE_WHOLE.length : 0);
  return figures
    .map((change) => ({ change, kind: kindOf(change) }))
    .filter(({ kind }) => kind !== -1)
    .toSorted(
      (a, b) =>
        a.kind - b.kind || bySize(a.change, b.change) || b.change.figure.period.year - a.change.figure.period.year,
    )
    .map(({ change }) => change);
}

function bySize(a: FigureChange, b: FigureChange): number {
  const [placeA, placeB] = [bestPlace(a), bestPlace(b)];
  if (placeA !== null && placeB !== null) return placeA - placeB;
  const [sizeA, sizeB] = [sizeOf(a), sizeOf(b)];
  return sizeA === null || sizeB === null ? 0 : compareFractions(sizeB, sizeA);
}

/** The higher of the two places of a rank. */
function bestPlace({ figure, old, new: now }: FigureChange): number | null {
  if (!figure.column.endsWith("_rank")) return null;
  return Math.min(...[old, now].flatMap((rank) => (typeof rank === "number" ? [rank] : [])));
}

function sizeOf({ revision, ratio }: FigureChange): Fraction | null {
  if (ratio !== null) return magnitude(ratio);
  return typeof revision === "object" && revision !== null ? magnitude(revision) : null;
}
