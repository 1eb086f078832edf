/** The press texts of every year of the sample, in every language: what must hold of each, whatever it says. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { LANGUAGES, type Language } from "../../src/domain/language.ts";
import { ingest } from "../../src/pipeline/ingest.ts";
import { yearlyReport } from "../../src/pipeline/yearly-report.ts";
import { loadCountryGrammar } from "../../src/reference/country-grammar.ts";
import { readDataRows } from "../../src/reference/data-file.ts";
import type { YearlyReport } from "../../src/report/yearly-report.ts";
import { REPOSITORY } from "../run-origo.ts";
import { exactAmounts, expectPublishable, hedgesOf, leaderShares, pressText, type Hedged } from "./press-text.ts";

const YEARS = Array.from({ length: 12 }, (_, index) => 2007 + index);
const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reports = new Map<number, YearlyReport>();
beforeAll(async () => {
  const store = join(folder, "s.duckdb");
  await ingest({ inputs: [join(REPOSITORY, "data/limburg-2007-2018.csv.gz")], store });
  const selection = { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null } as const;
  for (const year of YEARS) reports.set(year, await yearlyReport({ inputs: [], store, year, selection }));
}, 120_000);

function reportOf(year: number): YearlyReport {
  const report = reports.get(year);
  if (report === undefined) throw new Error(`no report of ${year}`);
  return report;
}

describe.each(LANGUAGES)("in %s", (language) => {
  it("every year is publishable", () => {
    for (const year of YEARS) expectPublishable(pressText(reportOf(year), language), language);
  });

  it("every hedge is true of an exact figure, and every rounded amount has the hedge that it needs", () => {
    let hedges = 0;
    for (const year of YEARS) {
      const report = reportOf(year);
      const amounts = exactAmounts(report);
      const shares = leaderShares(report);
      for (const hedged of hedgesOf(pressText(report, language), language)) {
        const candidates = hedged.unit === "percent" ? shares : amounts;
        expect(
          candidates.some((exact) => isTrue(hedged, exact)),
          `${year}: ${hedged.text}`,
        ).toBe(true);
        if (hedged.side !== "equal") hedges += 1;
      }
    }
    expect(hedges).toBeGreaterThan(50);
  });

  it("two years in a row share neither headline nor lead nor any other paragraph", () => {
    for (const year of YEARS.slice(1)) {
      const [before, now] = [year - 1, year].map((each) => paragraphs(pressText(reportOf(each), language), language));
      for (const index of [0, 1, 2, 3]) expect(now?.[index], `${year}, paragraph ${index}`).not.toBe(before?.[index]);
    }
  });

  it("is the same whenever it is written", () => {
    expect(pressText(reportOf(2017), language)).toBe(pressText(reportOf(2017), language));
  });
});

function isTrue({ side, printed, precision }: Hedged, exact: number): boolean {
  const tolerance = precision / 2 + 1e-6;
  if (side === "equal") return Math.abs(exact - printed) < 1e-6;
  return side === "above"
    ? exact > printed && exact <= printed + tolerance
    : exact < printed && exact >= printed - tolerance;
}

/** The paragraphs of a text without its figures and names: what is left is how it is phrased. */
function paragraphs(text: string, language: Language): readonly string[] {
  const phraseOf = loadCountryGrammar(language);
  const names = readDataRows<"code">("country-grammar.csv")
    .flatMap(({ code }) => Object.values(phraseOf(code)).filter((each) => typeof each === "string"))
    .map((name) => name.replaceAll("'", "’"))
    .toSorted((a, b) => b.length - a.length);
  const masked = names.reduce((rest, name) => rest.replaceAll(name, "X"), text);
  return masked.replace(/\d[\d.,\u202F]*/g, "#").split("\n\n");
}

describe("what the chamber published of 2017", () => {
  it("is what the texts say", () => {
    const plain = (language: Language): string => pressText(reportOf(2017), language).replace(/[\u00A0\u202F]/g, " ");
    expect(plain("nl")).toContain("ruim 865 miljoen euro");
    expect(plain("nl")).toContain("bijna twaalf procent");
    expect(plain("nl")).toContain("de sterkste stijging van het aantal certificaten in zeven jaar");
    expect(plain("fr")).toContain("un peu plus de 865 millions d’euros");
    expect(plain("de")).toContain("gut 865 Millionen Euro");
    expect(plain("de")).toContain("fast zwölf Prozent");
    expect(plain("en")).toContain("just over 865 million euro");
    expect(plain("en")).toContain("almost twelve per cent");
  });

  it("is a record in certificates, and said to be none in value", () => {
    for (const [language, sentence] of [
      ["nl", "De goederenwaarde haalde in 2017 geen record"],
      ["fr", "La valeur des marchandises n’atteint pas de record en 2017"],
      ["de", "Der Warenwert erreichte im Jahr 2017 keinen Rekord"],
      ["en", "The value of the goods did not reach a record in 2017"],
    ] as const) {
      expect(pressText(reportOf(2017), language).replace(/[\u00A0\u202F]/g, " ")).toContain(sentence);
    }
  });
});
