import { readFileSync } from "node:fs";

import { parse } from "csv-parse/sync";

import { LANGUAGES, type Language } from "../../src/domain/language.ts";
import type { Verdict } from "../../src/report/judge-claim.ts";

/** A claim of a text in our own words, about the sample, with the verdict that a reader would give. */
export interface LabelledClaim {
  readonly language: Language;
  readonly verdict: Verdict;
  /** The part of the text that the claim stands in. */
  readonly claim: string;
  readonly text: string;
}

const VERDICTS: readonly Verdict[] = ["holds", "does-not-hold", "cannot-be-judged"];

export function labelledClaims(name: string): readonly LabelledClaim[] {
  const rows = parse<Readonly<Record<string, string>>>(readFileSync(`fixtures/claims/${name}.csv`), { columns: true });
  return rows.map(({ language: code, verdict: label, claim = "", text = "" }) => {
    const [language, verdict] = [LANGUAGES.find((one) => one === code), VERDICTS.find((one) => one === label)];
    if (language === undefined || verdict === undefined || !text.includes(claim)) {
      throw new Error(`${name}: no labelled claim: ${code} ${label} ${claim}`);
    }
    return { language, verdict, claim, text };
  });
}
