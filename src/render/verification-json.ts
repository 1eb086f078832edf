import { periodId } from "../domain/period-id.ts";
import type { JudgedClaim } from "../report/judge-claim.ts";
import type { Evidence } from "../report/judge/evidence.ts";
import { evidenceId, figuresOf, type Verification } from "../report/verification.ts";
import { jsonCell, renderJson, type JsonValue } from "./json.ts";

/** A verified text as one document; `data/schemas/output.schema.json` describes it. */
export function renderVerificationJson(verification: Verification): string {
  const { name, language, period, speaksOfDistantExport, claims, provenance } = verification;
  return renderJson("verify", provenance, {
    text: { name, language, period: periodId(period), speaksOfDistantExport },
    claims: claims.map(jsonClaim),
  });
}

function jsonClaim({ claim, verdict, evidence, openness }: JudgedClaim): JsonValue {
  const { line, start, end, text, sentence } = claim;
  const figures = figuresOf(evidence).flatMap((id) => evidence.find((each) => evidenceId(each) === id) ?? []);
  return {
    line,
    start,
    end,
    text,
    sentence,
    verdict,
    reason: openness === null ? null : { ...openness },
    figures: figures.map(jsonEvidence),
  };
}

function jsonEvidence(evidence: Evidence): JsonValue {
  const { figure, unit, destinations } = evidence;
  return {
    figure: evidenceId(evidence),
    period: periodId(figure.period),
    unit,
    value: unit === "destinations" ? [...destinations] : jsonCell(evidence.value),
  };
}
