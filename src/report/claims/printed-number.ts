import { compareFractions, roundToSteps, subtractFractions, type Fraction } from "../../domain/fraction.ts";

/** How a number is qualified by the words before it. */
export const HEDGES = ["justOver", "almost", "about", "moreThan", "lessThan", "atLeast", "atMost"] as const;
export type Hedge = (typeof HEDGES)[number];

/** A number as a text prints it, with what its digits say about its precision. */
export interface PrintedNumber {
  readonly value: Fraction;
  /** The value of one step of the last digit that is meant: 0.01 % for `13.43 %`, a million for `865 million`. */
  readonly unit: Fraction;
  /** The place of the last digit that is not zero: ten million for `860 million`; the unit where it has no trailing zeros. */
  readonly place: Fraction;
  /** Whether its last digits are zeros, or it is in thousands, millions ...: it is rounded on sight, by at most a twentieth of itself. */
  readonly rounded: boolean;
  readonly hedge: Hedge | null;
}

/**
 * Whether an exact figure may be printed so.
 *
 * - No hedge: the figure rounds half-up to the printed number at its unit (and a number in millions is never more than a
 *   twentieth off: 0.6 billion is not "1 billion").
 * - "just over", "almost", "about": above, below, on either side, by at most half a unit; for a number that ends in zeros
 *   half of the place of its last other digit, but at most a twentieth of the number ("almost a billion" begins at 950 million).
 * - "more than", "at least", "less than", "at most": beyond it (or on it), within one place of its last digit: "more than 7 %"
 *   up to 8 %, "more than 30,000" up to 40,000. Further off the words mislead.
 */
export function mayBePrinted(exact: Fraction, printed: PrintedNumber): boolean {
  const difference = subtractFractions(exact, printed.value);
  const { hedge } = printed;
  switch (hedge) {
    case null:
      return roundsTo(exact, printed) && (!printed.rounded || isWithin(difference, twentieth(printed.value)));
    case "justOver":
      return difference.numerator > 0n && isWithin(difference, tolerance(printed));
    case "almost":
      return difference.numerator < 0n && isWithin(difference, tolerance(printed));
    case "about":
      return isWithin(difference, tolerance(printed));
    case "moreThan":
      return difference.numerator > 0n && isWithin(difference, printed.place);
    case "atLeast":
      return difference.numerator >= 0n && isWithin(difference, printed.place);
    case "lessThan":
      return difference.numerator < 0n && isWithin(difference, printed.place);
    case "atMost":
      return difference.numerator <= 0n && isWithin(difference, printed.place);
  }
}

function roundsTo(exact: Fraction, { value, unit }: PrintedNumber): boolean {
  return roundToSteps(exact, unit) === roundToSteps(value, unit);
}

function tolerance({ value, unit, place, rounded }: PrintedNumber): Fraction {
  if (!rounded) return half(unit);
  const [half_, cap] = [half(place), twentieth(value)];
  return compareFractions(half_, cap) < 0 ? half_ : cap;
}

function half({ numerator, denominator }: Fraction): Fraction {
  return { numerator, denominator: 2n * denominator };
}

function twentieth({ numerator, denominator }: Fraction): Fraction {
  return { numerator: numerator < 0n ? -numerator : numerator, denominator: 20n * denominator };
}

function isWithin(difference: Fraction, limit: Fraction): boolean {
  const { numerator, denominator } = difference;
  return compareFractions({ numerator: numerator < 0n ? -numerator : numerator, denominator }, limit) <= 0;
}
