import { foldWord, type Token } from "./tokens.ts";
import type { CueSpan } from "./phrases.ts";

/** Regions and towns around with a chamber of their own, by their words. */
const PLACES = new Set(
  (
    "antwerpen|antwerp|anvers|west vlaanderen|west flanders|westflandern|flandre occidentale|oost vlaanderen|east flanders|" +
    "ostflandern|flandre orientale|vlaams brabant|flemish brabant|noord brabant|waals brabant|brabant wallon|brussel|brussels|" +
    "bruxelles|luik|liege|luttich|henegouwen|hainaut|hennegau|namur|gent|ghent|gand|kortrijk|courtrai|brugge|bruges|charleroi|" +
    "tournai|mons|verviers|eupen|aachen|aken|aix la chapelle|koln|keulen|cologne|dusseldorf|krefeld|trier|bonn|dortmund|essen|" +
    "eindhoven|rotterdam|amsterdam|maastricht|venlo|tilburg|breda|utrecht|den haag|kempen|wallonie|wallonia|wallonien|" +
    "vlaanderen|flanders|flandern|flandre|limburg|limbourg|hamburg|berlin|munchen|munich|frankfurt|stuttgart|lille|paris|" +
    "lyon|strasbourg|strassburg|metz|luxembourg ville|london|birmingham"
  ).split("|"),
);
const LONGEST_PLACE = 3;
/** Words before the name of a chamber: `IHK Aachen`, `Kamer van Koophandel Eindhoven`, `chambre de commerce de Lille`. */
const CHAMBER = /^(?:ihk|cci|kvk|voka|kamer|chambre|handelskammer|wirtschaftskammer|chamber)$/;
const BETWEEN =
  /^(?:van|koophandel|de|du|des|d|la|le|l|commerce|et|industrie|en|nijverheid|of|and|industry|the|for|in|zu|von|fur|[-–])$/;
const MOST_BETWEEN = 7;

/** The names of other chambers than those on file, and of their towns and regions: what is told of them is none of our figures. */
export function findOtherChambers(
  tokens: readonly Token[],
  home: readonly string[],
  cues: readonly CueSpan[],
): readonly CueSpan[] {
  // Without a chamber on file any name may be the own one.
  if (home.length === 0) return [];
  const stems = home.flatMap((name) => name.split(/[^\p{L}]+/u).map(stemOf)).filter((stem) => stem.length >= STEM);
  const isHome = (word: string): boolean => stems.some((stem) => stemOf(word).startsWith(stem.slice(0, STEM)));
  const named = new Set(cues.map(({ start }) => start));
  return tokens.flatMap((token, at): readonly CueSpan[] => {
    if (token.kind !== "word") return [];
    const end = placeAt(tokens, at) ?? (CHAMBER.test(token.folded) ? chamberAt(tokens, at, named) : null);
    const name = end === null ? null : tokens[end - 1]?.text;
    return end === null || name == null || isHome(name) || isHome(token.text)
      ? []
      : [{ cue: "foreign", start: at, end }];
  });
}

/** So many letters make out a name in its inflections and languages: `Limburgse`, `Limburger`, `du Limbourg`. */
const STEM = 5;

function stemOf(word: string): string {
  return foldWord(word).replace("ou", "u");
}

function placeAt(tokens: readonly Token[], at: number): number | null {
  if (!/^\p{Lu}/u.test(tokens[at]?.text ?? "")) return null;
  let name = "";
  let found: number | null = null;
  for (let end = at; end < at + LONGEST_PLACE * 2; end += 1) {
    const token = tokens[end];
    if (token?.text === "-" && name !== "") continue;
    if (token?.kind !== "word") break;
    name = name === "" ? token.folded : `${name} ${token.folded}`;
    if (PLACES.has(name)) found = end + 1;
  }
  return found;
}

function chamberAt(tokens: readonly Token[], at: number, named: ReadonlySet<number>): number | null {
  for (let next = at + 1; next <= at + MOST_BETWEEN; next += 1) {
    const token = tokens[next];
    if (token === undefined) return null;
    if (BETWEEN.test(token.folded) && !/^\p{Lu}\p{Ll}{5}/u.test(token.text)) continue;
    if (token.folded === "koophandel" || token.folded === "commerce" || token.folded === "industrie") continue;
    const isName = token.kind === "word" && /^\p{Lu}\p{Ll}/u.test(token.text) && !named.has(next);
    return isName ? next + 1 : null;
  }
  return null;
}
