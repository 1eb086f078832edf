import { subtractFractions } from "../../domain/fraction.ts";
import { growth } from "../../measures/growth.ts";
import type { PeriodSums } from "../compute-figure.ts";
import { UNKNOWN, type Evidence, type Finding } from "./evidence.ts";
import { asInteger, directionOf, figureOf, growthOf, isCovered, isUncounted, onFile, type Of } from "./figures.ts";

/** A level, or a growth, beside that of another year, destination or quantity. */
export function testComparison(statement: Of<"comparison">, sums: PeriodSums): Finding {
  const { than, direction } = statement;
  if (isUncounted(statement) || isUncounted(than)) return UNKNOWN;
  const evidence = statement.of === "growth" ? growthEvidence(statement, sums) : levelEvidence(statement, sums);
  if (evidence === null || evidence.value === null || typeof evidence.value !== "object") return UNKNOWN;
  const { move } = statement;
  const own = move === null ? null : growthOf(statement, sums);
  const isSoMoved = own === null || directionOf(own) === move;
  return { isTrue: isSoMoved && directionOf(evidence.value) === direction, evidence };
}

function levelEvidence(statement: Of<"comparison">, sums: PeriodSums): Evidence | null {
  const { than } = statement;
  const [figure, base] = [figureOf(statement, statement.subject), figureOf(than, than.subject)];
  const [now, then] = [asInteger(onFile(figure, sums)), asInteger(onFile(base, sums))];
  const isKnown = isCovered(statement.period, sums) && isCovered(than.period, sums);
  return isKnown ? { figure, base, value: growth.compute(now, then), unit: "ratio", destinations: [] } : null;
}

/** By how many points one growth is above the other. */
function growthEvidence(statement: Of<"comparison">, sums: PeriodSums): Evidence | null {
  const { than } = statement;
  const [now, then] = [growthOf(statement, sums), growthOf(than, sums)];
  if (now === null || then === null) return null;
  const [figure, base] = [figureOf(statement, `${statement.subject}_growth`), figureOf(than, `${than.subject}_growth`)];
  return { figure, base, value: subtractFractions(now, then), unit: "points", destinations: [] };
}
