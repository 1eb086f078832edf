import { readdirSync, readFileSync } from "node:fs";

import { beforeAll, describe, expect, it } from "vitest";

import type { Language } from "../../src/domain/language.ts";
import { withCertificates } from "../../src/pipeline/open-certificates.ts";
import { createVerifier } from "../../src/pipeline/verify.ts";
import type { Verification } from "../../src/report/verification.ts";

const FOLDER = "fixtures/claims/texts";
const SELECTION = { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null } as const;

interface Checked {
  readonly name: string;
  readonly text: string;
  readonly original: Verification;
  /** The claims that hold although one of their digits was changed. */
  readonly missed: readonly string[];
  readonly changes: number;
  /** The claims that hold although rises were made falls, or China another country. */
  readonly turned: readonly string[];
}

/** Words for a rise, and one for a fall. */
const RISES: Readonly<Record<Language, readonly [RegExp, string]>> = {
  nl: [/\b(?:steeg|groeide|stijging|klimt|klom)\b/gu, "daling"],
  fr: [/\b(?:augmentation|hausse|progression|progressé|bondi|grimpé)\b/gu, "baisse"],
  de: [/\b(?:stieg|gestiegen|kletterte|Plus|Anstieg)\b/gu, "Rückgang"],
  en: [/\b(?:rose|climbed|increase|increased|rise|jumped|grew)\b/gu, "fall"],
};
const CHINA: Readonly<Record<Language, readonly [RegExp, string]>> = {
  nl: [/\bChina\b/gu, "Mexico"],
  fr: [/\bla Chine\b/gu, "le Mexique"],
  de: [/\bChina\b/gu, "Mexiko"],
  en: [/\bChina\b/gu, "Mexico"],
};

/**
 * True texts in the manner of chambers and newspapers, in our own words. Nothing in them may be called false, most of them must be
 * found true, and no digit of them can be changed without the claim failing. A hedge such as "more than" and a number
 * that a coarser rounding covers leave room for other digits; those are left out.
 */
describe("whole press texts", () => {
  const checked: Checked[] = [];

  beforeAll(async () => {
    await withCertificates(
      { inputs: ["data/limburg-2007-2018.csv.gz"], selection: SELECTION },
      async (engine, currency) => {
        const verify = await createVerifier(engine, currency, SELECTION);
        for (const name of readdirSync(FOLDER)) {
          const text = readFileSync(`${FOLDER}/${name}`, "utf8");
          const original = await verify(name, text);
          const missed: string[] = [];
          const exact = original.claims.filter(
            ({ claim, verdict }) => verdict === "holds" && isExact(claim.text, claim.readings),
          );
          for (const { claim } of exact) {
            const at = claim.start + claim.text.search(/\d(?=\D*$)/u);
            const digit = (Number(text[at]) + 3) % 10;
            const changed = text.slice(0, at) + String(digit) + text.slice(at + 1);
            const { claims } = await verify(name, changed);
            const holds = claims.some(
              (other) =>
                other.claim.start <= at &&
                other.claim.end > at &&
                other.verdict === "holds" &&
                other.claim.readings.every(({ kind }) => kind === "number"),
            );
            if (holds) missed.push(`${claim.text} with ${digit} at ${at - claim.start}`);
          }
          const turned: string[] = [];
          const [rise, fall] = RISES[original.language];
          for (const { claim, verdict } of (await verify(name, text.replaceAll(rise, fall))).claims) {
            const says = claim.readings.every((reading) => reading.kind === "number" && reading.direction === "fall");
            if (says && verdict === "holds" && wasRise(claim.text, original)) turned.push(`fall: ${claim.sentence}`);
          }
          const [china, mexico] = CHINA[original.language];
          for (const { claim, verdict, evidence } of (await verify(name, text.replaceAll(china, mexico))).claims) {
            if (verdict === "holds" && evidence.some(({ figure }) => figure.destination === "MX")) {
              turned.push(`Mexico: ${claim.text}: ${claim.sentence}`);
            }
          }
          checked.push({ name, text, original, missed, changes: exact.length, turned });
        }
      },
    );
  }, 300_000);

  it("are not called false, and mostly found true", () => {
    for (const { name, original } of checked) {
      const of = (verdict: string): number => original.claims.filter((judged) => judged.verdict === verdict).length;
      expect({
        name,
        false: original.claims.filter(({ verdict }) => verdict === "does-not-hold").map(({ claim }) => claim.text),
      }).toEqual({ name, false: [] });
      expect(of("holds") / original.claims.length, name).toBeGreaterThan(0.7);
    }
  });

  it("do not hold with a fall for a rise, or another country", () => {
    expect(checked.flatMap(({ turned }) => turned)).toEqual([]);
  });

  it("do not hold with another digit", () => {
    expect(checked.reduce((sum, { changes }) => sum + changes, 0)).toBeGreaterThan(100);
    expect(checked.flatMap(({ missed }) => missed)).toEqual([]);
  });
});

/** Whether the same words told a rise before. */
function wasRise(text: string, { claims }: Verification): boolean {
  return claims.some(
    ({ claim }) =>
      claim.text === text &&
      claim.readings.some((reading) => reading.kind === "number" && reading.direction === "rise"),
  );
}

/** Whether a claim is a number in digits that leaves no room. */
function isExact(
  text: string,
  readings: readonly { readonly kind: string; readonly printed?: { readonly hedge: string | null } }[],
): boolean {
  return /\d/u.test(text) && readings.every(({ kind, printed }) => kind === "number" && printed?.hedge === null);
}
