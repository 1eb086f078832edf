/**
 * The findings of a year's report a second time, from the sums, by their definitions: what is said, in which order, and
 * on which figures it rests. Formulas are words, and have no second computation.
 */
import type { Expected } from "./compare.ts";
import { magnitude, minus, moneyText, plus, ratio, signOf, type Ratio } from "./exact.ts";
import {
  amountOf,
  growthOf,
  METRICS,
  rankOf,
  totalOf,
  yearGrowth,
  yearOf,
  type Items,
  type Metric,
} from "./figures.ts";
import { NO_COUNTRY, type Sums, type Totals, type YearSums } from "./sums.ts";

interface Said {
  readonly weight: number;
  readonly facts: { readonly [key: string]: Expected };
  readonly figures: readonly string[];
}

/** The findings, the most newsworthy first; of equal ones, in the order of the list below. */
export function expectedFindings(year: number, sums: Sums): readonly Expected[] {
  const years = sums.years.filter((row) => row.year <= year);
  const said: readonly Said[] = [
    ...recordFindings(years),
    ...METRICS.flatMap((metric) => [
      ...strongestGrowthFinding(years, metric),
      ...streakFinding(years, metric),
      ...contributorsFinding(year, sums, metric),
      ...leaderFinding(year, sums, metric),
      ...moversFinding(year, sums, metric),
      ...bestMonthFinding(year, sums, metric),
    ]),
    ...newAndLost(year, sums),
    ...splitFinding(years),
    ...concentrationFinding(year, sums),
    ...exportersFinding(year, sums),
  ];
  return said
    .map((finding, place) => ({ ...finding, place }))
    .toSorted((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ facts, figures }) => ({ ...facts, period: String(year), scope: "all", figures }));
}

/** As the document writes it: counts are numbers, money is text. */
function written(amount: bigint, metric: Metric): Expected {
  return metric === "certificates" ? Number(amount) : moneyText(amount);
}

interface Amount {
  readonly year: number;
  readonly amount: bigint;
}

function amountsOf(years: readonly YearSums[], metric: Metric): readonly Amount[] {
  return years.flatMap((row) => {
    const amount = amountOf(row, metric);
    return amount === null ? [] : [{ year: row.year, amount }];
  });
}

/** Records; and, beside a record, that the other quantity is none. Three years at least. */
function recordFindings(years: readonly YearSums[]): readonly Said[] {
  const year = years.at(-1)?.year;
  if (years.length < 3) return [];
  const isRecord = (metric: Metric): boolean => {
    const amounts = amountsOf(years, metric);
    const last = amounts.at(-1)?.amount ?? 0n;
    return amounts.slice(0, -1).every(({ amount }) => amount < last);
  };
  if (!METRICS.some(isRecord)) return [];
  return METRICS.map((metric) => {
    const amounts = amountsOf(years, metric);
    const earlier = amounts.slice(0, -1);
    const highest = earlier
      .toSorted((a, b) => (a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : a.year - b.year))
      .at(-1);
    const best = highest && { year: highest.year, total: written(highest.amount, metric) };
    if (best === undefined) throw new Error("no earlier year");
    const figures = [`${metric}_record:${year}`, `${metric}:${year}`, `${metric}:${best.year}`];
    if (!isRecord(metric)) return { weight: 98, facts: { kind: "no-record", metric, best }, figures };
    const total = written(amounts.at(-1)?.amount ?? 0n, metric);
    return { weight: 100, facts: { kind: "record", metric, total, since: amounts[0]?.year ?? null, best }, figures };
  });
}

interface Growth {
  readonly year: number;
  readonly growth: Ratio;
}

/** The years that have a growth, up to the last. */
function growthsOf(years: readonly YearSums[], metric: Metric): readonly Growth[] {
  return years.flatMap(({ year }) => {
    const growth = yearGrowth(years, year, metric);
    return growth === null ? [] : [{ year, growth }];
  });
}

