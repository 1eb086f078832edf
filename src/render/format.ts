import { fractionToDecimal, scaledToDecimal, divideHalfUp, type Fraction } from "../domain/fraction.ts";
import type { Language } from "../domain/language.ts";
import { centsToDecimal, type Cents } from "../domain/money.ts";
import { roundToSignificant, sideOf, type Side } from "./rounding.ts";

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
  /** Money to the cent, with the name of its currency; without cents where there are none. */
  exactAmount(cents: Cents, currency: string): string;
  /** Money to its first three digits, with the name of its currency: `865 million euros`. Small amounts are exact. */
  roundedAmount(cents: Cents, currency: string): Rounded;
  /** A currency in full, in the plural. */
  currency(code: string): string;
  /** A number on an axis, with the decimals that the step between its neighbours needs. */
  tick(value: number, step: number): string;
  month(month: number, length?: "long" | "short" | "narrow"): string;
  /** An ISO day in words: `2 January 2007`. */
  day(day: string): string;
}

/** A rounded figure, and on which side of it the true one lies: what a hedge says. */
export interface Rounded {
  readonly text: string;
  readonly side: Side;
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
  /** Between a large-number word and the name of the currency: French says "millions d'euros". */
  readonly of: (currency: string) => string;
}

const WORDS: Readonly<Record<Language, AmountWords>> = {
  nl: { locale: "nl-BE", million: invariable("miljoen"), billion: invariable("miljard"), euro: "euro", of: space },
  fr: {
    locale: "fr-BE",
    million: { one: "million", other: "millions" },
    billion: { one: "milliard", other: "milliards" },
    euro: "euros",
    of: (currency) => (/^[aeiouéœ]/i.test(currency) ? " d'" : " de "),
  },
  // With decimals, German is always plural: 1,0 Millionen.
  de: { locale: "de-DE", million: invariable("Millionen"), billion: invariable("Milliarden"), euro: "Euro", of: space },
  en: { locale: "en-GB", million: invariable("million"), billion: invariable("billion"), euro: "euro", of: space },
};

function space(): string {
  return " ";
}

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
    return format.format(asNumeric(text));
  };
  const scaled = (cents: Cents, unit: bigint, digits: number): string =>
    decimal(scaledToDecimal(divideHalfUp(cents * 10n ** BigInt(digits), unit), digits), digits);
  const exactAmount = (cents: Cents, currency: string): string => {
    const text = centsToDecimal(cents);
    const digits = text.endsWith(".00") ? 0 : 2;
    return `${decimal(text, digits)} ${currencyName(words.locale, currency, text)}`;
  };

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
      const of = currency === "EUR" ? words.of(words.euro) : " ";
      const size = cents < 0n ? -cents : cents;
      if (size >= BILLION) return `${scaled(cents, BILLION, 2)} ${words.billion[numberOf(size, BILLION)]}${of}${unit}`;
      if (size >= MILLION) return `${scaled(cents, MILLION, 1)} ${words.million[numberOf(size, MILLION)]}${of}${unit}`;
      return `${scaled(cents, CENTS_PER_UNIT, 0)} ${unit}`;
    },
    exactAmount,
    roundedAmount(cents, currency) {
      const rounded = roundToSignificant(cents);
      const side = sideOf(cents, rounded);
      if (rounded < MILLION) return { text: exactAmount(rounded, currency), side };
      const large = new Intl.NumberFormat(words.locale, {
        notation: "compact",
        compactDisplay: "long",
        maximumFractionDigits: 2,
      });
      const name = currencyName(words.locale, currency, "2");
      return { text: `${large.format(asNumeric(centsToDecimal(rounded)))}${words.of(name)}${name}`, side };
    },
    currency: (code) => currencyName(words.locale, code, "2"),
    tick(value, step) {
      const digits = Math.max(0, Math.ceil(-Math.log10(step)));
      return decimal(value.toFixed(digits), digits);
    },
    month: (month, length = "long") =>
      new Intl.DateTimeFormat(words.locale, { month: length, timeZone: "UTC" }).format(Date.UTC(2000, month - 1, 15)),
    day: (day) =>
      new Intl.DateTimeFormat(words.locale, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(`${day}T00:00Z`)),
  };
}

/** The unit that suits the largest of some amounts. */
export function scaleOf(amounts: readonly (Cents | null)[], format: Formatter): MoneyScale {
  return format.scale(amounts.reduce<Cents>((max, cents) => (cents !== null && cents > max ? cents : max), 0n));
}

/** A decimal string is formatted exactly, digit by digit, where a number would first become a double. */
function asNumeric(text: string): `${number}` {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return text as `${number}`;
}

/** What a currency is called after an amount of it: "euros", "livres sterling". */
function currencyName(locale: string, currency: string, amount: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "name" });
  const name = format.formatToParts(asNumeric(amount)).find(({ type }) => type === "currency");
  return name?.value ?? currency;
}
