import { beforeAll, describe, expect, it } from "vitest";

import { LANGUAGES } from "../../src/domain/language.ts";
import { withCertificates } from "../../src/pipeline/open-certificates.ts";
import { createVerifier } from "../../src/pipeline/verify.ts";
import type { Verdict } from "../../src/report/judge-claim.ts";
import { labelledClaims, type LabelledClaim } from "./labelled-claims.ts";

const SETS = ["development", "held-out"] as const;
const SELECTION = { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null } as const;

interface Outcome extends LabelledClaim {
  /** `none`: nothing was found where the claim stands. */
  readonly found: Verdict | "none";
}

/**
 * The labelled claims are about the sample. The held-out half was written before the reader was run on it, and then run once:
 * of its 96 claims that are true or false 85 got their verdict and 6 a wrong one, none of them a false claim called true
 * (precision 0.934, recall 0.885). What it showed was then mended, so it is no measure of new texts any more. A second blind set,
 * 16 whole texts with 258 claims by an author who did not know the reader, came out lower at first: precision 0.874, and 81 of 116
 * false claims called false, 2 true. A third, of 16 texts in another style (tables, questions and answers, tickers) with 295 claims, had a
 * precision of 0.822 at first: 104 of 130 false claims called false and 1 true, 62 of 134 true ones found true and 34 called false, most of
 * those by a year or a quantity that was carried over wrongly. Claims of the kinds of both, in other words, stand at the end of the
 * development set.
 */
describe("the claims of press texts", () => {
  const outcomes = new Map<string, readonly Outcome[]>();

  beforeAll(async () => {
    await withCertificates(
      { inputs: ["data/limburg-2007-2018.csv.gz"], selection: SELECTION },
      async (engine, currency) => {
        const verify = await createVerifier(engine, currency, SELECTION);
        for (const set of SETS) {
          const judged: Outcome[] = [];
          for (const labelled of labelledClaims(set))
            judged.push({ ...labelled, found: await verdictOn(labelled, verify) });
          outcomes.set(set, judged);
        }
      },
    );
  }, 120_000);

  for (const set of SETS) {
    it(`${set}: no false claim is called true`, () => {
      const all = outcomes.get(set) ?? [];
      expect(all.length).toBeGreaterThan(100);
      expect(all.filter(({ verdict, found }) => verdict !== "holds" && found === "holds")).toEqual([]);
    });

    for (const language of LANGUAGES) {
      it(`${set}, ${language}: precision at least 0.95, recall at least 0.90`, () => {
        const own = (outcomes.get(set) ?? []).filter((outcome) => outcome.language === language);
        const decided = own.filter(({ found }) => found === "holds" || found === "does-not-hold");
        const decidable = own.filter(({ verdict }) => verdict !== "cannot-be-judged");
        const right = decided.filter(({ verdict, found }) => verdict === found);
        expect(decidable.length).toBeGreaterThan(20);
        expect(right.length / decided.length).toBeGreaterThanOrEqual(0.95);
        expect(right.length / decidable.length).toBeGreaterThanOrEqual(0.9);
      });
    }
  }
});

/** The verdict on the claim that covers most of the labelled words; of equal ones the narrowest. */
async function verdictOn(
  { claim, text }: LabelledClaim,
  verify: Awaited<ReturnType<typeof createVerifier>>,
): Promise<Verdict | "none"> {
  const [start, end] = [text.indexOf(claim), text.indexOf(claim) + claim.length];
  const { claims } = await verify("text", text);
  const overlap = (found: { readonly start: number; readonly end: number }): number =>
    Math.min(found.end, end) - Math.max(found.start, start);
  const width = (found: { readonly start: number; readonly end: number }): number => found.end - found.start;
  const [best] = claims
    .filter((found) => overlap(found.claim) > 0)
    .toSorted((a, b) => overlap(b.claim) - overlap(a.claim) || width(a.claim) - width(b.claim));
  return best?.verdict ?? "none";
}
