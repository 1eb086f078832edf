import fc from "fast-check";
import { expect, test } from "vitest";

import type { DecimalMark } from "../../src/domain/profile.ts";
import { numberPattern } from "../../src/ingest/parse-rules.ts";
import { NOT_PLAIN, readPlainAmount } from "../../src/tally/plain-amount.ts";
import { createCellReaders } from "../../src/tally/read-cells.ts";

const MARKS = [",", "."] as const satisfies readonly DecimalMark[];
const readers = MARKS.map((mark) => createCellReaders({}, { dateOrder: "dmy", decimalMark: mark }));
const patterns = MARKS.map((mark) => new RegExp(`^(?:${numberPattern(mark)})$`));

const digits = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from("0123456789")), minLength: min, maxLength: max });
const grouped = fc
  .tuple(digits(1, 3), fc.array(digits(3, 3), { maxLength: 4 }), fc.constantFrom(".", ",", " ", "'"))
  .map(([first, groups, mark]) => [first, ...groups].join(mark));
const amount = fc.oneof(
  fc
    .tuple(fc.oneof(grouped, digits(1, 15)), fc.constantFrom("", ",", "."), digits(0, 3))
    .map(([units, mark, decimals]) => units + mark + decimals),
  // Nearly anything: marks in wrong places, signs, no digits.
  fc.string({ unit: fc.constantFrom(...Array.from("0123456789001.,,. '-+E")), maxLength: 12 }),
);

/** What an amount says of the mark of its column: a comma (1), a point (2), both (3), nothing (0). */
function evidenceOf(text: string): number {
  if (!/[.,]/.test(text)) return 0;
  return (patterns[0]?.test(text) === true ? 1 : 0) + (patterns[1]?.test(text) === true ? 2 : 0);
}

test("a plain amount is read as any amount is, with what it says of the decimal mark", () => {
  const plain = { [MARKS[0]]: 0, [MARKS[1]]: 0 };
  fc.assert(
    fc.property(amount, fc.constantFrom(0, 1), (text, which) => {
      const mark = MARKS[which] ?? ",";
      // What stands before and after is another cell's.
      const bytes = Buffer.from(`12${text}34`);
      const read = readPlainAmount(bytes, 2, bytes.length - 2, mark);
      if (read === NOT_PLAIN) return;
      plain[mark] = (plain[mark] ?? 0) + 1;
      const evidence = 4 * (read - Math.floor(read));
      expect({ text, ...readers[which]?.amount(text), evidence }).toEqual({
        text,
        kind: "cents",
        cents: BigInt(Math.floor(read)),
        scientific: false,
        evidence: evidenceOf(text),
      });
    }),
    { numRuns: 20_000 },
  );
  // Of those that are made here; hardly any of a file is not plain.
  expect(Math.min(...Object.values(plain))).toBeGreaterThan(2000);
});
