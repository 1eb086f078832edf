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

/** What a profile states about its file, as ISO days: the first and last day that the file covers. */
export interface StatedCoverage {
  readonly from: string | null;
  readonly to: string | null;
}

/** The months of a year, first to last, that the data cover. An empty window has `lastMonth < firstMonth`. */
export interface YearWindow {
  readonly year: number;
  readonly firstMonth: number;
  readonly lastMonth: number;
}

/**
 * The window of each year that has data, in order of year.
 *
 * Only the ends of the data can be cut off. The first year starts in the month of its first certificate. The last
 * year ends with its last month that has data, if that month is covered to its end (`isWholeMonth`), else with the
 * month before. A coverage that a profile states takes the place of this evidence.
 */
export function yearWindows(months: readonly MonthCoverage[], stated: StatedCoverage): readonly YearWindow[] {
  const sorted = months.toSorted((a, b) => a.year - b.year || a.month - b.month);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];

  const firstMonth = statedFirstMonth(stated.from, first.year) ?? first.month;
  const lastMonth = statedLastMonth(stated.to, last.year) ?? (isWholeMonth(last, sorted) ? last.month : last.month - 1);
  return [...new Set(sorted.map((month) => month.year))].map((year) => ({
    year,
    firstMonth: year === first.year ? firstMonth : 1,
    lastMonth: year === last.year ? lastMonth : 12,
  }));
}

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

function statedFirstMonth(from: string | null, year: number): number | null {
  if (from === null) return null;
  if (Number(from.slice(0, 4)) < year) return 1;
  const month = Number(from.slice(5, 7));
  return Number(from.slice(8, 10)) === 1 ? month : month + 1;
}

function statedLastMonth(to: string | null, year: number): number | null {
  if (to === null) return null;
  if (Number(to.slice(0, 4)) > year) return 12;
  const month = Number(to.slice(5, 7));
  return Number(to.slice(8, 10)) === daysInMonth(year, month) ? month : month - 1;
}

export function isWholeYear(window: YearWindow): boolean {
  return window.firstMonth === 1 && window.lastMonth === 12;
}

/** Whether growth over the year before is defined: both years cover the months of this year's window. */
export function isComparable(current: YearWindow, previous: YearWindow | undefined): previous is YearWindow {
  return (
    previous !== undefined &&
    previous.year === current.year - 1 &&
    current.lastMonth >= current.firstMonth &&
    previous.firstMonth <= current.firstMonth &&
    previous.lastMonth >= current.lastMonth
  );
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
