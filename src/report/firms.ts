import type { Fraction } from "../domain/fraction.ts";
import { ALL_FIRMS, FIRM_CLASSES, SME, type FirmClass } from "../domain/firm-class.ts";
import { FIRM_MEASURES, type FirmBenchmark, type FirmMeasure, type FirmSums } from "../domain/firm-sums.ts";
import type { Cents } from "../domain/money.ts";
import { wholeYears, type YearWindow } from "../domain/period.ts";
import { NO_TOTALS } from "../domain/totals.ts";
import { benchmarkGap } from "../measures/benchmark-gap.ts";
import { firstTimeExporters } from "../measures/first-time-exporters.ts";
import { growth } from "../measures/growth.ts";
import { perExporter, type Distribution } from "../measures/per-exporter.ts";
import { share } from "../measures/share.ts";

/** What a measure is of its year, and since the year before. Growth is `null` unless both years are complete. */
export interface FirmFigures {
  readonly share: Fraction | null;
  readonly growth: Fraction | null;
}

/** The exporters of a class in a year. */
export interface FirmRow {
  readonly year: number;
  readonly complete: boolean;
  readonly firmClass: FirmClass;
  readonly certificates: number;
  /** In cents; `null` when there are certificates and none has a value. */
  readonly goodsCents: Cents | null;
  readonly exporters: number;
  readonly firstTime: number | null;
  readonly figures: Readonly<Record<FirmMeasure, FirmFigures>>;
  /** Over the exporters that have any. */
  readonly destinations: Distribution | null;
}

/** A class beside the same class of a benchmark. */
export interface FirmGap {
  readonly year: number;
  readonly firmClass: FirmClass;
  readonly measure: FirmMeasure;
  readonly own: FirmFigures;
  readonly benchmark: FirmFigures;
  /** In percentage points. */
  readonly gap: FirmFigures;
}

/**
 * One row per year and class: every class that has certificates in some year, and small and medium ones together, and all. `windows`
 * are of the years that are shown and the one before, `onFile` are all complete years.
 */
export function buildFirms(
  sums: readonly FirmSums[],
  windows: readonly YearWindow[],
  onFile: ReadonlySet<number>,
): readonly FirmRow[] {
  const whole = new Set(wholeYears(windows));
  const at = new Map(sums.map((row) => [keyOf(row.year, row.firmClass), row]));
  const classes = FIRM_CLASSES.filter(
    (each) => each === SME || each === ALL_FIRMS || sums.some(({ firmClass }) => firmClass === each),
  );
  return windows
    .filter(({ year }) => at.has(keyOf(year, ALL_FIRMS)))
    .flatMap(({ year }) =>
      classes.map((firmClass): FirmRow => {
        const own = at.get(keyOf(year, firmClass)) ?? NO_FIRMS;
        const all = at.get(keyOf(year, ALL_FIRMS)) ?? NO_FIRMS;
        const comparable = whole.has(year) && whole.has(year - 1);
        const previous = comparable ? (at.get(keyOf(year - 1, firmClass)) ?? NO_FIRMS) : null;
        const figuresOf = (measure: FirmMeasure): FirmFigures => ({
          share: share.compute(amountOf(own, measure), amountOf(all, measure)),
          growth: growth.compute(amountOf(own, measure), previous && amountOf(previous, measure)),
        });
        return {
          year,
          complete: whole.has(year),
          firmClass,
          certificates: own.certificates,
          goodsCents: amountOf(own, "goods_value"),
          exporters: own.exporters,
          firstTime: firstTimeExporters.compute(own.firstTime, yearsBefore(year, onFile)),
          figures: {
            exporters: figuresOf("exporters"),
            certificates: figuresOf("certificates"),
            goods_value: figuresOf("goods_value"),
          },
          destinations: perExporter.compute(
            own.byDestinations.flatMap(({ destinations, exporters }) =>
              destinations === 0 ? [] : Array.from({ length: exporters }, () => BigInt(destinations)),
            ),
          ),
        };
      }),
    );
}

/** How many complete years on file come directly before a year. */
function yearsBefore(year: number, onFile: ReadonlySet<number>): number {
  let years = 0;
  while (onFile.has(year - years - 1)) years += 1;
  return years;
}

const NO_FIRMS: Omit<FirmSums, "year" | "firmClass"> = { ...NO_TOTALS, exporters: 0, firstTime: 0, byDestinations: [] };

/** Where there is no certificate, the value is 0, and not unknown. */
function amountOf(sums: typeof NO_FIRMS, measure: FirmMeasure): bigint | null {
  switch (measure) {
    case "exporters":
      return BigInt(sums.exporters);
    case "certificates":
      return BigInt(sums.certificates);
    case "goods_value":
      return sums.certificates === 0 ? 0n : sums.goodsCents;
  }
}

/** Each class of each complete year beside the benchmark, by the measures that the benchmark has. */
export function buildFirmGaps(rows: readonly FirmRow[], benchmark: FirmBenchmark): readonly FirmGap[] {
  return FIRM_MEASURES.filter((each) => benchmark.measures.includes(each)).flatMap((measure) =>
    rows.flatMap(({ year, firmClass, complete, figures }): FirmGap[] => {
      const value = benchmark.value(year, firmClass, measure);
      if (!complete || value === null) return [];
      const theirs: FirmFigures = {
        share: share.compute(value, benchmark.value(year, ALL_FIRMS, measure)),
        growth: growth.compute(value, benchmark.value(year - 1, firmClass, measure)),
      };
      const own = figures[measure];
      return [
        {
          year,
          firmClass,
          measure,
          own,
          benchmark: theirs,
          gap: {
            share: benchmarkGap.compute(own.share, theirs.share),
            growth: benchmarkGap.compute(own.growth, theirs.growth),
          },
        },
      ];
    }),
  );
}

function keyOf(year: number, firmClass: FirmClass): string {
  return `${year} ${firmClass}`;
}
