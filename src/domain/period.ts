/** The lengths of period that a series can have. */
export const PERIOD_LENGTHS = ["year", "quarter", "month"] as const;
export type PeriodLength = (typeof PERIOD_LENGTHS)[number];

/** One calendar month that has data. `month` runs from 1 to 12; `lastDay` is the day of its last certificate. */
export interface MonthCoverage {
  readonly year: number;
  readonly month: number;
  readonly lastDay: number;
  readonly certificates: number;
}

/** A stretch of time as ISO days, both inclusive; `null` is unbounded, or not stated. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** A run of calendar months, both inclusive; empty when `lastMonth < firstMonth`. */
export interface MonthRange {
  readonly firstMonth: number;
  readonly lastMonth: number;
}

export const WHOLE_YEAR: MonthRange = { firstMonth: 1, lastMonth: 12 };

/** Months of a year: those that the data cover, or a period that is asked for. */
export interface YearWindow extends MonthRange {
  readonly year: number;
}

/**
 * The window of each year that has data, in order of year.
 *
 * Data can be cut off where a run of consecutive years begins or ends. Its first year starts in the month of its first
 * certificate; its last year ends with its last month that has data, if that month is covered to its end
 * (`isWholeMonth`), else with the month before. A coverage that a profile states takes the place of this evidence, and
 * a month that is only partly `asked` for is not covered, whatever the data.
 */
export function yearWindows(
  months: readonly MonthCoverage[],
  stated: DayRange = UNBOUNDED,
  asked: DayRange = UNBOUNDED,
): readonly YearWindow[] {
  const years = [...new Set(months.map((month) => month.year))].toSorted((a, b) => a - b);
  return years.map((year) => {
    const own = months.filter((month) => month.year === year).toSorted((a, b) => a.month - b.month);
    const [first, last] = [own[0], own.at(-1)];
    const begins = !years.includes(year - 1) && first !== undefined;
    const ends = !years.includes(year + 1) && last !== undefined;
    const firstMonth = begins ? (firstWholeMonth(stated.from, year) ?? first.month) : 1;
    const lastMonth = ends
      ? (lastWholeMonth(stated.to, year) ?? (isWholeMonth(last, months) ? last.month : last.month - 1))
      : 12;
    return {
      year,
      firstMonth: Math.max(firstMonth, firstWholeMonth(asked.from, year) ?? 1),
      lastMonth: Math.min(lastMonth, lastWholeMonth(asked.to, year) ?? 12),
    };
  });
}

const UNBOUNDED: DayRange = { from: null, to: null };

/**
 * Whether a month looks covered to its end: its last certificate falls in its last ten days (offices close over
 * holidays, not for longer), or, for few certificates, within three average gaps of the end. Sources that write
 * months instead of days put every certificate on a first of the month: they cover each month that they name.
 */
function isWholeMonth(month: MonthCoverage, all: readonly MonthCoverage[]): boolean {
  if (all.every((other) => other.lastDay === 1)) return true;
  const certificatesPerDay = all.reduce((sum, other) => sum + other.certificates, 0) / (all.length * 30);
  const tolerance = Math.max(10, 3 / certificatesPerDay);
  return daysInMonth(month.year, month.month) - month.lastDay < tolerance;
}

/** The first month of a year that lies wholly on or after a day: 13 when none does, `null` when there is no day. */
function firstWholeMonth(from: string | null, year: number): number | null {
  if (from === null) return null;
  const [fromYear, month, day] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)), Number(from.slice(8, 10))];
  if (fromYear !== year) return fromYear < year ? 1 : 13;
  return day === 1 ? month : month + 1;
}

/** The last month of a year that lies wholly on or before a day: 0 when none does, `null` when there is no day. */
function lastWholeMonth(to: string | null, year: number): number | null {
  if (to === null) return null;
  const [toYear, month, day] = [Number(to.slice(0, 4)), Number(to.slice(5, 7)), Number(to.slice(8, 10))];
  if (toYear !== year) return toYear > year ? 12 : 0;
  return day === daysInMonth(year, month) ? month : month - 1;
}

export function isEmptyWindow(window: MonthRange): boolean {
  return window.lastMonth < window.firstMonth;
}

export function isSameRange(a: MonthRange, b: MonthRange): boolean {
  return a.firstMonth === b.firstMonth && a.lastMonth === b.lastMonth;
}

/** The years that the data cover from January to December. */
export function wholeYears(windows: readonly YearWindow[]): readonly number[] {
  return windows.filter((window) => isSameRange(window, WHOLE_YEAR)).map(({ year }) => year);
}

/** The part of a window that lies within a range of months. */
export function clipWindow(window: YearWindow, range: MonthRange): YearWindow {
  return {
    year: window.year,
    firstMonth: Math.max(window.firstMonth, range.firstMonth),
    lastMonth: Math.min(window.lastMonth, range.lastMonth),
  };
}

/** Whether growth over the year before is defined: both years cover the months of this year's window. */
export function isComparable(current: YearWindow, previous: YearWindow | undefined): previous is YearWindow {
  return (
    previous !== undefined &&
    previous.year === current.year - 1 &&
    !isEmptyWindow(current) &&
    previous.firstMonth <= current.firstMonth &&
    previous.lastMonth >= current.lastMonth
  );
}

const MONTHS_OF: Readonly<Record<PeriodLength, number>> = { year: 12, quarter: 3, month: 1 };

/**
 * The months, as `2017-09`, in which periods of a length are compared with the year before: of a year those that its window
 * has, of quarters and months those that both years cover whole.
 */
export function comparedMonths(windows: readonly YearWindow[], length: PeriodLength): readonly string[] {
  const windowOf = new Map(windows.map((window) => [window.year, window]));
  return windows.flatMap((window) => {
    const { year } = window;
    const previous = windowOf.get(year - 1);
    if (previous === undefined) return [];
    const isIn = (month: number, { firstMonth, lastMonth }: MonthRange): boolean =>
      month >= firstMonth && month <= lastMonth;
    const isCompared = (month: number): boolean => {
      if (length === "year") return isComparable(window, previous) && isIn(month, window);
      const first = month - ((month - 1) % MONTHS_OF[length]);
      const last = first + MONTHS_OF[length] - 1;
      return [window, previous].every((each) => isIn(first, each) && isIn(last, each));
    };
    return ALL_MONTHS.filter(isCompared).map((month) => `${year}-${String(month).padStart(2, "0")}`);
  });
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Whether an ISO day is the last one of its month. */
export function isMonthEnd(day: string): boolean {
  return Number(day.slice(8, 10)) === daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
