import { describe, expect, it } from "vitest";

import type { ItemTotals, PeriodTotals } from "../../src/domain/totals.ts";
import { buildFindings } from "../../src/report/findings/build-findings.ts";
import type { Finding, FindingFacts } from "../../src/report/findings/finding.ts";
import { buildItemTable } from "../../src/report/item-table.ts";
import { buildYearlySeries } from "../../src/report/yearly-series.ts";

/** A series of complete years with these certificates and values in cents. */
function findings(
  years: readonly (readonly [certificates: number, cents: bigint | null])[],
  destinations: readonly ItemTotals[] = [],
): readonly Finding[] {
  const totals: PeriodTotals[] = years.map(([certificates, goodsCents], index) => ({
    period: String(2010 + index),
    certificates,
    valued: goodsCents === null ? 0 : certificates,
    goodsCents,
    exporters: null,
    destinations: 1,
    products: null,
  }));
  const months = totals.map((year) => ({ ...year, year: Number(year.period), month: 1 }));
  const windows = totals.map((year) => ({ year: Number(year.period), firstMonth: 1, lastMonth: 12 }));
  const series = buildYearlySeries(totals, months, windows);
  const year = 2009 + years.length;
  const ofYear = (wanted: number): readonly ItemTotals[] => destinations.filter((row) => row.year === wanted);
  return buildFindings({
    series,
    byDestination: destinations,
    byMonth: [],
    exporterFlows: [],
    period: { year, firstMonth: 1, lastMonth: 12 },
    destinations: buildItemTable({ current: ofYear(year), comparable: ofYear(year), previous: ofYear(year - 1) }),
    soleExporter: [],
  });
}

/** What is said, without what it rests on. */
function facts({
  period: _period,
  formula: _formula,
  figures: _figures,
  weight: _weight,
  ...said
}: Finding): FindingFacts {
  return said;
}

const served = (year: number, item: string): ItemTotals => ({
  year,
  item,
  certificates: 1,
  valued: 0,
  goodsCents: null,
});

describe("findings", () => {
  it("call a record what is one, and say of the other quantity that it is none", () => {
    expect(
      findings([
        [1, 5n],
        [2, 9n],
        [3, 8n],
      ])
        .slice(0, 2)
        .map(facts),
    ).toEqual([
      { kind: "record", metric: "certificates", total: 3n, since: 2010, best: { year: 2011, total: 2n } },
      { kind: "no-record", metric: "goods_value", best: { year: 2011, total: 9n } },
    ]);
  });

  it("say nothing of records when neither is one, or an equalled one", () => {
    const kinds = findings([
      [3, 9n],
      [1, 1n],
      [3, 9n],
    ]).map((finding) => finding.kind);
    expect(kinds).not.toContain("record");
    expect(kinds).not.toContain("no-record");
  });

  it("say nothing of values that are not known", () => {
    const metrics = findings([
      [1, null],
      [2, null],
      [3, null],
    ]).flatMap((finding) => ("metric" in finding ? [finding.metric] : []));
    expect(new Set(metrics)).toEqual(new Set(["certificates"]));
  });

  it("tell new, returned and lost destinations, but not of what is no country", () => {
    const destinations = [
      served(2010, "CN"),
      served(2010, "TR"),
      served(2010, "XX"),
      served(2011, "CN"),
      served(2011, "JP"),
      served(2012, "CN"),
      served(2012, "TR"),
      served(2012, "BR"),
      served(2012, "XX"),
    ];
    const of2012 = findings(
      [
        [3, null],
        [2, null],
        [4, null],
      ],
      destinations,
    );
    expect(of2012.filter(({ kind }) => kind.endsWith("-destinations")).map(facts)).toEqual([
      { kind: "new-destinations", firstTime: ["BR"], returned: ["TR"] },
      { kind: "lost-destinations", destinations: ["JP"] },
    ]);
    expect(
      findings(
        [
          [3, null],
          [2, null],
        ],
        destinations,
      )
        .filter(({ kind }) => kind === "lost-destinations")
        .map(facts),
    ).toEqual([{ kind: "lost-destinations", destinations: ["TR"] }]);
  });
});
