import { roundToSteps, type Fraction } from "./fraction.ts";

/** A number as a rule states it, with what its digits say about its precision. */
export interface StatedNumber {
  readonly text: string;
  /** `13.43 %` is 0.1343. */
  readonly value: Fraction;
  /** One step of its last digit: 0.0001 for `13.43 %`, 100,000 for `865.1 million`. */
  readonly step: Fraction;
  readonly isPercentage: boolean;
}

/** A number in digits with a decimal point, alone or with a percent sign or a large-number word. */
export const STATED_NUMBER = /^-?\d{1,15}(?:\.\d{1,25})?(?: ?(?:%|thousand|million|billion))?$/;

const SCALES: Readonly<Record<string, Fraction>> = {
  "%": { numerator: 1n, denominator: 100n },
  thousand: { numerator: 1000n, denominator: 1n },
  million: { numerator: 1_000_000n, denominator: 1n },
  billion: { numerator: 1_000_000_000n, denominator: 1n },
};
const ONE: Fraction = { numerator: 1n, denominator: 1n };

/** Reads a number as `STATED_NUMBER` has it; `null` when it is none. */
export function parseStatedNumber(text: string): StatedNumber | null {
  if (!STATED_NUMBER.test(text)) return null;
  const [, whole = "", decimals = "", word = ""] = /^(-?\d+)(?:\.(\d+))? ?(\D*)$/.exec(text) ?? [];
  const scale = SCALES[word] ?? ONE;
  const step = { numerator: scale.numerator, denominator: scale.denominator * 10n ** BigInt(decimals.length) };
  const digits = BigInt(whole + decimals);
  return {
    text,
    value: { numerator: digits * step.numerator, denominator: step.denominator },
    step,
    isPercentage: word === "%",
  };
}

/** Whether an exact number, rounded half-up to the digits of a stated one, is that one. */
export function isAsStated(exact: Fraction, { value, step }: StatedNumber): boolean {
  return roundToSteps(exact, step) === roundToSteps(value, step);
}
