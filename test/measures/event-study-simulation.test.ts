/**
 * The event study on made-up chambers whose truth is known: with no effect it finds one at the nominal rate at most, and its intervals
 * hold the true effect as often as they say; with an effect it finds it the more often the larger it is.
 *
 * A small run by default. The table of docs/event.md: EVENT_SIMULATION=2000 npx vitest run test/measures/event-study-simulation.test.ts
 */
import { describe, expect, it } from "vitest";

import { beforeAfter, logDifference } from "../../src/measures/event-study/difference.ts";
import {
  placeboPairs,
  placeboPool,
  statisticsOf,
  treatedPair,
  type Pair,
} from "../../src/measures/event-study/panel.ts";
import { invertedInterval, isBeyond, permutationTest } from "../../src/measures/event-study/permutation.ts";
import { trendDifference } from "../../src/measures/event-study/trend.ts";
import { eventWindows, yearsBefore } from "../../src/measures/event-study/windows.ts";
import { makePanels, seeded, type PanelPlan } from "./event-study-panels.ts";

const asked = process.env["EVENT_SIMULATION"];
const RUNS = asked === undefined ? 120 : Number(asked);
const LEVEL = 90;
const EVENT = 36;
const windows = eventWindows(EVENT, { before: 36, after: 36, gap: 0 });
const years = yearsBefore(windows, 36);

interface Rates {
  /** How often a difference is found beyond ordinary variation, how often the interval holds the truth, and its average width. */
  readonly found: number;
  readonly covered: number;
  readonly width: number;
  /** How often trends before the event are found apart. */
  readonly apart: number;
  readonly studied: number;
}

type Quantity = "certificates" | "goodsValue";

function simulate(quantity: Quantity, plan: Pick<PanelPlan, "effect" | "wander" | "size">, seed: number): Rates {
  const random = seeded(seed);
  const sums = { found: 0, covered: 0, width: 0, apart: 0, studied: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    const panels = makePanels({ units: 80, months: 72, effectFrom: EVENT, ...plan }, random);
    const panel = panels[quantity];
    const own = treatedPair(panel);
    const placebos = placeboPairs(panel, placeboPool(panels.certificates, windows));
    const differenceOf = ({ unit, comparison }: Pair): number | null =>
      logDifference(beforeAfter(unit, windows), beforeAfter(comparison, windows));
    const [difference, trend] = [differenceOf(own), trendDifference(own, years)];
    const others = statisticsOf(placebos, differenceOf);
    if (difference === null || trend === null || others.length < 9) continue;
    const test = permutationTest(difference, others);
    const trendTest = permutationTest(
      trend,
      statisticsOf(placebos, (pair) => trendDifference(pair, years)),
    );
    const interval = invertedInterval(difference, others, LEVEL);
    if (test === null || trendTest === null || interval === null) continue;
    sums.studied += 1;
    sums.found += Number(isBeyond(test.p, LEVEL));
    sums.apart += Number(isBeyond(trendTest.p, LEVEL));
    sums.covered += Number(interval.low <= plan.effect && plan.effect <= interval.high);
    sums.width += interval.high - interval.low;
  }
  const { studied } = sums;
  return {
    found: sums.found / studied,
    covered: sums.covered / studied,
    width: sums.width / studied,
    apart: sums.apart / studied,
    studied,
  };
}

/** Three standard errors of a rate of 0.1 over so many runs. */
function tolerance(runs: number): number {
  return 3 * Math.sqrt((0.1 * 0.9) / runs);
}

describe("without an effect", () => {
  it.each([
    { quantity: "certificates", size: undefined, wander: 0.03 },
    { quantity: "certificates", size: undefined, wander: 0.06 },
    { quantity: "certificates", size: 0.1, wander: 0.03 },
    { quantity: "certificates", size: 1, wander: 0.03 },
    { quantity: "goodsValue", size: undefined, wander: 0.03 },
  ] as const)("one is found at the nominal rate at most ($quantity, size $size, $wander)", (plan) => {
    const { quantity, size, wander } = plan;
    const rates = simulate(quantity, { effect: 0, wander, ...(size === undefined ? {} : { size }) }, 20150601);
    tell(`${quantity}, none, size ${size ?? "any"}, wander ${wander}`, rates);
    expect(rates.found).toBeLessThanOrEqual(0.1 + tolerance(rates.studied));
    expect(rates.found).toBeGreaterThan(0.1 - 2 * tolerance(rates.studied));
    expect(rates.apart).toBeLessThanOrEqual(0.1 + tolerance(rates.studied));
    expect(rates.covered).toBeGreaterThanOrEqual(0.9 - tolerance(rates.studied));
  });
});

describe("with an effect", () => {
  it("it is found the more often the larger it is, and the interval holds it", () => {
    const effects = [1.2, 1.5, 2].map((factor) => ({ factor, effect: Math.log(factor) }));
    const rates = effects.map(({ factor, effect }) => {
      const rate = simulate("certificates", { effect, wander: 0.03 }, 20191007);
      tell(`certificates, x ${factor}, size any, wander 0.03`, rate);
      return rate;
    });
    const [small, middle, large] = rates.map(({ found }) => found);
    expect(middle).toBeGreaterThan(small ?? 1);
    expect(large).toBeGreaterThan(middle ?? 1);
    expect(large).toBeGreaterThan(0.8);
    for (const { covered, studied } of rates) expect(covered).toBeGreaterThanOrEqual(0.9 - tolerance(studied));
    const value = simulate("goodsValue", { effect: Math.log(2), wander: 0.03 }, 20191007);
    tell("goodsValue, x 2, size any, wander 0.03", value);
    expect(value.covered).toBeGreaterThanOrEqual(0.9 - tolerance(value.studied));
    expect(value.found).toBeGreaterThan(0.5);
  });
});

/** The table of the guide, when it is asked for. */
function tell(name: string, { found, covered, width, apart, studied }: Rates): void {
  if (asked === undefined) return;
  const [share, per] = [(rate: number): string => rate.toFixed(3), (Math.exp(width / 2) - 1).toFixed(2)];
  process.stdout.write(
    `${name}: ${studied} studied, found ${share(found)}, covered ${share(covered)}, half-width x ${per}, trends apart ${share(apart)}\n`,
  );
}
