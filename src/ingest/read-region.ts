import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import * as v from "valibot";

import { LANGUAGES } from "../domain/language.ts";
import type { Chamber, Region } from "../domain/region.ts";
import { UserError } from "../domain/user-error.ts";
import { loadCountries } from "../reference/countries.ts";
import { loadCurrencies } from "../reference/currencies.ts";
import { nearestText } from "../reference/nearest.ts";
import { unknownKey, wrongValue, type ProfileFault } from "./profile-fault.ts";

const text = v.pipe(v.string(), v.minLength(1));
const id = v.pipe(v.string(), v.regex(/^(?!total$)[a-z0-9][a-z0-9-]*$/));

const CHAMBER = {
  id,
  name: text,
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  home: v.exactOptional(v.array(text)),
  inputs: v.pipe(v.array(text), v.minLength(1)),
  profile: v.exactOptional(text),
  currency: v.exactOptional(text),
  language: v.exactOptional(v.picklist(LANGUAGES)),
};

const REGION = { id, name: text, chambers: v.pipe(v.array(text), v.minLength(2)) };

/** The shape of a region file. `data/schemas/region.schema.json` is made from it. */
export const REGION_SCHEMA = v.strictObject({
  $schema: v.exactOptional(v.string()),
  name: text,
  description: v.exactOptional(v.string()),
  currency: v.exactOptional(text),
  chambers: v.pipe(v.array(v.strictObject(CHAMBER)), v.minLength(2)),
  regions: v.exactOptional(v.array(v.strictObject(REGION))),
});

type RegionFile = v.InferOutput<typeof REGION_SCHEMA>;

/** What each key allows, in the words of people. */
const ALLOWED: Readonly<Record<string, string>> = {
  id: 'a short name of small letters, digits and "-", such as "limburg-be" ("total" is taken)',
  country: "an ISO 3166-1 code in two capital letters, such as BE",
  currency: "an ISO 4217 code, such as EUR",
  home: "a list of names",
  inputs: "a list of files, globs or stores, relative to this file",
  language: `one of ${LANGUAGES.join(", ")}`,
  chambers: 'a list of two chambers or more; in "regions", of their ids',
  regions: 'a list of {"id", "name", "chambers"}',
};

/** Reads a region file, and takes a region of it by id or name; all its chambers when none is asked for. */
export function readRegion(file: string, wanted?: string): Region {
  const content = readContent(file);
  const { currency = null } = content;
  const all = content.chambers.map((chamber) => chamberOf(chamber, file));
  const inOrder = (chambers: readonly Chamber[]): readonly Chamber[] =>
    chambers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (wanted === undefined) return { id: null, name: content.name, file, currency, chambers: inOrder(all) };
  const { regions = [] } = content;
  const region = regions.find(({ id, name }) => id === wanted || name === wanted);
  if (region === undefined) {
    const ids = regions.map((each) => each.id);
    throw new UserError(
      2,
      `${file} has no region ${wanted}${didYouMean(wanted, ids)}`,
      ids.length === 0
        ? 'it defines no "regions": leave the region out for all its chambers'
        : `its regions are: ${ids.join(", ")}; leave the region out for all its chambers`,
    );
  }
  const members = all.filter((chamber) => region.chambers.includes(chamber.id));
  return { id: region.id, name: region.name, file, currency, chambers: inOrder(members) };
}

function readContent(file: string): RegionFile {
  if (!existsSync(file)) {
    throw new UserError(2, `there is no region file ${file}`, "give the path of a *.region.json; see docs/compare.md");
  }
  const json = parseJson(file);
  // Valibot takes a list for an object without keys.
  const result = v.safeParse(REGION_SCHEMA, Array.isArray(json) ? null : json);
  // A key that is misspelt is missing too: the misspelling is what to tell.
  const fault = result.success
    ? findFault(result.output)
    : describeFault(result.issues.find(isUnknownKey) ?? result.issues[0]);
  if (fault !== null || !result.success) {
    throw new UserError(2, `the region file ${file}: ${fault?.message ?? ""}`, fault?.hint ?? "");
  }
  return result.output;
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      2,
      `the region file ${file} cannot be read: ${reason}`,
      "a region file is a JSON object; see docs/compare.md for one",
    );
  }
}