/** A growth that is the strongest of two years or more: the highest of rises, the lowest of falls. */
function strongestGrowthFinding(years: readonly YearSums[], metric: Metric): readonly Said[] {
  const growths = growthsOf(years, metric);
  const last = growths.at(-1);
  if (last === undefined || signOf(last.growth) === 0) return [];
  const direction = signOf(last.growth);
  const isStronger = ({ growth }: Growth): boolean => signOf(minus(growth, last.growth) ?? growth) === direction;
  const beatenBy = growths.findLast(isStronger) ?? null;
  const span = beatenBy === null ? growths.length : last.year - beatenBy.year;
  if (span < 2) return [];
  return [
    {
      weight: span < 5 ? 40 + span : span < 9 ? 80 + span : 89,
      facts: {
        kind: "strongest-growth",
        metric,
        growth: last.growth,
        years: span,
        beatenBy: beatenBy && { year: beatenBy.year, growth: beatenBy.growth },
      },
      figures: [
        `${metric}_strongest_growth_in:${last.year}`,
        `${metric}_growth:${last.year}`,
        ...(beatenBy === null ? [] : [`${metric}_growth:${beatenBy.year}`]),
      ],
    },
  ];
}

/** Two years or more of rise, or of fall, up to the last. */
function streakFinding(years: readonly YearSums[], metric: Metric): readonly Said[] {
  const growths = growthsOf(years, metric).toReversed();
  const signs = growths.map(({ growth }) => signOf(growth));
  const [last = 0] = signs;
  const end = signs.findIndex((sign) => sign !== last);
  const run = end === -1 ? growths : growths.slice(0, end);
  const year = growths[0]?.year;
  if (last === 0 || run.length < 2) return [];
  return [
    {
      weight: run.length === 2 ? 30 : Math.min(40 + 3 * run.length, 76),
      facts: { kind: "streak", metric, direction: last > 0 ? "rise" : "fall", years: run.length },
      figures: [`${metric}_streak:${year}`, ...run.map((each) => `${metric}_growth:${each.year}`)],
    },
  ];
}

function itemsOf(year: number, sums: Sums): Items {
  return sums.destinations.get(year) ?? new Map<string, Totals>();
}

/** Whether a destination may be singled out: it is a country, and not one exporter's alone this year. */
function mayBeNamed(code: string, year: number, sums: Sums): boolean {
  return code !== NO_COUNTRY && !(sums.soleExporter.get(year) ?? []).includes(code);
}

interface Part {
  readonly destination: string;
  readonly contribution: Ratio;
}

/**
 * Three destinations at most that moved the total its own way: the first whatever its size, the others with a tenth of the
 * growth at least. Against it: the largest the other way, with a tenth of it at least. The rest makes the sum exact.
 */
function contributorsFinding(year: number, sums: Sums, metric: Metric): readonly Said[] {
  const growth = yearGrowth(sums.years, year, metric);
  if (growth === null || signOf(growth) === 0) return [];
  const [now, before] = [itemsOf(year, sums), itemsOf(year - 1, sums)];
  const whole = totalOf(before, metric);
  const parts = [...new Set([...now.keys(), ...before.keys()])]
    .filter((code) => mayBeNamed(code, year, sums))
    .toSorted()
    .flatMap((destination): readonly Part[] => {
      const amounts = [now, before].map((items) => amountOf(items.get(destination), metric) ?? 0n);
      const contribution = ratio((amounts[0] ?? 0n) - (amounts[1] ?? 0n), whole);
      return contribution === null ? [] : [{ destination, contribution }];
    });
  // Contributions have one denominator: their numerators compare.
  const bySize = (wanted: number): readonly Part[] =>
    parts
      .filter(({ contribution }) => signOf(contribution) === wanted)
      .toSorted((a, b) => Number(magnitude(b.contribution.numerator) - magnitude(a.contribution.numerator)));
  const isTenth = ({ contribution }: Part): boolean =>
    10n * magnitude(contribution.numerator) * growth.denominator >=
    magnitude(growth.numerator) * contribution.denominator;
  const contributors = bySize(signOf(growth)).filter((part, index) => index < 3 && (index === 0 || isTenth(part)));
  const against = bySize(-signOf(growth)).slice(0, 1).find(isTenth) ?? null;
  if (contributors.length === 0) return [];
  const named = against === null ? contributors : [...contributors, against];
  const others = named.reduce<Ratio | null>((left, { contribution }) => minus(left, contribution), growth);
  return [
    {
      weight: metric === "goods_value" ? 70 : 66,
      facts: {
        kind: "contributors",
        metric,
        growth,
        contributors: contributors.map((part) => ({ ...part })),
        against: against && { ...against },
        rest: others,
      },
      figures: [
        ...named.map(({ destination }) => `${metric}_contribution:${year}:destination=${destination}`),
        `${metric}_growth:${year}`,
      ],
    },
  ];
}

