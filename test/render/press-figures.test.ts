import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { LANGUAGES } from "../../src/domain/language.ts";
import { createFormatter } from "../../src/render/format.ts";
import { pressFigures } from "../../src/render/press/figures.ts";
import { numberWord, ordinalWord } from "../../src/render/press/number-words.ts";
import { typeset } from "../../src/render/press/typography.ts";
import { roundToSignificant } from "../../src/render/rounding.ts";

const figures = (language: (typeof LANGUAGES)[number]): ReturnType<typeof pressFigures> =>
  pressFigures(language, "EUR", createFormatter(language));

describe("amounts in a press text", () => {
  it.each([
    ["nl", 86_511_248_036n, "ruim 865 miljoen euro"],
    ["nl", 99_081_240_635n, "bijna 991 miljoen euro"],
    ["nl", 3_811_740n, "ruim 38.100 euro"],
    ["nl", 86_500_000_000n, "865 miljoen euro"],
    ["nl", 123_456n, "1.234,56 euro"],
    ["nl", 99_960_000_000n, "bijna 1 miljard euro"],
    ["nl", 123_900_000_001n, "bijna 1,24 miljard euro"],
    ["fr", 86_511_248_036n, "un peu plus de 865 millions d'euros"],
    ["fr", 124_100_000_000n, "un peu plus de 1,24 milliard d'euros"],
    ["fr", 100_000_000n, "1 million d'euros"],
    ["de", 86_511_248_036n, "gut 865 Millionen Euro"],
    ["de", 100_000_000n, "1 Million Euro"],
    ["de", 99_960_000_000n, "fast 1 Milliarde Euro"],
    ["en", 99_081_240_635n, "almost 991 million euros"],
    ["en", 0n, "0 euros"],
  ] as const)("%s: %s cents", (language, cents, text) => {
    expect(figures(language).amount(cents)).toBe(text);
  });

  it("are within half of their last digit, whatever the amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), (cents) => {
        const rounded = roundToSignificant(cents);
        const digits = (cents / 100n).toString().length;
        const step = cents < 1_000_000n ? 1n : 10n ** BigInt(digits - 3) * 100n;
        const distance = rounded > cents ? rounded - cents : cents - rounded;
        return 2n * distance <= step && rounded % step === 0n;
      }),
    );
  });
});

describe("shares in a press text", () => {
  const share = (numerator: bigint): { numerator: bigint; denominator: bigint } => ({
    numerator,
    denominator: 10_000n,
  });

  it.each([
    ["nl", 1192n, "bijna twaalf procent"],
    ["de", 1192n, "fast zwölf Prozent"],
    ["en", 1192n, "almost twelve per cent"],
    ["fr", 1192n, "près de 12 %"],
    ["nl", 912n, "ruim negen procent"],
    ["nl", 1460n, "14,60 procent"],
    ["nl", 1200n, "twaalf procent"],
    ["en", 1310n, "just over 13 per cent"],
    ["en", 10n, "0.10 per cent"],
  ] as const)("%s: %s hundredths of a per cent", (language, hundredths, text) => {
    expect(figures(language).share(share(hundredths))).toBe(text);
  });

  it("put French points in the singular below two", () => {
    expect(figures("fr").points(share(199n))).toBe("1,99 point de pourcentage");
    expect(figures("fr").points(share(-200n))).toBe("2,00 points de pourcentage");
  });

  it("call what rounds to nothing the same, and say whether it is exactly", () => {
    expect(figures("en").change(share(0n))).toEqual({ direction: "same", exact: true });
    expect(figures("en").change({ numerator: -1n, denominator: 1_000_000n })).toEqual({
      direction: "same",
      exact: false,
    });
    expect(figures("en").change(share(-5n))).toEqual({ direction: "down", percent: "0.05 per cent" });
  });
});

describe("number words", () => {
  it("stop after twelve", () => {
    const count = createFormatter("nl").count;
    expect([1, 7, 12, 13, 1300].map((value) => numberWord(value, "nl", count))).toEqual([
      "één",
      "zeven",
      "twaalf",
      "13",
      "1.300",
    ]);
    expect(LANGUAGES.map((language) => ordinalWord(9, language))).toEqual(["negende", "neuvième", "neunten", "ninth"]);
    expect([13, 21, 22, 23, 111].map((value) => ordinalWord(value, "en"))).toEqual([
      "13th",
      "21st",
      "22nd",
      "23rd",
      "111th",
    ]);
  });
});

describe("typesetting", () => {
  it("binds numbers to their units, and leaves years free", () => {
    expect(typeset("in 2017 zijn 22.816 certificaten, ruim 865 miljoen euro", "nl")).toBe(
      "in 2017 zijn 22.816\u00A0certificaten, ruim 865\u00A0miljoen\u00A0euro",
    );
    expect(typeset("2018 : 13,43 % d'euros ; « oui »", "fr")).toBe(
      "2018\u202F: 13,43\u202F% d’euros\u202F; «\u202Foui\u202F»",
    );
    expect(typeset("gut 865 Millionen Euro", "de")).toBe("gut 865\u00A0Millionen\u00A0Euro");
  });
});
