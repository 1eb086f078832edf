import fc from "fast-check";
import { expect, test } from "vitest";

import { TextCodes } from "../../src/tally/text-codes.ts";

/** Numbers the texts in the order of their first appearance. */
function numbered(texts: readonly string[]): readonly number[] {
  const known = new Map([["", 0]]);
  return texts.map((text) => {
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
}

function codesOf(texts: readonly string[], hashOf: (text: string) => number): { codes: TextCodes; found: number[] } {
  const source = Buffer.from(texts.join(""));
  const codes = new TextCodes(source);
  let at = 0;
  const found = texts.map((text) => {
    const start = at;
    at += Buffer.byteLength(text);
    const code = codes.codeOf(start, at, hashOf(text));
    expect(codes.isAt(code, start, at)).toBe(true);
    expect(codes.lengthOf(code)).toBe(at - start);
    return code;
  });
  return { codes, found };
}

const text = fc.string({ unit: fc.constantFrom("a", "b", "é", "\u{1F600}", " "), maxLength: 9 });
const HASHES: readonly ((text: string) => number)[] = [
  () => 0,
  () => -1,
  (own) => own.length,
  (own) => Math.imul(own.length, 0x80008000),
  (own) => Array.from(own).reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0),
];

test("different texts have different numbers, whatever their hashes", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 300, size: "max" }), fc.constantFrom(...HASHES), (texts, hashOf) => {
      const { codes, found } = codesOf(texts, hashOf);
      expect(found).toEqual(numbered(texts));
      expect(codes.texts()).toEqual([...new Set(["", ...texts])]);
    }),
    { numRuns: 150 },
  );
});

test("many texts are numbered as few are", () => {
  const texts = Array.from({ length: 20_000 }, (_, n) => `text ${n % 7000} ${"x".repeat(n % 5)}`);
  expect(codesOf(texts, (own) => Number(own.split(" ")[1])).found).toEqual(numbered(texts));
});

test("a text that only begins as another one, or is longer, is not that one", () => {
  const codes = new TextCodes(Buffer.from("abcdefgabcdefxabcde"));
  const first = codes.codeOf(0, 7, 1);
  expect([codes.isAt(first, 7, 14), codes.isAt(first, 7, 13), codes.isAt(first, 14, 19)]).toEqual([
    false,
    false,
    false,
  ]);
  expect([codes.codeOf(7, 14, 1), codes.codeOf(14, 19, 1), codes.codeOf(0, 7, 1)]).toEqual([2, 3, 1]);
});
