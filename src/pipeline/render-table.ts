import type { Provenance } from "../report/provenance.ts";
import type { Table } from "../report/table.ts";
import type { Output } from "./output.ts";

/** A result that is one table, in one of its forms. `kind` is the name of the command, `key` that of the rows in JSON. */
export async function renderTable(
  kind: string,
  key: string,
  table: Table,
  provenance: Provenance,
  output: Output,
): Promise<string> {
  switch (output.format) {
    case "terminal": {
      const { renderTableTerminal } = await import("../render/table-terminal.ts");
      const { createStyle } = await import("../render/style.ts");
      const style = createStyle(output.colour);
      return renderTableTerminal(table, provenance.selection.where, output.readerLanguage, output.width, style);
    }
    case "json": {
      const { jsonRows, renderJson } = await import("../render/json.ts");
      return renderJson(kind, provenance, { [key]: jsonRows(table) });
    }
    case "csv": {
      const { renderCsv } = await import("../render/csv.ts");
      return renderCsv(table);
    }
  }
}
