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
  /** By year, then month. */
  readonly months: ReadonlyMap<number, ReadonlyMap<number, Totals>>;
  /** The exporters that have certificates in a year; a year in which none is named is absent. */
  readonly exporters: ReadonlyMap<number, ReadonlySet<string>>;
  /** By year, the destinations whose certificates all name one and the same exporter, in order of code. */
  readonly soleExporter: ReadonlyMap<number, readonly string[]>;
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
    destinations: byYear(
      adder.totals(certificates, (one) => `${one.year}|${one.destination}`),
      String,
    ),
    months: byYear(
      adder.totals(certificates, (one) => `${one.year}|${one.month}`),
      Number,
    ),
    exporters: activeExporters(certificates),
    soleExporter: soleExporterDestinations(certificates),
  };
}

function activeExporters(certificates: readonly Certificate[]): ReadonlyMap<number, ReadonlySet<string>> {
  const years = new Map<number, Set<string>>();
  for (const { year, exporter } of certificates) {
    if (exporter !== null) years.set(year, (years.get(year) ?? new Set()).add(exporter));
  }
  return years;
}

function soleExporterDestinations(certificates: readonly Certificate[]): ReadonlyMap<number, readonly string[]> {
  const served = new Map<number, Map<string, Set<string | null>>>();
  for (const { year, destination, exporter } of certificates) {
    const items = served.get(year) ?? new Map<string, Set<string | null>>();
    served.set(year, items.set(destination, (items.get(destination) ?? new Set()).add(exporter)));
  }
  return new Map(
    [...served].map(([year, items]) => {
      const sole = [...items].filter(([, exporters]) => exporters.size === 1 && !exporters.has(null));
      return [year, sole.map(([destination]) => destination).toSorted()];
    }),
  );
}

function byYear<Item>(
  totals: ReadonlyMap<string, Totals>,
  itemOf: (text: string) => Item,
): ReadonlyMap<number, ReadonlyMap<Item, Totals>> {
  const years = new Map<number, Map<Item, Totals>>();
  for (const [key, sums] of totals) {
    const [year = "", item = ""] = key.split("|");
    const items = years.get(Number(year)) ?? new Map<Item, Totals>();
    years.set(Number(year), items.set(itemOf(item), sums));
  }
  return years;
}
