import { NOT_A_COUNTRY } from "../../domain/certificate.ts";
import { compareFractions, subtractFractions, type Fraction } from "../../domain/fraction.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Metric } from "../../domain/metric.ts";
import { amountOf } from "../../domain/totals.ts";
import { contribution } from "../../measures/contribution.ts";
import { rank } from "../../measures/rank.ts";
import { rankChange } from "../../measures/rank-change.ts";
import { share } from "../../measures/share.ts";
import type { ItemFigures, ItemRow } from "../item-table.ts";
import { destinationFigure, lastTwo, wholeFigure, type FindingInput } from "./finding-input.ts";
import type { Contributor, Finding, Mover } from "./finding.ts";

const MOST_CONTRIBUTORS = 3;
/** A contribution smaller than this part of the growth is named only when it is the largest. */
const NOTABLE_PART: Fraction = { numerator: 1n, denominator: 10n };
/** Movers are looked for among the destinations that are, or were, among this many. */
const LEAGUE = 20;
const SMALLEST_MOVE = 2;
const MOST_MOVERS = 3;

/** The figures of a destination in one of the two quantities. */
function figuresOf(row: ItemRow, metric: Metric): ItemFigures {
  return metric === "certificates" ? row.certificates : row.goodsValue;
}

/** Destinations that may be singled out: countries, and more than one exporter behind their figures. */
function publishable({ destinations, soleExporter }: FindingInput): readonly ItemRow[] {
  return destinations.filter(({ item }) => item !== "" && item !== NOT_A_COUNTRY && !soleExporter.includes(item));
}

/** Where the growth of a quantity came from: named contributions and the rest sum exactly to it. */
export function contributorsFinding(input: FindingInput, metric: Metric): readonly Finding[] {
  const { period } = input;
  const now = lastTwo(input)?.now;
  const growth = (metric === "certificates" ? now?.certificatesGrowth : now?.goodsValueGrowth) ?? null;
  if (now?.complete !== true || growth === null || growth.numerator === 0n) return [];
  const sign = growth.numerator > 0n ? 1n : -1n;
  const parts = publishable(input)
    .flatMap(({ item, ...row }): readonly Contributor[] => {
      const part = figuresOf({ item, ...row }, metric).contribution;
      return part === null ? [] : [{ destination: item, contribution: part }];
    })
    .map((each) => ({ ...each, along: times(each.contribution, sign) }))
    .toSorted((a, b) => compareFractions(b.along, a.along) || (a.destination < b.destination ? -1 : 1));
  const notable = times(product(growth, NOTABLE_PART), sign);
  const named = parts.filter(
    ({ along }, index) => along.numerator > 0n && (index === 0 || compareFractions(along, notable) >= 0),
  );
  const contributors = named.slice(0, MOST_CONTRIBUTORS).map(withoutOrder);
  if (contributors.length === 0) return [];
  const last = parts.at(-1);
  const holdsBack = last !== undefined && compareFractions(times(last.along, -1n), notable) >= 0;
  const against = holdsBack ? withoutOrder(last) : null;
  const listed = [...contributors, ...(against === null ? [] : [against])];
  return [
    {
      kind: "contributors",
      metric,
      growth,
      contributors,
      against,
      rest: listed.reduce((rest, each) => subtractFractions(rest, each.contribution), growth),
      period,
      formula: contribution.formula,
      figures: [
        ...listed.map((each) => destinationFigure(period, `${metric}_contribution`, each.destination)),
        wholeFigure(period, `${metric}_growth`),
      ],
      weight: metric === "goods_value" ? 70 : 66,
    },
  ];
}

function withoutOrder({ destination, contribution: part }: Contributor): Contributor {
  return { destination, contribution: part };
}

function times(value: Fraction, factor: bigint): Fraction {
  return { numerator: value.numerator * factor, denominator: value.denominator };
}

