import { FIELDS, type Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import type { HeaderRecogniser } from "./recognise-column.ts";

/** Which field a header names, the names of the profile included: by these the header row is found. */
export function headerFields(
  { recognise, partOfDate }: HeaderRecogniser,
  profile: Profile,
): (header: string) => Field | null {
  const stated = new Map(
    FIELDS.flatMap((field) => [profile.columns?.[field] ?? []].flat().map((header) => [header.trim(), field] as const)),
  );
  return (header) =>
    stated.get(header.trim()) ??
    recognise(header)?.field ??
    // Year and month columns are a date together.
    (partOfDate(header) === null ? null : "issue_date");
}
