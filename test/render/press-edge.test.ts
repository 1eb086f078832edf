/** Press texts of data that leave something unsaid: what may be said of them, and in every language without a fault. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { LANGUAGES } from "../../src/domain/language.ts";
import type { Selection } from "../../src/domain/scope.ts";
import { yearlyReport } from "../../src/pipeline/yearly-report.ts";
import type { YearlyReport } from "../../src/report/yearly-report.ts";
import { exactAmounts, expectPublishable, hedgesOf, pressText } from "./press-text.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ALL: Selection = { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null };
const YEAR = Array.from({ length: 12 }, (_, index) => index + 1);

interface Certificates {
  readonly year: number;
  readonly months?: readonly number[];
  readonly perMonth: number;
  readonly value: (index: number, month: number) => string;
  readonly destinations: readonly string[];
  readonly exporters?: number;
}

/** The rows of a year: dates at both ends of each month, destinations and exporters in turn. */
function rowsOf({
  year,
  months = YEAR,
  perMonth,
  value,
  destinations,
  exporters = 5,
}: Certificates): readonly string[] {
  return months.flatMap((month) =>
    Array.from({ length: perMonth }, (_, index) => {
      const day = index % 2 === 0 ? "28" : "03";
      const destination = destinations[(index + month) % destinations.length];
      const date = `${year}-${String(month).padStart(2, "0")}-${day}`;
      return `${date};${destination ?? ""};E${(index * 7 + month) % exporters};${value(index, month)}`;
    }),
  );
}

let files = 0;
async function report(
  rows: readonly (readonly string[])[],
  options: { year?: number; months?: { firstMonth: number; lastMonth: number }; selection?: Selection } = {},
): Promise<YearlyReport> {
  files += 1;
  const path = join(folder, `${files}.csv`);
  const lines = rows.flat().map((row, index) => `${index + 1};${row}`);
  writeFileSync(path, ["number;date;destination;exporter;value", ...lines, ""].join("\n"));
  return yearlyReport({ inputs: [path], year: 2017, selection: ALL, ...options });
}

function texts(of: YearlyReport): Readonly<Record<(typeof LANGUAGES)[number], string>> {
  const [nl, fr, de, en] = LANGUAGES.map((language) => {
    const text = pressText(of, language);
    expectPublishable(text, language);
    return text.replace(/[\u00A0\u202F]/g, " ");
  });
  return { nl: nl ?? "", fr: fr ?? "", de: de ?? "", en: en ?? "" };
}

const SUPERLATIVE =
  /record|Rekord|sterkste|plus forte|stärkste|strongest|highest|hoogste|höchste|nooit|never|jamais|nie zuvor/i;
const GROWTH =
  /meer dan|minder dan|steeg|daalde|de plus qu|de moins qu|augmenté|reculé|mehr als|weniger als|stieg|sank|more than|less than|rose|fell/;