function isUnknownKey({ type, expected }: v.BaseIssue<unknown>): boolean {
  return type === "strict_object" && expected === "never";
}

function describeFault(issue: v.BaseIssue<unknown>): ProfileFault {
  const path = v.getDotPath(issue);
  if (path === null) {
    return { message: "it is not a JSON object", hint: "a region file is a JSON object; see docs/compare.md for one" };
  }
  const keys = (issue.path ?? []).map((part) => String(part.key));
  const key = keys.at(-1) ?? "";
  if (issue.type === "strict_object") {
    const known = keys.length === 1 ? REGION_SCHEMA.entries : keys[0] === "chambers" ? CHAMBER : REGION;
    if (isUnknownKey(issue)) return unknownKey(path, key, Object.keys(known), "key");
    if (Object.hasOwn(known, key)) {
      return { message: `${path}: it is missing`, hint: `give ${allowedBy(key)}` };
    }
  }
  return wrongValue(path, issue.input, allowedBy(keys.findLast((each) => !/^\d+$/.test(each)) ?? key));
}

function allowedBy(key: string): string {
  return ALLOWED[key] ?? "a text that is not empty";
}

/** What is of the right shape and cannot be: a country or currency that is none, ids and names that are not unique, chambers that are not there. */
function findFault({ chambers, regions = [], currency }: RegionFile): ProfileFault | null {
  const countries = loadCountries();
  const currencyOf = loadCurrencies();
  const ids = chambers.map((chamber) => chamber.id);
  const currencies: readonly (readonly [path: string, code: string | undefined])[] = [
    ["currency", currency],
    ...chambers.map((chamber, index) => [`chambers.${index}.currency`, chamber.currency] as const),
  ];
  const [path, wrong] = currencies.find(([, code]) => code !== undefined && currencyOf(code) === null) ?? [];
  if (path !== undefined) return wrongValue(path, wrong, allowedBy("currency"));
  for (const [index, { country }] of chambers.entries()) {
    if (countries.resolve(country) !== country) {
      return wrongValue(`chambers.${index}.country`, country, allowedBy("country"));
    }
  }
  for (const [index, region] of regions.entries()) {
    const place = region.chambers.findIndex((chamber) => !ids.includes(chamber));
    const unknown = region.chambers[place];
    if (unknown === undefined) continue;
    return {
      message: `regions.${index}.chambers.${place}: there is no chamber ${unknown}${didYouMean(unknown, ids)}`,
      hint: `its chambers are: ${ids.join(", ")}`,
    };
  }
  return (
    findTwice("chambers", "id", ids) ??
    findTwice(
      "chambers",
      "name",
      chambers.map(({ name }) => name.toLowerCase()),
    ) ??
    findTwice(
      "regions",
      "id",
      regions.map((region) => region.id),
    ) ??
    regions.map((region, index) => findTwice(`regions.${index}.chambers`, "", region.chambers)).find(Boolean) ??
    null
  );
}

function findTwice(list: string, key: string, values: readonly string[]): ProfileFault | null {
  const second = values.findIndex((value, index) => values.indexOf(value) !== index);
  const value = values[second];
  if (value === undefined) return null;
  const at = (index: number): string => [list, index, key].filter((part) => part !== "").join(".");
  return {
    message: `${at(second)}: ${JSON.stringify(value)} stands at ${at(values.indexOf(value))} too`,
    hint: "name each once",
  };
}

function didYouMean(wanted: string, known: readonly string[]): string {
  const nearest = nearestText(wanted, known);
  return nearest === null ? "" : `; did you mean ${nearest}?`;
}

function chamberOf(chamber: RegionFile["chambers"][number], file: string): Chamber {
  const { home = [], profile, currency = null, language = null } = chamber;
  return {
    ...chamber,
    home,
    inputs: chamber.inputs.map((input) => besides(file, input)),
    profile: profile === undefined ? null : profilePath(file, profile),
    currency,
    language,
  };
}

/** A path in a region file is relative to that file. */
function besides(file: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(file), path);
}

/** A profile that ships goes by its name. */
function profilePath(file: string, profile: string): string {
  return existsSync(besides(file, profile)) || profile.endsWith(".json") ? besides(file, profile) : profile;
}
