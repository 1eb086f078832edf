import { resolve } from "node:path";
import { distance } from "fastest-levenshtein";

import type { StoredFile } from "../domain/store-status.ts";
import { UserError } from "../domain/user-error.ts";

/** From this many hexadecimal digits on, a text may be the beginning of a hash. */
const SHORTEST_HASH = 4;
const SUGGESTED = 3;

/**
 * The one file that a user means: by its name as it is listed, its path, or the beginning of its hash. A workbook is all of
 * its sheets, unless the name is that of one.
 */
export function findStoredFile(
  files: readonly StoredFile[],
  wanted: string,
  store: string,
): readonly [StoredFile, ...StoredFile[]] {
  const byHash = new RegExp(`^[0-9a-f]{${SHORTEST_HASH},64}$`, "i").test(wanted);
  const meanings: readonly ((file: StoredFile) => boolean)[] = [
    (file) => file.name === wanted,
    (file) => file.path === resolve(wanted),
    (file) => byHash && file.sha256.startsWith(wanted.toLowerCase()),
  ];
  const matches = meanings.map((means) => files.filter(means)).find((found) => found.length > 0) ?? [];
  const [file, ...others] = matches;
  if (file === undefined) throw unknown(files, wanted, store);
  if (others.every((other) => isSameFile(file, other))) return [file, ...others];
  throw new UserError(
    2,
    `"${wanted}" is ${matches.length} files of ${store}: ${matches.map(describe).join(", ")}`,
    "name one of them by its path or by the beginning of its hash",
  );
}

function isSameFile(file: StoredFile, other: StoredFile): boolean {
  return (
    file.sheet !== other.sheet &&
    file.path === other.path &&
    file.sha256 === other.sha256 &&
    file.reading === other.reading
  );
}

function unknown(files: readonly StoredFile[], wanted: string, store: string): UserError {
  const nearest = files.toSorted((a, b) => distance(a.name, wanted) - distance(b.name, wanted)).slice(0, SUGGESTED);
  return new UserError(
    2,
    `${store} has no file "${wanted}"`,
    nearest.length === 0
      ? "the store is empty"
      : `the nearest are: ${nearest.map(describe).join(", ")}; origo status lists all`,
  );
}

function describe(file: StoredFile): string {
  return `${file.name} (${file.sha256.slice(0, 8)})`;
}
