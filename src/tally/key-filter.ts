/**
 * Tells which keys may have come before. A key is two 32-bit hashes; each sets three bits of one word, so that threads can share a
 * filter: a word is read and written in one step. A key that came before is always told, another one in a thousand, too.
 */
export type KeyFilter = Int32Array<SharedArrayBuffer>;

const LEAST_WORDS = 2 ** 14;

/** A filter for so many keys, with a word of 32 bits or more for each. */
export function newKeyFilter(keys: number): KeyFilter {
  const words = 2 ** Math.ceil(Math.log2(Math.max(LEAST_WORDS, keys)));
  return new Int32Array(new SharedArrayBuffer(4 * words));
}

/** Notes a key, and tells whether it may have been noted before. */
export function noteKey(filter: KeyFilter, high: number, low: number): boolean {
  const bits = (1 << (low & 31)) | (1 << ((low >>> 5) & 31)) | (1 << ((low >>> 10) & 31));
  return (Atomics.or(filter, high & (filter.length - 1), bits) & bits) === bits;
}

/** A set of keys, which threads can share. */
export type KeySet = Int32Array<SharedArrayBuffer>;

/** The set of some keys, of which `keys` has two numbers each. */
export function newKeySet(keys: readonly (readonly number[])[]): KeySet {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(1024, 2 * keys.reduce((sum, each) => sum + each.length, 0))));
  const set = new Int32Array(new SharedArrayBuffer(8 * slots));
  for (const each of keys) {
    for (let at = 0; at < each.length; at += 2) addKey(set, each[at] ?? 0, each[at + 1] ?? 0);
  }
  return set;
}

/** Whether a key is in a set. (Two zeros are no key: they are said to be in every set.) */
export function hasKey(set: KeySet, high: number, low: number): boolean {
  const mask = set.length - 1;
  for (let at = (low << 1) & mask; ; at = (at + 2) & mask) {
    const [first, second] = [set[at], set[at + 1]];
    if (first === high && second === low) return true;
    if (first === 0 && second === 0) return false;
  }
}

function addKey(set: KeySet, high: number, low: number): void {
  const mask = set.length - 1;
  let at = (low << 1) & mask;
  while (!(set[at] === 0 && set[at + 1] === 0)) {
    if (set[at] === high && set[at + 1] === low) return;
    at = (at + 2) & mask;
  }
  set[at] = high;
  set[at + 1] = low;
}
