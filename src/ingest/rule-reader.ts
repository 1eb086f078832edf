import type { JSONPath } from "jsonc-parser";

import type { Figure } from "../domain/figure.ts";
import { compareFractions, type Fraction } from "../domain/fraction.ts";
import { parseDay } from "../domain/parse-day.ts";
import type { Place } from "../domain/place.ts";
import type { Narrowing, Tolerance } from "../domain/rule.ts";
import { parseStatedNumber, type StatedNumber } from "../domain/stated-number.ts";
import { UserError } from "../domain/user-error.ts";
import { fieldsOf, isTime, type Where } from "../domain/where.ts";
import { readFigure } from "../reference/read-figure.ts";
import type { RawRule } from "./rule-schemas.ts";
import { faultAt, lineAt, type RulesText } from "./rules-fault.ts";

/** Reads a condition in the language of `--where`; `label` is what its messages call it. */
export type ReadCondition = (text: string, label: string) => Where;

export type RawOf<Kind extends RawRule["kind"]> = Extract<RawRule, { kind: Kind }>;
type RawNumber = number | string;
type RawNarrowing = Pick<RawOf<"figure">, "where" | "scope" | "from" | "to">;

/** Reads the values of one rule; what does not fit is a fault at its place. */
export interface RuleReader {
  readonly place: Place;
  /** A fault of the rule, or of one of its keys. */
  fault(key: string | null, message: string, hint: string): UserError;
  number(raw: RawNumber): StatedNumber;
  value(raw: RawNumber | undefined): Fraction | null;
  bounds(raw: { min?: RawNumber; max?: RawNumber }): readonly [StatedNumber | null, StatedNumber | null];
  demandOneOf(values: Readonly<Record<string, unknown>>): void;
  /** A percentage is stated of ratios only. */
  demandUnit(figure: Figure, stated: StatedNumber, key: string): void;
  tolerance(raw: RawOf<"figure">["tolerance"]): Tolerance;
  figure(text: string): Figure;
  narrowing(raw: RawNarrowing): Narrowing;
  /** The same of figures, which compare whole years: a condition on time would leave parts of some. */
  narrowingOfYears(raw: RawNarrowing): Narrowing;
}

/** Columns of ratios, whose numbers may be percentages. */
const RATIO = /(_growth|_share|_share_change|_contribution|_hhi)$/;

export function createRuleReader(rules: RulesText, index: number, readCondition: ReadCondition): RuleReader {
  const pathOf = (key: string | null): JSONPath => ["rules", index, ...(key === null ? [] : [key])];
  const fault: RuleReader["fault"] = (key, message, hint) => faultAt(rules, pathOf(key), message, hint);

  function placed<Value>(key: string, read: () => Value): Value {
    try {
      return read();
    } catch (error) {
      throw error instanceof UserError ? fault(key, error.message, error.hint) : error;
    }
  }

  function number(raw: RawNumber): StatedNumber {
    const stated = parseStatedNumber(typeof raw === "number" ? plainText(raw) : raw);
    // The shape was checked.
    if (stated === null) throw new Error(`no number: ${raw}`);
    return stated;
  }

  function demandOneOf(values: Readonly<Record<string, unknown>>): void {
    if (Object.values(values).some((value) => value !== undefined)) return;
    const names = Object.keys(values).map((name) => `"${name}"`);
    throw fault(null, "a bound is missing", `give ${names.join(" or ")}`);
  }

  function day(key: "from" | "to", text: string | undefined, end: "first" | "last"): string | null {
    if (text === undefined) return null;
    const found = parseDay(text, end);
    if (found === null) throw fault(key, `there is no day ${text}`, "give a date as YYYY, YYYY-MM or YYYY-MM-DD");
    return found;
  }

  function narrowing({ where, scope, from, to }: RawNarrowing): Narrowing {
    const [first, last] = [day("from", from, "first"), day("to", to, "last")];
    if (first !== null && last !== null && first > last) {
      throw fault("from", `${from} is after ${to}`, 'exchange "from" and "to"');
    }
    const condition = where === undefined ? null : placed("where", () => readCondition(where, "the condition"));
    return { scope: scope ?? null, from: first, to: last, where: condition };
  }

  return {
    place: { file: rules.name, line: lineAt(rules, pathOf(null)) },
    fault,
    number,
    value: (raw) => (raw === undefined ? null : number(raw).value),
    bounds({ min, max }) {
      demandOneOf({ min, max });
      const [low, high] = [min === undefined ? null : number(min), max === undefined ? null : number(max)];
      if (low !== null && high !== null && compareFractions(low.value, high.value) > 0) {
        throw fault("min", `nothing is above ${low.text} and below ${high.text}`, 'exchange "min" and "max"');
      }
      return [low, high];
    },
    demandOneOf,
    demandUnit({ column }, { isPercentage, text }, key) {
      if (!isPercentage || RATIO.test(column)) return;
      throw fault(key, `${column} is no percentage, and "${text}" is one`, "give a number");
    },
    tolerance(raw) {
      if (raw === undefined || raw === "as printed") return { kind: "as-printed" };
      const [kind, by] =
        "absolute" in raw
          ? (["absolute", number(raw.absolute)] as const)
          : (["relative", number(raw.relative)] as const);
      if (by.value.numerator < 0n)
        throw fault("tolerance", `${by.text} is below 0`, "give how far a figure may be off");
      return { kind, by };
    },
    figure: (text) => placed("figure", () => readFigure(text)),
    narrowing,
    narrowingOfYears(raw) {
      const read = narrowing(raw);
      const time = [...fieldsOf(read.where)].find(isTime);
      if (time === undefined) return read;
      throw fault(
        "where",
        `a figure has its period, and here is a condition on the ${time}`,
        "name the period in the figure, such as certificates:2018-H1",
      );
    },
  };
}

/** A double in digits, without an exponent: those that it was written with. */
function plainText(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}
