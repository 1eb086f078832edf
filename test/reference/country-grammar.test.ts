import { describe, expect, it } from "vitest";

import { NOT_A_COUNTRY } from "../../src/domain/certificate.ts";
import { LANGUAGES } from "../../src/domain/language.ts";
import { loadCountryGrammar } from "../../src/reference/country-grammar.ts";
import { readDataRows } from "../../src/reference/data-file.ts";

const countries = readDataRows<"code" | "nl" | "fr" | "de" | "en">("countries.csv").filter(
  ({ code }) => code !== NOT_A_COUNTRY,
);
const rows = readDataRows<"code" | "nl" | "fr" | "de" | "en" | "plural" | "fr_to" | "de_to">("country-grammar.csv");

describe("the grammar of countries", () => {
  it("has an entry for every country, once, in the order of the country table", () => {
    expect(rows.map(({ code }) => code)).toEqual(countries.map(({ code }) => code));
  });

  it("says everything that cannot be derived, in known words", () => {
    for (const row of rows) {
      for (const language of LANGUAGES) expect(row[language], `${row.code} ${language}`).toMatch(/^\S.*\S$/);
      expect(["", "nl", "de", "nl de"], row.code).toContain(row.plural);
      expect(["", "auf"], row.code).toContain(row.de_to);
      // What has no article needs its preposition; what has one needs it only as an exception.
      expect(/^(?:l'|la |le |les )/.test(row.fr) ? ["", "à", "dans"] : ["à", "en"], row.code).toContain(row.fr_to);
      if (row.plural.includes("de")) expect(row.de, row.code).toMatch(/^die /);
      if (row.plural.includes("nl")) expect(row.nl, row.code).toMatch(/^de /);
    }
  });

  it("keeps the names of the country table, apart from articles, endings and years", () => {
    const known = new Set(["BU", "CD", "CG", "DD", "FQ", "MD", "NT", "PC", "PU", "TP"]);
    const core = (text: string): string => text.toLowerCase().replace(/^(?:de|het|la|le|les|der|die|das|the) |^l'/, "");
    for (const country of countries.filter(({ code }) => !known.has(code))) {
      const row = rows.find(({ code }) => code === country.code);
      for (const language of ["nl", "fr", "en"] as const) {
        // "Zuidelijke Sandwicheilanden" has an article inside, in Dutch and German.
        if (["GS", "HM"].includes(country.code)) continue;
        expect(core(row?.[language] ?? ""), country.code).toBe(core(country[language]));
      }
    }
  });

  it("never leaves a wrong contraction, article or ending", () => {
    const wrong =
      /\bde les?\b|\bà les?\b|\ben l[ae']|\bde l'île\b.*\bde l'île|\bin die Iran\b|\bnach (?:der|die|das)\b|\bvon d(?:ie|as)\b/;
    for (const language of LANGUAGES) {
      const phraseOf = loadCountryGrammar(language);
      for (const { code } of countries) {
        const { name, object, of, to } = phraseOf(code);
        for (const phrase of [name, object, of, to]) expect(phrase, `${code} ${language}`).not.toMatch(wrong);
      }
    }
  });

  it("stands for a code that it does not know with that code", () => {
    expect(loadCountryGrammar("fr")("QZ")).toMatchObject({ name: "QZ", to: "à QZ", of: "de QZ" });
  });
});

describe.each([
  ["nl", "CN", "China", false, "van China", "naar China"],
  ["nl", "US", "de Verenigde Staten", true, "van de Verenigde Staten", "naar de Verenigde Staten"],
  [
    "nl",
    "AE",
    "de Verenigde Arabische Emiraten",
    true,
    "van de Verenigde Arabische Emiraten",
    "naar de Verenigde Arabische Emiraten",
  ],
  ["nl", "GB", "het Verenigd Koninkrijk", false, "van het Verenigd Koninkrijk", "naar het Verenigd Koninkrijk"],
  [
    "nl",
    "CD",
    "de Democratische Republiek Congo",
    false,
    "van de Democratische Republiek Congo",
    "naar de Democratische Republiek Congo",
  ],
  ["nl", "IR", "Iran", false, "van Iran", "naar Iran"],
  ["nl", "NL", "Nederland", false, "van Nederland", "naar Nederland"],
  ["nl", "PH", "de Filipijnen", true, "van de Filipijnen", "naar de Filipijnen"],
  ["fr", "CN", "la Chine", false, "de la Chine", "en Chine"],
  ["fr", "IN", "l'Inde", false, "de l'Inde", "en Inde"],
  ["fr", "IR", "l'Iran", false, "de l'Iran", "en Iran"],
  ["fr", "JP", "le Japon", false, "du Japon", "au Japon"],
  ["fr", "MX", "le Mexique", false, "du Mexique", "au Mexique"],
  ["fr", "US", "les États-Unis", true, "des États-Unis", "aux États-Unis"],
  ["fr", "AE", "les Émirats arabes unis", true, "des Émirats arabes unis", "aux Émirats arabes unis"],
  ["fr", "NL", "les Pays-Bas", true, "des Pays-Bas", "aux Pays-Bas"],
  ["fr", "TR", "la Turquie", false, "de la Turquie", "en Turquie"],
  ["fr", "CU", "Cuba", false, "de Cuba", "à Cuba"],
  ["fr", "SG", "Singapour", false, "de Singapour", "à Singapour"],
  ["fr", "IL", "Israël", false, "d'Israël", "en Israël"],
  ["fr", "HT", "Haïti", false, "d'Haïti", "en Haïti"],
  ["fr", "HK", "Hong Kong", false, "de Hong Kong", "à Hong Kong"],
  ["fr", "OM", "Oman", false, "d'Oman", "à Oman"],
  ["fr", "BB", "la Barbade", false, "de la Barbade", "à la Barbade"],
  ["fr", "MU", "l'île Maurice", false, "de l'île Maurice", "à l'île Maurice"],
  ["fr", "MV", "les Maldives", true, "des Maldives", "aux Maldives"],
  ["fr", "CK", "les îles Cook", true, "des îles Cook", "aux îles Cook"],
  [
    "fr",
    "CD",
    "la République démocratique du Congo",
    false,
    "de la République démocratique du Congo",
    "en République démocratique du Congo",
  ],
  [
    "fr",
    "PS",
    "les Territoires palestiniens",
    true,
    "des Territoires palestiniens",
    "dans les Territoires palestiniens",
  ],
  ["fr", "RE", "La Réunion", false, "de La Réunion", "à La Réunion"],
  ["fr", "SV", "le Salvador", false, "du Salvador", "au Salvador"],
  ["de", "CN", "China", false, "von China", "nach China"],
  ["de", "TR", "die Türkei", false, "von der Türkei", "in die Türkei"],
  ["de", "IR", "der Iran", false, "vom Iran", "in den Iran"],
  ["de", "US", "die Vereinigten Staaten", true, "von den Vereinigten Staaten", "in die Vereinigten Staaten"],
  [
    "de",
    "AE",
    "die Vereinigten Arabischen Emirate",
    true,
    "von den Vereinigten Arabischen Emiraten",
    "in die Vereinigten Arabischen Emirate",
  ],
  ["de", "GB", "das Vereinigte Königreich", false, "vom Vereinigten Königreich", "ins Vereinigte Königreich"],
  ["de", "NL", "die Niederlande", true, "von den Niederlanden", "in die Niederlande"],
  [
    "de",
    "CF",
    "die Zentralafrikanische Republik",
    false,
    "von der Zentralafrikanischen Republik",
    "in die Zentralafrikanische Republik",
  ],
  ["de", "BS", "die Bahamas", true, "von den Bahamas", "auf die Bahamas"],
  ["de", "PH", "die Philippinen", true, "von den Philippinen", "auf die Philippinen"],
  ["de", "FO", "die Färöer", true, "von den Färöern", "auf die Färöer"],
  [
    "de",
    "PS",
    "die Palästinensischen Gebiete",
    true,
    "von den Palästinensischen Gebieten",
    "in die Palästinensischen Gebiete",
  ],
  ["de", "CH", "die Schweiz", false, "von der Schweiz", "in die Schweiz"],
  ["de", "CU", "Kuba", false, "von Kuba", "nach Kuba"],
  ["en", "US", "the United States", false, "of the United States", "to the United States"],
  ["en", "AE", "the United Arab Emirates", false, "of the United Arab Emirates", "to the United Arab Emirates"],
  ["en", "NL", "the Netherlands", false, "of the Netherlands", "to the Netherlands"],
  ["en", "PH", "the Philippines", false, "of the Philippines", "to the Philippines"],
  ["en", "UA", "Ukraine", false, "of Ukraine", "to Ukraine"],
] as const)("in %s, %s", (language, code, name, plural, of, to) => {
  it(`is "${name}", "${of}", "${to}"`, () => {
    expect(loadCountryGrammar(language)(code)).toMatchObject({ name, plural, of, to });
  });
});

it("declines German objects", () => {
  const phraseOf = loadCountryGrammar("de");
  expect(["IR", "TR", "SD", "GB", "CN"].map((code) => phraseOf(code).object)).toEqual([
    "den Iran",
    "die Türkei",
    "den Sudan",
    "das Vereinigte Königreich",
    "China",
  ]);
});
