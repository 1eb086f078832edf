import { fractionToNumber, type Fraction } from "../domain/fraction.ts";
import type { Language } from "../domain/language.ts";
import type { Metric } from "../domain/metric.ts";
import { OTHER, type ShareRow } from "../report/shares.ts";
import type { NameOf } from "../report/tables.ts";
import { createFormatter, UNDEFINED } from "./format.ts";
import { itemName } from "./table-terminal.ts";
import { renderTextTable } from "./text-table.ts";
import { wordsOf } from "./words.ts";

const LEVELS = "▁▂▃▄▅▆▇█";
const SHOWN = 5;
/** Two years are two numbers, which the table has. */
const FEWEST_YEARS = 3;

/** The share of the largest items of the last year over all years, a mark a year, all on one scale from 0. */
export function renderShareLines(
  rows: readonly ShareRow[],
  metric: Metric,
  nameOf: NameOf,
  language: Language,
  width: number,
): string {
  const years = [...new Set(rows.map(({ year }) => year))];
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || years.length < FEWEST_YEARS) return "";
  const [format, words] = [createFormatter(language), wordsOf(language)];
  const shareOf = (row: ShareRow | undefined): Fraction | null =>
    (metric === "certificates" ? row?.certificatesShare : row?.goodsValueShare) ?? null;
  const items = rows.filter(({ year, item }) => year === last && item !== OTHER).slice(0, SHOWN);
  const shares = items.map(({ item }) =>
    years.map((year) => shareOf(rows.find((row) => row.year === year && row.item === item))),
  );
  const largest = Math.max(...shares.flat().map((share) => (share === null ? 0 : fractionToNumber(share))));
  const mark = (share: Fraction | null): string => {
    if (share === null || largest === 0) return " ";
    const level = Math.round((fractionToNumber(share) / largest) * (LEVELS.length - 1));
    return LEVELS.charAt(level);
  };
  const percent = (share: Fraction | null | undefined): string => (share == null ? UNDEFINED : format.percent(share));
  const lines = renderTextTable(
    [
      { header: words.shareOverYears, align: "left", shrinkTo: 12 },
      { header: "", align: "left" },
      { header: String(first), align: "right" },
      { header: String(last), align: "right" },
    ],
    items.map(({ item }, index) => [
      itemName(nameOf(item), words),
      (shares[index] ?? []).map(mark).join(""),
      percent(shares[index]?.[0]),
      percent(shares[index]?.at(-1)),
    ]),
    width,
    (text) => text,
  );
  return `\n${lines.join("\n")}\n`;
}
