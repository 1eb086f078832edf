import type { DecimalMark } from "../domain/profile.ts";

const [COMMA, POINT, SPACE, APOSTROPHE] = [44, 46, 32, 39];
const ZERO = 48;
/** As many digits as a double holds exactly, two more for the cents included. */
const MOST_DIGITS = 13;

/** What a plain amount is not: it takes a closer look. */
export const NOT_PLAIN = -1;

/**
 * Reads an amount of digits, marks, spaces and apostrophes, in `bytes` from `start` to `end`, as cents, plus a quarter of what it says
 * of the decimal mark of its column: nothing (0), a comma (1), a point (2) or either (3); or `NOT_PLAIN`: signs, three decimals, very large amounts and whatever is no amount at all.
 */
export function readPlainAmount(bytes: Uint8Array, start: number, end: number, mark: DecimalMark): number {
  let amount = 0;
  let run = 0;
  let separators = 0;
  let commas = 0;
  let points = 0;
  let last = 0;
  // Whether all groups but the last one are as thousands are: one to three digits, then three each.
  let grouped = true;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      amount = amount * 10 + digit;
      run += 1;
      continue;
    }
    if (byte === COMMA) commas += 1;
    else if (byte === POINT) points += 1;
    else if (byte !== SPACE && byte !== APOSTROPHE) return NOT_PLAIN;
    if (run === 0 || (separators > 0 && run !== 3)) return NOT_PLAIN;
    if (run > 3) grouped = false;
    last = byte;
    separators += 1;
    run = 0;
  }
  if (run === 0 || end - start - separators > MOST_DIGITS) return NOT_PLAIN;
  if (separators === 0) return 100 * amount;
  if (separators > 1 && !grouped) return NOT_PLAIN;
  const thousands = grouped && run === 3;
  const withComma = last === COMMA ? commas === 1 : commas === 0 && thousands;
  const withPoint = last === POINT ? points === 1 : points === 0 && thousands;
  if (!(mark === "," ? withComma : withPoint)) return NOT_PLAIN;
  const isDecimal = last === (mark === "," ? COMMA : POINT);
  if (isDecimal && run > 2) return NOT_PLAIN;
  const cents = amount * (isDecimal && run === 2 ? 1 : isDecimal ? 10 : 100);
  const evidence = commas + points === 0 ? 0 : (withComma ? 1 : 0) + (withPoint ? 2 : 0);
  return cents + evidence / 4;
}
