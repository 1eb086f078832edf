import { fraction, type Fraction } from "../../domain/fraction.ts";
import type { Unit } from "./find-unit.ts";
import type { PrintedNumber } from "./printed-number.ts";
import type { Quantity } from "./scan-text.ts";

const HUNDRED = 100n;

/** The number with its precision, in the unit of the figure: a ratio, cents or a count. */
export function printNumber(number: Quantity, unit: Unit): PrintedNumber {
  const isRatio = unit === "percent" || unit === "points";
  if (number.denominator !== null) {
    // A part in words is meant to within one per cent, with a hedge two, or a twentieth of a large one ("almost two thirds": from 63.3 %).
    const denominator = BigInt(number.denominator);
    const value = ratio(number.mantissa, denominator);
    const isLarge = number.mantissa * 5n > denominator * 2n;
    const hedged = isLarge ? ratio(number.mantissa, denominator * 10n) : ratio(4n, HUNDRED);
    const { hedge } = number;
    const unit = hedge === null ? ratio(2n, HUNDRED) : hedged;
    return { value, unit, place: ratio(1n, 10n), rounded: false, hedge: hedge ?? "about" };
  }
  const { mantissa } = number;
  // A mark before three digits parts decimals in a percentage and thousands in a count or an amount.
  const decimals = !number.isAmbiguous || number.scale > 1n ? number.decimals : isRatio ? 3 : 0;
  const scale = isRatio ? 1n : unit === "money" ? number.scale * HUNDRED : number.scale;
  const divisor = 10n ** BigInt(decimals) * (isRatio ? HUNDRED : 1n);
  const zeros = mantissa === 0n ? 0 : trailingZeros(mantissa);
  const tail = decimals > 0 ? 0 : zeros;
  // A count that ends in three zeros or more is printed in thousands; one that ends in fewer is exact until a hedge says otherwise.
  const inThousands = !isRatio && number.scale === 1n && tail >= 3;
  const step = inThousands ? 10n ** BigInt(tail >= 6 ? 6 : 3) : 1n;
  return {
    value: ratio(mantissa * scale, divisor),
    unit: ratio(step * scale, divisor),
    place: ratio(10n ** BigInt(tail) * scale, divisor),
    rounded: !isRatio && (number.scale >= 1000n || inThousands || (number.hedge !== null && tail > 0)),
    hedge: number.hedge,
  };
}

function trailingZeros(value: bigint): number {
  const digits = value.toString();
  return digits.length - digits.replace(/0+$/, "").length;
}

function ratio(numerator: bigint, denominator: bigint): Fraction {
  return fraction(numerator, denominator) ?? { numerator, denominator: 1n };
}
