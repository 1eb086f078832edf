/** Where something stands: a file, as the user names it, and a line of it, from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}
