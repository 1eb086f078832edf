import type { LAYOUT_ASPECTS, RequiredField, RuleKind, Vocabulary } from "../../domain/rule.ts";

/** What a rule has to say in one language. Arguments are numbers and names as they are written in it. */
export interface CheckWords {
  readonly title: (rulesFile: string) => string;
  readonly kind: Readonly<Record<Exclude<RuleKind, "missing-values" | "figure" | "bounds" | "target">, string>>;
  readonly without: Readonly<Record<RequiredField, string>>;
  /** A figure as a share of all. */
  readonly shareOf: (figure: string) => string;
  readonly verdict: Readonly<Record<"passed" | "error" | "warning", string>>;
  /** Between the parts of a statement. */
  readonly separator: string;
  readonly of: (part: string, whole: string) => string;
  readonly atMost: (bound: string) => string;
  readonly atLeast: (bound: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly expected: (value: string) => string;
  readonly within: (value: string, by: string) => string;
  readonly noneAllowed: string;
  readonly allowed: (count: string) => string;
  readonly short: (gap: string) => string;
  readonly over: (gap: string) => string;
  readonly points: (number: string) => string;
  readonly yes: string;
  readonly no: string;
  /** So far a year reaches: `until` is a month. */
  readonly covered: (until: string) => string;
  readonly notCovered: string;
  /** The same months were such a share of the year before; heading for an amount. */
  readonly seasonal: (share: string, projected: string) => string;
  readonly heading: (projected: string) => string;
  readonly onCourse: string;
  readonly offCourse: string;
  readonly cannotBeJudged: string;
  readonly noData: (period: string | null) => string;
  readonly undefined: string;
  readonly unfinished: string;
  readonly noSpread: string;
  readonly noEarlierYears: string;
  readonly noBaseline: (file: string) => string;
  readonly certificate: (number: string) => string;
  readonly withoutCertificates: string;
  readonly ofYear: (share: string, year: string) => string;
  readonly usual: (actual: string, usual: string) => string;
  readonly aspect: Readonly<Record<Vocabulary | (typeof LAYOUT_ASPECTS)[number] | "counts", string>>;
  readonly isNew: (what: string) => string;
  readonly isGone: (what: string) => string;
  readonly changed: (before: string, now: string) => string;
  readonly more: (count: string) => string;
  readonly summary: (rules: string, passed: string, errors: string, warnings: string) => string;
  readonly truncated: string;
}
