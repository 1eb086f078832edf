import { daysInMonth, isEmptyWindow, type DayRange, type MonthCoverage, type YearWindow } from "./period.ts";

/** A stretch of time with both ends. */
export type Span = Readonly<Record<keyof DayRange, string>>;

/**
 * The months that all of several sources cover: the last run of them without a gap, so that every year and month in it can be
 * compared. `null` when there is none.
 */
export function commonSpan(sources: readonly (readonly YearWindow[])[]): Span | null {
  const [first = [], ...others] = sources;
  const shared = first
    .map((window) =>
      others.reduce<YearWindow>((common, windows) => {
        const other = windows.find(({ year }) => year === common.year) ?? { firstMonth: 1, lastMonth: 0 };
        return {
          year: common.year,
          firstMonth: Math.max(common.firstMonth, other.firstMonth),
          lastMonth: Math.min(common.lastMonth, other.lastMonth),
        };
      }, window),
    )
    .filter((window) => !isEmptyWindow(window));
  return runsOf(shared).at(-1) ?? null;
}

/** The stretches of windows, in order of year, without the gaps between them. */
export function runsOf(windows: readonly YearWindow[]): readonly Span[] {
  const runs: Span[] = [];
  for (const [index, window] of windows.entries()) {
    const [before, run, { from, to }] = [windows[index - 1], runs.at(-1), spanOf(window)];
    if (before === undefined || run === undefined || !follows(before, window)) runs.push({ from, to });
    else runs[runs.length - 1] = { from: run.from, to };
  }
  return runs;
}

function follows(before: YearWindow, after: YearWindow): boolean {
  return before.year === after.year - 1 && before.lastMonth === 12 && after.firstMonth === 1;
}

/** The days of a window. */
export function spanOf({ year, firstMonth, lastMonth }: YearWindow): Span {
  const day = (month: number, date: number): string =>
    `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  return { from: day(firstMonth, 1), to: day(lastMonth, daysInMonth(year, lastMonth)) };
}

/** Those of some months that lie in a span of whole months. */
export function monthsIn(span: Span, months: readonly MonthCoverage[]): readonly MonthCoverage[] {
  return months.filter((month) => {
    const { from } = spanOf({ year: month.year, firstMonth: month.month, lastMonth: month.month });
    return from >= span.from && from <= span.to;
  });
}
