import { beforeAll, describe, expect, it } from "vitest";

import { LANGUAGES } from "../../src/domain/language.ts";
import { parsePeriod } from "../../src/domain/period-id.ts";
import { withCertificates } from "../../src/pipeline/open-certificates.ts";
import { renderReport } from "../../src/pipeline/render-report.ts";
import { createVerifier } from "../../src/pipeline/verify.ts";
import { yearlyReport } from "../../src/pipeline/yearly-report.ts";

const INPUTS = ["data/limburg-2007-2018.csv.gz"];
const SELECTION = { eu: { kind: "issue-date" }, from: null, to: null, where: null } as const;
const PERIODS = [
  "2007",
  "2018-H1",
  "2018-Q3",
  "2017-03",
  "2018-01/2018-05",
  "2008",
  "2009",
  "2010",
  "2011",
  "2012",
  "2013",
  "2014",
  "2015",
  "2016",
  "2017",
  "2018",
];

/** Of distant export fewer periods: what differs is the scope. */
const SCOPES = [
  { scope: "all", periods: PERIODS },
  { scope: "distant", periods: ["2018-H1", "2012", "2018"] },
] as const;

/** What origo itself writes about a year must hold, all of it, when origo reads it. */
describe.each(SCOPES)("the press texts of the report, $scope", ({ scope, periods }) => {
  const selection = { ...SELECTION, scope };
  const texts: { readonly name: string; readonly text: string }[] = [];

  beforeAll(async () => {
    for (const id of periods) {
      const months = parsePeriod(id);
      if (months === null) throw new Error(`no period: ${id}`);
      const report = await yearlyReport({ inputs: INPUTS, selection, year: months.year, months });
      for (const language of LANGUAGES) {
        const text = await renderReport(report, {
          format: "press",
          readerLanguage: language,
          dataLanguage: language,
          colour: false,
          width: 80,
          top: 20,
          table: "destinations",
        });
        texts.push({ name: `${id} ${language}`, text });
      }
    }
  }, 300_000);

  it("holds in every claim", async () => {
    await withCertificates({ inputs: INPUTS, selection }, async (engine, currency) => {
      const verify = await createVerifier(engine, currency, selection);
      for (const { name, text } of texts) {
        const { claims } = await verify(name, text);
        const others = claims.filter(({ verdict }) => verdict !== "holds");
        expect({
          name,
          others: others.map(({ claim, verdict }) => `${verdict}: ${claim.text}: ${claim.sentence}`),
        }).toEqual({ name, others: [] });
        expect(claims.length, name).toBeGreaterThan(20);
      }
    });
  }, 120_000);
});
