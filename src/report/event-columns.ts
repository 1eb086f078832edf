import type { Unit } from "../measures/measure.ts";

interface EventColumn {
  readonly meaning: string;
  readonly unit: Unit | "amount" | "text" | "code";
  readonly undefinedWhen?: string;
}

const column = (unit: EventColumn["unit"], meaning: string, undefinedWhen = "the event is refused"): EventColumn => ({
  meaning,
  unit,
  undefinedWhen,
});
const always = (unit: EventColumn["unit"], meaning: string): EventColumn => ({ meaning, unit });

/** What the columns of studies of events are: treated is what the event is about. */
export const EVENT_COLUMNS: Readonly<Record<string, EventColumn>> = {
  event: column("text", "Name of the event.", "it has none"),
  date: always("text", "When it was: YYYY-MM-DD or YYYY-MM."),
  refused: column("code", "Why there is no study.", "there is one"),
  metric: column("code", "certificates or goods_value."),
  outcome: column(
    "code",
    "How the test came out: unattainable, ordinary, diverged_before, trend_unknown or beyond_ordinary.",
  ),
  before_from: column("text", "First month of the window before: 2012-06."),
  before_to: column("text", "Last month of the window before."),
  after_from: column("text", "First month of the window after."),
  after_to: column("text", "Last month of the window after."),
  treated_before: column("amount", "Sum of the window before."),
  treated_after: column("amount", "Sum of the window after."),
  treated_growth: column("fraction", "Growth of the monthly average, from the window before to the one after."),
  treated_share_before: column("fraction", "Part of everything selected (of the same goods), before."),
  treated_share_after: column("fraction", "Part of everything selected (of the same goods), after."),
  comparison_units: column("count", "Destinations, or chapters, in the comparison group."),
  comparison_before: column("amount", "Sum of the comparison group in the window before."),
  comparison_after: column("amount", "Sum of the comparison group in the window after."),
  comparison_growth: column("fraction", "Growth of the monthly average of the comparison group."),
  difference: column(
    "fraction",
    "Difference in differences: (treated_after / treated_before) / (comparison_after / comparison_before) - 1.",
  ),
  difference_per_year: column(
    "amount",
    "The same in amounts: (treated_after - treated_before x comparison_after / comparison_before) / years after.",
  ),
  log_difference: column("log points", "ln(1 + difference), which is what is tested.", "nothing came after the event"),
  level: column("count", "Level of confidence of the interval, in per cent."),
  difference_low: column(
    "fraction",
    "Lower end of the interval of the difference, by inversion of the test.",
    "the placebos are too few for the level",
  ),
  difference_high: column("fraction", "Upper end of the interval.", "the placebos are too few for the level"),
  placebos: column("count", "Units of comparable size that the same difference was computed for."),
  placebos_as_large: column("count", "Those whose difference is at least as large, up or down."),
  p_value: column("fraction", "(1 + placebos_as_large) / (1 + placebos), two-sided."),
  smallest_p_value: column("fraction", "1 / (1 + placebos)."),
  earlier_dates: column(
    "count",
    "Earlier dates, whose windows end before the event, with the same difference computed.",
  ),
  earlier_dates_as_large: column("count", "Those on which it is at least as large; the dates overlap."),
  trend_years: column("count", "Years before the event that the trend is told from.", "the trend cannot be compared"),
  trend_difference: column(
    "fraction",
    "Least-squares slope of these years, as a part of their mean, minus that of the comparison group.",
    "the trend cannot be compared",
  ),
  trend_p_value: column("fraction", "p-value of that against the same placebos.", "the trend cannot be compared"),
  exporter_part: column("fraction", "Part of the difference that one exporter makes up.", "none makes up a quarter"),
  consignment_part: column("fraction", "Part that one consignment makes up.", "none makes up a quarter"),
  period: always("count", "Period in event time: -1 ends where the window before ends, 0 begins the window after."),
  from: always("text", "First month of the period: 2015-06."),
  to: always("text", "Last month of the period."),
  treated: always("amount", "Sum of the period."),
  comparison: always("amount", "Sum of the comparison group in the period."),
  treated_index: column("number", "Monthly average over that of the window before.", "there was nothing before"),
  comparison_index: column("number", "The same of the comparison group.", "there was nothing before"),
  band_low: column(
    "number",
    "Where the index ordinarily begins: comparison_index plus what placebos differ from theirs.",
    "the placebos are too few for the level",
  ),
  band_high: column("number", "Where it ordinarily ends.", "the placebos are too few for the level"),
};
