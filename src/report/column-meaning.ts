import { DIMENSIONS } from "../domain/dimension.ts";
import { MEASURES } from "../measures/list.ts";
import type { MeasureInfo, Unit } from "../measures/measure.ts";
import { EVENT_COLUMNS } from "./event-columns.ts";

/** What a column of an output is. */
export interface ColumnMeaning {
  readonly meaning: string;
  /** An amount is of the metric of its row: a count, or money. */
  readonly unit: Unit | "amount" | "text" | "code" | "date";
  /** When it is empty; never empty when absent. */
  readonly undefinedWhen?: string;
}

/**
 * What a column is, by its name: a column is a dimension, a measure, or a quantity and a measure of it (`goods_value_growth`).
 * `null` when the name is none of these.
 */
export function columnMeaning(name: string): ColumnMeaning | null {
  return (
    OTHERS[name] ?? EVENT_COLUMNS[name] ?? dimensionMeaning(name) ?? measureMeaning(name, null) ?? compoundMeaning(name)
  );
}

const text = (meaning: string, undefinedWhen?: string): ColumnMeaning => ({
  meaning,
  unit: "text",
  ...(undefinedWhen === undefined ? {} : { undefinedWhen }),
});
const code = (meaning: string, undefinedWhen?: string): ColumnMeaning => ({
  ...text(meaning, undefinedWhen),
  unit: "code",
});
const number = (unit: Unit, meaning: string, undefinedWhen?: string): ColumnMeaning => ({
  ...text(meaning, undefinedWhen),
  unit,
});

const OTHERS: Readonly<Record<string, ColumnMeaning>> = {
  year: number("years", "Calendar year of the issue date."),
  quarter: code("Quarter of the issue date: 2017-Q3."),
  month: code("Month of the issue date: 2017-09."),
  certificates_with_value: number("count", "Certificates that have a value."),
  complete: number("yes or no", "Whether the data cover the whole period."),
  first_month: number(
    "month",
    "First month that the data cover and the growth compares.",
    "the data cover no month whole",
  ),
  last_month: number(
    "month",
    "Last month that the data cover and the growth compares.",
    "the data cover no month whole",
  ),
  surviving_entrants: number(
    "count",
    "Entrants that are active in the next year, too.",
    "the next year is not on file or incomplete",
  ),
  entrants_share: number("fraction", "The part of the goods value that is of entrants.", "the entrants are"),
  exporter_status: code("Which exporters: all, entrants, exiters, incumbents or surviving_entrants."),
  margin: code("The margin: total, entrants, exiters, incumbents, and what these are made of."),
  depth: number("count", "How deep the margin is inside others; those of one depth sum to the one that they are in."),
  cohort: number("years", "The year of the first certificate on file."),
  year_of_life: number("count", "The year of the exporter's life: 0 is that of the first certificate."),
  benchmark_effect: number(
    "money",
    "The change if the item had grown as the whole benchmark.",
    "the item is not in the benchmark",
  ),
  mix_effect: number(
    "money",
    "The change because the item's benchmark grew otherwise than the whole.",
    "the item is not in the benchmark",
  ),
  competitive_effect: number(
    "money",
    "The change because the item grew otherwise than in the benchmark.",
    "the item is not in the benchmark",
  ),
  benchmark_share: number("fraction", "Share of the item in the benchmark.", "the benchmark lacks it or its total"),
  without_benchmark: number("money", "The change of what is not in the benchmark."),
  benchmark_growth: number("fraction", "Growth of the item in the benchmark.", "the item is not in the benchmark"),
  measure: code("What share and growth are of: exporters, certificates or goods_value."),
  first_year: number("years", "The first year on file in which the exporter has it."),
  similar_exporters: number("count", "Exporters with similar products that ship there in the year."),
  similar_exporters_share: number("fraction", "Their part of all exporters with similar products."),
  similar_goods_value_rounded: number(
    "money",
    "Their goods value, to two digits.",
    "too few firms are behind it, one of them predominates, or the rest of the market would be told",
  ),
  market_growth: number(
    "fraction",
    "Growth of the goods value of all exporters there.",
    "the years do not compare, too few firms are behind one of them, or one firm predominates",
  ),
  line: number("count", "Line of the text."),
  claim: text("The words that claim something."),
  verdict: code("holds, does-not-hold or cannot-be-judged."),
  reason: code("Why it cannot be judged.", "it can"),
  figure: code(
    "The figure by its id, as origo explain takes it; of a claim all that it may be about.",
    "none was found",
  ),
  figure_value: text("What that figure comes to.", "there is not exactly one"),
  sentence: text("The sentence around it."),
  kind: code("What became of the certificate: added, withdrawn, reclassified or changed."),
  certificate_number_old: text("Its number in the old vintage.", "it was added"),
  certificate_number_new: text("Its number in the new vintage.", "it was withdrawn"),
  issue_date: { ...text("The date that decides the period.", "it is not stated"), unit: "date" },
  field: code("The field that differs; docs/diff.md has them."),
  old: text("What the old vintage has.", "it has none"),
  new: text("What the new vintage has.", "it has none"),
  revision: text("New minus old, in the form of the figure.", "one is undefined, a month, or a yes or no"),
  relative_revision: number("fraction", "New / old - 1, of counts and amounts.", "one is undefined, or the old one 0"),
  cause: code("Why the totals of the year differ; docs/diff.md has the causes."),
  affected: number("count", "The certificates that it is about; their effects can cancel out."),
  certificates_revision: number("count", "What it adds to the number of certificates."),
  goods_value_revision: number("money", "What it adds to the goods value."),
  certificate_number: text("Number of the certificate at its chamber."),
  certificates_rank_difference: rankDifference("certificates"),
  goods_value_rank_difference: rankDifference("goods value"),
  chamber_name: text("Name of the chamber, or of the group."),
  chambers: number("count", "How many of the chambers have it."),
  common_items: number("count", "Items that all chambers have."),
  distinct_items: number("count", "Items that no other chamber has; of the group, those that only one chamber has."),
  trade: code("inside: to a country of one of the chambers; outside: to any other."),
  country: code("Country of the chamber, ISO 3166-1 alpha-2.", "there is no region file"),
  home: text("Home regions of the chamber.", "the region file names none"),
  from: code("First month that its own data cover.", "they cover no month whole"),
  to: code("Last month that its own data cover.", "they cover no month whole"),
  without_exporter_id: number(
    "count",
    "Certificates without an exporter number: they cannot be found at another chamber.",
  ),
  without_value: number("count", "Certificates without a value: they cannot be found at another chamber."),
  cross_border: number("count", "Its certificates that another chamber has, too, and keeps."),
  other_chamber: code("The chamber that has it, too."),
  other_certificate_number: text("Its number there."),
};

