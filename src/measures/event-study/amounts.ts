import type { MonthNumber, MonthSpan } from "../../domain/month.ts";

/** What a destination (or a chapter of goods) has by month: certificates, or cents. A month without any is absent. */
export type MonthlyAmounts = ReadonlyMap<MonthNumber, bigint>;

export function sumOver(amounts: MonthlyAmounts, { first, last }: MonthSpan): bigint {
  let sum = 0n;
  for (let month = first; month <= last; month += 1) sum += amounts.get(month) ?? 0n;
  return sum;
}

export function addAmounts(all: Iterable<MonthlyAmounts>): MonthlyAmounts {
  const sum = new Map<MonthNumber, bigint>();
  for (const amounts of all) for (const [month, amount] of amounts) sum.set(month, (sum.get(month) ?? 0n) + amount);
  return sum;
}

export function subtractAmounts(whole: MonthlyAmounts, part: MonthlyAmounts): MonthlyAmounts {
  return new Map([...whole].map(([month, amount]) => [month, amount - (part.get(month) ?? 0n)]));
}
