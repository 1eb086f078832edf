/**
 * Every figure that has an id a second time: from the certificates that were counted, by the definitions of the specification
 * (section 4), one column at a time. Knows whole months of consecutive years only, as the Limburg file has them.
 */
import type { Certificate } from "./counting.ts";
import { halfUp, minus, plus, ratio, signOf, type Ratio } from "./exact.ts";
import { growthOf, type Metric } from "./figures.ts";
import { NO_COUNTRY } from "./sums.ts";

/** A count, rank, month or number of years as number, money in cents as bigint, a yes or no; `null` is undefined. */
export type Value = number | bigint | Ratio | boolean | null;

/** A figure of the given months of a year, of one destination or (`null`) of all. */
export type FigureOf = (column: string, year: number, destination: string | null) => Value;

export function figuresOf(certificates: readonly Certificate[], firstMonth: number, lastMonth: number): FigureOf {
  const chosen = certificates.filter(({ month }) => month >= firstMonth && month <= lastMonth);
  const byYear = groupBy(chosen, ({ year }) => year);
  const years = [...byYear.keys()].toSorted((a, b) => a - b);
  const groups = new Map([...byYear].map(([year, all]) => [year, groupBy(all, (one) => one.destination)]));

  const certificatesOf = (year: number, destination: string | null): readonly Certificate[] | null => {
    const all = byYear.get(year);
    if (all === undefined || destination === null) return all ?? null;
    return groups.get(year)?.get(destination) ?? [];
  };
  const amount = (metric: Metric, year: number, destination: string | null): bigint | null => {
    const some = certificatesOf(year, destination);
    return some && amountOf(some, metric);
  };
  const growth = (metric: Metric, year: number, destination: string | null): Ratio | null =>
    growthOf(amount(metric, year, destination), amount(metric, year - 1, destination));
  const share = (metric: Metric, year: number, destination: string): Ratio | null =>
    ratio(amount(metric, year, destination), amount(metric, year, null));
  const sizes = (metric: Metric, year: number): readonly bigint[] =>
    [...(groups.get(year)?.values() ?? [])].flatMap((some) => amountOf(some, metric) ?? []);
  const rank = (metric: Metric, year: number, destination: string): number | null => {
    const own = groups.get(year)?.get(destination);
    const size = own === undefined ? null : amountOf(own, metric);
    return size === null ? null : 1 + sizes(metric, year).filter((other) => other > size).length;
  };
  /** The growths from this year back, to the first year that has none. */
  const growthsBack = (metric: Metric, year: number, destination: string | null): readonly Ratio[] => {
    const found = growth(metric, year, destination);
    return found === null ? [] : [found, ...growthsBack(metric, year - 1, destination)];
  };
  const average = (year: number, destination: string | null): { cents: bigint; valued: bigint } | null => {
    const valued = certificatesOf(year, destination)?.filter(({ cents }) => cents !== null) ?? [];
    if (valued.length === 0) return null;
    return { cents: plus(valued.map(({ cents }) => cents ?? 0n)), valued: BigInt(valued.length) };
  };
  const exporters = (year: number): ReadonlySet<string> =>
    new Set((byYear.get(year) ?? []).flatMap(({ exporter }) => exporter ?? []));
  const count = (column: string, year: number): bigint | null => {
    const all = byYear.get(year);
    if (all === undefined) return null;
    const things =
      column === "destinations"
        ? all.flatMap(({ destination }) => (destination === NO_COUNTRY ? [] : [destination]))
        : all.flatMap(({ exporter, products }) => (column === "products" ? products : (exporter ?? [])));
    return BigInt(new Set(things).size);
  };

  const ofAny = (metric: Metric, suffix: string, year: number, destination: string | null): Value | undefined => {
    const written = (size: bigint | null): Value => (metric === "certificates" && size !== null ? Number(size) : size);
    const now = amount(metric, year, destination);
    const before = amount(metric, year - 1, destination);
    switch (suffix) {
      case "":
        return written(now);
      case "_change":
        return written(now === null || before === null ? null : now - before);
      case "_growth":
        return growth(metric, year, destination);
      case "_record": {
        const earlier = years.flatMap((other) => (other < year ? (amount(metric, other, destination) ?? []) : []));
        return now === null || earlier.length < 2 ? null : earlier.every((other) => other < now);
      }
      case "_strongest_growth_in": {
        const [last, ...older] = growthsBack(metric, year, destination);
        if (last === undefined || signOf(last) === 0) return null;
        const stronger = older.findIndex((other) => signOf(minus(other, last) ?? other) === signOf(last));
        return 1 + (stronger === -1 ? older.length : stronger);
      }
      case "_streak": {
        const [last = 0, ...older] = growthsBack(metric, year, destination).map(signOf);
        const end = older.findIndex((sign) => sign !== last);
        return last === 0 ? null : 1 + (end === -1 ? older.length : end);
      }
      default:
        return undefined;
    }
  };

  const ofDestination = (metric: Metric, suffix: string, year: number, destination: string): Value | undefined => {
    const wasThere = byYear.has(year) && byYear.has(year - 1);
    const [place, previous] = [rank(metric, year, destination), rank(metric, year - 1, destination)];
    switch (suffix) {
      case "_share":
        return share(metric, year, destination);
      case "_share_change":
        return minus(share(metric, year, destination), share(metric, year - 1, destination));
      case "_contribution": {
        const [now, before] = [year, year - 1].map((each) => amount(metric, each, destination) ?? 0n);
        return wasThere ? ratio((now ?? 0n) - (before ?? 0n), amount(metric, year - 1, null)) : null;
      }
      case "_rank":
        return place;
      case "_rank_previous":
        return byYear.has(year) ? previous : null;
      case "_rank_change":
        return place === null || previous === null ? null : previous - place;
      default:
        return undefined;
    }
  };

  const ofTheWhole = (metric: Metric, suffix: string, year: number): Value | undefined => {
    const descending = sizes(metric, year).toSorted((a, b) => (a > b ? -1 : a < b ? 1 : 0));
    const whole = plus(descending);
    const squares = plus(descending.map((size) => size * size));
    switch (suffix) {
      case "_hhi":
        return ratio(squares, whole * whole);
      case "_effective_number":
        return ratio(whole * whole, squares);
      case "_top_5_share":
        return ratio(plus(descending.slice(0, 5)), whole);
      case "_best_month": {
        const months = [...groupBy(byYear.get(year) ?? [], ({ month }) => month)].flatMap(([month, some]) => {
          const size = amountOf(some, metric);
          return size === null ? [] : [{ month, size }];
        });
        const best = months.filter(({ size }) => months.every((other) => other.size <= size));
        return best.length === 1 ? (best[0]?.month ?? null) : null;
      }
      default:
        return undefined;
    }
  };

  const other = (column: string, year: number, destination: string | null): Value | undefined => {
    const [now, before] = [average(year, destination), average(year - 1, destination)];
    const [, name = "", suffix = ""] = /^(destinations|exporters|products)(_.*)?$/.exec(column) ?? [];
    if (name !== "") {
      const [here, there] = [count(name, year), count(name, year - 1)];
      if (suffix === "_growth") return growthOf(here, there);
      if (suffix === "_change") return here === null || there === null ? null : Number(here - there);
      return here === null ? null : Number(here);
    }
    switch (column) {
      case "entrants":
        return byYear.has(year) && byYear.has(year - 1) ? countMissing(exporters(year), exporters(year - 1)) : null;
      case "exiters":
        return byYear.has(year) && byYear.has(year - 1) ? countMissing(exporters(year - 1), exporters(year)) : null;
      case "certificates_with_value":
        return certificatesOf(year, destination)?.filter(({ cents }) => cents !== null).length ?? null;
      case "value_per_certificate":
        return now && halfUp(now.cents, now.valued);
      case "value_per_certificate_growth":
        return now && before && growthOf(now.cents * before.valued, before.cents * now.valued);
      default:
        return undefined;
    }
  };

  return (column, year, destination) => {
    const [, metric, suffix = ""] = /^(certificates|goods_value)((?:_.*)?)$/.exec(column) ?? [];
    const value =
      other(column, year, destination) ??
      (metric === "certificates" || metric === "goods_value"
        ? (ofAny(metric, suffix, year, destination) ??
          (destination === null ? ofTheWhole(metric, suffix, year) : ofDestination(metric, suffix, year, destination)))
        : null);
    return value ?? null;
  };
}

/** The number of certificates, or their value: of none 0, of some without a value unknown. */
function amountOf(certificates: readonly Certificate[], metric: Metric): bigint | null {
  if (metric === "certificates") return BigInt(certificates.length);
  const values = certificates.flatMap(({ cents }) => cents ?? []);
  return certificates.length > 0 && values.length === 0 ? null : plus(values);
}

function groupBy<Key>(
  certificates: readonly Certificate[],
  keyOf: (certificate: Certificate) => Key,
): ReadonlyMap<Key, readonly Certificate[]> {
  const groups = new Map<Key, Certificate[]>();
  for (const certificate of certificates) {
    const group = groups.get(keyOf(certificate));
    if (group === undefined) groups.set(keyOf(certificate), [certificate]);
    else group.push(certificate);
  }
  return groups;
}

/** How many of the first set are not in the second. */
function countMissing(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  return [...first].filter((each) => !second.has(each)).length;
}
