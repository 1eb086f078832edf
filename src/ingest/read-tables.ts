import type { Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { UserError } from "../domain/user-error.ts";
import type { Engine } from "../store/engine.ts";
import { readPlainText } from "./plain-text.ts";
import { readDelimited } from "./read-delimited.ts";
import { looksLikeJson, readJson } from "./read-json.ts";
import { readParquet } from "./read-parquet.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { SourceTable } from "./source-table.ts";
import type { StagedFile } from "./stage-input.ts";

/** Finds the format of a file by its content, never by its name, and offers its tables: more than one for a workbook only. */
export async function readTables(
  engine: Engine,
  file: StagedFile,
  folder: string,
  fieldOf: (header: string) => Field | null,
  profile: Profile,
): Promise<readonly SourceTable[]> {
  const magic = file.facts.head.toString("latin1", 0, 4);
  if (magic === "PK\u0003\u0004") return readWorkbook(file, folder, fieldOf, profile);
  if (magic === "\u00D0\u00CF\u0011\u00E0") throw oldWorkbook(file);
  if (profile.sheet !== undefined) {
    throw new UserError(
      2,
      `${file.name} is no workbook, so it has no sheet "${profile.sheet}"`,
      'leave out --sheet, or the key "sheet" of the profile, for this file',
    );
  }
  if (magic === "PAR1") return [await readParquet(engine, file)];
  const text = await readPlainText(file, folder);
  return [await (looksLikeJson(text.head) ? readJson(engine, text) : readDelimited(text, fieldOf, profile.delimiter))];
}

/** The same container holds workbooks of Excel 97 and workbooks with a password. */
function oldWorkbook(file: StagedFile): UserError {
  return file.facts.head.includes(Buffer.from("EncryptedPackage", "utf16le"))
    ? new UserError(1, `${file.name} is a workbook with a password`, "save it without one, then pass that file")
    : new UserError(
        1,
        `${file.name} is a workbook in the old binary format (.xls)`,
        "save it as .xlsx, or the sheet as CSV (UTF-8), and pass that file",
      );
}
