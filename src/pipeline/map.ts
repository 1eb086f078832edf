import type { FileMapping } from "../domain/file-mapping.ts";
import { UserError } from "../domain/user-error.ts";
import { examineTable } from "../ingest/examine-table.ts";
import { findInputs, type Input } from "../ingest/find-inputs.ts";
import { headerFields } from "../ingest/header-fields.ts";
import { readTables } from "../ingest/read-tables.ts";
import { loadHeaderRecogniser } from "../ingest/recognise-column.ts";
import { stageInput } from "../ingest/stage-input.ts";
import { openEngine } from "../store/engine.ts";
import { sourceProfile, type SourceOptions } from "./source-options.ts";
import type { Output } from "./output.ts";
import { withWorkFolder } from "./work-folder.ts";

export interface MapOptions extends SourceOptions {
  readonly input: string;
}

/** How a file would be read: one mapping for each of its tables, more than one for a workbook only. */
export async function mapFile(options: MapOptions): Promise<readonly FileMapping[]> {
  const [input, ...others] = findInputs([options.input]);
  if (input === undefined || others.length > 0) {
    throw new UserError(2, `${options.input} is more than one file`, "map one file at a time");
  }
  return mapInputs([input], options);
}

/** How each table of some files would be read. */
export async function mapInputs(inputs: readonly Input[], options: SourceOptions): Promise<readonly FileMapping[]> {
  const profile = await sourceProfile(options);
  const recogniser = loadHeaderRecogniser();
  const mappings: FileMapping[] = [];
  for (const input of inputs) {
    await withWorkFolder(async (folder) => {
      const engine = await openEngine({ spillFolder: folder });
      try {
        const file = await stageInput(input, folder);
        for (const table of await readTables(engine, file, folder, headerFields(recogniser, profile), profile)) {
          mappings.push(await examineTable(engine, table, recogniser, profile));
        }
      } finally {
        engine.close();
      }
    });
  }
  return mappings;
}

/** The profile of a file with one table, as the text of a `*.profile.json`. */
export function profileText(mappings: readonly FileMapping[]): string {
  const [mapping, ...others] = mappings;
  if (mapping === undefined || others.length > 0) {
    throw new UserError(
      2,
      "the workbook has more than one table of certificates, and a profile reads one",
      `choose one with --sheet: ${mappings.map(({ name }) => name.slice(name.indexOf("#") + 1)).join(", ")}`,
    );
  }
  return `${JSON.stringify(mapping.profile, null, 2)}\n`;
}

export async function renderMap(mappings: readonly FileMapping[], output: Output): Promise<string> {
  if (output.format === "json") {
    const { renderMappingJson } = await import("../render/mapping-json.ts");
    return renderMappingJson(mappings);
  }
  const { renderMappingTerminal } = await import("../render/mapping-terminal.ts");
  const { createStyle } = await import("../render/style.ts");
  return mappings.map((mapping) => renderMappingTerminal(mapping, output.width, createStyle(output.colour))).join("\n");
}
