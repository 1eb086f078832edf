/**
 * What is said of an event follows from how its test came out, and from nothing else: every outcome in every language, from facts that
 * are made here.
 */
import { describe, expect, it } from "vitest";

import { LANGUAGES, type Language } from "../../src/domain/language.ts";
import { eventContext, metricSentences, refusalText, type EventContext } from "../../src/render/event-text.ts";
import type { Refusal } from "../../src/report/event-plan.ts";
import type { EventOutcome, MetricStudy, StudiedEvent } from "../../src/report/event-study.ts";

const OUTCOMES: readonly EventOutcome[] = [
  "unattainable",
  "ordinary",
  "diverged_before",
  "trend_unknown",
  "beyond_ordinary",
];

/** Words of cause and success, which no count of certificates carries. */
const CLAIMS: Readonly<Record<Language, RegExp>> = {
  nl: /dankzij|door de|vanwege|wegens|als gevolg|effect|leidde|zorgde|impact|succes|significant|bewijst dat (?!er geen)/i,
  fr: /grâce à|à cause|en raison|effet|a conduit|a permis|impact|succès|significati|prouve (?!pas)/i,
  de: /dank |wegen |aufgrund|durch das|Wirkung|Effekt|führte|bewirkte|Erfolg|signifikant/i,
  en: /because|thanks to|due to|owing|effect|impact|led to|caused (?!a)|success|significant|boost/i,
};

const test = {
  placebos: 39,
  asLarge: 2,
  p: { numerator: 3n, denominator: 40n },
  smallestP: { numerator: 1n, denominator: 40n },
};

function made(outcome: EventOutcome, more: Partial<MetricStudy> = {}): readonly [StudiedEvent, MetricStudy] {
  const of: MetricStudy = {
    metric: "certificates",
    treated: { before: 100n, after: 150n },
    comparison: { before: 1000n, after: 1100n },
    total: { before: 1100n, after: 1250n },
    treatedGrowth: { numerator: 1n, denominator: 2n },
    comparisonGrowth: { numerator: 1n, denominator: 10n },
    shareBefore: { numerator: 1n, denominator: 11n },
    shareAfter: { numerator: 3n, denominator: 25n },
    difference: { numerator: 4n, denominator: 11n },
    yearly: { numerator: 40n, denominator: 3n },
    logDifference: 0.31,
    test,
    interval: { low: 0.05, high: 0.57 },
    dates: { count: 20, asLarge: 1 },
    trend: { years: 3, difference: 0.02, test, apart: outcome === "diverged_before" },
    influence: {
      exporter: { id: "BE1", part: { numerator: 3n, denominator: 2n }, without: { numerator: -1n, denominator: 10n } },
      consignment: { id: "C1", part: { numerator: 1n, denominator: 4n }, without: null },
      compared: { id: "TR", without: { numerator: 1n, denominator: 5n } },
    },
    outcome,
    ...more,
  };
  const study: StudiedEvent = {
    event: { name: "Mission", date: "2015-06", destinations: ["CN"], themes: [] },
    refusal: null,
    unit: "destination",
    against: null,
    compared: 40,
    plan: {
      windows: { event: 24185, before: { first: 24149, last: 24184 }, after: { first: 24185, last: 24220 } },
      trendYears: [],
      firstMonth: 24149,
    },
    level: 90,
    by: "quarter",
    metrics: [of],
    paths: {},
  };
  return [study, of];
}

function contextOf(language: Language): EventContext {
  return eventContext({ language, currency: "EUR", nameOf: (_, code) => code });
}

const sentences = (outcome: EventOutcome, language: Language, more: Partial<MetricStudy> = {}): readonly string[] => {
  const [study, of] = made(outcome, more);
  return metricSentences(study, of, contextOf(language));
};

describe.each(LANGUAGES)("in %s", (language) => {
  it.each(OUTCOMES)("%s claims no cause and no success", (outcome) => {
    const all = [...sentences(outcome, language), contextOf(language).own.caution];
    for (const sentence of all) expect(sentence).not.toMatch(CLAIMS[language]);
  });

  it("each outcome has a verdict of its own", () => {
    const verdicts = OUTCOMES.map((outcome) => sentences(outcome, language)[1]);
    expect(new Set(verdicts).size).toBe(OUTCOMES.length);
  });

  it("an undefined interval, trend or date is said to be so, and nothing is printed as a number that is none", () => {
    const bare = sentences("trend_unknown", language, {
      interval: null,
      trend: null,
      dates: { count: 0, asLarge: 0 },
      logDifference: null,
      influence: { exporter: null, consignment: null, compared: null },
    });
    expect(bare).toHaveLength(4);
    const { own } = contextOf(language);
    expect(bare[0]).toContain(own.noInterval(90));
    expect(bare.slice(2)).toEqual([own.noTrend, own.noDates]);
    expect(bare.join(" ")).not.toMatch(/NaN|Infinity|null|undefined/);
  });

  it("every reason for a refusal says what there is and what it takes", () => {
    const refusals: readonly Refusal[] = [
      { kind: "outside_data", from: "2007-01", to: "2018-12" },
      { kind: "too_few_months", side: "after", has: 7, needs: 12, from: "2007-01", to: "2018-12" },
      { kind: "too_few_certificates", before: 2, after: 3, needs: 30, needsBefore: 10 },
      { kind: "too_few_compared", before: 4, after: 3, needs: 10 },
      { kind: "too_few_placebos", has: 5, needs: 9 },
    ];
    const numbers = [
      ["2007", "2018"],
      ["7", "12"],
      ["2", "3", "30", "10"],
      ["4", "3", "10"],
      ["5", "9"],
    ];
    refusals.forEach((refusal, index) => {
      const words = refusalText(refusal, contextOf(language)).split(/[^\p{L}\d]+/u);
      for (const number of numbers[index] ?? []) expect(words).toContain(number);
    });
  });
});

it("a difference downwards is below, and the part of one that others offset is more than all", () => {
  const down = sentences("ordinary", "en", { difference: { numerator: -1n, denominator: 8n } });
  expect(down[0]).toMatch(/^12\.5 % below what/);
  expect(down.join(" ")).toContain("One exporter makes up more than 100 % of this difference; without it: -10.0 %.");
  expect(sentences("ordinary", "en")[1]).toMatch(/at 2 of 39 other destinations .*not distinguishable from ordinary/);
  expect(sentences("ordinary", "en", { test: { ...test, asLarge: 0 } })[1]).toContain("at none of 39");
});
