import { figureId } from "../domain/figure.ts";
import { periodId } from "../domain/period-id.ts";
import type { BackedFigure, Explanation } from "../report/explanation.ts";
import { jsonCell, renderJson, type JsonValue } from "./json.ts";

/** The explanation as one document; `data/schemas/output.schema.json` describes it. */
export function renderExplanationJson(explanation: Explanation): string {
  const { figure, info, workedInputs, sql, sqlOptions, provenance } = explanation;
  return renderJson("explain", provenance, {
    figure: {
      ...jsonFigure(explanation),
      column: figure.column,
      period: periodId(figure.period),
      destination: figure.destination,
    },
    measure: { ...info },
    figures: workedInputs.map(jsonFigure),
    sql,
    sqlOptions,
  });
}

function jsonFigure({ figure, value, certificates }: BackedFigure): Readonly<Record<string, JsonValue>> {
  return { id: figureId(figure), value: jsonCell(value), certificates };
}
