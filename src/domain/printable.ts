/** Text from a file as it may go to a terminal: without the control characters that would move its cursor or its colours. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
