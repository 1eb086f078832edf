import fc from "fast-check";
import { expect, test } from "vitest";

import { findRepeated, sortKeys } from "../../src/tally/repeated-keys.ts";

// Keys that differ in one half only, that fall into the first and the last bucket, and 0.
const half = fc.constantFrom(0, 1, -1, 2 ** 31 - 1, -(2 ** 31), 2 ** 20, 77);
const key = fc.tuple(half, half);
const range = fc.record({ rows: fc.array(key, { maxLength: 30 }), named: fc.array(key, { maxLength: 3 }) });

test("rows are found whose key another row has or names, whatever the ranges and the buckets", () => {
  fc.assert(
    fc.property(
      fc.array(range, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 6 }),
      fc.nat(64),
      (ranges, bits, cut) => {
        const times = new Map<string, number>();
        for (const { rows, named } of ranges) {
          for (const each of [...rows, ...named]) times.set(String(each), (times.get(String(each)) ?? 0) + 1);
        }
        const expected = ranges.map(({ rows }) =>
          rows.flatMap((each, index) => ((times.get(String(each)) ?? 0) > 1 ? [index] : [])),
        );
        // More room than there are rows: what stands there is no key.
        const sorted = ranges.map(({ rows, named }) =>
          sortKeys(Int32Array.from([...rows.flat(), 1, 1, 77, 77]), rows.length, named, bits),
        );
        const buckets = 2 ** bits;
        const middle = Math.min(cut, buckets);
        const halves = [findRepeated(sorted, 0, middle), findRepeated(sorted, middle, buckets)];
        const found = ranges.map((_, index) =>
          halves.flatMap((own) => [...(own[index] ?? [])]).toSorted((a, b) => a - b),
        );
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});
