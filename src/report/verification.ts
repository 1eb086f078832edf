import { figureId } from "../domain/figure.ts";
import type { Language } from "../domain/language.ts";
import type { YearWindow } from "../domain/period.ts";
import type { JudgedClaim } from "./judge-claim.ts";
import type { Evidence } from "./judge/evidence.ts";
import type { Provenance } from "./provenance.ts";
import { tableOf, type Cell, type Table } from "./table.ts";

/** A press text with the verdict on each of its claims, in the order of the text. */
export interface Verification {
  /** The file of the text. */
  readonly name: string;
  readonly language: Language;
  /** What the text is about: the time that words such as "last year" were read from. */
  readonly period: YearWindow;
  /** Whether the text says that it speaks of exports outside the European Union. */
  readonly speaksOfDistantExport: boolean;
  readonly claims: readonly JudgedClaim[];
  readonly provenance: Provenance;
}

/** The figure that a claim is measured by; a comparison with another than that of the year before names both. */
export function evidenceId({ figure, base, unit, destinations }: Evidence): string {
  // Several destinations together: `goods_value_share:2018:destination=TR+CN`.
  const others = unit === "destinations" ? [] : destinations.slice(1);
  const id = [figureId(figure), ...others].join("+");
  return base === null ? id : `${id}/${figureId(base)}`;
}

/** One line per claim. A claim that is left open for disagreeing readings has the figures of all of them, and no value. */
export function verificationTable({ claims }: Pick<Verification, "claims">): Table {
  return tableOf<JudgedClaim>(
    [
      ["line", ({ claim }) => claim.line],
      ["claim", ({ claim }) => oneLine(claim.text)],
      ["verdict", ({ verdict }) => verdict],
      ["reason", ({ openness }) => openness?.kind ?? null],
      ["figure", ({ evidence }) => figuresOf(evidence).join(" ") || null],
      ["figure_value", ({ evidence }) => (figuresOf(evidence).length === 1 ? valueOf(evidence[0]) : null)],
      ["sentence", ({ claim }) => claim.sentence],
    ],
    claims,
  );
}

export function figuresOf(evidence: readonly Evidence[]): readonly string[] {
  return [...new Set(evidence.map(evidenceId))];
}

/** What a figure comes to; destinations by their codes. */
function valueOf(evidence: Evidence | undefined): Cell {
  if (evidence === undefined) return null;
  return evidence.unit === "destinations" ? evidence.destinations.join(" ") : evidence.value;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}