function product(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Who is first, since when, and who was before. Nothing when the first place is shared, or not one to single out. */
export function leaderFinding(input: FindingInput, metric: Metric): readonly Finding[] {
  const { period, series } = input;
  const covered = new Set(series.filter((row) => row.complete).map((row) => row.year));
  if (!covered.has(period.year)) return [];
  const leader = leaderOf(input, metric, period.year);
  const named = new Map(publishable(input).map((row) => [row.item, figuresOf(row, metric).rank]));
  if (leader === null || !named.has(leader.item)) return [];
  const before = covered.has(period.year - 1) ? leaderOf(input, metric, period.year - 1) : null;
  let years = 1;
  while (covered.has(period.year - years) && leaderOf(input, metric, period.year - years)?.item === leader.item) {
    years += 1;
  }
  const overtaken = before !== null && before.item !== leader.item && named.has(before.item) ? before.item : null;
  const rankIn = (year: number, item: string): Figure => destinationFigure({ ...period, year }, `${metric}_rank`, item);
  return [
    {
      kind: "leader",
      metric,
      destination: leader.item,
      share: leader.share,
      years,
      overtaken: overtaken === null ? null : { destination: overtaken, rank: named.get(overtaken) ?? null },
      period,
      formula: rank.formula,
      figures: [
        destinationFigure(period, `${metric}_share`, leader.item),
        ...Array.from({ length: years }, (_, index) => rankIn(period.year - index, leader.item)),
        ...(overtaken === null ? [] : [rankIn(period.year, overtaken), rankIn(period.year - 1, overtaken)]),
      ],
      weight: (overtaken === null ? 60 : 90) + (metric === "goods_value" ? 1 : 0),
    },
  ];
}

function leaderOf(input: FindingInput, metric: Metric, year: number): { item: string; share: Fraction } | null {
  const rows = input.byDestination.filter((row) => row.year === year);
  const amounts = rows.map((row) => amountOf(row, metric));
  const first = rank.compute(amounts).flatMap((each, index) => (each === 1 ? [index] : []));
  const total = amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n);
  const part = share.compute(amounts[first[0] ?? -1] ?? null, total);
  const item = rows[first[0] ?? -1]?.item;
  return first.length !== 1 || item === undefined || part === null ? null : { item, share: part };
}

/** Destinations that rose or fell most in rank, among the large ones. */
export function moversFinding(input: FindingInput, metric: Metric): readonly Finding[] {
  const { period } = input;
  if (lastTwo(input)?.now.complete !== true) return [];
  const movers = publishable(input).flatMap((row): readonly Mover[] => {
    const { rank: now, previousRank } = figuresOf(row, metric);
    return now === null || previousRank === null || Math.min(now, previousRank) > LEAGUE
      ? []
      : [{ destination: row.item, rank: now, previousRank }];
  });
  const moved = (direction: 1 | -1): readonly Mover[] =>
    movers
      .map((mover) => ({ mover, places: direction * (rankChange.compute(mover.rank, mover.previousRank) ?? 0) }))
      .filter(({ places }) => places >= SMALLEST_MOVE)
      .toSorted((a, b) => b.places - a.places || a.mover.rank - b.mover.rank)
      .slice(0, MOST_MOVERS)
      .map(({ mover }) => mover);
  const [up, down] = [moved(1), moved(-1)];
  if (up.length + down.length === 0) return [];
  return [
    {
      kind: "movers",
      metric,
      up,
      down,
      period,
      formula: rankChange.formula,
      figures: [...up, ...down].map(({ destination }) =>
        destinationFigure(period, `${metric}_rank_change`, destination),
      ),
      weight: metric === "goods_value" ? 50 : 49,
    },
  ];
}

/** Destinations that came and went; nothing for the first year on file or after a gap. */
export function destinationFindings(input: FindingInput): readonly Finding[] {
  const { period, byDestination } = input;
  const { now: last, before } = lastTwo(input) ?? {};
  if (last === undefined || before == null || !before.complete) return [];
  const countries = byDestination.filter((row) => row.item !== NOT_A_COUNTRY);
  const itemsOf = (matches: (year: number) => boolean): ReadonlySet<string> =>
    new Set(countries.filter((row) => matches(row.year)).map((row) => row.item));
  const now = itemsOf((year) => year === last.year);
  const previous = itemsOf((year) => year === before.year);
  const ever = itemsOf((year) => year < last.year);
  const gained = [...now].filter((item) => !previous.has(item));
  const firstTime = gained.filter((item) => !ever.has(item));
  const returned = gained.filter((item) => ever.has(item));
  const lost = last.complete ? [...previous].filter((item) => !now.has(item)) : [];
  const basis = (items: readonly string[]): Pick<Finding, "period" | "figures"> => ({
    period,
    figures: items.map((item) => destinationFigure(period, "certificates", item)),
  });
  return [
    ...(gained.length === 0
      ? []
      : [
          {
            kind: "new-destinations",
            firstTime,
            returned,
            ...basis(gained),
            formula: "x_it > 0 and x_i,t-1 = 0; for the first time: x_is = 0 for every s < t on file",
            weight: 45,
          } as const,
        ]),
    ...(lost.length === 0
      ? []
      : [
          {
            kind: "lost-destinations",
            destinations: lost,
            ...basis(lost),
            formula: "x_it = 0 and x_i,t-1 > 0",
            weight: 25,
          } as const,
        ]),
  ];
}
