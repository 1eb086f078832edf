import type { Finding, Metric } from "../report/findings.ts";
import type { NameOf } from "../report/tables.ts";
import type { Formatter } from "./format.ts";
import type { Words } from "./words.ts";

/** What a finding needs to become sentences. */
export interface FindingContext {
  readonly words: Words;
  readonly format: Formatter;
  readonly nameOf: NameOf;
  readonly currency: string;
}

const LISTED_NAMES = 10;

/** A finding in words: one sentence, or one for each kind of change among the destinations. */
export function findingTexts(finding: Finding, context: FindingContext): readonly string[] {
  const { words, format, currency } = context;
  const total = (metric: Metric, amount: bigint): string =>
    metric === "certificates" ? format.count(amount) : format.amount(amount, currency);
  switch (finding.kind) {
    case "record": {
      const { metric, since, best } = finding;
      return [
        words.record(words.metric[metric], total(metric, finding.total), since, best.year, total(metric, best.total)),
      ];
    }
    case "no-record": {
      const { metric, best } = finding;
      return [words.noRecord(words.metric[metric], best.year, total(metric, best.total))];
    }
    case "strongest-growth": {
      const { metric, growth, years, beatenBy } = finding;
      const stronger = beatenBy && `${beatenBy.year}: ${format.percent(beatenBy.growth, { signed: true })}`;
      const rise = growth.numerator > 0n;
      return [words.strongest(words.metric[metric], format.percent(growth, { signed: true }), rise, years, stronger)];
    }
    case "streak":
      return [words.streak(words.metric[finding.metric], finding.direction === "rise", finding.years)];
    case "new-destinations":
      return [
        ...listSentence(finding.firstTime, words.firstTime, context),
        ...listSentence(finding.returned, words.returned, context),
      ];
    case "lost-destinations":
      return listSentence(finding.destinations, words.lost, context);
  }
}

function listSentence(
  codes: readonly string[],
  sentence: (count: number, names: string) => string,
  { words, format, nameOf }: FindingContext,
): readonly string[] {
  if (codes.length === 0) return [];
  const names = codes.map(nameOf).toSorted((a, b) => a.localeCompare(b, "en"));
  const rest = names.length - LISTED_NAMES;
  const listed = names.slice(0, LISTED_NAMES).join(", ");
  return [sentence(codes.length, rest > 0 ? `${listed} ${words.more(format.count(rest))}` : listed)];
}
