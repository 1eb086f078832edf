import { NOT_A_COUNTRY } from "../../domain/certificate.ts";
import type { CountryPhraseOf } from "../../domain/country-phrase.ts";
import { compareFractions, type Fraction } from "../../domain/fraction.ts";
import type { Language } from "../../domain/language.ts";
import type { Metric } from "../../domain/metric.ts";
import { isSameRange, WHOLE_YEAR, type YearWindow } from "../../domain/period.ts";
import { printable } from "../../domain/printable.ts";
import type { Finding, Mover } from "../../report/findings/finding.ts";
import type { NameOf } from "../../report/tables.ts";
import type { YearlyReport } from "../../report/yearly-report.ts";
import { createFormatter, UNDEFINED, type Formatter } from "../format.ts";
import { inPeriod } from "../period-words.ts";
import { wordsOf } from "../words.ts";
import { chamberSentences } from "./chambers.ts";
import { germanSentences } from "./de.ts";
import { englishSentences } from "./en.ts";
import { pressFigures, type PressFigures } from "./figures.ts";
import { frenchSentences } from "./fr.ts";
import { dutchSentences } from "./nl.ts";
import { numberWord, ordinalWord } from "./number-words.ts";
import type { Move, Phrasings, PressSentences, PressTools, Total, Trend } from "./sentences.ts";
import { typeset } from "./typography.ts";
import { pressWordsOf, samePart, type PressWords } from "./words.ts";

export interface PressOptions {
  readonly language: Language;
  readonly country: CountryPhraseOf;
}

/** A rise or fall is said to be the strongest of some years from this many on. */
const NEWSWORTHY_YEARS = 5;
/** A row of years with the same movement is worth a sentence from this many on. */
const NEWSWORTHY_STREAK = 3;
/** A change by a tenth is bigger news than another first destination. */
const LARGE_CHANGE = 10n;
const LISTED = 10;
const NEW_NAMES = 8;
const LISTED_SOURCES = 3;

/**
 * The report as a text that a newspaper can print: headline, lead, figures, destinations, method. One paragraph is one line, so
 * that it pastes into a mail or an editor. Which phrasing a sentence has depends on the year alone; two years in a row never
 * share one.
 */
