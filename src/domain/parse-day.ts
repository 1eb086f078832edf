import { daysInMonth } from "./period.ts";

/** Reads a day, or a year or month as its `first` or `last` day, as an ISO day; `null` when there is no such day. */
export function parseDay(text: string, end: "first" | "last"): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const monthNumber = Number(month ?? (end === "first" ? 1 : 12));
  if (monthNumber < 1 || monthNumber > 12) return null;
  const lastDay = daysInMonth(Number(year), monthNumber);
  const dayNumber = Number(day ?? (end === "first" ? 1 : lastDay));
  if (dayNumber < 1 || dayNumber > lastDay) return null;
  return `${year}-${String(monthNumber).padStart(2, "0")}-${String(dayNumber).padStart(2, "0")}`;
}
