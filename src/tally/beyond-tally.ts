import { UserError } from "../domain/user-error.ts";

/** Thrown where the short way cannot be sure to give what the engine gives: then the engine does the work. */
export class BeyondTally extends Error {
  override readonly name = "BeyondTally";
}

/** Whether the engine has to find out what is the matter: it is beyond a tally, or wrong with the input, or a file cannot be read. */
export function isForEngine(error: unknown): boolean {
  return error instanceof BeyondTally || error instanceof UserError || (error instanceof Error && "syscall" in error);
}
