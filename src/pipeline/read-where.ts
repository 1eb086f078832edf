import { parseWhere } from "../domain/parse-where.ts";
import type { Where } from "../domain/where.ts";
import { readGroups } from "../reference/groups.ts";
import { createVocabulary } from "../reference/where-values.ts";

/** Reads a condition; `option` is what messages call it, `groups` the file of the user's own groups. */
export function readWhere(text: string, option = "where", groups?: string): Where {
  const names = groups === undefined ? null : [...new Set(readGroups(groups).map(({ group }) => group))];
  return parseWhere(text, createVocabulary(names), option);
}
