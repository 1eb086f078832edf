import type { FileMapping } from "../domain/file-mapping.ts";

const SCHEMA_VERSION = 1;

/** The mappings of a file for scripts. */
export function renderMappingJson(mappings: readonly FileMapping[]): string {
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, kind: "map", tables: mappings }, null, 2)}\n`;
}
