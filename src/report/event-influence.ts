import type { Consignment } from "../domain/event.ts";
import { ratioToNumber, type Fraction } from "../domain/fraction.ts";
import type { MonthlyAmounts } from "../measures/event-study/amounts.ts";
import {
  beforeAfter,
  logDifference,
  relativeDifference,
  withoutPart,
  type BeforeAfter,
} from "../measures/event-study/difference.ts";
import { isInfluential, partOfDifference } from "../measures/event-study/influence.ts";
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

export function findInfluence(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  panel: Panel,
  { exporters, consignments }: Parts,
  windows: EventWindows,
): Influence {
  const largest = (parts: Iterable<readonly [id: string, sums: BeforeAfter]>): InfluentialPart | null => {
    const influential = [...parts].flatMap(([id, sums]) => {
      const part = partOfDifference(sums, treated, comparison);
      if (part === null || !isInfluential(part)) return [];
      return [{ id, part, without: relativeDifference(withoutPart(treated, sums), comparison) }];
    });
    return (
      influential.toSorted((a, b) => ratioToNumber(b.part) - ratioToNumber(a.part) || (a.id < b.id ? -1 : 1))[0] ?? null
    );
  };
  return {
    exporter: largest([...exporters].map(([id, amounts]) => [id, beforeAfter(amounts, windows)])),
    consignment: largest(
      consignments.map(({ certificate, month, goodsCents }) => [
        certificate,
        beforeAfter(new Map([[month, goodsCents]]), windows),
      ]),
    ),
    compared: findInfluentialMember(treated, comparison, panel, windows),
  };
}

function findInfluentialMember(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  { others, group }: Panel,
  windows: EventWindows,
): Influence["compared"] {
  const whole = logDifference(treated, comparison);
  if (whole === null || !Number.isFinite(whole)) return null;
  const [most] = [...others]
    .flatMap(([id, amounts]) => {
      if (!group.has(id)) return [];
      const rest = withoutPart(comparison, beforeAfter(amounts, windows));
      const value = logDifference(treated, rest);
      return value === null ? [] : [{ id, move: Math.abs(value - whole), without: relativeDifference(treated, rest) }];
    })
    .toSorted((a, b) => b.move - a.move || (a.id < b.id ? -1 : 1));
  return most === undefined || 4 * most.move < Math.abs(whole) ? null : { id: most.id, without: most.without };
}
