import { EXPORTER_SIZES, NOT_A_COUNTRY } from "../domain/certificate.ts";
import { NO_ITEM } from "../domain/dimension.ts";
import type { ValueReading, WhereVocabulary } from "../domain/parse-where.ts";
import { isTime, type WhereField } from "../domain/where.ts";
import { loadMemberships, type Membership } from "./blocs.ts";
import { loadCountries, type Countries } from "./countries.ts";
import { loadCurrencies } from "./currencies.ts";
import { nearestText } from "./nearest.ts";
import { loadRegions, type Regions } from "./regions.ts";
import { loadTerms, type Terms } from "./terms.ts";
import { loadThemeNames } from "./theme-names.ts";
import { loadThemes } from "./themes.ts";

/** Not every bloc is one of trade: these are asked for, and are something else. */
const NO_TRADE_BLOCS: Readonly<Record<string, string>> = {
  SCHENGEN: "Schengen is an area without border checks on persons, not a trade bloc; use EU, EEA or EFTA",
  EUROZONE: "the euro area is a monetary union, not a trade bloc; use EU, or name its countries",
};

/**
 * The values of conditions, read with the reference data. `groups` are the names in the user's groups file, if there is one;
 * `themesFile` is a file of themes of the user's own.
 */
export function createVocabulary(groups: readonly string[] | null = null, themesFile?: string): WhereVocabulary {
  const data: ReferenceData = {
    countries: once(loadCountries),
    currencies: once(loadCurrencies),
    memberships: once(loadMemberships),
    regions: once(loadRegions),
    terms: once(loadTerms),
    themes: once(() => [...new Set(loadThemes(themesFile).map(({ item }) => item))]),
    groups,
  };
  return { read: (field, text) => readValue(field, text.trim(), data), nearest: nearestText };
}

/** What values are looked up in, read when it is first needed. */
interface ReferenceData {
  readonly countries: () => Countries;
  readonly currencies: () => ReturnType<typeof loadCurrencies>;
  readonly memberships: () => readonly Membership[];
  readonly regions: () => Regions;
  readonly terms: () => Terms;
  readonly themes: () => readonly string[];
  readonly groups: readonly string[] | null;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function readValue(field: WhereField, text: string, data: ReferenceData): ValueReading {
  const { groups } = data;
  if (text === "" && !isTime(field)) return { value: "" };
  switch (field) {
    case "year":
      return matched(/^[1-9]\d{3}$/, text, "a year such as 2017");
    case "quarter":
      return matched(/^[1-9]\d{3}-Q[1-4]$/, text.toUpperCase(), "a quarter such as 2017-Q3");
    case "month":
      return matched(/^[1-9]\d{3}-(0[1-9]|1[0-2])$/, text, "a month such as 2017-09");
    case "date":
      return isDay(text) ? { value: text } : notA(text, "a day such as 2017-09-30");
    case "value":
      return readAmount(text);
    case "destination":
    case "origin":
      return readCountry(text, data.countries());
    case "region":
    case "sub_region": {
      const regions = data.regions();
      return known(regions.resolve(field, text), text, "region", regions.names(field));
    }
    case "bloc":
      return readBloc(text, data.memberships());
    case "exporter_size":
      return known(data.terms().exporterSize(text), text, "size", EXPORTER_SIZES);
    case "certificate_type":
      return { value: data.terms().certificateType(text) ?? text.toUpperCase() };
    case "currency": {
      const code = data.currencies()(text);
      return code === null ? notA(text, "an ISO 4217 code such as USD") : { value: code };
    }
    case "hs2":
      return matched(/^\d{2}$/, text, "a chapter of 2 digits, such as 84");
    case "hs4":
      return matched(/^\d{4}$/, text, "a heading of 4 digits, such as 8471");
    case "hs6":
      return matched(/^\d{6}$/, text, "a subheading of 6 digits, such as 847130");
    case "group":
      if (groups === null)
        return { fault: "there are no groups", remedy: "name the file that defines them with --groups" };
      return known(groups.find((group) => group.toLowerCase() === text.toLowerCase()) ?? null, text, "group", groups);
    case "theme": {
      const themes = data.themes();
      if (text.toLowerCase() === NO_ITEM) return { value: NO_ITEM };
      const { resolve, spellings } = loadThemeNames();
      return known(resolve(text, themes), text, "theme", [...themes, NO_ITEM], themes.flatMap(spellings));
    }
    case "exporter":
    case "chamber":
      return { value: text };
  }
}

function matched(pattern: RegExp, text: string, expected: string): ValueReading {
  return pattern.test(text) ? { value: text } : notA(text, expected);
}

function notA(text: string, expected: string): ValueReading {
  return { fault: `"${text}" does not fit`, remedy: `expected ${expected}` };
}

function known(
  value: string | null,
  text: string,
  what: string,
  all: readonly string[],
  spellings = all,
): ValueReading {
  if (value !== null) return { value };
  const nearest = nearestText(text, spellings);
  const remedy = nearest === null ? `expected one of ${all.join(", ")}` : `did you mean ${nearest}?`;
  return { fault: `"${text}" is no ${what}`, remedy };
}

function readCountry(text: string, countries: Countries): ValueReading {
  // Here XX is a choice, not a guess about what a cell means.
  if (text.toUpperCase() === NOT_A_COUNTRY) return { value: NOT_A_COUNTRY };
  const code = countries.resolve(text);
  if (code !== null) return { value: code };
  const nearest = countries.nearest(text);
  const remedy =
    nearest.length === 0
      ? "expected an ISO 3166 code, or a name in nl, fr, de, en, es"
      : `did you mean ${nearest.join(" or ")}?`;
  return { fault: `"${text}" is no country`, remedy };
}

function readBloc(text: string, memberships: readonly Membership[]): ValueReading {
  const upper = text.toUpperCase();
  const other = NO_TRADE_BLOCS[upper.replace(/ AREA$/, "")];
  if (other !== undefined) return { fault: `"${text}" is no trade bloc`, remedy: other };
  const blocs = [...new Set(memberships.map(({ bloc }) => bloc))];
  return known(blocs.find((bloc) => bloc === upper) ?? null, text, "bloc", blocs);
}

/** An amount with at most two decimals, in cents beyond doubt. */
function readAmount(text: string): ValueReading {
  const [, whole, decimals = ""] = /^0*(\d{1,15})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return whole === undefined
    ? notA(text, "an amount such as 1000000 or 1000.50, without separators")
    : { value: `${whole}.${decimals.padEnd(2, "0")}` };
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
