import { BLANKS } from "../ingest/parse-rules.ts";

/** The text of a cell without blanks of any kind at its ends; what is then empty is no value. */
export function trimCell(text: string): string | null {
  let start = 0;
  let end = text.length;
  while (start < end && BLANKS.includes(text.charAt(start))) start += 1;
  while (start < end && BLANKS.includes(text.charAt(end - 1))) end -= 1;
  return start === end ? null : text.slice(start, end);
}
