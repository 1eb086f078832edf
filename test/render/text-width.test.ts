import stringWidth from "string-width";
import { expect, test } from "vitest";

import { textWidth } from "../../src/render/text-width.ts";

test("every character is as wide as the tables of Unicode say", () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  expect(characters.filter((text) => textWidth(text) !== stringWidth(text))).toEqual([]);
  expect(textWidth("\u001B[31mrood\u001B[39m")).toBe(4);
  expect(textWidth("日本")).toBe(4);
});
