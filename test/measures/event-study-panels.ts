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

/** The sum of so many values whose logs have a standard deviation of 1.3, in cents; of many, the normal approximation. */
function goodsValue(count: number, random: () => number): number {
  const [log, spread] = [14, 1.3];
  if (count > 6) {
    const mean = Math.exp(log + spread ** 2 / 2);
    const sd = mean * Math.sqrt(Math.exp(spread ** 2) - 1);
    return Math.max(0, count * mean + Math.sqrt(count) * sd * normal(random));
  }
  let sum = 0;
  for (let each = 0; each < count; each += 1) sum += Math.exp(log + spread * normal(random));
  return sum;
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

/** A chamber's certificates, and their goods value in cents. */
export interface MadePanels {
  readonly certificates: Panel;
  readonly goodsValue: Panel;
}

/**
 * A made-up chamber: units of very different size, each with a season, a trend of its own that wanders, and chance. Consignments differ
 * in value as real ones do.
 */
export function makePanels(
  { units, months, effect, effectFrom, wander, size }: PanelPlan,
  random: () => number,
): MadePanels {
  const treated = Math.floor((size ?? random()) * units * 0.9999);
  const [counts, values] = [new Map<string, MonthlyAmounts>(), new Map<string, MonthlyAmounts>()];
  for (let unit = 0; unit < units; unit += 1) {
    // From about 12 certificates a year to about 1,500.
    const base = Math.exp((4.8 * (unit + random())) / units);
    const season = random() * 2 * Math.PI;
    const [ofMonth, cents] = [new Map<number, bigint>(), new Map<number, bigint>()];
    let level = 0;
    for (let month = 0; month < months; month += 1) {
      level += wander * normal(random);
      const jump = unit === treated && month >= effectFrom ? effect : 0;
      const mean = base * Math.exp(level + jump + 0.3 * Math.sin((2 * Math.PI * month) / 12 + season));
      const count = poisson(mean, random);
      ofMonth.set(month, BigInt(count));
      cents.set(month, BigInt(Math.round(goodsValue(count, random))));
    }
    counts.set(`unit ${unit}`, ofMonth);
    values.set(`unit ${unit}`, cents);
  }
  const panelOf = (all: ReadonlyMap<string, MonthlyAmounts>): Panel => {
    const others = new Map([...all].filter(([id]) => id !== `unit ${treated}`));
    return { treated: all.get(`unit ${treated}`) ?? new Map(), others, group: new Set(others.keys()) };
  };
  return { certificates: panelOf(counts), goodsValue: panelOf(values) };
}