/** The destination that alone has the largest amount; `null` when several have it. */
function firstOf(items: Items, metric: Metric): string | null {
  const first = [...items.keys()].filter((code) => rankOf(code, items, metric) === 1);
  return first.length === 1 ? (first[0] ?? null) : null;
}

function leaderFinding(year: number, sums: Sums, metric: Metric): readonly Said[] {
  const now = itemsOf(year, sums);
  const leader = firstOf(now, metric);
  if (leader === null || !mayBeNamed(leader, year, sums)) return [];
  const previous = firstOf(itemsOf(year - 1, sums), metric);
  let years = 1;
  while (firstOf(itemsOf(year - years, sums), metric) === leader) years += 1;
  const overtaken = previous === null || previous === leader || !mayBeNamed(previous, year, sums) ? null : previous;
  const rankIn = (wanted: number, code: string): string => `${metric}_rank:${wanted}:destination=${code}`;
  return [
    {
      weight: (overtaken === null ? 60 : 90) + (metric === "goods_value" ? 1 : 0),
      facts: {
        kind: "leader",
        metric,
        destination: leader,
        share: ratio(amountOf(now.get(leader), metric), totalOf(now, metric)),
        years,
        overtaken: overtaken === null ? null : { destination: overtaken, rank: rankOf(overtaken, now, metric) },
      },
      figures: [
        `${metric}_share:${year}:destination=${leader}`,
        ...Array.from({ length: years }, (_, back) => rankIn(year - back, leader)),
        ...(overtaken === null ? [] : [rankIn(year, overtaken), rankIn(year - 1, overtaken)]),
      ],
    },
  ];
}

/** Among those in the first twenty of this year or the last: three each way that moved two places or more. */
function moversFinding(year: number, sums: Sums, metric: Metric): readonly Said[] {
  const [now, before] = [itemsOf(year, sums), itemsOf(year - 1, sums)];
  const moves = [...now.keys()]
    .filter((code) => mayBeNamed(code, year, sums))
    .flatMap((destination) => {
      const [rank, previousRank] = [now, before].map((items) => rankOf(destination, items, metric));
      if (rank == null || previousRank == null || (rank > 20 && previousRank > 20)) return [];
      return [{ destination, rank, previousRank, places: previousRank - rank }];
    });
  const farthest = (direction: number): typeof moves =>
    moves
      .filter(({ places }) => direction * places >= 2)
      .toSorted(
        (a, b) => direction * (b.places - a.places) || a.rank - b.rank || (a.destination < b.destination ? -1 : 1),
      )
      .slice(0, 3);
  const [up, down] = [farthest(1), farthest(-1)];
  if (up.length === 0 && down.length === 0) return [];
  const facts = (movers: typeof moves): readonly Expected[] =>
    movers.map(({ destination, rank, previousRank }) => ({ destination, rank, previousRank }));
  return [
    {
      weight: metric === "goods_value" ? 50 : 49,
      facts: { kind: "movers", metric, up: facts(up), down: facts(down) },
      figures: [...up, ...down].map(({ destination }) => `${metric}_rank_change:${year}:destination=${destination}`),
    },
  ];
}

/** The month that alone has the largest amount. */
function bestMonthFinding(year: number, sums: Sums, metric: Metric): readonly Said[] {
  const months = [...(sums.months.get(year) ?? new Map<number, Totals>())].flatMap(([month, totals]) => {
    const amount = amountOf(totals, metric);
    return amount === null ? [] : [{ month, amount }];
  });
  const best = months.filter(({ amount }) => months.every((other) => other.amount <= amount));
  const [first] = best;
  if (first === undefined || best.length > 1) return [];
  const total = amountOf(yearOf(sums.years, year), metric);
  return [
    {
      weight: metric === "goods_value" ? 20 : 19,
      facts: {
        kind: "best-month",
        metric,
        month: first.month,
        total: written(first.amount, metric),
        share: ratio(first.amount, total),
      },
      figures: [
        `${metric}_best_month:${year}`,
        `${metric}:${year}-${String(first.month).padStart(2, "0")}`,
        `${metric}:${year}`,
      ],
    },
  ];
}

