/**
 * The sums that a report is made of, by any means of adding up: `danfo-sums.ts` adds with danfojs, `plain-sums.ts` with
 * BigInt. That the two agree is itself a test.
 */
import type { Certificate } from "./counting.ts";

export interface Totals {
  readonly certificates: number;
  /** Certificates that have a value. */
  readonly valued: number;
  /** `null`: none has one. */
  readonly cents: bigint | null;
}

/** Totals and distinct counts by key. */
export interface Adder {
  /** Number and value of certificates by a text key. */
  readonly totals: (
    certificates: readonly Certificate[],
    keyOf: (certificate: Certificate) => string,
  ) => ReadonlyMap<string, Totals>;
  /** How many different things each key has; a key without things is absent. */
  readonly distinct: (pairs: readonly (readonly [key: string, thing: string])[]) => ReadonlyMap<string, number>;
}

export interface YearSums extends Totals {
  readonly year: number;
  readonly exporters: number | null;
  readonly destinations: number;
  readonly products: number | null;
}

export interface Sums {
  /** In order of year. */
  readonly years: readonly YearSums[];
  /** By year, then destination. */
  readonly destinations: ReadonlyMap<number, ReadonlyMap<string, Totals>>;
}

/** The code of a destination that is no country. */
export const NO_COUNTRY = "XX";

export function sumCertificates(certificates: readonly Certificate[], adder: Adder): Sums {
  // Keys are texts that do not look like integers: danfojs would put those in another order.
  const yearKey = (certificate: Certificate): string => `year ${certificate.year}`;
  const totals = adder.totals(certificates, yearKey);
  const count = (thingsOf: (certificate: Certificate) => readonly string[]): ReadonlyMap<string, number> =>
    adder.distinct(certificates.flatMap((one) => thingsOf(one).map((thing) => [yearKey(one), thing] as const)));
  const exporters = count((one) => (one.exporter === null ? [] : [one.exporter]));
  const destinations = count((one) => (one.destination === NO_COUNTRY ? [] : [one.destination]));
  const products = count((one) => one.products);
  return {
    years: [...totals]
      .map(([key, sums]) => ({
        year: Number(key.slice(-4)),
        ...sums,
        exporters: exporters.get(key) ?? null,
        destinations: destinations.get(key) ?? 0,
        products: products.get(key) ?? null,
      }))
      .toSorted((a, b) => a.year - b.year),
    destinations: byYear(adder.totals(certificates, (one) => `${one.year}|${one.destination}`)),
  };
}

function byYear(totals: ReadonlyMap<string, Totals>): ReadonlyMap<number, ReadonlyMap<string, Totals>> {
  const years = new Map<number, Map<string, Totals>>();
  for (const [key, sums] of totals) {
    const [year = "", destination = ""] = key.split("|");
    const items = years.get(Number(year)) ?? new Map<string, Totals>();
    years.set(Number(year), items.set(destination, sums));
  }
  return years;
}
