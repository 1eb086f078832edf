import { compareFractions, type Fraction } from "../../domain/fraction.ts";
import type { ChangeKind, FailOn } from "../../domain/vintage.ts";
import { magnitude, type FigureChange } from "./figure-changes.ts";
import type { VintageDiff } from "./vintage-diff.ts";

/** What a pipeline wants to fail on. */
export interface Bounds {
  /** The largest relative change of a yearly count or amount that passes; `null`: any does. */
  readonly maxChange: Fraction | null;
  readonly failOn: readonly FailOn[];
}

/** A bound that a comparison passes. */
export type Breach =
  | { readonly kind: ChangeKind; readonly certificates: number }
  | { readonly kind: "record" | "max-change"; readonly figure: FigureChange };

/**
 * The bounds that a comparison passes. Certificates added on days that the old vintage does not cover revise nothing, and break none;
 * figures are those of all destinations in years of which both vintages cover the same months.
 */
export function findBreaches({ kinds, figures }: VintageDiff, { maxChange, failOn }: Bounds): readonly Breach[] {
  const whole = figures.filter(({ figure }) => figure.destination === null);
  return [
    ...kinds.flatMap(({ kind, certificates, outside }): readonly Breach[] =>
      failOn.some((each) => each === kind) && certificates > outside
        ? [{ kind, certificates: certificates - outside }]
        : [],
    ),
    ...(failOn.includes("record") ? whole.filter(isRecord).map((figure) => ({ kind: "record", figure }) as const) : []),
    ...(maxChange === null
      ? []
      : whole
          .filter(({ ratio }) => ratio !== null && compareFractions(magnitude(ratio), maxChange) > 0)
          .map((figure) => ({ kind: "max-change", figure }) as const)),
  ];
}

/** Whether a record came or went. */
function isRecord({ figure }: FigureChange): boolean {
  return figure.column.endsWith("_record");
}
