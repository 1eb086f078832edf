import { readFileSync } from "node:fs";
import { getNodeValue, parseTree, printParseErrorCode, type ParseError } from "jsonc-parser";
import * as v from "valibot";

import { figureId } from "../domain/figure.ts";
import type { FigureRules, Narrowing, Rule, Watched } from "../domain/rule.ts";
import { UserError } from "../domain/user-error.ts";
import { findContradiction } from "./find-contradiction.ts";
import { createRuleReader, type RawOf, type ReadCondition, type RuleReader } from "./rule-reader.ts";
import { RULES_SCHEMA, type RawRule } from "./rule-schemas.ts";
import { lineOf, shapeFault, type RulesText } from "./rules-fault.ts";

/** Reads a rules file: JSON with comments. Whatever is wrong in it is a `UserError` with file, line and JSON path. */
export function readRules(path: string, readCondition: ReadCondition): readonly Rule[] {
  const rules = parseRules(path);
  const json: unknown = getNodeValue(rules.root);
  // Valibot takes a list for an object without keys.
  const result = v.safeParse(RULES_SCHEMA, Array.isArray(json) ? null : json);
  if (!result.success) throw shapeFault(rules, result.issues);
  const read = result.output.rules.map((rule, index) => readRule(rule, createRuleReader(rules, index, readCondition)));
  const apart = findContradiction(read);
  if (apart === null) return read;
  const [first, second] = apart;
  throw new UserError(
    2,
    `${path}:${second.place.line}: ${figureId(second.figure)}: this rule and that of line ${first.place.line} cannot both hold`,
    "change the bounds of one of them, or the certificates that it is about",
  );
}

function parseRules(path: string): RulesText {
  const text = readText(path);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (root !== undefined && error === undefined) return { name: path, text, root };
  const what = error === undefined ? "nothing is in it" : wordsOf(printParseErrorCode(error.error));
  throw new UserError(
    2,
    `${path}:${lineOf(text, error?.offset ?? 0)}: this is not JSON: ${what}`,
    "a rules file is JSON, in which comments may stand; origo check --init writes one to start from",
  );
}

/** `CommaExpected` as "comma expected". */
function wordsOf(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new UserError(
      2,
      missing ? `there is no rules file ${path}` : `the rules file ${path} cannot be read`,
      "name it with --rules; origo check --init writes one to start from",
    );
  }
}

/** What differs in destinations and goods from run to run is news, no drift. */
const WATCHED_BY_DEFAULT: readonly Watched[] = [
  "columns",
  "fields",
  "formats",
  "chamber",
  "certificate_type",
  "currency",
  "exporter_size",
  "counts",
];

function readRule(raw: RawRule, reader: RuleReader): Rule {
  const base = { level: raw.level ?? "error", name: raw.name ?? null, place: reader.place } as const;
  switch (raw.kind) {
    case "rejected-rows":
    case "duplicate-rows":
    case "conflicting-rows":
      return { ...base, kind: raw.kind, narrowing: AS_THE_COMMAND, max: reader.number(raw.max).value };
    case "missing-values": {
      const { kind, field } = raw;
      return { ...base, kind, narrowing: reader.narrowing(raw), field, max: reader.number(raw.max).value };
    }
    case "missing-months":
      return { ...base, kind: raw.kind, narrowing: reader.narrowing(raw), allow: raw.allow ?? 0 };
    case "month-outliers":
      reader.demandOneOf({ drop: raw.drop, rise: raw.rise });
      return {
        ...base,
        kind: raw.kind,
        narrowing: reader.narrowing(raw),
        measure: raw.measure ?? "certificates",
        drop: reader.value(raw.drop),
        rise: reader.value(raw.rise),
        years: raw.years ?? 5,
        allow: raw.allow ?? 0,
      };
    case "value-range": {
      const [min, max] = reader.bounds(raw);
      const narrowing = reader.narrowing(raw);
      return {
        ...base,
        kind: raw.kind,
        narrowing,
        min: min && min.value,
        max: max && max.value,
        allow: raw.allow ?? 0,
      };
    }
    case "value-outliers": {
      const { kind, threshold = 3.5, allow = 0 } = raw;
      return { ...base, kind, narrowing: reader.narrowing(raw), threshold, allow };
    }
    case "large-certificates": {
      const { kind, allow = 0 } = raw;
      return { ...base, kind, narrowing: reader.narrowing(raw), max: reader.number(raw.max).value, allow };
    }
    case "figure":
    case "bounds":
    case "target":
      return readFigureRule(raw, base, reader);
    case "drift":
      return {
        ...base,
        kind: raw.kind,
        narrowing: AS_THE_COMMAND,
        baseline: raw.baseline ?? null,
        watch: raw.watch ?? WATCHED_BY_DEFAULT,
        maxDrop: reader.value(raw.max_drop) ?? { numerator: 0n, denominator: 1n },
      };
  }
}

function readFigureRule(
  raw: RawOf<"figure" | "bounds" | "target">,
  start: Pick<Rule, "level" | "name" | "place">,
  reader: RuleReader,
): FigureRules {
  const base = { ...start, narrowing: reader.narrowingOfYears(raw) };
  switch (raw.kind) {
    case "figure": {
      const figure = reader.figure(raw.figure);
      const expected = typeof raw.expected === "boolean" ? raw.expected : reader.number(raw.expected);
      const isRecord = figure.column.endsWith("_record");
      if (isRecord !== (typeof expected === "boolean")) {
        throw reader.fault(
          "expected",
          isRecord ? "a record is or is not one" : "this figure is a number",
          isRecord ? "give true or false" : "give the number",
        );
      }
      if (typeof expected !== "boolean") reader.demandUnit(figure, expected, "expected");
      return { ...base, kind: raw.kind, figure, expected, tolerance: reader.tolerance(raw.tolerance) };
    }
    case "bounds": {
      const everyYear = /:\*(?=$|[-:])/.test(raw.figure);
      const figure = reader.figure(raw.figure.replaceAll(/:\*(?=$|[-:])/g, ":2000"));
      const [min, max] = reader.bounds(raw);
      if (min !== null) reader.demandUnit(figure, min, "min");
      if (max !== null) reader.demandUnit(figure, max, "max");
      return { ...base, kind: raw.kind, figure, everyYear, min, max };
    }
    case "target": {
      const figure = reader.figure(raw.figure);
      const { at_least: least, at_most: most } = raw;
      reader.demandOneOf({ at_least: least, at_most: most });
      if (least !== undefined && most !== undefined) {
        throw reader.fault("at_most", "a target has one goal", 'leave out "at_least" or "at_most", or use two rules');
      }
      const isShare = raw.as === "share";
      if (isShare && !["certificates", "goods_value"].includes(figure.column)) {
        throw reader.fault(
          "figure",
          `${figure.column} has no shares`,
          "give certificates or goods_value, of a year or of part of one",
        );
      }
      if (isShare && raw.where === undefined && raw.scope === undefined) {
        throw reader.fault("as", "a share is one of some certificates in all", 'say of which, with "where" or "scope"');
      }
      const goal = reader.number(least ?? most ?? 0);
      if (!isShare) reader.demandUnit(figure, goal, least === undefined ? "at_most" : "at_least");
      return {
        ...base,
        kind: raw.kind,
        figure,
        isShare,
        goal,
        direction: least === undefined ? "at-most" : "at-least",
      };
    }
  }
}

const AS_THE_COMMAND: Narrowing = { scope: null, from: null, to: null, where: null };