describe("a press text", () => {
  it("of one certificate says no more than that", async () => {
    const { nl, fr, de, en } = texts(await report([["2017-06-30;CN;E1;1234,56"]]));
    expect(nl).toContain("één certificaat van oorsprong");
    expect(fr).toContain("un certificat d’origine a été délivré");
    expect(de).toContain("ein Ursprungszeugnis");
    expect(en).toContain("one certificate of origin was issued");
    for (const text of [nl, fr, de, en]) {
      expect(text).not.toMatch(/Chin[ae]|China/);
      expect(text).not.toMatch(GROWTH);
    }
  });

  it("of the first year on file has no growth and no superlative", async () => {
    const first = {
      year: 2017,
      perMonth: 6,
      value: (i: number) => `${20000 + 100 * i},10`,
      destinations: ["US", "TR", "IR"],
    };
    for (const text of Object.values(texts(await report([rowsOf(first)])))) {
      expect(text).not.toMatch(GROWTH);
      expect(text.split("\n\n").slice(0, 2).join(" ")).not.toMatch(SUPERLATIVE);
    }
  });

  it("of the second year has growth, and no record", async () => {
    const base = { value: (i: number) => `${20000 + 100 * i},10`, destinations: ["US", "TR", "IR"] };
    const { en, nl } = texts(
      await report([rowsOf({ ...base, year: 2016, perMonth: 6 }), rowsOf({ ...base, year: 2017, perMonth: 9 })]),
    );
    expect(en).toContain("50.00 per cent");
    expect(`${en} ${nl}`).not.toMatch(/record/i);
  });

  it("without any value speaks of certificates only", async () => {
    const base = { value: () => "", destinations: ["US", "CN"] };
    const of = await report([
      rowsOf({ ...base, year: 2016, perMonth: 3 }),
      rowsOf({ ...base, year: 2017, perMonth: 4 }),
    ]);
    const { nl, fr, de, en } = texts(of);
    expect(nl).toContain("De goederenwaarde is van geen enkel certificaat bekend.");
    for (const text of [nl, fr, de, en]) expect(text).not.toMatch(/euro|Euro|% van de goederenwaarde/);
  });

  it("of a fall says by how much, without a negative figure", async () => {
    const base = { destinations: ["US", "AE", "CD"] };
    const of = await report([
      rowsOf({ ...base, year: 2014, perMonth: 9, value: (i) => `${50000 + 1000 * i},10` }),
      rowsOf({ ...base, year: 2015, perMonth: 8, value: (i) => `${50000 + 1000 * i},10` }),
      rowsOf({ ...base, year: 2016, perMonth: 7, value: (i) => `${40000 + 1000 * i},10` }),
      rowsOf({ ...base, year: 2017, perMonth: 6, value: (i) => `${30000 + 1000 * i},10` }),
    ]);
    const { nl, fr, de, en } = texts(of);
    expect(nl).toContain("daalde in 2017 met 14,29 procent tot 72");
    expect(fr).toContain("a reculé de 14,29 % en 2017, pour s’établir à 72");
    expect(de).toContain("sank im Jahr 2017 um 14,29 Prozent auf 72");
    expect(en).toContain("fell by 14.29 per cent in 2017, to 72");
  });

  it("of equal years says that they are equal", async () => {
    const same = { perMonth: 4, value: () => "5000,00", destinations: ["US", "NL"] };
    const { nl, fr, de, en } = texts(await report([2015, 2016, 2017].map((year) => rowsOf({ ...same, year }))));
    expect(nl).toContain("evenveel als in 2016");
    expect(fr).toContain("autant qu’en 2016");
    expect(de).toContain("ebenso viele wie im Jahr 2016");
    expect(en).toContain("as many as in 2016");
    // The first place is shared: nobody is called first, and the list shows it.
    for (const text of [nl, fr, de, en]) expect(text.match(/^1\. /gm)).toHaveLength(2);
    expect(nl).not.toContain("de belangrijkste bestemming,");
  });

  it("of one destination counts it in words", async () => {
    const same = { perMonth: 4, value: () => "5000,00", destinations: ["US"] };
    const { fr, de } = texts(await report([2016, 2017].map((year) => rowsOf({ ...same, year }))));
    expect(fr).toContain("à une, autant qu’en 2016");
    expect(de).toContain("auf eines, ebenso viele wie im Jahr 2016");
  });

  it("of an incomplete year says so, and compares the months that are there", async () => {
    const base = { destinations: ["US", "TR", "PH"], value: (i: number) => `${20000 + i},10` };
    const of = await report([
      ...[2013, 2014, 2015, 2016].map((year) => rowsOf({ ...base, year, perMonth: 5 })),
      rowsOf({ ...base, year: 2017, months: [1, 2, 3, 4, 5], perMonth: 9 }),
    ]);
    const { nl, fr, de, en } = texts(of);
    expect(nl).toContain("de gegevens, die niet volledig zijn");
    expect(nl).toContain("in de maanden januari tot en met mei 2017 steeg het aantal certificaten met 80,00 procent");
    expect(fr).toContain("qui ne sont pas complètes");
    expect(de).toContain("die nicht vollständig sind");
    expect(en).toContain("data that are not complete");
    for (const text of [nl, fr, de, en]) expect(text).not.toMatch(SUPERLATIVE);
  });

  it("says why there is no growth when the year before lacks months", async () => {
    const base = { destinations: ["US", "TR"], value: (i: number) => `${20000 + i},10`, perMonth: 5 };
    const of = await report([rowsOf({ ...base, year: 2016, months: YEAR.slice(2) }), rowsOf({ ...base, year: 2017 })]);
    const { nl, en } = texts(of);
    expect(nl).toContain("De gegevens van een jaar eerder zijn niet volledig");
    expect(en).not.toMatch(GROWTH);
  });

  it("of half a year limits its superlatives to that half", async () => {
    const base = { destinations: ["US", "TR", "IR"], value: (i: number) => `${20000 + i},10` };
    const of = await report(
      [2015, 2016, 2017].map((year) => rowsOf({ ...base, year, perMonth: year - 2010 })),
      { months: { firstMonth: 1, lastMonth: 6 } },
    );
    const { nl, fr, de, en } = texts(of);
    expect(nl).toContain(
      "lag het aantal certificaten voor een eerste jaarhelft zo hoog als in de eerste helft van 2017: een absoluut record",
    );
    expect(fr).toContain(
      "le nombre de certificats pour un premier semestre n’avait été aussi élevé qu’au premier semestre 2017 : c’est un record absolu",
    );
    expect(de).toContain(
      "die Zahl der Ursprungszeugnisse für ein erstes Halbjahr so hoch wie im ersten Halbjahr 2017: Es ist ein absoluter Rekord",
    );
    expect(en).toContain(
      "the number of certificates for a first half been as high as in the first half of 2017: it is an absolute record",
    );
    expect(nl).toContain("een peil dat in de eerste helft van 2016 werd bereikt");
  });

  it("of distant export says so with each superlative, and in the note", async () => {
    const base = { destinations: ["US", "TR", "FR"], value: (i: number) => `${20000 + i},10` };
    const of = await report(
      [2015, 2016, 2017].map((year) => rowsOf({ ...base, year, perMonth: year - 2010 })),
      { selection: { ...ALL, scope: "distant" } },
    );
    const { nl, fr, de, en } = texts(of);
    expect(nl).toContain(
      "het aantal certificaten voor bestemmingen buiten de Europese Unie zo hoog als in 2017: een absoluut record",
    );
    expect(fr).toContain(
      "le nombre de certificats pour des destinations hors de l’Union européenne n’avait été aussi élevé",
    );
    expect(de).toContain(
      "die Zahl der Ursprungszeugnisse für Bestimmungsländer außerhalb der Europäischen Union so hoch",
    );
    expect(en).toContain("the number of certificates for destinations outside the European Union been as high");
    expect(nl).toContain("Alleen bestemmingen buiten de Europese Unie zijn meegerekend");
  });

  it("gives no figure of a destination with one exporter", async () => {
    const base = { value: (i: number) => `${20000 + i},10` };
    const of = await report([
      rowsOf({ ...base, year: 2016, perMonth: 4, destinations: ["TR", "IR"] }),
      rowsOf({ ...base, year: 2017, perMonth: 4, destinations: ["TR", "IR"] }),
      rowsOf({ year: 2017, perMonth: 9, value: () => "90000,00", destinations: ["JP"], exporters: 1 }),
    ]);
    expect(of.quality.soleExporter).toEqual(["JP"]);
    const { nl, fr, de, en } = texts(of);
    for (const text of [nl, fr, de, en]) {
      // It may be named as new, in a sentence that has no figure of its own.
      for (const sentence of text.split(/(?<=[.:]) |\n/).filter((each) => /Jap[ao]n/.test(each)))
        expect(sentence).not.toMatch(/%|procent|Prozent|per cent|place|plaats|Platz/);
      expect(text).not.toMatch(/^1\. /m);
    }
    expect(nl).toContain("worden niet met cijfers vermeld");
  });

  it("hedges in other currencies too, with their names", async () => {
    const base = { destinations: ["US", "TR"], value: (i: number) => `${200000 + i * 111},10`, perMonth: 4 };
    const path = join(folder, "gbp.csv");
    const rows = [2016, 2017].flatMap((year) => rowsOf({ ...base, year })).map((row, index) => `${index + 1};${row}`);
    writeFileSync(path, ["number;date;destination;exporter;value", ...rows, ""].join("\n"));
    const of = await yearlyReport({ inputs: [path], year: 2017, selection: ALL, currency: "GBP" });
    const { nl, fr, en } = texts(of);
    expect(nl).toMatch(/(?:ruim|bijna) [\d,]+ miljoen Britse pond/);
    expect(fr).toMatch(/(?:un peu plus de|près de) [\d,]+ millions de livres sterling/);
    expect(en).toMatch(/(?:just over|almost) [\d.]+ million British pounds/);
    for (const hedged of hedgesOf(pressText(of, "en"), "en").filter(({ unit }) => unit === "money")) {
      const near = exactAmounts(of).some((exact) => Math.abs(exact - hedged.printed) <= hedged.precision / 2 + 1e-6);
      expect(near, hedged.text).toBe(true);
    }
  });
});
