import { DEFAULT_CURRENCY } from "../domain/certificate.ts";
import { normalizeExporterId } from "../domain/exporter-id.ts";
import { parseDay } from "../domain/parse-day.ts";
import type { DateOrder, DecimalMark, Profile } from "../domain/profile.ts";
import { loadClosedSets, nearestHint } from "../ingest/closed-sets.ts";
import type { Formats } from "../ingest/detect-formats.ts";
import {
  BETWEEN_HS_DIGITS,
  BETWEEN_WORDS,
  DATE_FORMS,
  HS_DIGITS,
  NAMES_A_MONTH,
  numberPattern,
} from "../ingest/parse-rules.ts";
import { loadCountries } from "../reference/countries.ts";
import { BeyondTally } from "./beyond-tally.ts";

/** An amount: integer cents, and whether it was in scientific notation, which has fewer digits than the amount had. */
export type AmountRead =
  | { readonly kind: "cents"; readonly cents: bigint; readonly scientific: boolean }
  | { readonly kind: "no-number" }
  | { readonly kind: "out-of-range" };

type Reader<Result> = (text: string) => Result;

/**
 * What the trimmed text of a cell, which is not empty, says; `null` when it says nothing that the field can be. Each reader
 * gives what `ingest/clean-rows.ts` has the engine make of the same text, or throws `BeyondTally`.
 */
export interface CellReaders {
  /** ISO day. */
  readonly issueDate: Reader<string | null>;
  readonly certificateType: Reader<string>;
  readonly status: Reader<string | null>;
  readonly exporterSize: Reader<string | null>;
  readonly destination: Reader<string | null>;
  /** Which destination may be meant by one that is not known. */
  readonly destinationHint: Reader<string | null>;
  /** Alpha-2 codes in their order, with commas. */
  readonly origin: Reader<string | null>;
  readonly currency: Reader<string | null>;
  readonly exporterId: Reader<string | null>;
  /** Capitals without accents and punctuation. */
  readonly exporterName: Reader<string | null>;
  /** 2 to 10 digits. */
  readonly hsCode: Reader<string | null>;
  readonly amount: Reader<AmountRead>;
  /** What amounts without a currency are in. */
  readonly defaultCurrency: string;
}

/** The readers of a file whose values are in units of 1. They remember what they read: most texts come again. */
export function createCellReaders(profile: Profile, { dateOrder, decimalMark }: Formats): CellReaders {
  const countries = loadCountries();
  const sets = loadClosedSets(profile, countries);
  return {
    issueDate: remembering(dateReader(sets.issue_date, dateOrder)),
    certificateType: remembering((text) => sets.certificate_type(text) ?? upperCase(text)),
    status: remembering(sets.status),
    exporterSize: remembering(sets.exporter_size),
    destination: remembering(sets.destination),
    destinationHint: remembering((text) => nearestHint(countries, text)),
    origin: remembering(sets.origin),
    currency: remembering(sets.currency),
    exporterId: remembering((text) => normalizeExporterId(text) || null),
    exporterName: remembering((text) => normalizedName(text) || null),
    hsCode: remembering(hsCode),
    amount: amountReader(decimalMark),
    defaultCurrency: sets.currency(profile.default_currency ?? DEFAULT_CURRENCY) ?? DEFAULT_CURRENCY,
  };
}

function remembering<Result extends string | null>(read: Reader<Result>): Reader<Result> {
  const known = new Map<string, Result>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = read(text);
      known.set(text, result);
    }
    return result;
  };
}

