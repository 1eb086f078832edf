import type { Dimension } from "../domain/dimension.ts";
import type { Language } from "../domain/language.ts";
import type { Overlap } from "../domain/overlap.ts";
import type { BaseYear } from "../report/base-year.ts";
import type { Provenance } from "../report/provenance.ts";
import type { Table } from "../report/table.ts";
import { itemNames } from "./labels.ts";
import type { Output } from "./output.ts";

/** What a reader of a table has to know of its dimensions and shares. */
export interface TableNotes {
  /** Dimensions whose items overlap: shares can sum to more than one. */
  readonly overlapping?: readonly Dimension[];
  /** Dimensions of lines: a certificate counts under each item that it has. */
  readonly ofLines?: readonly Dimension[];
  /** The dimensions that the wholes of the shares are of; none is the total. */
  readonly shareOf?: readonly Dimension[];
  /** What groups or themes have in common, where they are a dimension. */
  readonly overlaps?: readonly Overlap[];
  /** What index numbers and average growth are based on. */
  readonly base?: BaseYear;
  /** The file that growth is held against. */
  readonly benchmark?: string;
}

/** A result that is one table, in one of its forms. `kind` is the name of the command, `key` that of the rows in JSON. */
export async function renderTable(
  kind: string,
  key: string,
  table: Table,
  provenance: Provenance,
  output: Output,
  notes: TableNotes = {},
): Promise<string> {
  switch (output.format) {
    case "terminal": {
      const { renderTableTerminal } = await import("../render/table-terminal.ts");
      const { createStyle } = await import("../render/style.ts");
      const style = createStyle(output.colour);
      const where = provenance.selection.where;
      const overlaps = notes.overlaps?.map((overlap) => withNames(overlap, output.readerLanguage)) ?? [];
      return renderTableTerminal(table, { ...notes, overlaps, where }, output.readerLanguage, output.width, style);
    }
    case "json": {
      const { jsonCell, jsonRows, renderJson } = await import("../render/json.ts");
      const { base, overlaps, ...dimensions } = notes;
      return renderJson(kind, provenance, {
        ...dimensions,
        ...(base === undefined ? {} : { base: { ...base } }),
        ...(overlaps === undefined
          ? {}
          : {
              overlaps: overlaps.map(({ dimension, items, certificates, goodsCents }) => ({
                [dimension]: items,
                certificates,
                goods_value: jsonCell(goodsCents),
              })),
            }),
        [key]: jsonRows(table),
      });
    }
    case "csv": {
      const { renderCsv } = await import("../render/csv.ts");
      return renderCsv(table);
    }
  }
}

function withNames(overlap: Overlap, language: Language): Overlap {
  const nameOf = itemNames(overlap.dimension, language);
  const [first, second] = overlap.items;
  return { ...overlap, items: [nameOf(first), nameOf(second)] };
}
