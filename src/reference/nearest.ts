import { distance } from "fastest-levenshtein";

import { fold } from "./fold.ts";

/** Of known texts the one nearest to another, within a third of its length in edits (two for a swapped pair); `null` when all are further. */
export function nearestText(text: string, known: Iterable<string>): string | null {
  const folded = fold(text);
  let [best, least] = [null as string | null, Math.max(2, Math.floor(folded.length / 3)) + 1];
  for (const candidate of known) {
    const edits = distance(folded, fold(candidate));
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}
