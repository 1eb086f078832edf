import { PERIOD_LENGTHS, type PeriodLength } from "./period.ts";

/** What certificates can be added up by, besides time. */
export const ITEM_DIMENSIONS = [
  "destination",
  "region",
  "sub_region",
  "bloc",
  "exporter",
  "exporter_size",
  "chamber",
  "certificate_type",
  "origin",
  "hs2",
  "hs4",
  "hs6",
  "currency",
  "group",
  "theme",
] as const;
export type ItemDimension = (typeof ITEM_DIMENSIONS)[number];

export const DIMENSIONS = [...PERIOD_LENGTHS, ...ITEM_DIMENSIONS] as const;
export type Dimension = PeriodLength | ItemDimension;

export function isPeriod(dimension: Dimension): dimension is PeriodLength {
  return PERIOD_LENGTHS.some((length) => length === dimension);
}

/** What a line has and its certificate may have several of: a certificate counts under each, with the value of those lines. */
const OF_LINES: ReadonlySet<string> = new Set(["origin", "hs2", "hs4", "hs6", "currency", "group", "theme"]);

export function isOfLines(dimension: string): boolean {
  return OF_LINES.has(dimension);
}

/** One line can be under several items, with its whole value under each: a country is in several blocs. */
const OVERLAPPING: ReadonlySet<Dimension> = new Set(["bloc", "origin", "group", "theme"]);

/** Whether the values of the items can add up to more than the whole. */
export function isOverlapping(dimension: Dimension): boolean {
  return OVERLAPPING.has(dimension);
}

/** The dimensions whose items are sets of codes, from a file: how much two of them have in common is told. */
export type SetDimension = "group" | "theme";

export function isOfSets(dimension: Dimension): dimension is SetDimension {
  return dimension === "group" || dimension === "theme";
}

/** The item of what is in no bloc, in no group, or in no theme. */
export const NO_ITEM = "none";
