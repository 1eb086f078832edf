import { existsSync, readFileSync, readdirSync } from "node:fs";
import * as v from "valibot";

import { FIELDS, NOT_A_COUNTRY, STATUSES } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { UserError } from "../domain/user-error.ts";
import { loadCountries } from "../reference/countries.ts";
import { loadCurrencies } from "../reference/currencies.ts";
import { dataPath } from "../reference/data-file.ts";
import { allowedBy, describeFault, wrongValue, type ProfileFault } from "./profile-fault.ts";

const SUFFIX = ".profile.json";
const isoDay = v.pipe(v.string(), v.isoDate());
const header = v.string();
const headers = v.union([header, v.pipe(v.array(header), v.minLength(1))]);
const fieldHeaders = v.strictObject(v.entriesFromList(FIELDS, v.exactOptional(headers)));
const fieldTexts = v.strictObject(v.entriesFromList(FIELDS, v.exactOptional(v.string())));

/** The shape of a profile file. `data/schemas/profile.schema.json` is made from it. */
export const PROFILE_SCHEMA = v.strictObject({
  $schema: v.exactOptional(v.string()),
  name: v.exactOptional(v.string()),
  description: v.exactOptional(v.string()),
  delimiter: v.exactOptional(v.pipe(v.string(), v.length(1))),
  sheet: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
  columns: v.exactOptional(fieldHeaders),
  constants: v.exactOptional(fieldTexts),
  default_currency: v.exactOptional(v.string()),
  date_order: v.exactOptional(v.picklist(["dmy", "mdy"])),
  decimal_mark: v.exactOptional(v.picklist([",", "."])),
  value_unit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000))),
  statuses: v.exactOptional(v.record(v.string(), v.picklist(STATUSES))),
  destinations: v.exactOptional(v.record(v.string(), v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)))),
  grain: v.exactOptional(v.picklist(["certificate", "record"])),
  coverage: v.exactOptional(v.strictObject({ from: v.exactOptional(isoDay), to: v.exactOptional(isoDay) })),
});

/** Reads a profile: a file, or the name of one that ships with origo. */
export function readProfile(nameOrPath: string): Profile {
  const path = existsSync(nameOrPath) ? nameOrPath : dataPath(`profiles/${nameOrPath}${SUFFIX}`);
  if (!existsSync(path)) {
    const shipped = readdirSync(dataPath("profiles"))
      .filter((file) => file.endsWith(SUFFIX))
      .map((file) => file.slice(0, -SUFFIX.length));
    throw new UserError(
      2,
      `there is no profile ${nameOrPath}`,
      `give the path of a profile file, or a shipped one: ${shipped.join(", ")}`,
    );
  }
  const json = parseJson(path);
  // Valibot takes a list for an object without keys.
  const result = v.safeParse(PROFILE_SCHEMA, Array.isArray(json) ? null : json);
  if (!result.success) {
    const fault = describeFault(result.issues[0]);
    throw new UserError(2, `the profile ${path}: ${fault.message}`, fault.hint);
  }
  const fault = findUnknownCode(result.output);
  if (fault !== null) throw new UserError(2, `the profile ${path}: ${fault.message}`, fault.hint);
  const { from, to } = result.output.coverage ?? {};
  if (from !== undefined && to !== undefined && from > to) {
    throw new UserError(2, `the profile ${path}: coverage: from ${from} is after to ${to}`, "exchange the two days");
  }
  return result.output;
}

/** A code of the right shape that no country or currency has would reject every row in which it is used. */
function findUnknownCode({ destinations = {}, constants = {}, default_currency }: Profile): ProfileFault | null {
  const countries = loadCountries();
  const isKnown = (code: string): boolean => code === NOT_A_COUNTRY || countries.resolve(code) === code;
  const wrong = Object.entries(destinations).find(([, code]) => !isKnown(code));
  if (wrong !== undefined) return wrongValue(`destinations.${wrong[0]}`, wrong[1], allowedBy("destinations"));
  const unknown = Object.entries({ "constants.currency": constants.currency, default_currency }).find(
    ([, code]) => code !== undefined && loadCurrencies()(code) === null,
  );
  return unknown === undefined ? null : wrongValue(unknown[0], unknown[1], allowedBy("default_currency"));
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      2,
      `the profile ${path} cannot be read: ${reason}`,
      "a profile is a JSON object; see data/profiles for one",
    );
  }
}
