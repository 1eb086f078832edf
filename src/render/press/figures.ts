import { divideHalfUp, type Fraction } from "../../domain/fraction.ts";
import type { Language } from "../../domain/language.ts";
import type { Cents } from "../../domain/money.ts";
import type { Formatter, Rounded } from "../format.ts";
import { roundToWholePercent } from "../rounding.ts";
import { numberWord } from "./number-words.ts";
import type { Change } from "./sentences.ts";
import { pressWordsOf } from "./words.ts";

/** Figures as a press text prints them: with their unit, hedged where they are rounded, and never negative. */
export interface PressFigures {
  /** "just over 865 million euros". */
  readonly amount: (cents: Cents) => string;
  /** "13.43 per cent": a growth has its two decimals. */
  readonly percent: (value: Fraction) => string;
  /** "almost twelve per cent" when it is near to that, else with two decimals. */
  readonly share: (value: Fraction) => string;
  /** "1.56 percentage points". */
  readonly points: (value: Fraction) => string;
  readonly change: (growth: Fraction) => Change;
}

export function pressFigures(language: Language, currency: string, format: Formatter): PressFigures {
  const words = pressWordsOf(language);
  const hedged = ({ text, side }: Rounded): string => (side === "equal" ? text : `${words.hedge[side]} ${text}`);
  const percent = (value: Fraction): string => words.percent(format.percentNumber(magnitude(value)));
  return {
    percent,
    amount: (cents) => hedged(format.roundedAmount(cents, currency)),
    share(value) {
      const whole = roundToWholePercent(value);
      if (whole === null) return percent(value);
      const number = words.spellsPercent
        ? numberWord(whole.percent, language, format.count)
        : format.count(whole.percent);
      return hedged({ text: words.percent(number), side: whole.side });
    },
    points: (value) =>
      words.points(format.percentNumber(magnitude(value)), 50n * magnitude(value).numerator >= value.denominator),
    change(growth) {
      const hundredths = divideHalfUp(10_000n * growth.numerator, growth.denominator);
      if (hundredths === 0n) return { direction: "same", exact: growth.numerator === 0n };
      return { direction: hundredths > 0n ? "up" : "down", percent: percent(growth) };
    },
  };
}

function magnitude({ numerator, denominator }: Fraction): Fraction {
  return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}
