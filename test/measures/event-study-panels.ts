import type { MonthlyAmounts } from "../../src/measures/event-study/amounts.ts";
import type { Panel } from "../../src/measures/event-study/panel.ts";

/** Numbers in [0, 1) that are the same everywhere (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Certificates of a month: as many as a Poisson process gives (for many, the normal approximation). */
function poisson(mean: number, random: () => number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  let [count, product] = [0, random()];
  for (const floor = Math.exp(-mean); product > floor; count += 1) product *= random();
  return count;
}

/** How a made-up panel comes about. */
export interface PanelPlan {
  readonly units: number;
  readonly months: number;
  /** Log change of what the first unit has from this month on. */
  readonly effect: number;
  readonly effectFrom: number;
  /** Standard deviation of the monthly steps in which the log of each unit wanders. */
  readonly wander: number;
  /** Which unit the event is about, from the smallest (0) to the largest (1); by chance when absent. */
  readonly size?: number;
}

/** A made-up chamber: units of very different size, each with a season, a trend of its own that wanders, and chance. */
export function makePanel({ units, months, effect, effectFrom, wander, size }: PanelPlan, random: () => number): Panel {
  const treated = Math.floor((size ?? random()) * units * 0.9999);
  const all = Array.from({ length: units }, (_, unit): readonly [string, MonthlyAmounts] => {
    // From about 12 certificates a year to about 1,500.
    const base = Math.exp(0 + (4.8 * (unit + random())) / units);
    const season = random() * 2 * Math.PI;
    const amounts = new Map<number, bigint>();
    let level = 0;
    for (let month = 0; month < months; month += 1) {
      level += wander * normal(random);
      const jump = unit === treated && month >= effectFrom ? effect : 0;
      const mean = base * Math.exp(level + jump + 0.3 * Math.sin((2 * Math.PI * month) / 12 + season));
      const count = poisson(mean, random);
      if (count > 0) amounts.set(month, BigInt(count));
    }
    return [`unit ${unit}`, amounts];
  });
  const others = new Map(all.filter((_, unit) => unit !== treated));
  return { treated: all[treated]?.[1] ?? new Map(), others, group: new Set(others.keys()) };
}
