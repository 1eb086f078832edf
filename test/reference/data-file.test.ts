import { readdirSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";

import { readDataRows, readDataText } from "../../src/reference/data-file.ts";
import { REPOSITORY } from "../run-origo.ts";

const files = readdirSync(`${REPOSITORY}/data`).filter((name) => name.endsWith(".csv"));

test.each(files)("%s is read as a parser for any CSV reads it", (name) => {
  const expected: unknown[] = parse(readDataText(name), { columns: true });
  expect(expected.length).toBeGreaterThan(0);
  expect(readDataRows(name)).toEqual(expected);
});
