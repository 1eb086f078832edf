import { fractionToDecimal, scaledToDecimal, divideHalfUp, type Fraction } from "../domain/fraction.ts";
import type { Language } from "../domain/language.ts";
import type { Cents } from "../domain/money.ts";

/** How people of a language write numbers. Every displayed number goes through here; rounding is half-up and exact. */
export interface Formatter {
  count(value: number | bigint): string;
  /** A fraction as a percentage: 0.134334 is `13.43 %`; `signed` shows a plus. */
  percent(value: Fraction, options?: { digits?: number; signed?: boolean }): string;
  /** A fraction as a percentage without its sign: the column says it. */
  percentNumber(value: Fraction): string;
  /** A fraction as percentage points, signed, without a unit: the column says it. */
  points(value: Fraction, digits?: number): string;
  /** Money in millions with one decimal, without a unit. */
  millions(cents: Cents, digits?: number): string;
  /** Money in whole units, without the unit. */
  units(cents: Cents): string;
  /** Money in words for a sentence: `865.1 million euro`, `37,913 euro`. */
  amount(cents: Cents, currency: string): string;
  month(month: number): string;
}

/** The words for large amounts, and how the currency follows them. */
interface AmountWords {
  readonly locale: string;
  readonly million: string;
  readonly billion: string;
  readonly euro: string;
  /** Between a large-number word and the currency: French says "millions d'euros". */
  readonly of: string;
}

const WORDS: Readonly<Record<Language, AmountWords>> = {
  nl: { locale: "nl-BE", million: "miljoen", billion: "miljard", euro: "euro", of: " " },
  fr: { locale: "fr-BE", million: "millions", billion: "milliards", euro: "euros", of: " d'" },
  de: { locale: "de-DE", million: "Millionen", billion: "Milliarden", euro: "Euro", of: " " },
  en: { locale: "en-GB", million: "million", billion: "billion", euro: "euro", of: " " },
};

const CENTS_PER_UNIT = 100n;
const MILLION = 1_000_000n * CENTS_PER_UNIT;
const BILLION = 1000n * MILLION;

export function createFormatter(language: Language): Formatter {
  const words = WORDS[language];
  const formats = new Map<string, Intl.NumberFormat>();
  const decimal = (text: string, digits: number, signed = false): string => {
    const key = `${digits}${signed}`;
    let format = formats.get(key);
    if (format === undefined) {
      const sign = signed ? ({ signDisplay: "exceptZero" } as const) : {};
      format = new Intl.NumberFormat(words.locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: true,
        ...sign,
      });
      formats.set(key, format);
    }
    // A decimal string is formatted exactly, digit by digit, where a number would first become a double.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return format.format(text as `${number}`);
  };
  const scaled = (cents: Cents, unit: bigint, digits: number): string =>
    decimal(scaledToDecimal(divideHalfUp(cents * 10n ** BigInt(digits), unit), digits), digits);

  return {
    count: (value) => decimal(value.toString(), 0),
    percent: (value, { digits = 2, signed = false } = {}) =>
      `${decimal(fractionToDecimal(value, digits, 2), digits, signed)} %`,
    percentNumber: (value) => decimal(fractionToDecimal(value, 2, 2), 2),
    points: (value, digits = 2) => decimal(fractionToDecimal(value, digits, 2), digits, true),
    units: (cents) => scaled(cents, CENTS_PER_UNIT, 0),
    millions: (cents, digits = 1) => scaled(cents, MILLION, digits),
    amount(cents, currency) {
      const unit = currency === "EUR" ? words.euro : currency;
      const of = currency === "EUR" ? words.of : " ";
      const size = cents < 0n ? -cents : cents;
      if (size >= BILLION) return `${scaled(cents, BILLION, 2)} ${words.billion}${of}${unit}`;
      if (size >= MILLION) return `${scaled(cents, MILLION, 1)} ${words.million}${of}${unit}`;
      return `${scaled(cents, CENTS_PER_UNIT, 0)} ${unit}`;
    },
    month: (month) =>
      new Intl.DateTimeFormat(words.locale, { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, month - 1, 15)),
  };
}
