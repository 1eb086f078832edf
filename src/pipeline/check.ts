import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

import { DIMENSIONS, type Dimension } from "../domain/dimension.ts";
import type { DriftRule, Rule } from "../domain/rule.ts";
import { setFilesOf } from "../domain/set-files.ts";
import { UserError } from "../domain/user-error.ts";
import { fieldsOf } from "../domain/where.ts";
import { readBaseline } from "../ingest/read-baseline.ts";
import { readRules } from "../ingest/read-rules.ts";
import { readDataText } from "../reference/data-file.ts";
import type { Checked } from "../report/check/checked.ts";
import { judgeDrift } from "../report/check/drift.ts";
import { isFailure, type Outcome } from "../report/check/outcome.ts";
import type { Engine } from "../store/engine.ts";
import { baselineText, takeBaseline } from "./baseline.ts";
import { createJudge } from "./judge-rules.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import { readProvenance } from "./provenance.ts";
import { readWhere } from "./read-where.ts";
import { assertWritable, writeWholeFile } from "./write-file.ts";

export interface CheckOptions extends ReadOptions {
  readonly rules: string;
  /** The file of the last run, for rules of drift that name none. */
  readonly baseline?: string;
  /** Write what this run saw to the baseline, after the check. */
  readonly updateBaseline?: boolean;
}

/** Judges the rules of a file by the certificates. */
export async function check(options: CheckOptions): Promise<Checked> {
  const { rules: rulesFile, updateBaseline = false } = options;
  const rules = readRules(rulesFile, (text, label) => readWhere(text, label, setFilesOf(options)));
  const baselines = baselineFiles(options, rules);
  if (updateBaseline) for (const file of baselines) assertWritable(file);
  const work = async (engine: Engine, currency: string): Promise<Checked> => {
    const { provenance } = await readProvenance(engine, currency, options.selection);
    const judge = createJudge(engine, provenance);
    const now = baselines.size === 0 ? null : await takeBaseline(engine, provenance, options);
    const outcomes: Outcome[] = [];
    for (const rule of rules) {
      if (rule.kind !== "drift") outcomes.push(await judge(rule));
      else if (now !== null) {
        const file = baselineFile(options, rule);
        // The first run is like itself.
        outcomes.push(judgeDrift(rule, readBaseline(file) ?? (updateBaseline ? now : null), now, file));
      }
    }
    if (updateBaseline && now !== null) for (const file of baselines) writeWholeFile(file, baselineText(now));
    return { rulesFile, outcomes, passed: !outcomes.some(isFailure), provenance };
  };
  return withCertificates(options, work, dimensionsOf(rules));
}

/** The baseline of a rule: what the command line names, else the rule. */
function baselineFile({ rules, baseline }: CheckOptions, { baseline: own, place }: DriftRule): string {
  if (baseline !== undefined) return baseline;
  if (own !== null) return join(dirname(rules), own);
  throw new UserError(
    2,
    `${place.file}:${place.line}: this rule has no baseline to compare with`,
    'name its file with --baseline, or in the rule as "baseline"',
  );
}

/** The files that rules of drift look at, and that --update-baseline writes. */
function baselineFiles(options: CheckOptions, rules: readonly Rule[]): ReadonlySet<string> {
  const { baseline, updateBaseline = false } = options;
  const files = new Set(rules.flatMap((rule) => (rule.kind === "drift" ? [baselineFile(options, rule)] : [])));
  if (files.size > 0) return files;
  if (updateBaseline && baseline !== undefined) return new Set([baseline]);
  if (baseline === undefined && !updateBaseline) return files;
  throw new UserError(
    2,
    `no rule in ${options.rules} looks at a baseline`,
    updateBaseline
      ? "name the file to write with --baseline"
      : 'add a rule of the kind "drift", or leave out --baseline',
  );
}

/** Writes a rules file to start from, with comments that explain it. */
export function initRules(path: string): void {
  if (existsSync(path)) {
    throw new UserError(2, `${path} is there already`, "name another file with --rules; nothing was written");
  }
  writeWholeFile(path, readDataText("start.rules.jsonc"));
}

/** The dimensions that conditions and scopes of rules look at. */
function dimensionsOf(rules: readonly Rule[]): readonly Dimension[] {
  const used = new Set<string>(rules.flatMap(({ narrowing }) => [...fieldsOf(narrowing.where)]));
  if (rules.some(({ narrowing }) => narrowing.scope !== null && narrowing.scope !== "all")) used.add("bloc");
  return DIMENSIONS.filter((dimension) => used.has(dimension));
}
