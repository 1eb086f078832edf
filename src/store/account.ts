import { balanceOf, ROW_CLASSES, type RowClass } from "../domain/balance.ts";
import type { DayRange } from "../domain/period.ts";
import { isProblemCode, type Problem, type ProblemCode } from "../domain/problem.ts";
import { LISTED_PROBLEMS, type Account } from "../domain/sums.ts";
import { isSums, notInSums, type Source } from "./source.ts";

/** The first and last day that the profiles of the files state. */
export async function readCoverage(source: Source): Promise<DayRange> {
  if (isSums(source)) return source.coverage;
  const [coverage] = await source.rows<{ from: string | null; to: string | null }>(
    `select min(coverage_from)::varchar as "from", max(coverage_to)::varchar as "to" from files`,
  );
  return coverage ?? { from: null, to: null };
}

export async function readAccount(source: Source): Promise<Account> {
  if (isSums(source)) return source.account;
  const files = await source.rows<{ name: string; sha256: string; rows_read: string }>(
    "select name, sha256, rows_read from files order by name, sha256",
  );
  const inputs = files.map((file) => ({ name: file.name, sha256: file.sha256, rows: Number(file.rows_read) }));
  const classes = await source.rows<{ class: string; rows: string }>(
    "select class, sum(rows)::varchar as rows from row_classes group by class",
  );
  const rowsByClass = new Map<RowClass, number>(
    ROW_CLASSES.map((rowClass) => [rowClass, Number(classes.find((row) => row.class === rowClass)?.rows ?? 0)]),
  );
  const problems = await source.rows<{ code: string; count: string }>(
    "select code, count(*)::varchar as count from problems group by code order by count(*) desc, code",
  );
  return {
    inputs,
    balance: balanceOf(
      inputs.reduce((sum, input) => sum + input.rows, 0),
      rowsByClass,
    ),
    problemCounts: problems.map((row) => ({ code: problemCode(row.code), count: Number(row.count) })),
  };
}

/** The first problems by file and line; of some codes only, when they are given. */
export async function readProblems(
  source: Source,
  limit: number,
  codes: readonly ProblemCode[] | null = null,
): Promise<readonly Problem[]> {
  if (isSums(source)) {
    if (codes !== null || limit > LISTED_PROBLEMS) throw notInSums("all problems");
    return source.problems.slice(0, limit);
  }
  const rows = await source.rows<{
    code: string;
    file: string;
    line: string;
    column_name: string | null;
    text: string | null;
    hint: string | null;
  }>(
    `select p.code, f.name as file, p.line, p.column_name, p.text, p.hint
     from problems p join files f on f.file_id = p.file_id
     where $codes is null or list_contains(string_split($codes, ','), p.code)
     order by f.name, p.line, p.code, f.sha256, p.column_name, p.text limit $limit`,
    { limit, codes: codes && codes.join(",") },
  );
  return rows.map((row) => ({
    code: problemCode(row.code),
    file: row.file,
    line: Number(row.line),
    column: row.column_name ?? "",
    text: row.text ?? "",
    hint: row.hint ?? "",
  }));
}

function problemCode(code: string): ProblemCode {
  if (isProblemCode(code)) return code;
  throw new Error(`unknown problem code: ${code}`);
}
