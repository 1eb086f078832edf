import fc from "fast-check";
import { expect, it } from "vitest";

import { EXPORTER_SIZES } from "../../src/domain/certificate.ts";
import { enterpriseSize } from "../../src/domain/enterprise-size.ts";

const million = (amount: number | null): bigint | null => (amount === null ? null : BigInt(Math.round(amount * 1e8)));
const sizeOf = (staff: number, turnover: number | null, balance: number | null): string =>
  enterpriseSize({ staff: BigInt(Math.round(staff * 100)), turnover: million(turnover), balance: million(balance) });

it.each([
  [9.99, 2, 2, "micro"],
  [10, 2, 2, "small"],
  [9, 2.00000001, 2, "micro"],
  [9, 5, 5, "small"],
  [9, 5, null, "small"],
  [9, null, 1, "micro"],
  [49, null, null, "small"],
  [49, 40, 10, "small"],
  [49, 10.00000001, 10.00000001, "medium"],
  [249.5, 50, 99, "medium"],
  [249, 51, 43, "medium"],
  [249, 51, 44, "large"],
  [250, 0, 0, "large"],
  [3, 500, 500, "large"],
])("%d employees, %d million turnover, %d million balance: %s", (staff, turnover, balance, expected) => {
  expect(sizeOf(staff, turnover, balance)).toBe(expected);
});

it("never falls when any figure rises", () => {
  const figure = fc.nat({ max: 70 });
  fc.assert(
    fc.property(
      fc.nat({ max: 300 }),
      figure,
      figure,
      fc.nat({ max: 50 }),
      figure,
      figure,
      (staff, turnover, balance, a, b, c) => {
        const before = EXPORTER_SIZES.findIndex((size) => size === sizeOf(staff, turnover, balance));
        const after = EXPORTER_SIZES.findIndex((size) => size === sizeOf(staff + a, turnover + b, balance + c));
        expect(after).toBeGreaterThanOrEqual(before);
      },
    ),
  );
});
