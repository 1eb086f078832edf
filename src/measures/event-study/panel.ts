import { addAmounts, subtractAmounts, sumOver, type MonthlyAmounts } from "./amounts.ts";
import type { EventWindows } from "./windows.ts";

/** What an event is about, and all that it is held against. A unit is a destination, or a chapter of goods. */
export interface Panel {
  readonly treated: MonthlyAmounts;
  /** Every unit that the event is not about. */
  readonly others: ReadonlyMap<string, MonthlyAmounts>;
  /** Those of them that are the comparison group. */
  readonly group: ReadonlySet<string>;
}

/** A unit and what it is compared with. */
export interface Pair {
  readonly unit: MonthlyAmounts;
  readonly comparison: MonthlyAmounts;
}

/** What the event is about, and the comparison group added up. */
export function treatedPair({ treated, others, group }: Panel): Pair {
  const members = [...others].flatMap(([unit, amounts]) => (group.has(unit) ? [amounts] : []));
  return { unit: treated, comparison: addAmounts(members) };
}

/**
 * Each unit of a pool as if the event had been about it: against the comparison group without itself. What the event is about is
 * in no comparison, so that a change there cannot move the placebos.
 */
export function placeboPairs(panel: Panel, pool: readonly string[]): readonly Pair[] {
  const { comparison } = treatedPair(panel);
  return pool.flatMap((id) => {
    const unit = panel.others.get(id);
    if (unit === undefined) return [];
    return [{ unit, comparison: panel.group.has(id) ? subtractAmounts(comparison, unit) : comparison }];
  });
}

/** The statistic of each pair that it is defined for. */
export function statisticsOf(pairs: readonly Pair[], statistic: (pair: Pair) => number | null): readonly number[] {
  return pairs.flatMap((pair) => statistic(pair) ?? []);
}

/** Fewer certificates than this before the event, and a growth rate says nothing. */
export const LEAST_BEFORE = 10;
/** Larger units than this have so much less noise that what is ordinary for a small one would look like a find. */
const MOST_TIMES_LARGER = 2;
/** Smaller units than this have more noise; they are placebos only where there are too few others. */
const MOST_TIMES_SMALLER = 4;
/** So many placebos are wanted, whatever their size: with 19, p-values are multiples of 1/20, and 90 and 95 % are attained exactly. */
const WANTED = 19;
const MOST = 39;

/**
 * The placebos: the units nearest in size to what the event is about, by the ratio of their certificates in the window before.
 * Growth of small units is noisier than that of large ones, and a unit can only be told from noise like its own. Only what was
 * before the event decides who is in the pool; what came after it never does.
 */
export function placeboPool(certificates: Panel, { before }: EventWindows): readonly string[] {
  const size = Number(sumOver(certificates.treated, before));
  return [...certificates.others]
    .map(([unit, amounts]) => ({ unit, certificates: Number(sumOver(amounts, before)) }))
    .filter((each) => each.certificates >= LEAST_BEFORE && each.certificates <= MOST_TIMES_LARGER * size)
    .map((each) => ({ ...each, distance: Math.abs(Math.log(each.certificates / size)) }))
    .toSorted((a, b) => a.distance - b.distance || (a.unit < b.unit ? -1 : 1))
    .filter((each, index) => index < WANTED || (index < MOST && each.certificates * MOST_TIMES_SMALLER >= size))
    .map(({ unit }) => unit);
}
