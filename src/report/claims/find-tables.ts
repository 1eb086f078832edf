import type { Line } from "./lines.ts";

/** A table in a text: lines with as many cells each, parted by bars, tabs or semicolons. */
interface Row {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly Cell[];
}

interface Cell {
  readonly text: string;
  readonly start: number;
}

const DELIMITERS = ["|", "\t", ";"] as const;
/** A line of Markdown that parts the head of a table from its rows. */
const RULE = /^[|\s:+-]+$/;
/** What a title above a table is at most as long as. */
const LONGEST_TITLE = 120;

/** The cells of the tables of a text as lines of their own, and the text with the tables blanked out. */
export function findTables(text: string): { readonly text: string; readonly lines: readonly Line[] } {
  const lines: Line[] = [];
  let plain = text;
  for (const [title, first, ...others] of tablesIn(text)) {
    if (first === undefined) continue;
    const [head, rows] = isHead(first) ? [first, others] : [{ ...first, cells: [] }, [first, ...others]];
    if (rows.length === 0) continue;
    for (const row of rows) lines.push(...linesOf(row, head, title.text));
    const [start, end] = [first.start, rows.at(-1)?.end ?? first.end];
    plain = plain.slice(0, start) + plain.slice(start, end).replace(/[^\n]/gu, " ") + plain.slice(end);
  }
  return { text: plain, lines };
}

/** A row with numbers in it, which are no years, is no head: the table is a list of facts. */
function isHead({ cells }: Row): boolean {
  return !cells.slice(1).some(({ text }) => /^[-+−–]?[€\s]*\d/u.test(text) && !/^(?:19|20)\d\d\b/.test(text));
}

/** Each table: what stands above it, its head, its rows. */
function tablesIn(text: string): readonly (readonly [title: Cell, ...rows: Row[]])[] {
  if (!DELIMITERS.some((delimiter) => text.includes(delimiter))) return [];
  const found: [Cell, ...Row[]][] = [];
  let above: Cell = { text: "", start: 0 };
  let open: [Cell, ...Row[]] | null = null;
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const cells = RULE.test(line) && open !== null && line.includes("-") ? null : cellsOf(line, start);
    if (cells === null || cells.length > 1) {
      if (cells !== null && open !== null && cells.length !== open[1]?.cells.length) open = null;
      if (cells !== null && open === null) found.push((open = [above]));
      if (cells !== null) open?.push({ start, end, cells });
    } else {
      open = null;
      if (line.trim() !== "") above = { text: isTitle(line) ? line.trim().replace(/:$/, "") : "", start };
    }
    start = end + 1;
  }
  return found;
}

function isTitle(line: string): boolean {
  return line.length <= LONGEST_TITLE && !/[.!?]$/.test(line.trim());
}

/** The cells of a line; one where it is none of a table. A sentence may have semicolons: then a cell is long. */
function cellsOf(line: string, start: number): readonly Cell[] {
  const delimiter = DELIMITERS.find((each) => line.includes(each));
  if (delimiter === undefined) return [];
  const cells: Cell[] = [];
  let at = start;
  for (const part of line.split(delimiter)) {
    cells.push({ text: part.trim(), start: at + part.length - part.trimStart().length });
    at += part.length + 1;
  }
  const inner =
    delimiter === "|"
      ? cells.filter(({ text }, index) => text !== "" || (index > 0 && index < cells.length - 1))
      : cells;
  const isTable = delimiter !== ";" || inner.every(({ text }) => text.split(" ").length <= LONGEST_CELL);
  return isTable ? inner : [];
}

/** In words. */
const LONGEST_CELL = 5;

/** `2017 goods value 865.1 million euro`: the head of the row, that of the column, the cell, and the unit of the column. */
function linesOf({ cells }: Row, head: Row, title: string): readonly Line[] {
  const rowHead = rowHeadOf(cells);
  return cells.flatMap((cell, index) => {
    if (cell === rowHead || !/\p{L}|\d/u.test(cell.text)) return [];
    const isFact = head.cells.length === 0;
    const [about, ownUnit] = isFact ? splitUnit(rowHead?.text ?? "") : [rowHead?.text ?? "", ""];
    const [name, headUnit] = splitUnit(head.cells[index]?.text ?? "");
    const unit = headUnit === "" ? ownUnit : headUnit;
    const metric = isBare(name) && index > 1 ? splitUnit(head.cells[index - 1]?.text ?? "")[0] : "";
    // A full stop (`V.A.E.`) would end the sentence.
    // `in`: a year before a noun would count it.
    const named = `${/^(?:19|20)\d\d$/.test(about) ? "in " : ""}${about.replace(/\.$/, "")}${isFact ? ":" : ""}`;
    const lead = [title === "" ? "" : `${title},`, named, metric, name, ""]
      .filter((part, at) => part !== "" || at === 4)
      .join(" ");
    const hasUnit = unit === "" || /%|€|euro|p\.? ?c|pro[cz]/iu.test(cell.text);
    return [
      {
        text: `${lead}${cell.text}${hasUnit ? "" : ` ${unit}`}`,
        bodyStart: lead.length,
        bodyEnd: lead.length + cell.text.length,
        source: cell.start,
      },
    ];
  });
}

/** What a row is about: its first cell, or the second where the first is its place. */
function rowHeadOf([first, second]: readonly Cell[]): Cell | undefined {
  const isPlace = /^\d{1,3}\.?$/.test(first?.text ?? "") && /^\p{L}[^\d]*$/u.test(second?.text ?? "");
  return isPlace ? second : first;
}

/** A head of one short word, such as `growth`, `rank` or `share`, is of what stands in the column before. */
function isBare(name: string): boolean {
  return /^[+\p{L}. ]{0,12}$/u.test(name) && !/^(?:19|20)\d\d$/.test(name);
}

/** `Value (million euro)`: the unit goes behind the number, a currency sign last. */
function splitUnit(head: string): readonly [name: string, unit: string] {
  const [, name, unit] = /^(.*?)\s*[([](?:in |en )?([^)\]]*)[)\]]$/u.exec(head) ?? [];
  if (name === undefined || unit === undefined || !/%|€|eur|mi[lo]|mld|mrd|bn|\bm\b/iu.test(unit)) return [head, ""];
  const [currency] = /€|euros?|eur/iu.exec(unit) ?? [];
  return [name, currency === undefined ? unit : `${unit.replace(currency, "").trim()} ${currency}`.trim()];
}
