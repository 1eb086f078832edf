import type { ItemDimension } from "../domain/dimension.ts";
import type { TradeEvent } from "../domain/event.ts";
import { divideHalfUp, numberToFraction, type Fraction } from "../domain/fraction.ts";
import type { Language } from "../domain/language.ts";
import type { Metric } from "../domain/metric.ts";
import { monthOf, type MonthNumber, type MonthSpan } from "../domain/month.ts";
import { printable } from "../domain/printable.ts";
import type { InfluentialPart } from "../report/event-influence.ts";
import type { Refusal } from "../report/event-plan.ts";
import { perYear, type EventStudy, type MetricStudy, type StudiedEvent } from "../report/event-study.ts";
import { ratioOfLog } from "../report/event-tables.ts";
import { eventWordsOf, type EventWords } from "./event-words.ts";
import { createFormatter, UNDEFINED, type Formatter } from "./format.ts";
import { wordsOf, type Words } from "./words.ts";

/** What studies of events are told with. */
export interface EventView {
  readonly language: Language;
  readonly currency: string;
  readonly nameOf: (dimension: ItemDimension, code: string) => string;
}

export interface EventContext extends EventView {
  readonly words: Words;
  readonly own: EventWords;
  readonly format: Formatter;
}

export function eventContext(view: EventView): EventContext {
  const { language } = view;
  return { ...view, words: wordsOf(language), own: eventWordsOf(language), format: createFormatter(language) };
}

/** The event with its date. */
export function eventTitle({ event }: EventStudy, context: EventContext): string {
  const name = event.name === "" ? aboutText(event, context) : printable(event.name);
  return `${name} · ${dateText(event.date, context)}`;
}

/** What is compared with what, and over which months. */
export function eventDesign(study: StudiedEvent, context: EventContext): readonly string[] {
  const { own, format } = context;
  const { windows } = study.plan;
  const span = ({ first, last }: MonthSpan): string => own.span(monthText(first, context), monthText(last, context));
  const group =
    study.against === null
      ? own.allOthers(format.count(study.compared), study.unit, study.event.themes.length > 0)
      : study.against.map(({ dimension, code }) => context.nameOf(dimension, code)).join(", ");
  return [own.against(aboutText(study.event, context), group), own.windows(span(windows.before), span(windows.after))];
}

/** The yearly averages of both sides, their growth, that of the comparison group, and the difference: a row for each metric. */
export function levelRows({ metrics, plan }: StudiedEvent, context: EventContext): readonly (readonly string[])[] {
  const { words, format } = context;
  const percent = (value: Fraction | null): string => (value === null ? UNDEFINED : signed(value, format));
  return metrics.map((of) => [
    words.metric[of.metric],
    averageText(of.metric, perYear(of.treated.before, plan.windows.before), context),
    averageText(of.metric, perYear(of.treated.after, plan.windows.after), context),
    percent(of.treatedGrowth),
    percent(of.comparisonGrowth),
    percent(of.difference),
  ]);
}

/** What the study of a metric found, in sentences: first the difference and how ordinary it is, then what else is known of it. */
export function metricSentences(study: StudiedEvent, of: MetricStudy, context: EventContext): readonly string[] {
  const { own, format } = context;
  const p = (value: Fraction): string => format.plain(value, 3);
  const { test, trend, dates } = of;
  const placebos = own.placebos(
    test.asLarge === 0 ? null : format.count(test.asLarge),
    format.count(test.placebos),
    study.unit,
    p(test.p),
    p(test.smallestP),
  );
  return [
    differenceSentence(study, of, context),
    `${placebos} ${own.verdict[of.outcome](study.level)}`,
    trend === null
      ? own.noTrend
      : `${own.trend(trend.years, signed(numberToFraction(trend.difference), format), p(trend.test.p))} ${trend.apart ? own.trendApart : own.trendAlike}`,
    dates.count === 0 ? own.noDates : own.dates(format.count(dates.asLarge), format.count(dates.count)),
    ...influenceSentences(study, of, context),
  ];
}

function differenceSentence({ level }: StudiedEvent, of: MetricStudy, context: EventContext): string {
  const { own, format } = context;
  const { metric, difference, interval } = of;
  if (difference.numerator === 0n) return own.equal;
  const range = interval
    ? own.interval(level, signed(ratioOfLog(interval.low), format), signed(ratioOfLog(interval.high), format))
    : own.noInterval(level);
  const size = difference.numerator < 0n ? { ...difference, numerator: -difference.numerator } : difference;
  return own.differs(
    format.percent(size, { digits: 1 }),
    difference.numerator > 0n ? "above" : "below",
    averageText(metric, of.yearly, context),
    range,
  );
}