export function renderReportPress(report: YearlyReport, nameOf: NameOf, options: PressOptions): string {
  const press = pressContext(report, options);
  const { chambers } = report.provenance;
  const dateline = chambers.length === 0 ? "" : `${press.tools.list(chambers.map(printable))} – `;
  const set = (text: string): string => typeset(text, options.language);
  const paragraphs = [
    set(press.pick(headline(press))),
    `${dateline}${set(sentences(press, lead(press)))}`,
    set(sentences(press, figures(press))),
    set(sentences(press, destinations(press))),
    set(sentences(press, together(press))),
    list(press, nameOf).map(set).join("\n"),
    `${set(`${press.say.method.title}${press.colon}${method(press)} ${press.say.method.sources}${press.colon}`)}${sources(press)}.`,
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
}

/** What the parts of the text share. */
interface Press {
  readonly report: YearlyReport;
  readonly language: Language;
  readonly country: CountryPhraseOf;
  readonly words: PressWords;
  readonly format: Formatter;
  readonly print: PressFigures;
  /** A period with its preposition, as it stands in a sentence. */
  readonly phrase: (period: YearWindow) => string;
  readonly tools: PressTools;
  readonly say: PressSentences;
  /** The quantity that destinations are ranked by: the value, where there is one. */
  readonly metric: Metric;
  /** What is told of whole years only: rows of years, who was first the year before. */
  readonly wholeYear: boolean;
  readonly colon: string;
  readonly pick: (phrasings: Phrasings) => string;
}

const SENTENCES: Readonly<Record<Language, (tools: PressTools) => PressSentences>> = {
  nl: dutchSentences,
  fr: frenchSentences,
  de: germanSentences,
  en: englishSentences,
};

function pressContext(report: YearlyReport, { language, country }: PressOptions): Press {
  const format = createFormatter(language);
  const words = pressWordsOf(language);
  const { period, provenance } = report;
  const scope = words.scope[provenance.selection.scope];
  const month = (number: number): string => format.month(number);
  const phrase = (window: YearWindow): string => words.when(inPeriod(window, language, month), window);
  const tools: PressTools = {
    when: phrase(period),
    before: phrase({ ...period, year: period.year - 1 }),
    inYear: (year) => phrase({ ...period, year }),
    bounds: samePart(period, language, month) + scope,
    scope,
    count: format.count,
    word: (value) => numberWord(value, language, format.count),
    ordinal: (value) => ordinalWord(value, language),
    list: (items) =>
      items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${words.and} ${items.at(-1) ?? ""}`,
  };
  return {
    report,
    language,
    country,
    words,
    format,
    print: pressFigures(language, provenance.currency, format),
    phrase,
    tools,
    say: SENTENCES[language](tools),
    metric: report.current.goodsCents === null ? "certificates" : "goods_value",
    wholeYear: isSameRange(period, WHOLE_YEAR),
    colon: language === "fr" ? " : " : ": ",
    pick: (phrasings) => phrasings[period.year % phrasings.length] ?? phrasings[0],
  };
}

function sentences({ pick }: Press, all: readonly (Phrasings | null)[]): string {
  return all.flatMap((phrasings) => (phrasings === null ? [] : [pick(phrasings)])).join(" ");
}

type Kind = Finding["kind"];
type Of<K extends Kind> = Extract<Finding, { readonly kind: K }>;

/** The finding of a kind, about one of the two quantities where it has one. */
function find<K extends Kind>({ report }: Press, kind: K, metric?: Metric): Of<K> | null {
  const found = report.findings.find(
    (finding): finding is Of<K> =>
      finding.kind === kind && (metric === undefined || !("metric" in finding) || finding.metric === metric),
  );
  return found ?? null;
}

function growthOf({ report }: Press, metric: Metric): Fraction | null {
  const { complete, certificatesGrowth, goodsValueGrowth } = report.current;
  return complete ? (metric === "certificates" ? certificatesGrowth : goodsValueGrowth) : null;
}

function changeOf(press: Press, metric: Metric): ReturnType<PressFigures["change"]> | null {
  const growth = growthOf(press, metric);
  return growth === null ? null : press.print.change(growth);
}

function totalOf({ format, print }: Press, metric: Metric, total: bigint): Total {
  return { metric, text: metric === "certificates" ? format.count(total) : print.amount(total) };
}

/** The strongest growth of enough years to be worth the word. */
function trendOf(press: Press, metric: Metric): Trend | null {
  const finding = find(press, "strongest-growth", metric);
  if (finding === null || finding.years < NEWSWORTHY_YEARS) return null;
  return { direction: finding.growth.numerator > 0n ? "up" : "down", years: finding.years };
}

function headline(press: Press): Phrasings {
  const { report, say, print, country, metric, wholeYear } = press;
  const { certificates, goodsCents, complete } = report.current;
  const amount = goodsCents === null ? null : print.amount(goodsCents);
  if (!complete) return say.headline.incomplete(certificates);
  const [number, value] = [find(press, "record", "certificates"), find(press, "record", "goods_value")];
  if (number !== null && value !== null && amount !== null) {
    return say.headline.bothRecords(press.format.count(certificates), amount, number.since);
  }
  const record = number ?? value;
  if (record !== null) {
    return say.headline.record(
      totalOf(press, record.metric, record.total),
      changeOf(press, record.metric),
      record.since,
    );
  }
  const change = changeOf(press, "certificates");
  const leader = find(press, "leader", metric);
  if (wholeYear && leader?.overtaken != null && !isLarge(growthOf(press, metric))) {
    return say.headline.overtaken(metric, country(leader.destination), country(leader.overtaken.destination));
  }
  for (const each of ["certificates", "goods_value"] as const) {
    const [trend, movement] = [trendOf(press, each), changeOf(press, each)];
    if (trend !== null && movement !== null && movement.direction !== "same") {
      return say.headline.strongest(each, movement, trend.years);
    }
  }
  return change === null
    ? say.headline.plain(certificates, amount)
    : say.headline.change(change, changeOf(press, "goods_value"));
}

function isLarge(growth: Fraction | null): boolean {
  if (growth === null) return false;
  const size = growth.numerator < 0n ? -growth.numerator : growth.numerator;
  return LARGE_CHANGE * size >= growth.denominator;
}

function lead(press: Press): readonly (Phrasings | null)[] {
  const { report, say, print } = press;
  const { certificates, goodsCents, complete } = report.current;
  const amount = goodsCents === null ? null : print.amount(goodsCents);
  const noValue: Phrasings | null = amount === null ? [say.noValue, say.noValue] : null;
  if (!complete) return [say.incomplete(certificates, amount), compared(press), noValue];
  return [
    say.issued(certificates, changeOf(press, "certificates")),
    superlative(press, "certificates"),
    amount === null ? noValue : say.value(amount, changeOf(press, "goods_value")),
    superlative(press, "goods_value"),
    leader(press),
  ];
}

/** What is said of both quantities is said of the value in other words. */
function varied(metric: Metric, phrasings: Phrasings): Phrasings {
  const [first, second, ...others] = phrasings;
  return metric === "certificates" ? phrasings : [second, first, ...others];
}

function superlative(press: Press, metric: Metric): Phrasings | null {
  const [record, trend] = [find(press, "record", metric), trendOf(press, metric)];
  if (record !== null) return varied(metric, press.say.record(metric, record.since, trend));
  return trend === null ? null : varied(metric, press.say.strongest(metric, trend));
}

/** The months that both years cover, when the data end within the period. */
function compared({ report, say, phrase, format, print }: Press): Phrasings | null {
  const { compared: both, window, certificatesGrowth, goodsValueGrowth } = report.current;
  if (both === null || certificatesGrowth === null) return null;
  return say.compared(
    print.change(certificatesGrowth),
    goodsValueGrowth === null ? null : print.change(goodsValueGrowth),
    phrase(window),
    phrase({ ...window, year: window.year - 1 }),
    { now: format.count(both.current.certificates), before: format.count(both.previous.certificates) },
  );
}

function leader(press: Press): Phrasings | null {
  const { say, print, country, metric, wholeYear } = press;
  const finding = find(press, "leader", metric);
  if (finding === null) return null;
  const overtaken =
    wholeYear && finding.overtaken !== null
      ? { country: country(finding.overtaken.destination), rank: finding.overtaken.rank }
      : null;
  return say.leader({
    metric,
    country: country(finding.destination),
    text: print.share(finding.share),
    years: wholeYear ? finding.years : 1,
    overtaken,
  });
}

function figures(press: Press): readonly (Phrasings | null)[] {
  return [
    ...(["certificates", "goods_value"] as const).flatMap((metric) => [
      records(press, metric),
      press.wholeYear ? streak(press, metric) : null,
    ]),
    average(press),
    bestMonth(press, "certificates"),
    bestMonth(press, "goods_value"),
    exporters(press),
  ];
}

/** That there is no record where one would expect it, or what the record was before. */
function records(press: Press, metric: Metric): Phrasings | null {
  const none = find(press, "no-record", metric);
  if (none !== null) return press.say.noRecord(totalOf(press, metric, none.best.total), none.best.year);
  const record = find(press, "record", metric);
  return record === null
    ? null
    : varied(metric, press.say.previousRecord(totalOf(press, metric, record.best.total), record.best.year));
}

function streak(press: Press, metric: Metric): Phrasings | null {
  const finding = find(press, "streak", metric);
  if (finding === null || finding.years < NEWSWORTHY_STREAK) return null;
  return varied(metric, press.say.streak(metric, finding.direction === "rise" ? "up" : "down", finding.years));
}

function average(press: Press): Phrasings | null {
  const finding = find(press, "count-value-split");
  const cents = press.report.current.valuePerCertificate;
  if (finding === null || cents === null) return null;
  return press.say.average(press.print.amount(cents), press.print.change(finding.valuePerCertificateGrowth));
}

function bestMonth(press: Press, metric: Metric): Phrasings | null {
  const finding = find(press, "best-month", metric);
  if (finding === null || press.report.current.certificates < 2) return null;
  const month = `${press.format.month(finding.month)} ${press.report.year}`;
  return press.say.bestMonth(totalOf(press, metric, finding.total), month);
}

/** What is said of the exporters together: of one exporter alone nothing is. */
function exporters(press: Press): Phrasings | null {
  const finding = find(press, "exporters");
  if (finding === null || finding.exporters < 2 || finding.previous < 2) return null;
  const { exporters: now, previous, entrants, exiters } = finding;
  return press.say.exporters(now, previous, entrants, exiters);
}

function destinations(press: Press): readonly (Phrasings | null)[] {
  const { report, say, print, metric } = press;
  const before = growthOf(press, "certificates") === null ? null : (report.previous?.destinations ?? null);
  const concentration = find(press, "concentration");
  return [
    report.current.destinations === 0 ? null : say.destinations(report.current.destinations, before),
    newDestinations(press),
    metric === "certificates" ? null : leaderByCertificates(press),
    ...contributors(press),
    movers(press),
    concentration === null
      ? null
      : say.concentration(
          print.percent(concentration.topShare),
          concentration.previousTopShare && print.percent(concentration.previousTopShare),
        ),
  ];
}

/** What each of the chambers that publish together is of the whole. */
function together({ report, language, tools, print, format }: Press): readonly Phrasings[] {
  const { group, current } = report;
  if (group === undefined) return [];
  const say = chamberSentences(language, tools);
  const percent = (share: Fraction | null): string | null => share && print.percent(share);
  const parts = group.parts.map(({ item, certificates, goodsValue }) => ({
    name: printable(item),
    certificates: format.count(certificates.total ?? 0n),
    certificatesShare: percent(certificates.share) ?? UNDEFINED,
    valueShare: percent(goodsValue.share),
    points: certificates.contribution && print.points(certificates.contribution),
    falls: (certificates.contribution?.numerator ?? 0n) < 0n,
  }));
  return [
    say.certificates(parts),
    ...(parts.every(({ valueShare }) => valueShare !== null) ? [say.values(parts)] : []),
    ...(current.complete && current.certificatesGrowth !== null ? [say.contributions(parts)] : []),
    ...(group.crossBorder.length === 0 ? [] : [say.crossBorder(group.crossBorder.length, group.countBoth)]),
  ];
}

function leaderByCertificates(press: Press): Phrasings | null {
  const finding = find(press, "leader", "certificates");
  if (finding === null) return null;
  const { destination, share } = finding;
  return press.say.leaderByCertificates(
    { country: press.country(destination), text: press.print.percent(share) },
    find(press, "leader", "goods_value")?.destination === destination,
  );
}

function contributors(press: Press): readonly (Phrasings | null)[] {
  const { say, print, country, metric } = press;
  const finding = find(press, "contributors", metric);
  const change = changeOf(press, metric);
  if (finding === null || change === null || change.direction === "same") return [];
  const parts = finding.contributors.map(({ destination, contribution }) => ({
    country: country(destination),
    text: print.points(contribution),
  }));
  const { against } = finding;
  return [
    holdsOfAll(press, finding) ? say.contributors(metric, change.direction, parts) : null,
    against &&
      say.against(metric, change.direction, {
        country: country(against.destination),
        text: print.points(against.contribution),
      }),
  ];
}

/** Whether no destination that is left out contributed more than those that are named. */
function holdsOfAll({ report }: Press, { metric, growth, contributors: named }: Of<"contributors">): boolean {
  const least = named.at(-1)?.contribution;
  if (least === undefined) return false;
  const sign = growth.numerator > 0n ? 1 : -1;
  return report.destinations
    .filter(({ item }) => !isPublishable(item, report))
    .map((row) => (metric === "certificates" ? row.certificates : row.goodsValue).contribution)
    .every((part) => part === null || sign * compareFractions(part, least) <= 0);
}

function movers(press: Press): Phrasings | null {
  const finding = find(press, "movers", press.metric);
  if (finding === null) return null;
  const move = ({ destination, rank, previousRank }: Mover): Move => ({
    country: press.country(destination),
    from: previousRank,
    to: rank,
  });
  const [up, down] = [finding.up.map(move), finding.down.map(move)];
  return press.say.movers(finding.metric, up.slice(0, 2), down[0] ?? null);
}

/** Only of whole years is it known that a destination is new: the other months of the years before are not looked at. */
function newDestinations(press: Press): Phrasings | null {
  const { report, say, country, language, wholeYear } = press;
  const since = report.series[0]?.year;
  const codes = find(press, "new-destinations")?.firstTime ?? [];
  if (!wholeYear || codes.length === 0 || since === undefined) return null;
  const names = codes.map(country).toSorted((a, b) => bare(a.name).localeCompare(bare(b.name), language));
  // One more is named rather than counted.
  const named = names.length <= NEW_NAMES + 1 ? names : names.slice(0, NEW_NAMES);
  return say.newDestinations(named, names.length - named.length, since);
}

/** A name as it is sorted: without its article. */
function bare(name: string): string {
  return name.replace(/^(?:de|het|la|le|les|der|die|das|the) |^l'/, "");
}

/** The largest destinations, each with its rank and share. Those of one exporter are left out. */
function list(press: Press, nameOf: NameOf): readonly string[] {
  const { report, say, words, format, metric } = press;
  const rows = largest(press).filter(({ item }) => isPublishable(item, report));
  if (rows.length === 0) return [];
  return [
    say.listTitle(metric, rows.length, report.current.complete),
    ...rows.map(
      ({ item, rank, share }) => `${rank}. ${nameOf(item)}${press.colon}${words.share(format.percentNumber(share))}`,
    ),
  ];
}

interface Listed {
  readonly item: string;
  readonly rank: number;
  readonly share: Fraction;
}

function largest({ report, metric }: Press): readonly Listed[] {
  return report.destinations
    .flatMap(({ item, certificates, goodsValue }): readonly Listed[] => {
      const { rank, share } = metric === "certificates" ? certificates : goodsValue;
      return rank === null || share === null || rank > LISTED ? [] : [{ item, rank, share }];
    })
    .toSorted((a, b) => a.rank - b.rank);
}

function isPublishable(item: string, { quality }: YearlyReport): boolean {
  return item !== "" && item !== NOT_A_COUNTRY && !quality.soleExporter.includes(item);
}

function method(press: Press): string {
  const { report, say, format } = press;
  const { current, previous, quality, provenance } = report;
  const exact = (certificates: number, cents: bigint | null): { certificates: number; amount: string | null } => ({
    certificates,
    amount: cents === null ? null : format.exactAmount(cents, provenance.currency),
  });
  const compares = current.certificatesGrowth !== null;
  return [
    ...say.method.sentences({
      scope: provenance.selection.scope,
      eu: provenance.selection.eu,
      currency: current.goodsCents === null ? null : format.currency(provenance.currency),
      previousIncomplete: !compares && previous?.complete === false,
      withoutValue: current.goodsCents === null ? 0 : quality.withoutValue,
      leftOut: largest(press).some(({ item }) => quality.soleExporter.includes(item)),
      growth: compares,
    }),
    say.method.exact(
      exact(current.certificates, current.goodsCents),
      compares && current.complete && previous !== null ? exact(previous.certificates, previous.goodsCents) : null,
    ),
  ].join(" ");
}

function sources({ report, language, format }: Press): string {
  // Where the files lie on the disk is nobody's business.
  const names = report.provenance.inputs.map(({ name }) => printable(name.replace(/^.*[\\/]/, "")));
  const rest = names.length - LISTED_SOURCES;
  const listed = names.slice(0, LISTED_SOURCES).join(", ");
  return rest > 0 ? `${listed} ${wordsOf(language).more(format.count(rest))}` : listed;
}