function rankDifference(quantity: string): ColumnMeaning {
  const meaning = `Rank by ${quantity} in the group less that at the chamber: positive stands higher at the chamber.`;
  return { meaning, unit: "count", undefinedWhen: "the chamber has none" };
}

function dimensionMeaning(name: string): ColumnMeaning | null {
  const [, base = name, end] = /^(.+?)_(name|items)$/.exec(name) ?? [];
  if (!DIMENSIONS.some((dimension) => dimension === base)) return null;
  if (end === "items") return number("count", `How many different items of ${base} there are.`);
  if (end === "name") return text(`Name of the ${base}; English unless --lang says otherwise.`);
  return code(DIMENSION_CODES[base] ?? `The ${base}.`, "it is not stated");
}

const DIMENSION_CODES: Readonly<Record<string, string>> = {
  destination: "Country of destination, ISO 3166-1 alpha-2; XX is no country.",
  origin: "Country of origin, ISO 3166-1 alpha-2.",
  region: "Region of the destination, code of the United Nations' M49.",
  sub_region: "Sub-region of the destination, code of the United Nations' M49.",
  bloc: "Trade bloc that the destination belongs to on the issue date; none is no bloc.",
  exporter: "Enterprise number, or normalised name where there is none.",
  exporter_size:
    "micro, small, medium or large (EU recommendation 2003/361); in firms also sme (the first three) and total.",
  hs2: "Chapter of the Harmonized System.",
  hs4: "Heading of the Harmonized System.",
  hs6: "Subheading of the Harmonized System.",
  group: "Group of the user's own; none is in no group.",
  theme: "Theme, by its English name or that in the user's own file; none is in no theme.",
};

/** The ends of column names that are not the id of their measure. */
const ENDS: readonly (readonly [end: RegExp, measure: string, addition: string])[] = [
  [/_rank_previous$/, "rank", " In the year before."],
  [/_(?:mean|sd|q1|median|q3)$/, "per_exporter", ""],
  [/_(?:entry|exit)_rate$/, "item_turnover", ""],
  [/_?top_\d+_share$/, "top_k_share", ""],
  [/_log_growth$/, "count_value_split", ""],
  [/_gap$/, "benchmark_gap", ""],
  [/^survival_\d$/, "survival", ""],
];

function compoundMeaning(name: string): ColumnMeaning | null {
  for (const [end, measure, addition] of ENDS) {
    if (end.test(name)) return measureMeaning(measure, name, addition);
  }
  const measures = MEASURES.map(({ id }) => id).toSorted((a, b) => b.length - a.length);
  const measure = measures.find((id) => name.endsWith(`_${id}`));
  return measure === undefined ? null : measureMeaning(measure, name);
}

function measureMeaning(id: string, name: string | null, addition = ""): ColumnMeaning | null {
  const measure = MEASURES.find((each) => each.id === id);
  if (measure === undefined) return null;
  const { title, formula, undefinedWhen } = measure;
  return {
    meaning: `${title}: ${formula}.${addition}`,
    unit: unitOf(measure, name),
    ...(undefinedWhen === "never" ? {} : { undefinedWhen }),
  };
}

/** Changes and statistics have the unit of what they are of. */
function unitOf({ id, unit }: MeasureInfo, name: string | null): Unit {
  if (id !== "change" && id !== "per_exporter") return unit;
  if (name?.startsWith("goods_value") === true) return "money";
  return id === "change" ? "count" : "number";
}