function influenceSentences(
  { unit }: StudiedEvent,
  { influence }: MetricStudy,
  context: EventContext,
): readonly string[] {
  const { own, format } = context;
  const { exporter, consignment, compared } = influence;
  const without = (value: Fraction | null): string => (value === null ? UNDEFINED : signed(value, format));
  const of = (part: InfluentialPart | null, say: (part: string, without: string) => string): readonly string[] =>
    part === null ? [] : [say(partText(part.part, own, format), without(part.without))];
  return [
    ...of(exporter, own.exporter),
    ...of(consignment, own.consignment),
    ...(compared === null
      ? []
      : [
          own.compared(
            unit === "hs2" ? `${context.words.term.hs2} ${compared.id}` : context.nameOf(unit, compared.id),
            without(compared.without),
          ),
        ]),
  ];
}

/** A part of the difference; of one that others offset, only that it is more than all. */
function partText(part: Fraction, own: EventWords, format: Formatter): string {
  const all: Fraction = { numerator: 1n, denominator: 1n };
  const text = (value: Fraction): string => format.percent(value, { digits: 0 });
  return part.numerator > part.denominator ? own.moreThan(text(all)) : text(part);
}

/** Why an event is not studied: what there is, and what it takes. */
export function refusalText(refusal: Refusal, context: EventContext): string {
  const { own, format } = context;
  return `${own.refused}: ${reasonOf(refusal, own, (month) => monthText(monthOf(month), context), format.count)}`;
}

function reasonOf(
  refusal: Refusal,
  own: EventWords,
  month: (id: string) => string,
  count: (value: number) => string,
): string {
  switch (refusal.kind) {
    case "outside_data":
      return refusal.from === null || refusal.to === null
        ? own.noData
        : own.outsideData(month(refusal.from), month(refusal.to));
    case "too_few_months":
      return own.tooFewMonths(
        refusal.side,
        count(refusal.has),
        count(refusal.needs),
        month(refusal.from),
        month(refusal.to),
      );
    case "too_few_certificates":
      return own.tooFewCertificates(
        count(refusal.before),
        count(refusal.after),
        count(refusal.needs),
        count(refusal.needsBefore),
      );
    case "too_few_compared":
      return own.tooFewCompared(count(refusal.before), count(refusal.after), count(refusal.needs));
    case "too_few_placebos":
      return own.tooFewPlacebos(count(refusal.has), count(refusal.needs));
  }
}

/** The destinations and themes of an event. */
export function aboutText({ destinations, themes }: TradeEvent, { nameOf }: EventContext): string {
  const names = [
    destinations.map((code) => nameOf("destination", code)),
    themes.map((theme) => printable(nameOf("theme", theme))),
  ];
  return names.flatMap((each) => (each.length === 0 ? [] : [each.join(", ")])).join(" · ");
}

/** A growth or a difference, signed. */
export function signed(value: Fraction, format: Formatter): string {
  return format.percent(value, { digits: 1, signed: true });
}

/** An average per year: certificates to a tenth, money in words. */
function averageText(metric: Metric, average: Fraction | null, { format, currency }: EventContext): string {
  if (average === null) return UNDEFINED;
  return metric === "certificates"
    ? format.plain(average, 1)
    : format.amount(divideHalfUp(average.numerator, average.denominator), currency);
}

export function monthText(month: MonthNumber, { format }: EventContext, length: "long" | "short" = "long"): string {
  return `${format.month((month % 12) + 1, length)} ${Math.floor(month / 12)}`;
}

function dateText(date: string, context: EventContext): string {
  const day = date.slice("YYYY-MM-".length);
  const month = monthText(monthOf(date), context);
  if (day === "") return month;
  const { language } = context;
  return language === "de" ? `${Number(day)}. ${month}` : `${Number(day)} ${month}`;
}

/** Sentences about a whole as a share of one: undefined is a dash. */
export function shareSentence({ shareBefore, shareAfter }: MetricStudy, { own, format }: EventContext): string {
  const share = (value: Fraction | null): string => (value === null ? UNDEFINED : format.percent(value));
  return own.shares(share(shareBefore), share(shareAfter));
}
