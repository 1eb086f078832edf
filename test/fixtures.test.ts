import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

import { REPOSITORY } from "./run-origo.ts";

const FIXTURES = join(REPOSITORY, "fixtures");
const made = readdirSync(FIXTURES).filter((name) => readdirSync(join(FIXTURES, name)).includes("make.mjs"));

it("some fixtures are made up", () => {
  expect(made).toContain("small-firms");
});

it.each(made)("fixtures/%s is what its generator writes", (name) => {
  const folder = mkdtempSync(join(tmpdir(), "origo-fixtures-"));
  try {
    execFileSync(process.execPath, [join(FIXTURES, name, "make.mjs"), folder]);
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(readFileSync(join(FIXTURES, name, file)).equals(readFileSync(join(folder, file))), file).toBe(true);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
