import { expect } from "vitest";

import type { Language } from "../../src/domain/language.ts";
import { itemNames } from "../../src/pipeline/labels.ts";
import { loadCountryGrammar } from "../../src/reference/country-grammar.ts";
import { renderReportPress } from "../../src/render/press/press.ts";
import type { YearlyReport } from "../../src/report/yearly-report.ts";

export function pressText(report: YearlyReport, language: Language): string {
  return renderReportPress(report, itemNames("destination", language), {
    language,
    country: loadCountryGrammar(language),
  });
}

/** What no reader of the language would let pass. */
const FORBIDDEN: Readonly<Record<Language, RegExp>> = {
  nl: /\bde het\b|\been (?:jaar|stijging) een\b|\b1 certificaten\b/,
  fr: /\bde les?\b|\bà les?\b|\bde un\b|\bque (?:en|au|un)\b|\ben l[ae’]|[^\u202F][:;?!»%]|\b1 certificats\b/,
  de: /\bin die Iran\b|\bnach d(?:ie|as)\b|\bvon d(?:ie|as)\b|\bfür der\b|\b1 Ursprungszeugnisse\b/,
  en: /\b1 certificates\b|\ba (?:8|11|18)\b|\bless certificates\b/,
};

/** What holds of a text that may be printed as it is. */
export function expectPublishable(text: string, language: Language): void {
  const body = text.slice(0, text.lastIndexOf(": "));
  expect(text, "words of a program").not.toMatch(/undefined|NaN|null|\[object|Infinity|true|false/);
  expect(text, "double spaces").not.toMatch(/[ \u00A0\u202F]{2}|\n{3}| \n|\n |^\s/);
  expect(text, "punctuation").not.toMatch(/\.\.|,,|;;| ,| \.|,\.|:\.|\(\)/);
  expect(body, "negative figures in a sentence").not.toMatch(/(?<!\d)[-−]\d/);
  expect(body, "a sentence that begins with a digit").not.toMatch(/[.!?] \d/);
  expect(body, "two figures side by side").not.toMatch(/\d [\d]/);
  expect(body, "grammar").not.toMatch(FORBIDDEN[language]);
  const [headline = "", ...paragraphs] = text.trimEnd().split("\n\n");
  expect(headline, "a headline").toMatch(/^[\p{Lu}\d].*[^.:,;]$/u);
  for (const paragraph of paragraphs) expect(paragraph, "a paragraph").toMatch(/^[\p{Lu}\d][^]*[.%]$/u);
  expect(text.length, "longer than a page").toBeLessThan(4500);
}

/** A rounded figure of a text, in whole currency units or per cent, as the reader understands it. */
export interface Hedged {
  readonly text: string;
  readonly unit: "money" | "percent";
  readonly side: "above" | "below" | "equal";
  readonly printed: number;
  /** The place value of the last digit that is printed. */
  readonly precision: number;
}

const HEDGES: Readonly<Record<Language, readonly [above: string, below: string]>> = {
  nl: ["ruim", "bijna"],
  fr: ["un peu plus de", "près de"],
  de: ["gut", "fast"],
  en: ["just over", "almost"],
};
const WORDS: Readonly<Record<Language, readonly string[]>> = {
  nl: "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf".split(" "),
  fr: [],
  de: "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" "),
  en: "zero one two three four five six seven eight nine ten eleven twelve".split(" "),
};
const SCALE = /^(?:miljoen|millions?|Million(?:en)?|million)$/;
const LARGE_SCALE = /^(?:miljard|milliards?|Milliarden?|billion)$/;

/** The hedged figures of a text, and the amounts in millions or more that have no hedge. */
export function hedgesOf(text: string, language: Language): readonly Hedged[] {
  const [above, below] = HEDGES[language];
  const words = WORDS[language].join("|") || "-";
  const pattern = new RegExp(
    `(?:(?<hedge>${above}|${below}) )?(?<number>\\d[\\d.,\u202F]*|${words})[\u00A0\u202F ]` +
      "(?<unit>miljoen|miljard|millions?|milliards?|Million(?:en)?|Milliarden?|million|billion|euros?|Euro|procent|Prozent|per cent|%)",
    "g",
  );
  return [...text.matchAll(pattern)].flatMap(({ 0: match, groups = {} }): readonly Hedged[] => {
    const { hedge, number = "", unit = "" } = groups;
    const scale = SCALE.test(unit) ? 1e6 : LARGE_SCALE.test(unit) ? 1e9 : 1;
    if (hedge === undefined && scale === 1) return [];
    const isPercent = /procent|Prozent|per cent|%/.test(unit);
    const { value, decimals } = parseNumber(number, language);
    // Of a whole amount in euros, the zeros at the end are those that were rounded away.
    const zeros = scale === 1 && !isPercent ? (/0*$/.exec(String(value))?.[0].length ?? 0) : 0;
    return [
      {
        text: match,
        unit: isPercent ? "percent" : "money",
        side: hedge === undefined ? "equal" : hedge === above ? "above" : "below",
        printed: value * scale,
        precision: scale * 10 ** (zeros - decimals),
      },
    ];
  });
}

function parseNumber(text: string, language: Language): { value: number; decimals: number } {
  const word = WORDS[language].indexOf(text);
  if (word >= 0) return { value: word, decimals: 0 };
  const plain = language === "en" ? text.replaceAll(",", "") : text.replace(/[.\u202F]/g, "").replace(",", ".");
  return { value: Number(plain), decimals: plain.split(".")[1]?.length ?? 0 };
}

/** The amounts that a report knows to the cent, in whole units. */
export function exactAmounts(report: YearlyReport): readonly number[] {
  const cents = [
    ...report.series.flatMap((row) => [row.goodsCents, row.valuePerCertificate]),
    ...report.byMonth.map((row) => row.goodsCents),
    report.current.compared?.current.goodsCents,
  ];
  return cents.flatMap((each) => (each == null ? [] : [Number(each) / 100]));
}

/** The shares of the destinations in first place, in per cent. */
export function leaderShares(report: YearlyReport): readonly number[] {
  return report.destinations
    .flatMap(({ certificates, goodsValue }) => [certificates, goodsValue])
    .filter(({ rank }) => rank === 1)
    .flatMap(({ share }) => (share === null ? [] : [(100 * Number(share.numerator)) / Number(share.denominator)]));
}
