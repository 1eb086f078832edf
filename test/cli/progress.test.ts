import { describe, expect, it } from "vitest";

import { describeStep } from "../../src/cli/progress.ts";
import type { Step } from "../../src/domain/progress.ts";
import { runOrigo } from "../run-origo.ts";

const what = "file 2 of 3, exports/certificates-2017.csv: reading";
const step = (share: number): Step => ({ what, share: () => share });

describe("progress", () => {
  it("says what is done, how much of it and how long the rest takes", () => {
    expect(describeStep(step(0.25), 5000, 80)).toBe(
      "file 2 of 3, exports/certificates-2017.csv: reading  25 %  15 s left",
    );
    expect(describeStep(step(0.5), 600_000, 80)).toContain("50 %  10 min left");
  });

  it("does not say what nobody knows", () => {
    expect(describeStep({ what }, 5000, 80)).toBe(`${what}  5 s`);
    expect(describeStep(step(0.01), 5000, 80)).toMatch(/ {2}1 %$/);
    expect(describeStep(step(1), 5000, 80)).toMatch(/ {2}100 %$/);
  });

  it("stays within one line", () => {
    for (const width of [20, 40, 60]) expect(describeStep(step(0.25), 5000, width).length).toBeLessThan(width);
  });

  it("is not shown in a pipe", async () => {
    const { stderr, stdout } = await runOrigo(["summary", "data/limburg-2007-2018.csv.gz", "--format", "csv"]);
    expect(stderr).toMatch(/^[\d,]+ rows read = [^\n\r]*\n$/);
    expect(stdout).not.toContain("\r");
  });
});
