import { UserError } from "../domain/user-error.ts";

/** A file without a byte, or with nothing but blanks, is one fault: the export went wrong. */
export function emptyFile(name: string): UserError {
  return new UserError(1, `${name} is empty`, "export the certificates again, with a header row");
}
