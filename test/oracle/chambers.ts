/**
 * Chambers put together a second time, in plain loops over maps: certificates that two chambers have, levels and parts of each year,
 * location quotients, what is common and distinct, trade inside the region.
 */
import { minus, plus, ratio, type Ratio } from "./exact.ts";

/** A certificate as a chamber has it; one line, with a value in euro. */
export interface ChamberCertificate {
  readonly chamber: string;
  readonly number: string;
  /** ISO day of issue. */
  readonly day: string;
  readonly exporter: string;
  readonly destination: string;
  readonly cents: bigint;
}

/** Takes the certificates of the chambers in order; one that an earlier chamber has, and has not given away yet, is that one. */
export function countOnce(all: readonly ChamberCertificate[]): {
  readonly counted: readonly ChamberCertificate[];
  readonly twice: readonly (readonly [kept: ChamberCertificate, other: ChamberCertificate])[];
} {
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = all.toSorted((a, b) => order(a.chamber, b.chamber) || order(a.number, b.number));
  const counted: ChamberCertificate[] = [];
  const twice: [ChamberCertificate, ChamberCertificate][] = [];
  const given = new Set<string>();
  for (const each of sorted) {
    const kept = counted.find(
      (other) =>
        other.chamber !== each.chamber &&
        other.exporter === each.exporter &&
        other.day === each.day &&
        other.destination === each.destination &&
        other.cents === each.cents &&
        !given.has(`${other.chamber} ${other.number} ${each.chamber}`),
    );
    if (kept === undefined) counted.push(each);
    else {
      given.add(`${kept.chamber} ${kept.number} ${each.chamber}`);
      twice.push([kept, each]);
    }
  }
  return { counted, twice };
}

export interface Part {
  readonly certificates: number;
  readonly cents: bigint;
  readonly growth: Ratio | null;
  readonly share: Ratio | null;
  readonly contribution: Ratio | null;
  readonly exporters: number;
  readonly destinations: number;
}

/** A year of a chamber, by value; of the group when there is none. */
export function partOf(counted: readonly ChamberCertificate[], year: number, chamber: string | null): Part {
  const of = (wanted: number, at: string | null): readonly ChamberCertificate[] =>
    counted.filter(({ day, chamber: place }) => day.startsWith(`${wanted}-`) && (at === null || place === at));
  const sum = (rows: readonly ChamberCertificate[]): bigint => plus(rows.map(({ cents }) => cents));
  const here = of(year, chamber);
  const before = of(year - 1, null).length === 0 ? null : sum(of(year - 1, chamber));
  const change = before === null ? null : sum(here) - before;
  return {
    certificates: here.length,
    cents: sum(here),
    growth: ratio(change, before),
    share: ratio(sum(here), sum(of(year, null))),
    contribution: before === null ? null : ratio(change, sum(of(year - 1, null))),
    exporters: new Set(here.map(({ exporter }) => exporter)).size,
    destinations: new Set(here.map(({ destination }) => destination)).size,
  };
}

/** The share of a destination at a chamber over its share in the group, by number of certificates. */
export function quotientOf(
  counted: readonly ChamberCertificate[],
  year: number,
  chamber: string,
  destination: string,
): Ratio | null {
  const ofYear = counted.filter(({ day }) => day.startsWith(`${year}-`));
  const atChamber = ofYear.filter((each) => each.chamber === chamber);
  const going = (rows: readonly ChamberCertificate[]): bigint =>
    BigInt(rows.filter((each) => each.destination === destination).length);
  const [here, all] = [ratio(going(atChamber), BigInt(atChamber.length)), ratio(going(ofYear), BigInt(ofYear.length))];
  if (here === null || all === null || all.numerator === 0n) return null;
  return { numerator: here.numerator * all.denominator, denominator: here.denominator * all.numerator };
}

/** The destinations of a year by the chambers that have them. */
export function chambersByDestination(
  counted: readonly ChamberCertificate[],
  year: number,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { day, chamber, destination } of counted) {
    if (!day.startsWith(`${year}-`)) continue;
    found.set(destination, (found.get(destination) ?? new Set()).add(chamber));
  }
  return found;
}

/** Whether parts sum to a whole, exactly; of what is undefined there are no parts. */
export function sumTo(parts: readonly (Ratio | null)[], whole: Ratio | null): boolean {
  if (whole === null) return parts.every((part) => part === null);
  return parts.reduce<Ratio | null>((rest, part) => minus(rest, part), whole)?.numerator === 0n;
}
