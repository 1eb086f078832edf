import { figureId } from "../../domain/figure.ts";
import type { DocumentCell, DocumentColumn, DocumentTable } from "../document/table.ts";
import { element, type Attributes, type Markup } from "./markup.ts";

export interface TableOptions {
  /** Unique on the page. */
  readonly id: string;
  readonly sortable?: boolean;
  /** Long tables show their first rows until the reader asks for all: how many, and the words of the button. */
  readonly fold?: { readonly rows: number; readonly showAll: string; readonly showFirst: string };
}

/** A table in a box of its own, which scrolls where the page is too narrow for it. */
export function renderTable(table: DocumentTable, { id, sortable = false, fold }: TableOptions): Markup {
  const { columns, rows, total, caption, note } = table;
  const folded: Attributes =
    fold === undefined
      ? {}
      : { "data-fold": fold.rows, "data-show-all": fold.showAll, "data-show-first": fold.showFirst };
  return element(
    "div",
    { class: "table" },
    element(
      "div",
      { class: "scroll", role: "region", tabindex: 0, "aria-labelledby": `${id}-caption` },
      element(
        "table",
        { id, "data-sortable": sortable, ...folded },
        element("caption", { id: `${id}-caption` }, element("span", {}, caption)),
        element("thead", {}, renderHead(columns)),
        element(
          "tbody",
          {},
          rows.map((row) => renderRow(row, columns)),
        ),
        total === null ? null : element("tfoot", {}, renderRow(total, columns)),
      ),
    ),
    note === null ? null : element("p", { class: "note" }, note),
  );
}

/** One row of headings, or two where columns share one. */
function renderHead(columns: readonly DocumentColumn[]): readonly Markup[] {
  const heading = (column: DocumentColumn, index: number, attributes: Attributes): Markup =>
    element(
      "th",
      {
        scope: "col",
        class: classOf(column, index),
        "data-column": index,
        "data-first": column.kind === "quantity" ? "descending" : "ascending",
        ...attributes,
      },
      column.header,
    );
  if (columns.every(({ group }) => group === null)) {
    return [
      element(
        "tr",
        {},
        columns.map((column, index) => heading(column, index, {})),
      ),
    ];
  }
  const upper = columns.map((column, index) => {
    if (column.group === null) return heading(column, index, { rowspan: 2 });
    if (columns[index - 1]?.group === column.group) return null;
    const width = columns.filter(({ group }) => group === column.group).length;
    return element("th", { scope: "colgroup", colspan: width, class: "group" }, column.group);
  });
  const lower = columns.map((column, index) => (column.group === null ? null : heading(column, index, {})));
  return [element("tr", {}, upper), element("tr", {}, lower)];
}

function renderRow(cells: readonly DocumentCell[], columns: readonly DocumentColumn[]): Markup {
  return element(
    "tr",
    {},
    cells.map((cell, index) => {
      const column = columns[index];
      const attributes: Attributes = {
        class: [column === undefined ? null : classOf(column, index), cell.direction].filter(Boolean).join(" ") || null,
        "data-order": cell.order,
        "data-figure": cell.figure && figureId(cell.figure),
      };
      return index === 0
        ? element("th", { scope: "row", ...attributes }, cell.text)
        : element("td", attributes, cell.text);
    }),
  );
}

/** The first cell names its row, so it stands to the left even when it is a year. */
function classOf({ kind }: DocumentColumn, index: number): string | null {
  return kind === "text" || index === 0 ? null : "number";
}
