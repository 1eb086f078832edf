/** 1: the data failed. 2: usage or configuration. */
export type UserErrorCode = 1 | 2;

/** A failure that the user can mend: what happened and what to do. Anything else that is thrown is a bug. */
export class UserError extends Error {
  override readonly name = "UserError";

  constructor(
    readonly exitCode: UserErrorCode,
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