function dateReader(readWords: Reader<string | null>, order: DateOrder): Reader<string | null> {
  const namesMonth = new RegExp(NAMES_A_MONTH, "u");
  const separated = (text: string): string | null => isoDay(...text.split(/[-/. T]/));
  const forms: readonly (readonly [RegExp, Reader<string | null>])[] = [
    [whole(DATE_FORMS.yearFirst), separated],
    [
      whole(DATE_FORMS.yearLast),
      (text) => {
        const [first, second, year] = text.split(/[-/. T]/);
        return order === "dmy" ? isoDay(year, second, first) : isoDay(year, first, second);
      },
    ],
    [whole(DATE_FORMS.month), separated],
    [whole(DATE_FORMS.spacedMonth), separated],
    [whole(DATE_FORMS.spacedDay), separated],
    [whole(DATE_FORMS.joinedDay), (text) => isoDay(text.slice(0, 4), text.slice(4, 6), text.slice(6))],
    [whole(DATE_FORMS.joinedMonth), (text) => isoDay(text.slice(0, 4), text.slice(4))],
    [
      whole(DATE_FORMS.serial),
      (text) => new Date(DAY_ZERO + Number(text.slice(0, 5)) * DAY).toISOString().slice(0, 10),
    ],
  ];
  // A date in words is of none of these forms, and to look for words takes longer than to read the others.
  return (text) =>
    forms.find(([form]) => form.test(text))?.[1](text) ?? (namesMonth.test(text) ? readWords(text) : null);
}

const DAY = 86_400_000;
/** The day 0 of a spreadsheet. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

function isoDay(year = "", month = "", day = "1"): string | null {
  return parseDay(`${year}-${twoDigits(month)}-${twoDigits(day)}`, "first");
}

function twoDigits(digits: string): string {
  return digits.length < 2 ? `0${digits}` : digits;
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

const WORD_BREAK = new RegExp(BETWEEN_WORDS, "gu");

function normalizedName(text: string): string {
  // Decomposed, no letter of `KNOWN` leaves anything but marks besides letters.
  return upperCase(text.replace(WORD_BREAK, " ").trim()).normalize("NFD").replaceAll(/\p{M}/gu, "");
}

/** Latin letters without the rare ones, and punctuation: of these, capitals and accents are what the engine takes them for. */
const KNOWN = /^[\t -\u0148\u014A-\u017F\u0218-\u021B\u2000-\u20CF]*$/;

/** The engine gives ß a capital of its own. */
function upperCase(text: string): string {
  if (!KNOWN.test(text)) throw new BeyondTally(`letters that the engine may see in another way: ${text}`);
  return text.replaceAll("ß", "ẞ").toUpperCase();
}

const HS_CODE = whole(HS_DIGITS);
const BETWEEN_DIGITS = new RegExp(BETWEEN_HS_DIGITS, "g");

function hsCode(text: string): string | null {
  const digits = text.replaceAll(BETWEEN_DIGITS, "");
  return HS_CODE.test(digits) ? digits : null;
}

const NO_NUMBER: AmountRead = { kind: "no-number" };
const OUT_OF_RANGE: AmountRead = { kind: "out-of-range" };
/** From so many cents on. */
const RANGE = 10n ** 18n;

/** Up to these, and from no places on, the engine rounds amounts in scientific notation half-up; not always beyond. */
const MOST_PLACES = 14;
const MOST_DECIMALS = 15;

function amountReader(mark: DecimalMark): Reader<AmountRead> {
  const number = whole(numberPattern(mark));
  const besides = new RegExp(`[^0-9${mark}]`, "g");
  return (text) => {
    if (!number.test(text)) return NO_NUMBER;
    const [mantissa = "", exponent] = text.split(/[Ee]/);
    const [units = "", decimals = ""] = mantissa.replaceAll(besides, "").split(mark);
    const scientific = exponent !== undefined;
    const places = Number(exponent ?? 0);
    if (scientific && (places < 0 || places > MOST_PLACES || decimals.length > MOST_DECIMALS)) {
      throw new BeyondTally(`scientific notation that the engine rounds in a way of its own: ${text}`);
    }
    const digits = decimals.padEnd(places + 2, "0");
    const rounded = BigInt(units + digits.slice(0, places + 2)) + (digits.charAt(places + 2) >= "5" ? 1n : 0n);
    if (rounded >= RANGE) return OUT_OF_RANGE;
    return { kind: "cents", cents: text.startsWith("-") ? -rounded : rounded, scientific };
  };
}
