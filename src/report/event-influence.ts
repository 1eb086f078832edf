import type { Consignment } from "../domain/event.ts";
import { compareFractions, type Fraction } from "../domain/fraction.ts";
import type { MonthlyAmounts } from "../measures/event-study/amounts.ts";
import {
  beforeAfter,
  logDifference,
  relativeDifference,
  withoutPart,
  type BeforeAfter,
} from "../measures/event-study/difference.ts";
import { isInfluential, isOther, isWorthAsking, partOfDifference } from "../measures/event-study/influence.ts";
import type { Panel } from "../measures/event-study/panel.ts";
import type { EventWindows } from "../measures/event-study/windows.ts";

/** What the certificates of an event are made of. */
export interface Parts {
  readonly exporters: ReadonlyMap<string, MonthlyAmounts>;
  /** The largest consignments of each window. None where each certificate counts for one. */
  readonly consignments: readonly Consignment[];
}

/** What makes up a quarter of the difference or more, and the difference without it (`null` where that is undefined). */
export interface InfluentialPart {
  /** The exporter's number or name, the number of the certificate, or the destination. */
  readonly id: string;
  readonly part: Fraction;
  readonly without: Fraction | null;
}

/** What a difference hangs on; `null` where no single one does. */
export interface Influence {
  readonly exporter: InfluentialPart | null;
  readonly consignment: InfluentialPart | null;
  /** The member of the comparison group without which the difference changes most, if by a quarter or more. */
  readonly compared: { readonly id: string; readonly without: Fraction | null } | null;
}

const NOTHING: Influence = { exporter: null, consignment: null, compared: null };

export function findInfluence(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  panel: Panel,
  { exporters, consignments }: Parts,
  windows: EventWindows,
): Influence {
  const difference = logDifference(treated, comparison);
  if (difference === null || !isWorthAsking(difference)) return NOTHING;
  const largest = (parts: Iterable<readonly [id: string, amounts: MonthlyAmounts]>): InfluentialPart | null =>
    largestPart(
      treated,
      comparison,
      [...parts].map(([id, amounts]) => [id, beforeAfter(amounts, windows)]),
    );
  return {
    exporter: largest(exporters),
    consignment: largest(
      consignments.map(({ certificate, month, goodsCents }) => [certificate, new Map([[month, goodsCents]])]),
    ),
    compared: influentialMember(treated, comparison, panel, windows, difference),
  };
}

function largestPart(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  parts: readonly (readonly [id: string, sums: BeforeAfter])[],
): InfluentialPart | null {
  const influential = parts.flatMap(([id, sums]) => {
    const part = partOfDifference(sums, treated, comparison);
    if (part === null || !isInfluential(part)) return [];
    return [{ id, part, without: relativeDifference(withoutPart(treated, sums), comparison) }];
  });
  return influential.toSorted((a, b) => compareFractions(b.part, a.part) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

function influentialMember(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  { others, group }: Panel,
  windows: EventWindows,
  difference: number,
): Influence["compared"] {
  const members = [...others].flatMap(([id, amounts]) => {
    const rest = withoutPart(comparison, beforeAfter(amounts, windows));
    const without = logDifference(treated, rest);
    if (!group.has(id) || without === null || !isOther(without, difference)) return [];
    return [{ id, move: Math.abs(without - difference), without: relativeDifference(treated, rest) }];
  });
  const [most] = members.toSorted((a, b) => b.move - a.move || (a.id < b.id ? -1 : 1));
  return most === undefined ? null : { id: most.id, without: most.without };
}
