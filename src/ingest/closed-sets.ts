import type { Profile } from "../domain/profile.ts";
import { loadCountries, type Countries } from "../reference/countries.ts";
import { loadCurrencies } from "../reference/currencies.ts";
import { fold } from "../reference/fold.ts";
import { loadWrittenDates } from "../reference/months.ts";
import { loadTerms } from "../reference/terms.ts";

/** The fields whose texts are looked up, and dates in words; each gives the code of a text, `null` when it is not known. */
export type ClosedSets = Readonly<
  Record<
    "issue_date" | "certificate_type" | "status" | "exporter_size" | "destination" | "origin" | "currency",
    (text: string) => string | null
  >
>;

/** What a profile says of statuses and destinations goes before the reference data. */
export function loadClosedSets(profile: Profile, { resolve }: Countries = loadCountries()): ClosedSets {
  const terms = loadTerms();
  const destinations = foldedKeys(profile.destinations);
  const statuses = foldedKeys(profile.statuses);
  return {
    issue_date: loadWrittenDates(),
    certificate_type: terms.certificateType,
    status: (text) => statuses.get(fold(text)) ?? terms.status(text),
    exporter_size: terms.exporterSize,
    destination: (text) => destinations.get(fold(text)) ?? resolve(text),
    origin: (text) => originsOf(text, resolve),
    currency: loadCurrencies(),
  };
}

function foldedKeys<Value>(texts: Readonly<Record<string, Value>> | undefined): ReadonlyMap<string, Value> {
  return new Map(Object.entries(texts ?? {}).map(([text, value]) => [fold(text), value]));
}

/** Countries of origin as sorted codes; a name with a comma in it is tried whole first. `null` when one is unknown. */
function originsOf(text: string, resolve: (text: string) => string | null): string | null {
  const whole = resolve(text);
  if (whole !== null) return whole;
  const parts = text.split(/[,;/|+&]/);
  const codes = parts.map(resolve).filter((code) => code !== null);
  if (codes.length < parts.length) return null;
  return [...new Set(codes)].toSorted((a, b) => (a < b ? -1 : 1)).join(",");
}

/** What to say of a destination that is not known; `null` when no name is near. */
export function nearestHint({ nearest }: Countries, text: string): string | null {
  const names = nearest(text);
  return names.length === 0 ? null : `did you mean ${names.join(" or ")}?`;
}
