/**
 * Events against a second computation: the rows of the sample, read with csv-parse and studied with plain loops
 * (`test/oracle/event.ts`), which invert the test by trial where `src/` has a formula. Nothing is shared with `src/`.
 */
import { describe, expect, it } from "vitest";

import type { Selection } from "../../src/domain/scope.ts";
import { studyEvents, type EventOptions } from "../../src/pipeline/event.ts";
import type { MetricStudy } from "../../src/report/event-study.ts";
import { countCertificates } from "../oracle/counting.ts";
import { estimate } from "../oracle/event.ts";
import { readLimburg } from "../oracle/limburg.ts";
import { dataFile } from "../oracle/reference.ts";

const ALL: Selection = { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null };
const { certificates } = countCertificates(readLimburg(dataFile("limburg-2007-2018.csv.gz")));

async function study(options: Partial<EventOptions> & Pick<EventOptions, "events">): Promise<readonly MetricStudy[]> {
  const { studies } = await studyEvents({
    inputs: ["data/limburg-2007-2018.csv.gz"],
    selection: ALL,
    ...options,
  });
  const [first] = studies;
  return first?.refusal === null ? first.metrics : [];
}

describe("an event", () => {
  it.each([
    { event: "2015-06", destinations: ["CN"], years: 3, gap: 0 },
    { event: "2017-03", destinations: ["TR"], years: 1, gap: 2 },
    { event: "2013-02", destinations: ["JP", "KR"], years: 2, gap: 0 },
    // A small market, whose placebos are held to twice its size.
    { event: "2014-09", destinations: ["BO"], years: 3, gap: 0 },
  ])("is what a second computation makes of it: $destinations $event", async (plan) => {
    const metrics = await study({
      events: { name: "", date: plan.event, destinations: plan.destinations, themes: [] },
      before: 12 * plan.years,
      after: 12 * plan.years,
      gap: plan.gap,
    });
    expect(metrics.map(({ metric }) => metric)).toEqual(["certificates", "goods_value"]);
    for (const of of metrics) {
      const expected = estimate(certificates, plan, ({ cents }) => (of.metric === "certificates" ? 1n : (cents ?? 0n)));
      expect([of.treated.before, of.treated.after]).toEqual(expected.treated);
      expect([of.comparison.before, of.comparison.after]).toEqual(expected.compared);
      expect(of.logDifference).toBeCloseTo(expected.difference, 10);
      expect([of.test.placebos, of.test.asLarge]).toEqual([expected.placebos, expected.asLarge]);
      expect(Number(of.test.p.numerator) / Number(of.test.p.denominator)).toBeCloseTo(expected.p, 12);
      expect(of.interval?.low).toBeCloseTo(expected.low, 8);
      expect(of.interval?.high).toBeCloseTo(expected.high, 8);
      expect([of.dates.count, of.dates.asLarge]).toEqual([expected.earlierDates, expected.earlierAsLarge]);
      expect(of.trend?.difference).toBeCloseTo(expected.trend, 10);
      expect(of.trend?.test.asLarge).toBe(expected.trendAsLarge);
      // The same difference as a ratio and per year.
      const ratio = Number(of.difference.numerator) / Number(of.difference.denominator);
      expect(Math.log1p(ratio)).toBeCloseTo(expected.difference, 10);
      const [before, after] = expected.treated.map(Number);
      const [others, othersAfter] = expected.compared.map(Number);
      const counterfactual = ((before ?? 0) * (othersAfter ?? 0)) / (others ?? 0);
      expect(Number(of.yearly.numerator) / Number(of.yearly.denominator)).toBeCloseTo(
        ((after ?? 0) - counterfactual) / plan.years,
        4,
      );
    }
  });

  it("says what one exporter and one consignment make up of it", async () => {
    const [, value] = await study({
      events: { name: "", date: "2012-03", destinations: ["TR", "AZ"], themes: [] },
      against: "Asia",
    });
    const amounts = { before: 0n, after: 0n };
    const largest = { before: 0n, after: 0n };
    const byExporter = new Map<string, { before: bigint; after: bigint }>();
    for (const { year, month, destination, exporter, cents } of certificates) {
      const at = (year - 2012) * 12 + month - 3;
      if (!["TR", "AZ"].includes(destination) || at < -36 || at >= 36 || cents === null) continue;
      const side = at < 0 ? "before" : "after";
      amounts[side] += cents;
      if (cents > largest[side]) largest[side] = cents;
      const own = byExporter.get(exporter ?? "") ?? { before: 0n, after: 0n };
      own[side] += cents;
      byExporter.set(exporter ?? "", own);
    }
    const growth = Number(value?.comparison.after) / Number(value?.comparison.before);
    const gained = ({ before, after }: { before: bigint; after: bigint }): number =>
      Number(after) - Number(before) * growth;
    const parts = [...byExporter.values()].map((each) => gained(each) / gained(amounts));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 6);
    const exporter = value?.influence.exporter?.part;
    expect(Number(exporter?.numerator) / Number(exporter?.denominator)).toBeCloseTo(Math.max(...parts), 6);
    const consignment = value?.influence.consignment?.part;
    expect(Number(consignment?.numerator) / Number(consignment?.denominator)).toBeCloseTo(
      Number(largest.after) / gained(amounts),
      6,
    );
  });

  it("is held against the group that is asked for", async () => {
    const events = { name: "", date: "2015-06", destinations: ["CN"], themes: [] };
    const [named] = await study({ events, against: "Japan, KR" });
    const expected = certificates.filter(
      ({ year, month, destination }) =>
        ["JP", "KR"].includes(destination) && (year - 2015) * 12 + month >= 6 - 36 && (year - 2015) * 12 + month < 6,
    );
    expect(named?.comparison.before).toBe(BigInt(expected.length));
    const [asia] = await study({ events, against: "Asia" });
    const [region] = await study({ events, against: "region" });
    expect(region?.comparison).toEqual(asia?.comparison);
  });
});
