import type { Fraction } from "../domain/fraction.ts";
import type { Language } from "../domain/language.ts";
import { isSameRange, WHOLE_YEAR } from "../domain/period.ts";
import type { Metric } from "../domain/metric.ts";
import type { Contributor, Finding, Mover } from "../report/findings/finding.ts";
import type { NameOf } from "../report/tables.ts";
import { findingWordsOf } from "./finding-words.ts";
import type { Formatter } from "./format.ts";
import type { Words } from "./words.ts";

/** What a finding needs to become sentences. */
export interface FindingContext {
  readonly language: Language;
  readonly words: Words;
  readonly format: Formatter;
  readonly nameOf: NameOf;
  readonly currency: string;
}

const LISTED_NAMES = 10;

/** A finding in words: one sentence, or one for each kind of change among the destinations. */
export function findingTexts(finding: Finding, context: FindingContext): readonly string[] {
  const { words, format, currency, nameOf } = context;
  const say = findingWordsOf(context.language);
  const total = (metric: Metric, amount: bigint): string =>
    metric === "certificates" ? format.count(amount) : format.amount(amount, currency);
  const signed = (value: Fraction): string => format.percent(value, { signed: true });
  const theYearBefore = (figure: string): string => say.inYear(finding.period.year - 1, figure);
  const part = !isSameRange(finding.period, WHOLE_YEAR);
  switch (finding.kind) {
    case "record": {
      const { metric, since, best } = finding;
      return [
        say.record(words.metric[metric], total(metric, finding.total), since, best.year, total(metric, best.total)),
      ];
    }
    case "no-record": {
      const { metric, best } = finding;
      return [say.noRecord(words.metric[metric], best.year, total(metric, best.total))];
    }
    case "strongest-growth": {
      const { metric, growth, years, beatenBy } = finding;
      const stronger = beatenBy && say.inYear(beatenBy.year, signed(beatenBy.growth));
      return [say.strongest(words.metric[metric], signed(growth), growth.numerator > 0n, years, stronger)];
    }
    case "streak":
      return [say.streak(words.metric[finding.metric], finding.direction === "rise", finding.years)];
    case "contributors": {
      const shareOf = ({ destination, contribution }: Contributor): string =>
        `${nameOf(destination)} ${format.points(contribution)}`;
      const { metric, growth, contributors, against, rest } = finding;
      const names = contributors.map(shareOf).join(", ");
      const others = rest.numerator === 0n ? null : format.points(rest);
      return [say.contributors(words.metric[metric], signed(growth), names, against && shareOf(against), others)];
    }
    case "leader": {
      const { metric, destination, share, years, overtaken } = finding;
      const other =
        overtaken &&
        theYearBefore(
          `${nameOf(overtaken.destination)}${overtaken.rank === null ? "" : ` (${say.rank(overtaken.rank)})`}`,
        );
      return [say.leader(words.metric[metric], nameOf(destination), format.percent(share), years, other)];
    }
    case "movers": {
      const moves = (movers: readonly Mover[]): string =>
        movers
          .map(({ destination, rank, previousRank }) => `${nameOf(destination)} (${previousRank} → ${rank})`)
          .join(", ");
      const metric = words.metric[finding.metric];
      return [
        ...(finding.up.length === 0 ? [] : [say.up(metric, moves(finding.up))]),
        ...(finding.down.length === 0 ? [] : [say.down(metric, moves(finding.down))]),
      ];
    }
    case "new-destinations":
      return [
        ...listSentence(finding.firstTime, (count, names) => say.firstTime(part, count, names), context),
        ...listSentence(finding.returned, (count, names) => say.returned(part, count, names), context),
      ];
    case "lost-destinations":
      return listSentence(finding.destinations, (count, names) => say.lost(part, count, names), context);
    case "best-month": {
      const { metric, month, share } = finding;
      const name = format.month(month);
      return [say.bestMonth(words.metric[metric], name, total(metric, finding.total), format.percent(share))];
    }
    case "count-value-split": {
      const { goodsValueGrowth, certificatesWithValueGrowth, valuePerCertificateGrowth } = finding;
      const [count, average] = [certificatesWithValueGrowth, valuePerCertificateGrowth];
      const split = say.split(signed(goodsValueGrowth), signed(count), signed(average));
      const still = count.numerator === 0n || average.numerator === 0n;
      return [still ? split : say.splitInShort(count.numerator > 0n, average.numerator > 0n, split)];
    }
    case "concentration": {
      const { topShare, previousTopShare, effectiveNumber } = finding;
      const previous = previousTopShare && theYearBefore(format.percent(previousTopShare));
      return [say.concentration(format.percent(topShare), previous, format.decimal(effectiveNumber, 1))];
    }
    case "exporters": {
      const { exporters, previous, entrants, exiters } = finding;
      const { count } = format;
      return [say.exporters(count(exporters), theYearBefore(count(previous)), count(entrants), count(exiters))];
    }
  }
}

/** A sentence about destinations that names the first of them; none about no destinations. */
export function listSentence(
  codes: readonly string[],
  sentence: (count: number, names: string) => string,
  { words, format, nameOf }: Pick<FindingContext, "words" | "format" | "nameOf">,
): readonly string[] {
  if (codes.length === 0) return [];
  const names = codes.map(nameOf).toSorted((a, b) => a.localeCompare(b, "en"));
  const rest = names.length - LISTED_NAMES;
  const listed = names.slice(0, LISTED_NAMES).join(", ");
  return [sentence(codes.length, rest > 0 ? `${listed} ${words.more(format.count(rest))}` : listed)];
}
