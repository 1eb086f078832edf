import type { Cents } from "../domain/money.ts";
import type { MarginChanges } from "../domain/exporter-sums.ts";
import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** A part of a change: in cents, and as a part of the total of the year before. */
export interface Margin {
  readonly change: Cents;
  readonly contribution: Fraction | null;
}

export interface Margins extends Readonly<Record<keyof MarginChanges, Margin>> {
  readonly total: Margin;
  /** Added, dropped and continuing destinations together. */
  readonly incumbents: Margin;
  /** Added, dropped and continuing products together. */
  readonly continuingDestinations: Margin;
}

/**
 * Where a change of the goods value comes from: exporters, inside the incumbents destinations, inside the continuing ones
 * products. Each level sums exactly to the one above, the contributions to the growth.
 */
export const margins: Measure<[changes: MarginChanges, previousTotal: Cents], Margins> = {
  id: "margins",
  title: "Margins of growth",
  unit: "money",
  formula:
    "X_t - X_{t-1} = sum over entrants x_t - sum over exiters x_{t-1} + sum over incumbents (added - dropped + continuing destinations (added - dropped + continuing products))",
  undefinedWhen: "t-1 is not on file, or one of the two years is incomplete",
  source: "Bernard, Jensen, Redding and Schott (2009), American Economic Review 99(2), The margins of US trade",
  compute(changes, previousTotal) {
    const margin = (...parts: readonly Cents[]): Margin => {
      const change = parts.reduce((sum, part) => sum + part, 0n);
      return { change, contribution: fraction(change, previousTotal) };
    };
    const { addedProducts, droppedProducts, continuingProducts, addedDestinations, droppedDestinations } = changes;
    const continuing = [addedProducts, droppedProducts, continuingProducts];
    const inside = [addedDestinations, droppedDestinations, ...continuing];
    return {
      total: margin(changes.entrants, changes.exiters, ...inside, changes.withoutExporter),
      entrants: margin(changes.entrants),
      exiters: margin(changes.exiters),
      incumbents: margin(...inside),
      addedDestinations: margin(addedDestinations),
      droppedDestinations: margin(droppedDestinations),
      continuingDestinations: margin(...continuing),
      addedProducts: margin(addedProducts),
      droppedProducts: margin(droppedProducts),
      continuingProducts: margin(continuingProducts),
      withoutExporter: margin(changes.withoutExporter),
    };
  },
};
