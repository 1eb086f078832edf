import type { Key } from "./repeated-keys.ts";

export const HASH_PRIME = 0x01000193;
export const OTHER_PRIME = 0x5bd1e995;

/** The two hashes of a text that the loop over the bytes makes of a cell. */
export function hashText(text: string): Key {
  let high = 0;
  let low = 0;
  for (const byte of Buffer.from(text)) {
    high = Math.imul(high ^ byte, HASH_PRIME);
    low = Math.imul(low ^ byte, OTHER_PRIME);
  }
  return [high, low];
}

/** Spreads a hash over all its bits (the last steps of MurmurHash3). */
export function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
