/**
 * What the second computation knows of the world: the tables in `data/`, read with csv-parse and nothing else. A text
 * that is not in them is an error here, never a guess.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

import { halfUp, parseDecimal, type Ratio } from "./exact.ts";

export type Row = Readonly<Record<string, string>>;

/** The rows of a delimited file, gzipped or not, each as its cells by column name. */
export function readTable(file: URL, delimiter = ","): readonly Row[] {
  const bytes = readFileSync(file);
  const text = file.pathname.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  return parse<Row>(text, { columns: true, delimiter });
}

export function cellOf(row: Row, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`there is no column ${column}`);
  return text;
}

export function dataFile(name: string): URL {
  return new URL(`../../data/${name}`, import.meta.url);
}

/** Looks a text up, or throws. */
export type LookUp = (text: string) => string;

function lookUpIn(table: ReadonlyMap<string, string>, what: string, keyOf: (text: string) => string): LookUp {
  return (text) => {
    const found = table.get(keyOf(text));
    if (found === undefined) throw new Error(`unknown ${what}: ${text}`);
    return found;
  };
}

/** Codes of countries by their Dutch name, letter for letter. */
export function dutchCountries(): LookUp {
  const rows = readTable(dataFile("countries.csv"));
  return lookUpIn(new Map(rows.map((row) => [cellOf(row, "nl"), cellOf(row, "code")])), "country", (text) => text);
}

/**
 * Codes of countries by any name or variant, after the texts that a profile maps itself. Accents, case, spaces and
 * punctuation do not matter.
 */
export function namedCountries(profile: Readonly<Record<string, string>>): LookUp {
  const table = new Map<string, string>();
  for (const row of readTable(dataFile("countries.csv"))) {
    for (const language of ["es", "de", "fr", "nl", "en"]) table.set(bare(cellOf(row, language)), cellOf(row, "code"));
  }
  for (const row of readTable(dataFile("country-variants.csv")))
    table.set(bare(cellOf(row, "name")), cellOf(row, "code"));
  for (const [name, code] of Object.entries(profile)) table.set(bare(name), code);
  return lookUpIn(table, "country", bare);
}

/** The bare letters and digits of a name. */
function bare(name: string): string {
  const letters = name
    .normalize("NFD")
    .toLowerCase()
    .match(/[a-z0-9]/g);
  return (letters ?? []).join("");
}

/** English names of countries by their code. */
export function englishNames(): LookUp {
  const rows = readTable(dataFile("countries.csv"));
  return lookUpIn(new Map(rows.map((row) => [cellOf(row, "code"), cellOf(row, "en")])), "code", (text) => text);
}

/** What a Dutch word for a status stands for. */
export function dutchStatuses(): LookUp {
  const rows = readTable(dataFile("terms.csv")).filter((row) => row["kind"] === "status" && row["language"] === "nl");
  const table = new Map(rows.map((row) => [cellOf(row, "term").toLowerCase(), cellOf(row, "value")]));
  return lookUpIn(table, "status", (text) => text.toLowerCase());
}

/** Cents of a currency on an ISO day as cents of euro: half-up, at the rate of that day or the last one before. */
export type ToEuro = (cents: bigint, currency: string, day: string) => bigint;

export function euroConverter(): ToEuro {
  const rows = readTable(dataFile("ecb-rates.csv.gz"));
  const published = new Map<string, readonly (readonly [day: string, rate: Ratio])[]>();
  const ratesOf = (currency: string): readonly (readonly [string, Ratio])[] => {
    const known =
      published.get(currency) ??
      rows
        .filter((row) => cellOf(row, currency) !== "")
        .map((row) => [cellOf(row, "date"), parseDecimal(cellOf(row, currency))] as const);
    published.set(currency, known);
    return known;
  };
  return (cents, currency, day) => {
    if (currency === "EUR") return cents;
    const rate = lastUpTo(ratesOf(currency), day);
    return halfUp(cents * rate.denominator, rate.numerator);
  };
}

/** The longest that the ECB's series pauses, with room: an older rate is a hole in the table. */
const STALE_DAYS = 10;

function lastUpTo(rates: readonly (readonly [day: string, rate: Ratio])[], day: string): Ratio {
  let [low, high] = [0, rates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rates[middle]?.[0] ?? "") <= day) low = middle + 1;
    else high = middle;
  }
  const found = rates[low - 1];
  if (found === undefined || Date.parse(day) - Date.parse(found[0]) > STALE_DAYS * 86_400_000)
    throw new Error(`there is no rate for ${day}`);
  return found[1];
}
