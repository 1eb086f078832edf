/**
 * A study of an event a second time, in plain loops over certificates: sums of windows, their growth against that of all others,
 * the same for destinations of comparable size, the p-value and the interval.
 */
import type { Certificate } from "./counting.ts";

export interface Estimate {
  readonly treated: readonly [before: bigint, after: bigint];
  readonly compared: readonly [before: bigint, after: bigint];
  readonly difference: number;
  readonly placebos: number;
  readonly asLarge: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
  readonly earlierDates: number;
  readonly earlierAsLarge: number;
  readonly trend: number;
  readonly trendAsLarge: number;
}

/** `event` is a month such as `2015-06`; windows of so many years lie `gap` months away from it on each side. */
export function estimate(
  certificates: readonly Certificate[],
  { event, destinations, years, gap }: { event: string; destinations: readonly string[]; years: number; gap: number },
  weight: (certificate: Certificate) => bigint,
): Estimate {
  const [eventYear = 0, eventMonth = 0] = event.split("-").map(Number);
  const at = (certificate: Certificate): number => (certificate.year - eventYear) * 12 + certificate.month - eventMonth;
  const months = 12 * years;
  const table = (of: (certificate: Certificate) => bigint): Record<string, Record<number, bigint>> => {
    const sums: Record<string, Record<number, bigint>> = {};
    for (const certificate of certificates) {
      const row = (sums[certificate.destination] ??= {});
      row[at(certificate)] = (row[at(certificate)] ?? 0n) + of(certificate);
    }
    return sums;
  };
  const [amounts, counts] = [table(weight), table(() => 1n)];
  const names = Object.keys(counts).filter((name) => name !== "XX");
  const sum = (of: typeof amounts, who: readonly string[], from: number, to: number): bigint => {
    let total = 0n;
    for (const name of who) for (let month = from; month < to; month += 1) total += of[name]?.[month] ?? 0n;
    return total;
  };
  const others = names.filter((name) => !destinations.includes(name));
  const didAt = (who: readonly string[], shift: number): number => {
    const rest = others.filter((name) => !who.includes(name));
    const growth = (group: readonly string[]): number =>
      Math.log(Number(sum(amounts, group, gap + shift, gap + months + shift))) -
      Math.log(Number(sum(amounts, group, -gap - months + shift, -gap + shift)));
    return growth(who) - growth(rest);
  };
  const slopeOf = (who: readonly string[]): number => {
    const y = [3, 2, 1].map((year) => Number(sum(amounts, who, -gap - 12 * year, -gap - 12 * (year - 1))));
    // Of three equally distant points, the least-squares slope is half the last minus the first.
    return ((y[2] ?? 0) - (y[0] ?? 0)) / 2 / (((y[0] ?? 0) + (y[1] ?? 0) + (y[2] ?? 0)) / 3);
  };
  const trendOf = (who: readonly string[]): number =>
    slopeOf(who) - slopeOf(others.filter((name) => !who.includes(name)));

  const sizeOf = (who: readonly string[]): number => Number(sum(counts, who, -gap - months, -gap));
  const size = sizeOf(destinations);
  const ratio = (name: string): number => Math.max(sizeOf([name]) / size, size / sizeOf([name]));
  const pool: string[] = [];
  const candidates = others.filter((name) => sizeOf([name]) >= 10 && sizeOf([name]) <= 2 * size);
  for (const name of candidates.toSorted((a, b) => ratio(a) - ratio(b) || (a < b ? -1 : 1))) {
    if (pool.length < 19 || (pool.length < 39 && 4 * sizeOf([name]) >= size)) pool.push(name);
  }
  const difference = didAt(destinations, 0);
  const placebos = pool.map((name) => didAt([name], 0)).filter((value) => !Number.isNaN(value));
  const asLarge = placebos.filter((value) => Math.abs(value) >= Math.abs(difference)).length;
  const accepted = (effect: number): boolean =>
    (1 + placebos.filter((value) => Math.abs(value) >= Math.abs(difference - effect)).length) / (1 + placebos.length) >
    0.1 + 1e-9;
  const trend = trendOf(destinations);
  const first = Math.min(...Object.values(counts).flatMap((row) => Object.keys(row).map(Number)));
  const earlier: number[] = [];
  for (let shift = -1; -gap - months + shift >= first; shift -= 1) {
    if (gap + months + shift <= -gap) earlier.push(didAt(destinations, shift));
  }
  return {
    treated: [sum(amounts, destinations, -gap - months, -gap), sum(amounts, destinations, gap, gap + months)],
    compared: [sum(amounts, others, -gap - months, -gap), sum(amounts, others, gap, gap + months)],
    difference,
    placebos: placebos.length,
    asLarge,
    p: (1 + asLarge) / (1 + placebos.length),
    low: lastAccepted(difference, -1, accepted),
    high: lastAccepted(difference, 1, accepted),
    earlierDates: earlier.length,
    earlierAsLarge: earlier.filter((value) => Math.abs(value) >= Math.abs(difference)).length,
    trend,
    trendAsLarge: pool.filter((name) => Math.abs(trendOf([name])) >= Math.abs(trend)).length,
  };
}

/** Where the test stops accepting, away from the estimate in one direction: halved until nothing is left to halve. */
function lastAccepted(from: number, direction: 1 | -1, accepted: (effect: number) => boolean): number {
  let [inside, outside] = [from, from + 20 * direction];
  for (let step = 0; step < 80; step += 1) {
    const middle = (inside + outside) / 2;
    if (accepted(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}
