import { monthId, type MonthSpan } from "../domain/month.ts";
import type { EventStudy } from "../report/event-study.ts";
import type { InfluentialPart } from "../report/event-influence.ts";
import { estimatesTable, pathTable } from "../report/event-tables.ts";
import type { Provenance } from "../report/provenance.ts";
import { jsonCell, jsonRows, renderJson, type JsonValue } from "./json.ts";

/** The studies as one document: the estimates and the path under the names of the CSV, with what only JSON has room for. */
export function renderEventJson(studies: readonly EventStudy[], provenance: Provenance): string {
  return renderJson("event", provenance, { events: studies.map(studyJson) });
}

function studyJson(study: EventStudy): JsonValue {
  const { name, date, destinations, themes } = study.event;
  const event = { name, date, destinations, themes };
  if (study.refusal !== null) return { ...event, refused: { ...study.refusal } };
  return {
    ...event,
    refused: null,
    against: study.against && study.against.map((item) => ({ ...item })),
    unit: study.unit,
    windows: { before: spanJson(study.plan.windows.before), after: spanJson(study.plan.windows.after) },
    estimates: jsonRows(estimatesTable([study])),
    influence: Object.fromEntries(
      study.metrics.map(({ metric, influence }) => [
        metric,
        {
          exporter: partJson(influence.exporter),
          consignment: partJson(influence.consignment),
          compared: influence.compared && { id: influence.compared.id, without: jsonCell(influence.compared.without) },
        },
      ]),
    ),
    path: jsonRows(pathTable([study])),
  };
}

function partJson(part: InfluentialPart | null): JsonValue {
  return part && { id: part.id, part: jsonCell(part.part), without: jsonCell(part.without) };
}

function spanJson({ first, last }: MonthSpan): JsonValue {
  return { from: monthId(first), to: monthId(last) };
}