/** Countries that came (for the first time on file, or again) and went. The first year has nothing to compare with. */
function newAndLost(year: number, sums: Sums): readonly Said[] {
  const countriesOf = (wanted: number): readonly string[] =>
    [...itemsOf(wanted, sums).keys()].filter((code) => code !== NO_COUNTRY).toSorted();
  if (!sums.destinations.has(year - 1)) return [];
  const [now, before] = [countriesOf(year), countriesOf(year - 1)];
  const earlier = new Set([...sums.destinations.keys()].filter((other) => other < year).flatMap(countriesOf));
  const came = now.filter((code) => !before.includes(code));
  const went = before.filter((code) => !now.includes(code));
  const firstTime = came.filter((code) => !earlier.has(code));
  const returned = came.filter((code) => earlier.has(code));
  const figures = (codes: readonly string[]): readonly string[] =>
    codes.map((code) => `certificates:${year}:destination=${code}`);
  return [
    ...(came.length > 0
      ? [{ weight: 45, facts: { kind: "new-destinations", firstTime, returned }, figures: figures(came) }]
      : []),
    ...(went.length > 0
      ? [{ weight: 25, facts: { kind: "lost-destinations", destinations: went }, figures: figures(went) }]
      : []),
  ];
}

/** Growth of value, of the number of certificates that have one, and of their average: the first is the product of the others. */
function splitFinding(years: readonly YearSums[]): readonly Said[] {
  const [before, now] = years.slice(-2);
  if (before === undefined || now === undefined || before.cents === null || now.cents === null) return [];
  if (before.cents === 0n || now.cents === 0n) return [];
  const certificates = growthOf(BigInt(now.valued), BigInt(before.valued));
  const value = yearGrowth(years, now.year, "goods_value");
  const average = growthOf(now.cents * BigInt(before.valued), before.cents * BigInt(now.valued));
  if (certificates === null || value === null || average === null) return [];
  return [
    {
      weight: signOf(certificates) * signOf(average) === -1 ? 65 : 35,
      facts: {
        kind: "count-value-split",
        goodsValueGrowth: value,
        certificatesWithValueGrowth: certificates,
        valuePerCertificateGrowth: average,
      },
      figures: [
        `goods_value_growth:${now.year}`,
        `certificates_with_value:${now.year}`,
        `certificates_with_value:${before.year}`,
        `value_per_certificate_growth:${now.year}`,
      ],
    },
  ];
}

/** The share of the five largest destinations, what is no country among them, and 1/HHI = X^2 / (sum of x_i^2). */
function concentrationFinding(year: number, sums: Sums): readonly Said[] {
  const amounts = (items: Items): readonly bigint[] => [...items.values()].flatMap((totals) => totals.cents ?? []);
  const topShare = (items: Items): Ratio | null => {
    const largest = amounts(items).toSorted((a, b) => Number(b - a));
    return ratio(plus(largest.slice(0, 5)), plus(largest));
  };
  const now = itemsOf(year, sums);
  const share = topShare(now);
  const effective = ratio(plus(amounts(now)) ** 2n, plus(amounts(now).map((amount) => amount ** 2n)));
  if (yearOf(sums.years, year).destinations < 6 || share === null || effective === null) return [];
  const previous = topShare(itemsOf(year - 1, sums));
  const moved = minus(share, previous);
  const notable = moved !== null && 100n * magnitude(moved.numerator) >= moved.denominator;
  return [
    {
      weight: notable ? 38 : 22,
      facts: {
        kind: "concentration",
        metric: "goods_value",
        topShare: share,
        previousTopShare: previous,
        effectiveNumber: effective,
      },
      figures: [
        `goods_value_top_5_share:${year}`,
        ...(previous === null ? [] : [`goods_value_top_5_share:${year - 1}`]),
        `goods_value_effective_number:${year}`,
      ],
    },
  ];
}

/** Exporters that are there this year and not the year before, and the reverse. */
function exportersFinding(year: number, sums: Sums): readonly Said[] {
  const [now, before] = [sums.exporters.get(year), sums.exporters.get(year - 1)];
  if (now === undefined || before === undefined) return [];
  return [
    {
      weight: 28,
      facts: {
        kind: "exporters",
        exporters: now.size,
        previous: before.size,
        entrants: [...now].filter((exporter) => !before.has(exporter)).length,
        exiters: [...before].filter((exporter) => !now.has(exporter)).length,
      },
      figures: [`exporters:${year}`, `exporters:${year - 1}`, `entrants:${year}`, `exiters:${year}`],
    },
  ];
}
