import { LANGUAGES, type Language } from "../../domain/language.ts";
import { foldWord, type Token } from "./tokens.ts";
import type { ClaimWords } from "./words.ts";

/** The commonest words of languages that are near to one of ours, and are not read. */
const NEIGHBOURS: readonly string[] = [
  "el los las del y con una para por se su al como mas fue han sus lo este esta entre desde pero",
  "il lo gli della delle dei di e che con una per del nel sono alla dal piu anche stato",
  "o os as do da dos das e com uma para por no na nos nas ao foi mais seu sua",
  "och att det som for av med till den har ar ett inte om var",
];
/** Words of the subject count more than common ones, which languages share. */
const SUBJECT_WEIGHT = 2;
/** Shorter words of the subject are those of several languages. */
const SHORTEST = 5;

/**
 * The language with most of its own words in a text, common ones and those of the subject; `null` where it has hardly any, where two
 * are level, or where a neighbour of theirs has more.
 */
export function detectLanguage(
  tokens: readonly Token[],
  wordsOf: Readonly<Record<Language, ClaimWords>>,
): Language | null {
  const words = tokens.filter((token) => token.kind === "word").map(({ folded }) => folded);
  const count = (of: ReadonlySet<string>): number => words.filter((word) => of.has(word)).length;
  const scores = LANGUAGES.map((language) => {
    const common = count(setOf(wordsOf[language].common));
    return { language, common, score: common + SUBJECT_WEIGHT * count(subjectWords(wordsOf[language])) };
  }).toSorted((a, b) => b.score - a.score);
  const [first, second] = scores;
  if (first === undefined || first.score === 0 || first.score < words.length / 12) return null;
  const neighbour = Math.max(...NEIGHBOURS.map((list) => count(setOf(list))));
  return first.score === second?.score || neighbour > first.common ? null : first.language;
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

function subjectWords({ cues }: ClaimWords): ReadonlySet<string> {
  const words = Object.values(cues).flatMap((list) => list.split(/[| *]/u));
  return new Set(words.map(foldWord).filter((word) => word.length >= SHORTEST));
}
