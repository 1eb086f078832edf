import { UserError } from "../domain/user-error.ts";
import type { Engine } from "../store/engine.ts";
import { floatText } from "./json-cells.ts";
import type { SourceTable } from "./source-table.ts";
import type { StagedFile } from "./stage-input.ts";

const RELATION = "read_parquet($path, binary_as_string = true)";

/** Offers a Parquet file as a table: every column as text, nested values as JSON, the place a record number. */
export async function readParquet(engine: Engine, file: StagedFile): Promise<SourceTable> {
  const columns = await describe(engine, file);
  const types = columns.map(({ column_type: type }) => type);
  const aliases = columns.map((_, column) => `c${column}`);
  return {
    name: file.name,
    sheet: null,
    headers: columns.map(({ column_name: name }) => name),
    relation: `${RELATION} as t(${aliases.join(", ")})`,
    parameters: { path: file.contentPath },
    text: (column) => {
      const type = types[column] ?? "";
      if (/\[\]$|^(STRUCT|MAP|UNION)/.test(type)) return `to_json(c${column})::varchar`;
      return /^(FLOAT|DOUBLE)$/.test(type) ? floatText(`c${column}::varchar`) : `c${column}::varchar`;
    },
    isNumber: (column) => String(/^(FLOAT|DOUBLE|DECIMAL.*|U?\w*INT|U?\w*INTEGER)$/.test(types[column] ?? "")),
    place: { kind: "order", first: 1 },
  };
}

async function describe(
  engine: Engine,
  file: StagedFile,
): Promise<readonly { column_name: string; column_type: string }[]> {
  try {
    return await engine.rows(`describe select * from ${RELATION}`, { path: file.contentPath });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new UserError(
      1,
      `${file.name} cannot be read as Parquet: ${reason?.replaceAll(file.contentPath, file.name)}`,
      "the file is damaged or cut off: fetch it or export it again",
    );
  }
}
