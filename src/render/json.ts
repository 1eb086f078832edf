import { COUNTING_POLICY } from "../domain/policy.ts";
import { fractionToNumber } from "../domain/fraction.ts";
import { centsToDecimal } from "../domain/money.ts";
import type { RegisterAccount } from "../domain/register.ts";
import { printWhere } from "../domain/where.ts";
import type { Provenance } from "../report/provenance.ts";
import { exactValue, type Cell, type Table } from "../report/table.ts";

/** Raised when a key changes its meaning or goes away; new keys do not raise it. */
const SCHEMA_VERSION = 1;

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The rows of a table as objects: money as a string with two decimals, ratios as numbers, undefined as null. */
export function jsonRows(table: Table): JsonValue {
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, index) => [column, jsonCell(row[index] ?? null)])),
  );
}

export function jsonCell(cell: Cell): JsonValue {
  if (typeof cell === "bigint") return centsToDecimal(cell);
  if (typeof cell === "object" && cell !== null) return fractionToNumber(exactValue(cell));
  return cell;
}

/** A document: what it is, where its figures come from, and its own part. */
export function renderJson(kind: string, provenance: Provenance, content: Readonly<Record<string, JsonValue>>): string {
  const { selection } = provenance;
  const document: JsonValue = {
    schemaVersion: SCHEMA_VERSION,
    kind,
    chambers: provenance.chambers,
    currency: provenance.currency,
    scope: {
      destinations: selection.scope,
      euComposition: selection.eu.kind === "fixed" ? selection.eu.date : selection.eu.kind,
      from: selection.from,
      to: selection.to,
      where: selection.where && printWhere(selection.where),
    },
    policy: COUNTING_POLICY.map(({ id, text }) => ({ id, text })),
    ...jsonAccount(provenance),
    ...(provenance.register === null ? {} : { register: jsonRegister(provenance.register) }),
    ...content,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function jsonRegister({ goodsCents, matchedCents, ...counts }: RegisterAccount): JsonValue {
  return { ...counts, goodsValue: jsonCell(goodsCents), matchedGoodsValue: jsonCell(matchedCents) };
}

/** The files that were read and what became of their rows. */
export function jsonAccount({
  balance,
  inputs,
  problemCounts,
  problems,
}: Provenance): Readonly<Record<string, JsonValue>> {
  return {
    balance: { ...balance },
    inputs: inputs.map((input) => ({ ...input })),
    problems: {
      counts: Object.fromEntries(problemCounts.map(({ code, count }) => [code, count])),
      first: problems.map((problem) => ({ ...problem })),
    },
  };
}
