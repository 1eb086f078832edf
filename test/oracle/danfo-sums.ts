/**
 * Adds up with danfojs, inside the bounds in which it is exact (`independent-check.test.ts` measures them): integers
 * whose sum stays below 2^53, one text column as the key, no empty cells, `groupby`, `sum` and `count` only.
 */
import { DataFrame } from "danfojs-node";

import type { Adder, Totals } from "./sums.ts";

export const danfoAdder: Adder = {
  totals(certificates, keyOf) {
    const counts = countBy(certificates.map(keyOf));
    const valued = certificates.flatMap((one) => (one.cents === null ? [] : [{ key: keyOf(one), cents: one.cents }]));
    const keys = valued.map(({ key }) => key);
    const valuedCounts = countBy(keys);
    const sums = sumBy(
      keys,
      valued.map(({ cents }) => exactNumber(cents)),
    );
    return new Map(
      [...counts].map(([key, count]): [string, Totals] => {
        const sum = sums.get(key);
        return [
          key,
          {
            certificates: count,
            valued: valuedCounts.get(key) ?? 0,
            cents: sum === undefined ? null : BigInt(sum),
          },
        ];
      }),
    );
  },
  distinct(pairs) {
    const groups = countBy(pairs.map(([key, thing]) => `${key}|${thing}`));
    return countBy([...groups.keys()].map((group) => group.slice(0, group.indexOf("|"))));
  },
};

/** Number of rows by key. */
export function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  return aggregate(
    keys,
    keys.map(() => 1),
    "count",
  );
}

/** Sum of integers by key; throws when a sum leaves the range in which doubles are exact. */
export function sumBy(keys: readonly string[], amounts: readonly number[]): ReadonlyMap<string, number> {
  return aggregate(keys, amounts, "sum");
}

function aggregate(
  keys: readonly string[],
  amounts: readonly number[],
  how: "sum" | "count",
): ReadonlyMap<string, number> {
  if (keys.length === 0) return new Map();
  const groups = new DataFrame({ key: keys, amount: amounts }).groupby(["key"]).col(["amount"]);
  const frame = how === "sum" ? groups.sum() : groups.count();
  const results = frame.column(`amount_${how}`).values;
  return new Map(frame.column("key").values.map((key, index) => [String(key), safeInteger(results[index])]));
}

function safeInteger(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value))
    throw new Error(`not an exact integer: ${String(value)}`);
  return value;
}

function exactNumber(cents: bigint): number {
  return safeInteger(Number(cents));
}
