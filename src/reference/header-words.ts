import { loadCurrencies } from "./currencies.ts";
import { readDataRows } from "./data-file.ts";
import { fold } from "./fold.ts";

/** What a word of a header can mean, whatever its language. */
const CONCEPTS = [
  "filler",
  "version",
  "country",
  "destination",
  "partner",
  "import",
  "consignment",
  "final",
  "origin",
  "exporter",
  "company",
  "name",
  "code",
  "tax",
  "tin",
  "certificate",
  "issue",
  "export",
  "shipment",
  "registration",
  "release",
  "date",
  "time",
  "month",
  "year",
  "day",
  "value",
  "amount",
  "fob",
  "cif",
  "invoice",
  "customs",
  "goods",
  "description",
  "total",
  "net",
  "hs",
  "currency",
  "money",
  "unit",
  "digits",
] as const;
export type Concept = (typeof CONCEPTS)[number];

/** The currency that a header names: one code, "the foreign currency", or a word such as `$` that several currencies share. */
export type HeaderCurrency =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "foreign" | "unclear" };

/** What the words of a header say. */
export interface HeaderReading {
  readonly concepts: ReadonlySet<Concept>;
  /** Whether there is a word that the table does not have: what the header means is then not known. */
  readonly unknown: boolean;
  readonly currency: HeaderCurrency | null;
  /** 1000 for "in thousands", else 1. */
  readonly unit: number;
  /** A number that is no unit: the 6 of `HS6`. */
  readonly digits: number | null;
  /** The folded words without those of language, currency and unit: `FOB_VALUE_IN_USD` is `fob value`. */
  readonly plain: string;
}

interface Word {
  readonly text: string;
  readonly meaning: string | null;
}

const UNITS: Readonly<Record<string, number>> = { thousand: 1000, million: 1_000_000 };
/** Currency codes that are words of headers far more often. */
const NOT_CODES: ReadonlySet<string> = new Set(["all", "top"]);
const SHORT_PIECES: ReadonlySet<string> = new Set(["of", "in", "id", "no", "nr", "hs"]);
const LONGEST_COMPOUND = 60;

/**
 * Reads the words of headers. Words that are written as one are taken apart where each piece is known
 * (`TOTALVALUEUSD`, `ValorMilesDolar`, `Bestimmungsland`).
 */
export function loadHeaderReader(): (header: string) => HeaderReading {
  const meanings = new Map(
    readDataRows<"concept" | "word">("header-words.csv").map(({ concept, word }) => [fold(word), concept]),
  );
  const currencyOf = loadCurrencies();
  const meaningOf = (text: string): string | null =>
    meanings.get(text) ?? (text.length === 3 && !NOT_CODES.has(text) ? currencyOf(text) : null);
  const wordsOf = (texts: readonly string[]): readonly Word[] =>
    joinNumbers(texts)
      .flatMap((text) => (meaningOf(text) === null && !/^\d+$/.test(text) ? takeApart(text, meanings) : [text]))
      .map((text) => ({ text, meaning: /^\d+$/.test(text) ? numberMeaning(text) : meaningOf(text) }));

  const read = (header: string): HeaderReading => {
    const spelled = spellSigns(header);
    const split = wordsOf(words(splitCase(spelled)));
    // `FOBvalue` and `HScode` come apart in the wrong place by their capitals, and in the right one by their words.
    const chosen = split.some(({ meaning }) => meaning === null) ? wordsOf(words(spelled)) : split;
    return readingOf(chosen.some(({ meaning }) => meaning === null) ? split : chosen);
  };
  // Each cell of the rows that may be the header row is asked about several times, and the cells of rows repeat each other.
  const readings = new Map<string, HeaderReading>();
  return (header) => {
    const reading = readings.get(header) ?? read(header);
    readings.set(header, reading);
    return reading;
  };
}

/** Signs that folding would lose. */
function spellSigns(header: string): string {
  return header
    .replace(/US\s?\$/giu, " USD ")
    .replace(/(?<![\p{L}\p{N}])([ktm])(?=(?:eur|usd|gbp|chf|€|\$|£)(?!\p{L}))/giu, (_, letter: string) =>
      letter.toLowerCase() === "m" ? "million " : "thousand ",
    )
    .replaceAll("€", " EUR ")
    .replace(/[$£¥]/gu, " currencysign ");
}

function splitCase(text: string): string {
  return text.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2");
}

function words(text: string): readonly string[] {
  return fold(text)
    .replace(/(\p{L})(\d)/gu, "$1 $2")
    .replace(/(\d)(\p{L})/gu, "$1 $2")
    .split(" ")
    .filter((word) => word !== "");
}

/** `1.000` and `1 000` arrive as two words. */
function joinNumbers(texts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const text of texts) {
    const before = joined.at(-1);
    if (text === "000" && before !== undefined && /^\d+$/.test(before)) joined[joined.length - 1] = before + text;
    else joined.push(text);
  }
  return joined;
}

function numberMeaning(text: string): string {
  if (text === "1000" || text === "000") return "thousand";
  return text === "1000000" || text === "000000" ? "million" : "digits";
}

/** The known words that a compound consists of, the longest first; the compound itself when they do not cover it. */
function takeApart(compound: string, known: ReadonlyMap<string, string>): readonly string[] {
  if (compound.length > LONGEST_COMPOUND) return [compound];
  const hopeless = new Set<number>();
  const from = (start: number): readonly string[] | null => {
    if (start === compound.length) return [];
    if (hopeless.has(start)) return null;
    for (let end = compound.length; end > start + 1; end -= 1) {
      const piece = compound.slice(start, end);
      if (!known.has(piece) || (piece.length < 3 && !SHORT_PIECES.has(piece))) continue;
      const rest = from(end);
      if (rest !== null) return [piece, ...rest];
    }
    hopeless.add(start);
    return null;
  };
  return from(0) ?? [compound];
}

function readingOf(read: readonly Word[]): HeaderReading {
  const meanings = read.map(({ meaning }) => meaning).filter((meaning) => meaning !== null);
  const concepts = new Set(meanings.map(conceptOf));
  const digits = read.find(({ meaning }) => meaning === "digits");
  const plain = read.filter(
    ({ meaning }) => meaning === null || !["version", "money", "unit"].includes(conceptOf(meaning)),
  );
  const lastMeant = plain.findLastIndex(({ meaning }) => meaning !== "filler");
  const firstMeant = plain.findIndex(({ meaning }) => meaning !== "filler");
  return {
    concepts,
    unknown: meanings.length < read.length,
    currency: currencyOfWords(meanings, concepts),
    unit: meanings.reduce((unit, meaning) => unit * (UNITS[meaning] ?? 1), 1),
    digits: digits === undefined ? null : Number(digits.text),
    plain: plain
      .slice(Math.max(firstMeant, 0), lastMeant + 1)
      .map(({ text }) => text)
      .join(" "),
  };
}

function conceptOf(meaning: string): Concept {
  if (Object.hasOwn(UNITS, meaning)) return "unit";
  return CONCEPTS.find((concept) => concept === meaning) ?? "money";
}

function currencyOfWords(meanings: readonly string[], concepts: ReadonlySet<Concept>): HeaderCurrency | null {
  const codes = new Set(meanings.filter((meaning) => /^[A-Z]{3}$/.test(meaning)));
  const [code] = codes;
  if (code !== undefined && codes.size === 1) return { kind: "code", code };
  if (codes.size > 1 || meanings.includes("unclear")) return { kind: "unclear" };
  const foreign = meanings.includes("fc") || (concepts.has("currency") && concepts.has("partner"));
  return foreign ? { kind: "foreign" } : null;
}
