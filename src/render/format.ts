import { fractionToDecimal, scaledToDecimal, divideHalfUp, type Fraction } from "../domain/fraction.ts";
import type { Language } from "../domain/language.ts";
import { centsToDecimal, type Cents } from "../domain/money.ts";

/** What is printed for a figure that is undefined: never 0. */
export const UNDEFINED = "–";

/** How people of a language write numbers. Every displayed number goes through here; rounding is half-up and exact. */
export interface Formatter {
  readonly count: (value: number | bigint) => string;
  /** A number that is no percentage, such as an effective number. */
  decimal(value: Fraction, digits: number): string;
  /** A decimal string with all its digits, as the language writes it. */
  decimalText(text: string): string;
  /** Money to the cent, without the unit. */
  money(cents: Cents): string;
  /** A fraction as a percentage: 0.134334 is `13.43 %`; `signed` shows a plus. */
  percent(value: Fraction, options?: { digits?: number; signed?: boolean }): string;
  /** A fraction as a percentage without its sign: the column says it. */
  percentNumber(value: Fraction): string;
  /** A number as it is, with so many decimals: an index, an average of counts. */
  plain(value: Fraction, digits?: number): string;
  /** A fraction as percentage points, signed, without a unit: the column says it. */
  points(value: Fraction, digits?: number): string;
  /** Money for a column or an axis, in the unit that suits its largest amount. */
  scale(largest: Cents): MoneyScale;
  /** Money in whole units, without the unit. */
  units(cents: Cents): string;
  /** Money in words for a sentence: `865.1 million euro`, `37,913 euro`. */
  amount(cents: Cents, currency: string): string;
  /** A number on an axis, with the decimals that the step between its neighbours needs. */
  tick(value: number, step: number): string;
  month(month: number, length?: "long" | "short" | "narrow"): string;
}

/** Money in units of one, a thousand (`k`) or a million (`m`): one decimal from a thousand on. */
export interface MoneyScale {
  readonly unit: "" | "k" | "m";
  /** How many cents one of the unit is. */
  readonly size: Cents;
  readonly format: (cents: Cents) => string;
}

/** The words for large amounts, and how the currency follows them. */
interface AmountWords {
  readonly locale: string;
  readonly million: Readonly<Record<"one" | "other", string>>;
  readonly billion: Readonly<Record<"one" | "other", string>>;
  readonly euro: string;
  /** Between a large-number word and the currency: French says "millions d'euros". */
  readonly of: string;
}

const WORDS: Readonly<Record<Language, AmountWords>> = {
  nl: { locale: "nl-BE", million: invariable("miljoen"), billion: invariable("miljard"), euro: "euro", of: " " },
  fr: {
    locale: "fr-BE",
    million: { one: "million", other: "millions" },
    billion: { one: "milliard", other: "milliards" },
    euro: "euros",
    of: " d'",
  },
  // With decimals, German is always plural: 1,0 Millionen.
  de: { locale: "de-DE", million: invariable("Millionen"), billion: invariable("Milliarden"), euro: "Euro", of: " " },
  en: { locale: "en-GB", million: invariable("million"), billion: invariable("billion"), euro: "euro", of: " " },
};

function invariable(word: string): Readonly<Record<"one" | "other", string>> {
  return { one: word, other: word };
}

const CENTS_PER_UNIT = 100n;
const THOUSAND = 1000n * CENTS_PER_UNIT;
const MILLION = 1_000_000n * CENTS_PER_UNIT;
const BILLION = 1000n * MILLION;

/** The grammatical number of a decimal amount where the two differ (French): singular below two. */
function numberOf(size: Cents, unit: bigint): "one" | "other" {
  return size < 2n * unit ? "one" : "other";
}

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
    decimal: (value, digits) => decimal(fractionToDecimal(value, digits), digits),
    decimalText: (text) => decimal(text, text.split(".")[1]?.length ?? 0),
    money: (cents) => decimal(centsToDecimal(cents), 2),
    percent: (value, { digits = 2, signed = false } = {}) =>
      `${decimal(fractionToDecimal(value, digits, 2), digits, signed)} %`,
    percentNumber: (value) => decimal(fractionToDecimal(value, 2, 2), 2),
    plain: (value, digits = 2) => decimal(fractionToDecimal(value, digits), digits),
    points: (value, digits = 2) => decimal(fractionToDecimal(value, digits, 2), digits, true),
    units: (cents) => scaled(cents, CENTS_PER_UNIT, 0),
    scale(largest) {
      if (largest >= 10n * MILLION) return { unit: "m", size: MILLION, format: (cents) => scaled(cents, MILLION, 1) };
      if (largest >= 100n * THOUSAND)
        return { unit: "k", size: THOUSAND, format: (cents) => scaled(cents, THOUSAND, 1) };
      return { unit: "", size: CENTS_PER_UNIT, format: (cents) => scaled(cents, CENTS_PER_UNIT, 0) };
    },
    amount(cents, currency) {
      const unit = currency === "EUR" ? words.euro : currency;
      const of = currency === "EUR" ? words.of : " ";
      const size = cents < 0n ? -cents : cents;
      if (size >= BILLION) return `${scaled(cents, BILLION, 2)} ${words.billion[numberOf(size, BILLION)]}${of}${unit}`;
      if (size >= MILLION) return `${scaled(cents, MILLION, 1)} ${words.million[numberOf(size, MILLION)]}${of}${unit}`;
      return `${scaled(cents, CENTS_PER_UNIT, 0)} ${unit}`;
    },
    tick(value, step) {
      const digits = Math.max(0, Math.ceil(-Math.log10(step)));
      return decimal(value.toFixed(digits), digits);
    },
    month: (month, length = "long") =>
      new Intl.DateTimeFormat(words.locale, { month: length, timeZone: "UTC" }).format(Date.UTC(2000, month - 1, 15)),
  };
}
