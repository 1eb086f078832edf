import { findNodeAtLocation, type JSONPath, type Node } from "jsonc-parser";
import * as v from "valibot";

import { UserError } from "../domain/user-error.ts";
import { nearestText } from "../reference/nearest.ts";
import { RULE_SCHEMAS } from "./rule-schemas.ts";

/** The text of a rules file and its tree: what it takes to say where something stands. */
export interface RulesText {
  readonly name: string;
  readonly text: string;
  readonly root: Node;
}

/** A fault in a rules file, with its place: file, line and JSON path. */
export function faultAt(rules: RulesText, path: JSONPath, message: string, hint: string): UserError {
  return new UserError(2, `${rules.name}:${lineAt(rules, path)}: ${dotPath(path)}: ${message}`, hint);
}

/** The line, from 1, of what a path leads to: of its key, where it has one. */
export function lineAt({ text, root }: RulesText, path: JSONPath): number {
  const node = findNodeAtLocation(root, [...path]);
  const start = node?.parent?.type === "property" ? node.parent : (node ?? root);
  return lineOf(text, start.offset);
}

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function dotPath(path: JSONPath): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${part}`))
    .join("");
}

type Issue = v.BaseIssue<unknown>;

/** Words for the first fault that valibot found; a key that is not known before one that is missing, which may be the same one. */
export function shapeFault(rules: RulesText, issues: readonly [Issue, ...Issue[]]): UserError {
  const issue = issues.find(({ type, expected }) => type === "strict_object" && expected === "never") ?? issues[0];
  const path = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
  const [top, index, key] = path;
  if (top === undefined) return wrongFile(rules);
  if (typeof index !== "number") {
    return top === "rules"
      ? faultAt(
          rules,
          ["rules"],
          "there are no rules",
          'give a list under "rules"; origo check --init writes one to start from',
        )
      : unknownKey(rules, path, ["$schema", "rules"]);
  }
  const schema = RULE_SCHEMAS.find(({ entries }) => entries.kind.literal === kindAt(issue));
  if (schema === undefined) return unknownKind(rules, [top, index], issue);
  if (key === undefined)
    return faultAt(rules, path, "a rule is an object", 'such as { "kind": "rejected-rows", "max": "1 %" }');
  const entry = Object.entries(schema.entries).find(([name]) => name === key)?.[1];
  if (entry === undefined) return unknownKey(rules, path, Object.keys(schema.entries));
  const expected = `give ${descriptionOf(entry)}`;
  if (issue.type === "strict_object" && issue.input === undefined && path.length === 3) {
    return faultAt(rules, [top, index], `"${key}" is missing`, expected);
  }
  return faultAt(rules, path, `${JSON.stringify(issue.input) ?? "nothing"} is not allowed`, expected);
}

/** What a key allows, in the words of people. */
export function descriptionOf(entry: v.GenericSchema | v.ExactOptionalSchema<v.GenericSchema, undefined>): string {
  return (
    v.getDescription(entry) ?? ("wrapped" in entry ? v.getDescription(entry.wrapped) : undefined) ?? "another value"
  );
}

/** The kind of the rule that a fault is in. */
function kindAt(issue: Issue): unknown {
  const rule: unknown = issue.path?.[1]?.value;
  return typeof rule === "object" && rule !== null && "kind" in rule ? rule.kind : undefined;
}

function wrongFile(rules: RulesText): UserError {
  return new UserError(
    2,
    `${rules.name} is not a rules file: it is no JSON object`,
    "origo check --init writes one to start from",
  );
}

function unknownKind(rules: RulesText, path: JSONPath, issue: Issue): UserError {
  const kinds = RULE_SCHEMAS.map(({ entries }) => entries.kind.literal);
  const kind = kindAt(issue);
  const hint = `the kinds of rules are: ${kinds.join(", ")}`;
  if (kind === undefined) return faultAt(rules, path, 'a rule needs a "kind"', hint);
  const near = typeof kind === "string" ? nearestText(kind, kinds) : null;
  const question = near === null ? "" : `; did you mean ${near}?`;
  return faultAt(rules, [...path, "kind"], `there is no kind of rule ${JSON.stringify(kind)}${question}`, hint);
}

function unknownKey(rules: RulesText, path: JSONPath, keys: readonly string[]): UserError {
  const near = nearestText(String(path.at(-1)), keys);
  const question = near === null ? "" : `; did you mean ${near}?`;
  return faultAt(rules, path, `unknown key${question}`, `the keys here are: ${keys.join(", ")}`);
}
