import { FIELDS } from "../domain/certificate.ts";
import { describeNotation } from "../domain/notation.ts";
import type { Profile } from "../domain/profile.ts";
import type { Engine } from "../store/engine.ts";
import { insertRows } from "../store/insert-rows.ts";
import type { Formats } from "./detect-formats.ts";
import { amountText, DATE_WITH_ORDER } from "./parse-rules.ts";

/**
 * Keeps the texts of the rows of `faulty_text`, those of `staged` with a problem, that were rejected, for the rejects file: the source may be gone, or another
 * one, when somebody asks for it. Rows that are good by themselves and rejected for another are not kept: what the
 * store has of them says as much. Of the `lost` lines, which are no rows at all, the notation is kept: somebody will type them.
 */
export async function keepRejects(
  engine: Engine,
  fileId: number,
  lost: readonly number[],
  profile: Profile,
  formats: Formats,
): Promise<void> {
  const amount = amountText("s", formats.decimalMark);
  const texts = FIELDS.map((field) => (field === "value" ? amount : `s.${field}`));
  const [written] = await engine.rows<{ ordered: boolean; marked: boolean }>(
    `select exists (from staged where regexp_matches(issue_date, '${DATE_WITH_ORDER}')) as ordered,
       exists (from staged s where regexp_matches(${amount}, '[.,]')) as marked`,
  );
  const notation = describeNotation({
    dateOrder: written?.ordered === true || profile.date_order !== undefined ? formats.dateOrder : null,
    decimalMark: written?.marked === true || profile.decimal_mark !== undefined ? formats.decimalMark : null,
    valueUnit: profile.value_unit ?? 1,
    grain: profile.grain ?? "certificate",
  });
  await insertRows(
    engine,
    "reject_texts",
    `select $file_id, line, $notation, ${texts.join(", ")} from faulty_text s
     where line in (select line from rows where file_id = $file_id and rejected)`,
    { file_id: fileId, notation },
  );
  await keepLost(
    engine,
    fileId,
    lost.map((line) => [String(line), notation]),
  );
}

/** Keeps the notation of lines that are no rows at all: pairs of line and notation. */
export async function keepLost(engine: Engine, fileId: number, lines: readonly [string, string][]): Promise<void> {
  await engine.fill("lost_line", ["line", "notation"], lines);
  await insertRows(
    engine,
    "reject_texts (file_id, line, notation)",
    "select $file_id, line::bigint, notation from lost_line",
    { file_id: fileId },
  );
}
