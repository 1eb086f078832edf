import { fractionToDecimal, fractionToNumber } from "../domain/fraction.ts";
import { centsToDecimal } from "../domain/money.ts";
import { measureColumns } from "../report/export-columns.ts";
import type { Provenance } from "../report/provenance.ts";
import { exactValue, type Cell, type Table } from "../report/table.ts";

/** What a function of the library answers: exact facts, and the same as a table. */
export interface Answer<Fact> {
  /** Money as integer cents (bigint), ratios as exact fractions, undefined as `null`. */
  readonly facts: readonly Fact[];
  /** Under the names and in the order of the command's CSV. */
  readonly table: Table;
  /** Files with their hashes, the balance of their rows, what was selected, the report currency. */
  readonly provenance: Provenance;
}

/** A row for tools that know no exact numbers: money is a text with two decimals, a ratio a double, undefined `null`. */
export type PlainRow = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The rows of an answer as plain objects.
 *
 * @example
 * const certificates = await openCertificates({ inputs: ["certificates.csv"] });
 * const [first] = toRows(await yearlySeries(certificates));
 * first.year; // 2015
 * first.goods_value; // "249401.50"
 * first.goods_value_growth; // null
 * certificates.close();
 */
export function toRows({ table }: Answer<unknown>): readonly PlainRow[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, index) => [column, plainCell(row[index] ?? null)])),
  );
}

function plainCell(cell: Cell): string | number | boolean | null {
  if (typeof cell === "bigint") return centsToDecimal(cell);
  if (typeof cell === "object" && cell !== null) return fractionToNumber(exactValue(cell));
  return cell;
}

/**
 * An answer as the bytes of an Arrow file (IPC, Feather 2): `tableFromIPC` of apache-arrow, `read_feather` in R and `pyarrow.ipc`
 * read it. Money is decimal128(18, 2), counts are int64, ratios float64, each column with its description and unit.
 *
 * @example
 * const certificates = await openCertificates({ inputs: ["certificates.csv"] });
 * const bytes = await toArrow(await destinationShares(certificates));
 * new TextDecoder().decode(bytes.slice(0, 6)); // "ARROW1"
 * certificates.close();
 */
export async function toArrow(answer: Answer<unknown>): Promise<Uint8Array> {
  const { renderArrow } = await import("../render/arrow.ts");
  const columns = measureColumns(answer.table, answer.provenance.currency);
  const chunks: Uint8Array[] = [];
  for await (const chunk of renderArrow(columns, inOneBatch(toRows(answer)))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* inOneBatch<Rows>(rows: Rows): AsyncGenerator<Rows> {
  yield rows;
}

/** As many decimals as a double tells apart. */
const RATIO_DIGITS = 15;

/** A cell as an exact text; `null` where it is undefined. */
export function textOf(cell: Cell): string | null {
  if (cell === null) return null;
  if (typeof cell === "bigint") return centsToDecimal(cell);
  return typeof cell === "object" ? fractionToDecimal(exactValue(cell), RATIO_DIGITS) : String(cell);
}
