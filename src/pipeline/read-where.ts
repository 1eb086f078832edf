import { parseWhere } from "../domain/parse-where.ts";
import type { SetFiles } from "../domain/set-files.ts";
import type { Where } from "../domain/where.ts";
import { readGroups } from "../reference/groups.ts";
import { createVocabulary } from "../reference/where-values.ts";

/**
 * Reads a condition as `--where` has it, for the selection of `summary`, `shares` and `yearlyReport`; `option` is what messages
 * call it, then come the files of the user's own groups and themes. Names become codes. Throws a `UserError` that points at the character.
 *
 * @example
 * readWhere("destination in (China, JP)"); // { kind: "in", field: "destination", values: ["CN", "JP"] }
 */
export function readWhere(text: string, option = "where", { groups, themes }: SetFiles = {}): Where {
  const names = groups === undefined ? null : [...new Set(readGroups(groups).map(({ item }) => item))];
  return parseWhere(text, createVocabulary(names, themes), option);
}
