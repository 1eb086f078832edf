import type { FieldEvidence, FileMapping, Found } from "../domain/file-mapping.ts";
import type { Style } from "./style.ts";
import { renderTextTable } from "./text-table.ts";
import { wrap } from "./wrap.ts";

const FOUND: Readonly<Record<Found, string>> = {
  profile: "stated",
  name: "known name",
  variant: "known name +",
  words: "known words",
  content: "its values",
};
const SAMPLE_LENGTH = 24;

/** A mapping for people: the fields with their evidence, the settings, the other columns, the questions. */
export function renderMappingTerminal(mapping: FileMapping, width: number, style: Style): string {
  const fields = renderTextTable(
    [
      { header: "field", align: "left" },
      { header: "column", align: "left" },
      { header: "found by", align: "left" },
      { header: "readable", align: "right" },
      { header: "confidence", align: "left" },
      { header: "samples", align: "left", shrinkTo: 12 },
    ],
    mapping.fields.map((evidence) => [
      evidence.field,
      evidence.headers.join(" + "),
      FOUND[evidence.found],
      readableShare(evidence),
      evidence.confidence,
      samplesText(evidence.samples),
    ]),
    width,
    style.faint,
  );
  const unmapped = renderTextTable(
    [
      { header: "column", align: "left" },
      { header: "nearest field", align: "left" },
      { header: "samples", align: "left", shrinkTo: 12 },
    ],
    mapping.unmapped.map(({ header, nearest, samples }) => [header, nearest ?? "–", samplesText(samples)]),
    width,
    style.faint,
  );
  const questions = mapping.questions.flatMap(({ message, hint }) => [
    ...wrap(`? ${message}`, width),
    ...wrap(hint, width - 2).map((line) => `  ${line}`),
  ]);
  return [
    style.heading(mapping.name),
    ...wrap(settings(mapping).join(", "), width),
    "",
    ...fields,
    ...(mapping.unmapped.length === 0 ? [] : ["", style.heading("Columns that are not read"), ...unmapped]),
    ...(questions.length === 0 ? [] : ["", style.heading("To be answered first"), ...questions]),
    "",
  ].join("\n");
}

function settings(mapping: FileMapping): readonly string[] {
  const { layout, dateOrder, decimalMark, currency, valueUnit, sampleRows } = mapping;
  const hasCurrencyColumn = mapping.fields.some(({ field }) => field === "currency");
  const layoutTexts = Object.entries(layout).map(
    ([key, text]) => `${key.replaceAll("_", " ")} ${key === "delimiter" ? JSON.stringify(text) : text}`,
  );
  return [
    ...layoutTexts,
    ...(dateOrder === null ? [] : [`dates ${dateOrder}`]),
    ...(decimalMark === null ? [] : [`decimal mark "${decimalMark}"`]),
    ...(currency === null ? [] : [`currency ${currency}${hasCurrencyColumn ? " where blank" : ""}`]),
    ...(valueUnit === 1 ? [] : [`values x ${valueUnit}`]),
    `sample of ${sampleRows} rows`,
  ];
}

function readableShare({ readable, values }: FieldEvidence): string {
  if (readable === null || values === 0) return "–";
  // Rounded down: 100 % is said of all only.
  return `${Math.floor((100 * readable) / values)} %`;
}

function samplesText(samples: readonly string[]): string {
  const shorten = (text: string): string =>
    text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH - 1)}…` : text;
  return samples.map((sample) => shorten(sample.replaceAll(/\s+/g, " "))).join(" | ");
}
