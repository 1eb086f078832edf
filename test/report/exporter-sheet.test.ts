/** The place of an exporter, and the item within which it is told. */
import { describe, expect, it } from "vitest";

import type { ItemTotals } from "../../src/domain/totals.ts";
import { buildStanding, isPlaced, largestItem, type Standing } from "../../src/report/exporter-sheet.ts";

const totals = (item: string, certificates: number, goodsCents: bigint | null): ItemTotals => ({
  year: 2017,
  item,
  certificates,
  valued: goodsCents === null ? 0 : certificates,
  goodsCents,
});

const placesAmong = (others: readonly ItemTotals[], fewest = 3): Standing => {
  const now = [totals("own", 2, 500n), ...others];
  return buildStanding({ within: "hs2", item: "08" }, "own", { now, before: [] }, fewest);
};

describe("the place of an exporter", () => {
  const [a, b, c] = [totals("a", 9, 900n), totals("b", 2, 100n), totals("c", 1, null)];

  it("is told among so many others as a figure has to be of", () => {
    expect(placesAmong([a, b]).places.certificates.now).toBeNull();
    expect(placesAmong([a, b, c]).places.certificates.now).toEqual({ rank: 2, of: 4 });
    expect(placesAmong([a, b, c], 4).places.certificates.now).toBeNull();
  });

  it("is by value among those that have one: certificates without an exporter are nobody", () => {
    const nobody = totals("", 5, 700n);
    expect(placesAmong([a, b, c, nobody]).places.goods_value.now).toBeNull();
    expect(placesAmong([a, b, c, totals("d", 1, 0n), nobody]).places.goods_value.now).toEqual({ rank: 2, of: 4 });
  });

  it("does not say that it is shared: that would be another's figure", () => {
    const standing = placesAmong([a, b, c]);
    expect(b.certificates).toBe(2);
    expect(Object.keys(standing.places.certificates.now ?? {})).toEqual(["rank", "of"]);
  });

  it("is none at all where both are withheld", () => {
    expect([placesAmong([a, b]), placesAmong([a, b, c])].map(isPlaced)).toEqual([false, true]);
  });
});

describe("the largest item", () => {
  it("is that of the largest value, then of the most certificates; what states none is not one", () => {
    const rows = [totals("", 99, 999n), totals("84", 5, null), totals("85", 7, null), totals("86", 1, 3n)];
    const largest = (some: readonly ItemTotals[]): string | null => largestItem(some, new Set([""]));
    expect(largest(rows)).toBe("86");
    expect(largest(rows.slice(0, 3))).toBe("85");
    expect(largest(rows.slice(0, 1))).toBeNull();
  });
});
