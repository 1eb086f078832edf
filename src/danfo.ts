/** `origo/danfo`: answers as data frames, for those who have danfojs-node installed. */
import type * as Danfo from "danfojs-node";

import { UserError } from "./domain/user-error.ts";
import { toRows, type Answer } from "./pipeline/answer.ts";
import type { Cell } from "./report/table.ts";

/**
 * An answer as a danfojs DataFrame. Money becomes integer cents, in a column with `_cents` after its name: in doubles, sums of
 * cents are exact below 2^53 and sums of euros are not. What is undefined is NaN among numbers, and null among texts. Throws a
 * `UserError` when danfojs-node is not installed, and a `RangeError` for an amount that a double would round.
 *
 * @example
 * const certificates = await openCertificates({ inputs: ["certificates.csv"] });
 * const frame = await toDataFrame(await yearlySeries(certificates));
 * frame.shape; // [3, 13]
 * frame["goods_value_cents"].sum(); // 98050900
 * certificates.close();
 */
export async function toDataFrame(answer: Answer<unknown>): Promise<Danfo.DataFrame> {
  const danfo = await loadDanfo();
  const { table } = answer;
  const rows = toRows(answer);
  const data = table.columns.map((column, index): [string, unknown[]] => {
    const cells = table.rows.map((row) => row[index] ?? null);
    if (cells.some((cell) => typeof cell === "bigint")) return [`${column}_cents`, cells.map(centsOf)];
    const isText = cells.some((cell) => typeof cell === "string" || typeof cell === "boolean");
    return [column, rows.map((row) => row[column] ?? (isText ? null : Number.NaN))];
  });
  return new danfo.DataFrame(Object.fromEntries(data));
}

function centsOf(cell: Cell): number {
  if (typeof cell !== "bigint") return Number.NaN;
  const cents = Number(cell);
  if (!Number.isSafeInteger(cents)) throw new RangeError(`${cell} cents are more than a double holds exactly`);
  return cents;
}

async function loadDanfo(): Promise<typeof Danfo> {
  try {
    return await import("danfojs-node");
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
    if (!isMissing) throw error;
    throw new UserError(2, "origo/danfo needs danfojs-node, which is not installed", "npm install danfojs-node");
  }
}
