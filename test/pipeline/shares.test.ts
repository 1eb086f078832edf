/** Shares and concentration against plain arithmetic on figures that fit on a page. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";

import { fractionToNumber } from "../../src/domain/fraction.ts";
import { shares, type SharesOptions } from "../../src/pipeline/shares.ts";
import { buildConcentration } from "../../src/report/concentration.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OPTIONS = {
  measure: "goods_value",
  selection: { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null },
} as const;

/** Two lines of one certificate under two chapters, one of another, and one without a code. */
function file(): string {
  const path = join(folder, "lines.csv");
  const rows = [
    "1;2017-01-01;CN;8471;100",
    "1;2017-01-01;CN;3901;50",
    "2;2017-02-01;TR;8471;30",
    "3;2017-03-01;SA;;20",
  ];
  writeFileSync(path, ["number;date;destination;HS code;value", ...rows, ""].join("\n"));
  return path;
}

const read = (options: Partial<SharesOptions> & Pick<SharesOptions, "by">): ReturnType<typeof shares> =>
  shares({ inputs: [file()], ...OPTIONS, ...options });

describe("shares", () => {
  it("of HS chapters: a certificate under each of its own; what is not named counts once", async () => {
    const { rows } = await read({ by: "hs2", top: 1 });
    expect(rows.map(({ item, certificates, goodsCents }) => [item, certificates, goodsCents])).toEqual([
      ["84", 2, 13_000n],
      ["other", 2, 7000n],
    ]);
    expect(rows.map(({ goodsValueShare: share }) => share && fractionToNumber(share))).toEqual([0.65, 0.35]);
    expect(rows.map(({ certificatesShare: share }) => share && Number(fractionToNumber(share).toFixed(4)))).toEqual([
      0.6667, 0.6667,
    ]);
  });

  it("of blocs: Saudi Arabia is in two that are not named, and counts once", async () => {
    const { rows } = await read({ by: "bloc", top: 1 });
    // China in BRICS is the largest; Turkey is in none, Saudi Arabia in GCC and OPEC+.
    expect(rows.map(({ item, certificates, goodsCents }) => [item, certificates, goodsCents])).toEqual([
      ["BRICS", 1, 15_000n],
      ["other", 2, 5000n],
    ]);
  });

  it("concentration has no meaning where items overlap", async () => {
    await expect(read({ by: "bloc", concentration: true })).rejects.toThrow("has no meaning");
  });
});

describe("concentration", () => {
  const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 });

  it("is what the formulas say in plain numbers, and within its bounds", () => {
    fc.assert(
      fc.property(amounts, (cents) => {
        const totals = cents.map((goodsCents, index) => ({
          year: 2017,
          item: `I${index}`,
          certificates: 1,
          valued: 1,
          goodsCents,
        }));
        const unstated = { year: 2017, item: "", certificates: 1, valued: 1, goodsCents: 10n ** 15n };
        const [row] = buildConcentration([...totals, unstated], "goods_value");
        const n = cents.length;
        const values = cents.map(Number).toSorted((a, b) => a - b);
        const sum = values.reduce((a, b) => a + b, 0);
        expect(row?.items).toBe(n);
        if (sum === 0) {
          expect(row).toMatchObject({ hhi: null, hhiNormalized: null, effectiveNumber: null, theil: null, gini: null });
          return;
        }
        const hhi = values.reduce((total, value) => total + (value / sum) ** 2, 0);
        const theil = values.reduce(
          (total, value) => total + (value === 0 ? 0 : (value / sum) * Math.log((value / sum) * n)),
          0,
        );
        let differences = 0;
        for (const a of values) for (const b of values) differences += Math.abs(a - b);
        const top5 = values.slice(-5).reduce((a, b) => a + b, 0) / sum;
        const numberOf = (value: unknown): number =>
          typeof value === "object" && value !== null && "numerator" in value && "denominator" in value
            ? Number(value.numerator) / Number(value.denominator)
            : Number.NaN;
        expect(numberOf(row?.hhi)).toBeCloseTo(hhi, 9);
        expect(numberOf(row?.effectiveNumber)).toBeCloseTo(1 / hhi, 6);
        if (n > 1) expect(numberOf(row?.hhiNormalized)).toBeCloseTo((hhi - 1 / n) / (1 - 1 / n), 9);
        else expect(row?.hhiNormalized).toBeNull();
        expect(row?.theil).toBeCloseTo(theil, 9);
        // Half the mean absolute difference, over the mean.
        expect(numberOf(row?.gini)).toBeCloseTo(differences / (2 * n * sum), 9);
        expect(numberOf(row?.topShares[1])).toBeCloseTo(top5, 9);
        expect(numberOf(row?.hhi)).toBeGreaterThanOrEqual(1 / n - 1e-12);
        expect(numberOf(row?.hhi)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
