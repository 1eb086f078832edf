import type { Fraction } from "../../domain/fraction.ts";
import type { Metric } from "../../domain/metric.ts";
import type { YearWindow } from "../../domain/period.ts";
import type { Figure } from "../../domain/figure.ts";

/** A destination's part in the growth of the total; all of them sum to the growth. */
export interface Contributor {
  readonly destination: string;
  readonly contribution: Fraction;
}

export interface Mover {
  readonly destination: string;
  readonly rank: number;
  readonly previousRank: number;
}

/** What a finding says, as facts: the words come later. Totals are counts, or cents for goods value. */
export type FindingFacts =
  | {
      readonly kind: "record";
      readonly metric: Metric;
      readonly total: bigint;
      readonly since: number;
      readonly best: { readonly year: number; readonly total: bigint };
    }
  | {
      readonly kind: "no-record";
      readonly metric: Metric;
      readonly best: { readonly year: number; readonly total: bigint };
    }
  | {
      readonly kind: "strongest-growth";
      readonly metric: Metric;
      readonly growth: Fraction;
      readonly years: number;
      readonly beatenBy: { readonly year: number; readonly growth: Fraction } | null;
    }
  | {
      readonly kind: "streak";
      readonly metric: Metric;
      readonly direction: "rise" | "fall";
      readonly years: number;
    }
  | {
      /** The destinations that moved the total most its own way, the one that held it back most, and all others together. */
      readonly kind: "contributors";
      readonly metric: Metric;
      readonly growth: Fraction;
      readonly contributors: readonly Contributor[];
      readonly against: Contributor | null;
      readonly rest: Fraction;
    }
  | {
      readonly kind: "leader";
      readonly metric: Metric;
      readonly destination: string;
      readonly share: Fraction;
      /** Consecutive years in first place, this one included. */
      readonly years: number;
      /** Who was first the year before, when it was another one, and its rank now; `null` also when that is not known. */
      readonly overtaken: { readonly destination: string; readonly rank: number | null } | null;
    }
  | {
      readonly kind: "movers";
      readonly metric: Metric;
      readonly up: readonly Mover[];
      readonly down: readonly Mover[];
    }
  | {
      readonly kind: "new-destinations";
      /** Destinations with certificates this year and in no earlier year on file. */
      readonly firstTime: readonly string[];
      /** Back this year, absent the year before. */
      readonly returned: readonly string[];
    }
  | { readonly kind: "lost-destinations"; readonly destinations: readonly string[] }
  | {
      readonly kind: "best-month";
      readonly metric: Metric;
      readonly month: number;
      readonly total: bigint;
      readonly share: Fraction;
    }
  | {
      /** Growth of value as that of the number of certificates that have one and that of their average: (1 + a)(1 + b) - 1. */
      readonly kind: "count-value-split";
      readonly goodsValueGrowth: Fraction;
      readonly certificatesWithValueGrowth: Fraction;
      readonly valuePerCertificateGrowth: Fraction;
    }
  | {
      readonly kind: "concentration";
      readonly metric: Metric;
      readonly topShare: Fraction;
      readonly previousTopShare: Fraction | null;
      readonly effectiveNumber: Fraction;
    }
  | {
      readonly kind: "exporters";
      readonly exporters: number;
      readonly previous: number;
      readonly entrants: number;
      readonly exiters: number;
    };

/** What is worth saying about a period, and what it rests on. */
export type Finding = FindingFacts & {
  readonly period: YearWindow;
  /** The formula by which it holds. */
  readonly formula: string;
  /** The figures that it rests on; `origo explain` explains each. */
  readonly figures: readonly Figure[];
  /** How newsworthy it is, by rule: the larger comes first. */
  readonly weight: number;
};
