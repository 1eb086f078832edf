/** The order in which the engine has texts: by code points, of which those beyond 16 bits come last, and not first as in UTF-16. */
export function compareTexts(a: string, b: string): number {
  if (BEYOND_16_BITS.test(a) || BEYOND_16_BITS.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : Number(a > b);
}

const BEYOND_16_BITS = /[\ud800-\udfff]/;
