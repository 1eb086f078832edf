/**
 * The dynamics of exporters a second time, from certificates in plain loops and doubles: sets of names by year, sums by
 * exporter, destination and product in nested maps.
 */
import type { Certificate } from "./counting.ts";

export interface YearFacts {
  readonly numbers: Readonly<Record<string, number | null>>;
  /** Goods value changes in cents by margin. */
  readonly margins: Readonly<Record<string, bigint>> | null;
  /** By status: mean, sd, q1, median, q3 of the value per exporter in cents. */
  readonly spread: Readonly<Record<string, readonly number[]>>;
}

type Cells = Map<string, Map<string, Map<string, bigint>>>;

export function exporterFacts(certificates: readonly Certificate[], year: number, years: readonly number[]): YearFacts {
  const cells = (when: number): Cells | null => (years.includes(when) ? cellsOf(certificates, when) : null);
  const [now, before] = [cells(year), cells(year - 1)];
  if (now === null) throw new Error(`no certificates of ${year}`);
  const names = new Set(now.keys());
  const old = before && new Set(before.keys());
  const entering = old && new Set([...names].filter((name) => !old.has(name)));
  const leaving = old && new Set([...old].filter((name) => !names.has(name)));
  const staying = old && new Set([...names].filter((name) => old.has(name)));
  const surviving = (k: number): number | null => {
    if (entering === null) return null;
    let left = [...entering];
    for (let after = 1; after <= k; after += 1) {
      const later = cells(year + after);
      if (later === null) return null;
      left = left.filter((name) => later.has(name));
    }
    return left.length;
  };
  const share = (part: number | null, whole: number | null): number | null =>
    part === null || whole === null || whole === 0 ? null : part / whole;
  const values = [...now.values()].map(valueOf);
  const total = values.reduce((a, b) => a + b, 0);
  const descending = values.toSorted((a, b) => b - a);
  const rate = (what: "destination" | "product", of: "new" | "gone"): number | null => {
    if (staying === null || before === null) return null;
    const rates = [...staying].flatMap((name) => {
      const [own, other] = of === "new" ? [now, before] : [before, now];
      const [mine, theirs] = [own, other].map((each) => itemsOf(each.get(name), what));
      if (mine === undefined || theirs === undefined || mine.size === 0) return [];
      return [[...mine].filter((item) => !theirs.has(item)).length / mine.size];
    });
    return rates.reduce((a, b) => a + b, 0) / rates.length;
  };
  return {
    numbers: {
      exporters: names.size,
      entrants: entering && entering.size,
      exiters: leaving && leaving.size,
      incumbents: staying && staying.size,
      surviving_entrants: surviving(1),
      entry_rate: share(entering && entering.size, names.size),
      exit_rate: share(leaving && leaving.size, old && old.size),
      survival_1: share(surviving(1), entering && entering.size),
      survival_2: share(surviving(2), entering && entering.size),
      survival_3: share(surviving(3), entering && entering.size),
      exporters_hhi: values.reduce((sum, value) => sum + (value / total) ** 2, 0),
      exporters_top_5_share: descending.slice(0, 5).reduce((a, b) => a + b, 0) / total,
      destinations_entry_rate: rate("destination", "new"),
      destinations_exit_rate: rate("destination", "gone"),
      products_entry_rate: rate("product", "new"),
      products_exit_rate: rate("product", "gone"),
    },
    margins: before && marginsOf(now, before),
    spread: {
      all: spreadOf(valuesOf(certificates, year, names)),
      ...(entering && { entrants: spreadOf(valuesOf(certificates, year, entering)) }),
      ...(leaving && { exiters: spreadOf(valuesOf(certificates, year - 1, leaving)) }),
      ...(staying && { incumbents: spreadOf(valuesOf(certificates, year, staying)) }),
    },
  };
}

function cellsOf(certificates: readonly Certificate[], year: number): Cells {
  const cells: Cells = new Map();
  for (const { year: when, exporter, destination, lines } of certificates) {
    if (when !== year || exporter === null) continue;
    const served = cells.get(exporter) ?? new Map<string, Map<string, bigint>>();
    cells.set(exporter, served);
    const sold = served.get(destination) ?? new Map<string, bigint>();
    served.set(destination, sold);
    for (const { product, cents } of lines) sold.set(product ?? "", (sold.get(product ?? "") ?? 0n) + (cents ?? 0n));
  }
  return cells;
}

/** What the certificates of some exporters are worth, by exporter; those of whom no value is known are left out. */
function valuesOf(certificates: readonly Certificate[], year: number, names: ReadonlySet<string>): readonly number[] {
  const values = new Map<string, number>();
  for (const { year: when, exporter, cents } of certificates) {
    if (when !== year || exporter === null || cents === null || !names.has(exporter)) continue;
    values.set(exporter, (values.get(exporter) ?? 0) + Number(cents));
  }
  return [...values.values()];
}

function centsOf(served: ReadonlyMap<string, ReadonlyMap<string, bigint>> | undefined): bigint {
  return [...(served?.values() ?? [])].flatMap((sold) => [...sold.values()]).reduce((a, b) => a + b, 0n);
}

function valueOf(served: ReadonlyMap<string, ReadonlyMap<string, bigint>> | undefined): number {
  return Number(centsOf(served));
}

function itemsOf(
  served: ReadonlyMap<string, ReadonlyMap<string, bigint>> | undefined,
  what: "destination" | "product",
): ReadonlySet<string> {
  if (what === "destination") return new Set([...(served?.keys() ?? [])].filter((country) => country !== "XX"));
  return new Set([...(served?.values() ?? [])].flatMap((sold) => [...sold.keys()]));
}

/** From the top: whose the change is, then where to, then of what. */
function marginsOf(now: Cells, before: Cells): Record<string, bigint> {
  const margins: Record<string, bigint> = {};
  const add = (margin: string, cents: bigint): void => {
    margins[margin] = (margins[margin] ?? 0n) + cents;
  };
  for (const name of new Set([...now.keys(), ...before.keys()])) {
    const [mine, past] = [now.get(name), before.get(name)];
    add("total", centsOf(mine) - centsOf(past));
    if (past === undefined) add("entrants", centsOf(mine));
    else if (mine === undefined) add("exiters", -centsOf(past));
    else {
      add("incumbents", centsOf(mine) - centsOf(past));
      for (const country of new Set([...mine.keys(), ...past.keys()])) {
        const [sold, formerly] = [mine.get(country), past.get(country)];
        const change = centsOf(new Map([["", sold ?? new Map()]])) - centsOf(new Map([["", formerly ?? new Map()]]));
        if (formerly === undefined) add("added_destinations", change);
        else if (sold === undefined) add("dropped_destinations", change);
        else {
          add("continuing_destinations", change);
          for (const product of new Set([...sold.keys(), ...formerly.keys()])) {
            const margin = !formerly.has(product) ? "added" : !sold.has(product) ? "dropped" : "continuing";
            add(`${margin}_products`, (sold.get(product) ?? 0n) - (formerly.get(product) ?? 0n));
          }
        }
      }
    }
  }
  return margins;
}

function spreadOf(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const quantile = (p: number): number => {
    const h = (sorted.length - 1) * p;
    const [low, high] = [sorted[Math.floor(h)] ?? 0, sorted[Math.ceil(h)] ?? 0];
    return low + (h - Math.floor(h)) * (high - low);
  };
  return [mean, Math.sqrt(variance), quantile(0.25), quantile(0.5), quantile(0.75)];
}
