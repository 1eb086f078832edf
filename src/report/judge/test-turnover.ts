import type { Figure } from "../../domain/figure.ts";
import type { PeriodSums } from "../compute-figure.ts";
import { UNKNOWN, type Evidence, type Finding } from "./evidence.ts";
import { isCovered, type Of } from "./figures.ts";

/** New: with certificates this year and in no year before; those that were there in other years are back, and leave it open. */
export function testTurnover(statement: Of<"newcomers"> | Of<"leavers">, sums: PeriodSums): Finding {
  const { period, count, destinations } = statement;
  if (!isCovered(period, sums) || !isCovered({ ...period, year: period.year - 1 }, sums)) return UNKNOWN;
  const itemsOf = (isMeant: (year: number) => boolean): ReadonlySet<string> =>
    new Set(
      sums.byDestination
        .filter((row) => isMeant(row.year) && row.item !== "XX" && row.item !== "")
        .map((row) => row.item),
    );
  const now = itemsOf((year) => year === period.year);
  const before = itemsOf((year) => year === period.year - 1);
  const ever = itemsOf((year) => year < period.year);
  const changed =
    statement.kind === "newcomers"
      ? [...now].filter((item) => !before.has(item))
      : [...before].filter((item) => !now.has(item));
  const strictly = statement.kind === "newcomers" ? changed.filter((item) => !ever.has(item)) : changed;
  const figure: Figure = { column: "destinations", period, destination: null };
  const evidence: Evidence = {
    figure,
    base: null,
    value: strictly.length,
    unit: "destinations",
    destinations: strictly,
  };
  if (destinations.some((item) => !changed.includes(item))) return { isTrue: false, evidence };
  if (count !== null && count !== strictly.length) return { isTrue: count === changed.length ? null : false, evidence };
  if (destinations.every((item) => strictly.includes(item))) return { isTrue: true, evidence };
  return { isTrue: statement.isFirstTime ? false : null, evidence };
}
