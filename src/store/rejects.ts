import { FIELDS, type Field } from "../domain/certificate.ts";
import { describeNotation } from "../domain/notation.ts";
import { PROBLEM_KINDS, isProblemCode, problemSeverity, type Problem, type ProblemCode } from "../domain/problem.ts";
import type { Reject } from "../domain/reject.ts";
import type { Engine } from "./engine.ts";

/** The texts of a row that was rejected for another row or for want of a rate: what the store has of it, in plain notation. */
const STORED: Readonly<Record<Field, string>> = {
  certificate_number: "r.certificate",
  issue_date: "r.issue_date::varchar",
  chamber: "r.chamber",
  certificate_type: "r.certificate_type",
  status: "r.status",
  replaces: "r.replaces",
  exporter_id: "r.exporter_id",
  exporter_name: "r.exporter_name",
  exporter_size: "r.exporter_size",
  destination: "r.destination",
  origin: "r.origin",
  hs_code: "r.hs_code",
  goods: "r.goods",
  value: "(r.value_cents // 100) || '.' || lpad((r.value_cents % 100)::varchar, 2, '0')",
  currency: "r.currency",
};

const STORED_NOTATION = describeNotation({ dateOrder: null, decimalMark: ".", valueUnit: 1, grain: "certificate" });

/** The problems of lines that are no rows at all; `text` is the whole line. */
const NO_ROW_CODES: readonly ProblemCode[] = ["ragged-row", "invalid-record"];
const NO_ROWS = NO_ROW_CODES.map((code) => `'${code}'`).join(", ");

type RejectRow = Readonly<Record<Field, string | null>> & {
  readonly file_id: number;
  readonly file: string;
  readonly line: string;
  readonly notation: string;
  readonly code: string;
  readonly column_name: string | null;
  readonly text: string | null;
  readonly hint: string | null;
};

/** The rejected rows by file and line: of the files with these ids, or of all. */
export async function readRejects(engine: Engine, fileIds: readonly number[] | null): Promise<readonly Reject[]> {
  const codes = Object.keys(PROBLEM_KINDS).filter((code) => isProblemCode(code) && problemSeverity(code) === "reject");
  await engine.fill(
    "wanted_file",
    ["file_id"],
    (fileIds ?? []).map((id) => [String(id)]),
  );
  const texts = FIELDS.map((field) => `case when t.line is null then ${STORED[field]} else t.${field} end as ${field}`);
  const rows = await engine.rows<RejectRow>(
    `select f.file_id, f.name as file, p.line, coalesce(t.notation, case when p.code in (${NO_ROWS}) then '' else '${STORED_NOTATION}' end) as notation,
       p.code, p.column_name, p.text, p.hint, ${texts.join(", ")}
     from problems p
       join files f on f.file_id = p.file_id
       left join rows r on r.file_id = p.file_id and r.line = p.line
       left join reject_texts t on t.file_id = p.file_id and t.line = p.line
     where p.code in (${codes.map((code) => `'${code}'`).join(", ")})
       ${fileIds === null ? "" : "and f.file_id in (select file_id::integer from wanted_file)"}
     order by f.name, f.sha256, f.reading, p.line, p.code`,
  );
  const rejects: (Reject & { readonly problems: Problem[] })[] = [];
  for (const [index, row] of rows.entries()) {
    const problem = problemOf(row);
    const before = rows[index - 1];
    if (before?.file_id === row.file_id && before.line === row.line) rejects.at(-1)?.problems.push(problem);
    else rejects.push(rejectOf(row, problem));
  }
  return rejects;
}

function problemOf(row: RejectRow): Problem {
  if (!isProblemCode(row.code)) throw new Error(`unknown problem code: ${row.code}`);
  const { code, file } = row;
  return {
    code,
    file,
    line: Number(row.line),
    column: row.column_name ?? "",
    text: row.text ?? "",
    hint: row.hint ?? "",
  };
}

function rejectOf(row: RejectRow, problem: Problem): Reject & { readonly problems: Problem[] } {
  return {
    file: row.file,
    line: Number(row.line),
    problems: [problem],
    notation: row.notation,
    rowText: NO_ROW_CODES.includes(problem.code) ? problem.text : null,
    texts: row,
  };
}
