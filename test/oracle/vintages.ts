/**
 * Two vintages compared a second time, number by number, in plain loops: what became of each certificate, and what that did to
 * the totals of each year, by cause.
 */
import { byNumber, replacedNumbers, withoutCopies, type Line } from "./counting.ts";

/** A row as it is stated, beside what it is read as. */
export interface StatedLine extends Line {
  readonly amount: string;
  readonly currency: string;
}

/** The destination of a row that origo rejects. */
export const REJECTED = "?";

interface Certificate {
  readonly fate: "counted" | "superseded" | "not-issued" | "rejected";
  readonly year: number;
  readonly destination: string;
  readonly cents: bigint;
  readonly amounts: string;
  readonly currencies: string;
}

/** The change of the totals of a year by one cause. */
export interface Effect {
  readonly affected: number;
  readonly certificates: number;
  readonly cents: bigint;
}

/** By `year cause`. */
export function expectedCauses(
  older: readonly StatedLine[],
  newer: readonly StatedLine[],
): ReadonlyMap<string, Effect> {
  const [before, after] = [certificatesOf(older), certificatesOf(newer)];
  const effects = new Map<string, Effect>();
  const add = (year: number, cause: string, certificates: number, cents: bigint): void => {
    const known = effects.get(`${year} ${cause}`) ?? { affected: 0, certificates: 0, cents: 0n };
    effects.set(`${year} ${cause}`, {
      affected: known.affected + 1,
      certificates: known.certificates + certificates,
      cents: known.cents + cents,
    });
  };
  for (const number of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(number), after.get(number)];
    const [was, is] = [old?.fate === "counted" ? old : null, now?.fate === "counted" ? now : null];
    if (was === null && is !== null) add(is.year, reasonOf(old, "added"), 1, is.cents);
    if (was !== null && is === null) add(was.year, reasonOf(now, "withdrawn"), -1, -was.cents);
    if (was === null || is === null) continue;
    if (was.year !== is.year) {
      add(was.year, "date", -1, -was.cents);
      add(is.year, "date", 1, was.cents);
    }
    if (was.destination !== is.destination) add(is.year, "destination", 0, 0n);
    if (was.cents === is.cents) continue;
    const cause = was.currencies !== is.currencies ? "currency" : was.amounts !== is.amounts ? "value" : "rate";
    add(is.year, cause, 0, is.cents - was.cents);
  }
  return effects;
}

function reasonOf(other: Certificate | undefined, absent: string): string {
  if (other === undefined) return absent;
  return { counted: "", superseded: "replacement", "not-issued": "status", rejected: "rejection" }[other.fate];
}

function certificatesOf(lines: readonly StatedLine[]): ReadonlyMap<string, Certificate> {
  const read = byNumber(withoutCopies(lines.filter(({ destination }) => destination !== REJECTED)));
  const replaced = replacedNumbers(read);
  const all = new Map<string, Certificate>();
  for (const { number } of lines.filter(({ destination }) => destination === REJECTED)) {
    all.set(number, { fate: "rejected", year: 0, destination: REJECTED, cents: 0n, amounts: "", currencies: "" });
  }
  for (const [number, rows] of read) {
    const [first] = rows;
    if (first === undefined) continue;
    all.set(number, {
      fate: first.status !== "issued" ? "not-issued" : replaced.has(number) ? "superseded" : "counted",
      year: Number(first.day.slice(0, 4)),
      destination: first.destination,
      cents: rows.reduce((sum, { cents }) => sum + (cents ?? 0n), 0n),
      amounts: rows
        .map((row) => (isStated(row) ? row.amount : ""))
        .toSorted()
        .join(" "),
      currencies: [...new Set(rows.map((row) => (isStated(row) ? row.currency : "")))].toSorted().join(" "),
    });
  }
  return all;
}

function isStated(line: Line): line is StatedLine {
  return "amount" in line;
}
