import type { Language } from "../../domain/language.ts";

const NO_BREAK = "\u00A0";
const NARROW_NO_BREAK = "\u202F";

/**
 * The spaces and apostrophes of print: a number never leaves its unit, a large amount never its currency, and French sets a
 * narrow space before its high punctuation. A year is no quantity: what follows it may stand on the next line.
 */
export function typeset(text: string, language: Language): string {
  const bound = text
    .replace(/(?<=\p{L})'(?=\p{L})/gu, "’")
    .replace(/(\d[\d.,\u202F]*) (?=[\p{L}%])/gu, (match, number: string) =>
      /^(?:19|20)\d\d$/.test(number) ? match : `${number}${NO_BREAK}`,
    )
    .replace(/(?<=m[iI]l(?:joen|jard|lions?|liards?)|M(?:illion|illionen|illiarde|illiarden)|billion) /gu, NO_BREAK);
  return language === "fr" ? bound.replace(/[ \u00A0](?=[:;!?%»])|(?<=«)[ \u00A0]/g, NARROW_NO_BREAK) : bound;
}
