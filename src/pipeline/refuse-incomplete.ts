import { missingMonths, monthRuns } from "../domain/missing-months.ts";
import { monthId, monthNumber, monthOfDay, type MonthNumber, type MonthSpan } from "../domain/month.ts";
import type { MonthCoverage, PeriodLength } from "../domain/period.ts";
import { withYearBefore } from "../domain/scope.ts";
import { UserError } from "../domain/user-error.ts";
import { readCoverage } from "../store/account.ts";
import { monthCoverage } from "../store/aggregate.ts";
import type { Source } from "../store/source.ts";
import type { ReadOptions } from "./open-certificates.ts";

/** What a comparison is of. */
export interface Compared {
  /** The last month: that of the selection, or the end of the last period of this length on file, when absent. */
  readonly through?: { readonly year: number; readonly month: number };
  readonly length?: PeriodLength;
}

/** How many gaps a message names. */
const NAMED = 5;

/** Where it is asked for, refuses to compare periods of which a month is missing. Filters do not matter: it is the data that must be whole. */
export async function refuseIncomplete(
  source: Source,
  { selection, failOnIncomplete = false }: Pick<ReadOptions, "selection" | "failOnIncomplete">,
  { through, length = "year" }: Compared = {},
): Promise<void> {
  if (!failOnIncomplete) return;
  const months = await monthCoverage(source);
  const latest = months.at(-1);
  if (latest === undefined) return;
  const coverage = await readCoverage(source);
  const first = monthOfDay(withYearBefore(selection).from) ?? Number.NEGATIVE_INFINITY;
  const last = through ? monthNumber(through.year, through.month) : (monthOfDay(selection.to) ?? endOf(latest, length));
  const runs = monthRuns(missingMonths(months, coverage, first, last));
  if (runs.length === 0) return;
  const named = runs
    .slice(0, NAMED)
    .map(({ first: from, last: to }) => (from === to ? monthId(from) : `${monthId(from)} to ${monthId(to)}`));
  const more = runs.length > named.length ? `, and ${runs.length - named.length} more gaps` : "";
  const cutOff = runs.some((run) => isWithin(latest, run));
  throw new UserError(
    1,
    `the data do not cover ${named.join(", ")}${more}${cutOff ? ` (the last certificate is of ${lastDay(latest)})` : ""}`,
    "add what is missing, end earlier with --to or, where nothing was issued, state the coverage in the profile",
  );
}

function isWithin({ year, month }: MonthCoverage, { first, last }: MonthSpan): boolean {
  const number = monthNumber(year, month);
  return first <= number && number <= last;
}

function lastDay({ year, month, lastDay: day }: MonthCoverage): string {
  return `${monthId(monthNumber(year, month))}-${String(day).padStart(2, "0")}`;
}

/** The last month of the period that a month lies in. */
function endOf({ year, month }: MonthCoverage, length: PeriodLength): MonthNumber {
  const size = { year: 12, quarter: 3, month: 1 }[length];
  return monthNumber(year, Math.ceil(month / size) * size);
}
