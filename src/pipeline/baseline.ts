import type { Baseline, Layout } from "../domain/baseline.ts";
import type { FileMapping } from "../domain/file-mapping.ts";
import { findInputs } from "../ingest/find-inputs.ts";
import type { Provenance } from "../report/provenance.ts";
import { countCertificates } from "../store/certificate-change.ts";
import { readVocabularies } from "../store/check-sums.ts";
import type { Engine } from "../store/engine.ts";
import type { ReadOptions } from "./open-certificates.ts";

/** What this run sees, to be held against the last one. */
export async function takeBaseline(engine: Engine, { balance }: Provenance, options: ReadOptions): Promise<Baseline> {
  return {
    layouts: await readLayouts(options),
    vocabularies: await readVocabularies(engine),
    counts: { rows: balance.rowsRead, certificates: await countCertificates(engine) },
  };
}

/** The different layouts of the input files. */
async function readLayouts(options: ReadOptions): Promise<readonly Layout[] | null> {
  const inputs = findInputs(options.inputs);
  if (inputs.length === 0 || inputs.some(({ path }) => path === null)) return null;
  const { mapInputs } = await import("./map.ts");
  const layouts = (await mapInputs(inputs, options)).map(layoutOf);
  return [...new Map(layouts.map((layout) => [JSON.stringify(layout), layout])).values()];
}

function layoutOf({ fields, unmapped, layout, dateOrder, decimalMark, currency, valueUnit }: FileMapping): Layout {
  const { delimiter, encoding } = layout;
  const formats = { delimiter, encoding, dateOrder, decimalMark, currency, valueUnit: String(valueUnit) };
  return {
    columns: [...fields.flatMap(({ headers }) => headers), ...unmapped.map(({ header }) => header)],
    fields: Object.fromEntries(fields.map(({ field, headers }) => [field, headers.join(" + ")])),
    formats: Object.fromEntries(
      Object.entries(formats).flatMap(([name, value]) => (value == null ? [] : [[name, value]])),
    ),
  };
}

export function baselineText(baseline: Baseline): string {
  return `${JSON.stringify({ schemaVersion: 1, kind: "baseline", ...baseline }, null, 2)}\n`;
}
