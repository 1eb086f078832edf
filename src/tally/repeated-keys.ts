/** Two hashes of a chamber and a certificate number. */
export type Key = readonly [high: number, low: number];

/** The keys of the rows of a range, and those that rows name as replaced. */
export interface KeyBuckets {
  /** Three numbers for each: the key, and the row that has it, or `NAMED`. */
  readonly entries: Int32Array<SharedArrayBuffer>;
  /** Where the entries of each bucket begin, and where those of the last one end. */
  readonly starts: Uint32Array;
}

const NAMED = -1;
/** So few keys in a bucket stay in the memory next to the processor while they are compared. */
const BUCKET_KEYS = 2 ** 14;
const MOST_BITS = 12;

/** By how many bits of a key so many rows are best sorted into buckets. */
export function bucketBits(rows: number): number {
  return Math.min(MOST_BITS, Math.max(0, Math.ceil(Math.log2(Math.max(1, rows) / BUCKET_KEYS))));
}

/** Sorts keys into buckets, so that those that are the same are in one, whatever their range. */
export function sortKeys(keys: Int32Array, count: number, named: readonly Key[], bits: number): KeyBuckets {
  const starts = new Uint32Array(2 ** bits + 1);
  const counted = (high: number): void => {
    const bucket = bucketOf(high, bits) + 1;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  };
  for (let row = 0; row < count; row += 1) counted(keys[2 * row] ?? 0);
  for (const [high] of named) counted(high);
  for (let bucket = 0; bucket < 2 ** bits; bucket += 1) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  const entries = new Int32Array(new SharedArrayBuffer(12 * (count + named.length)));
  const next = starts.slice();
  const put = (high: number, low: number, row: number): void => {
    const bucket = bucketOf(high, bits);
    const at = next[bucket] ?? 0;
    next[bucket] = at + 1;
    entries[3 * at] = high;
    entries[3 * at + 1] = low;
    entries[3 * at + 2] = row;
  };
  for (let row = 0; row < count; row += 1) put(keys[2 * row] ?? 0, keys[2 * row + 1] ?? 0, row);
  for (const [high, low] of named) put(high, low, NAMED);
  return { entries, starts };
}

function bucketOf(high: number, bits: number): number {
  // Shifting by 32 shifts by nothing.
  return (high >>> 1) >>> (31 - bits);
}

/** Finds, in some of the buckets of all ranges, the rows whose key another row has or names: by range. */
export function findRepeated(ranges: readonly KeyBuckets[], from: number, to: number): readonly Uint32Array[] {
  const found = ranges.map((): number[] => []);
  let slots = new Int32Array(0);
  for (let bucket = from; bucket < to; bucket += 1) {
    const entries = entriesOf(ranges, bucket);
    const count = entries.rows.length;
    const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
    if (slots.length < size) slots = new Int32Array(size);
    else slots.fill(0, 0, size);
    const mask = size - 1;
    const { keys, rows, owners } = entries;
    const told = new Uint8Array(count);
    for (let entry = 0; entry < count; entry += 1) {
      const high = keys[2 * entry] ?? 0;
      const low = keys[2 * entry + 1] ?? 0;
      let slot = low & mask;
      let first = slots[slot] ?? 0;
      while (first !== 0 && (keys[2 * first - 2] !== high || keys[2 * first - 1] !== low)) {
        slot = (slot + 1) & mask;
        first = slots[slot] ?? 0;
      }
      if (first === 0) {
        slots[slot] = entry + 1;
        continue;
      }
      for (const one of [first - 1, entry]) {
        if (told[one] === 1) continue;
        told[one] = 1;
        const row = rows[one] ?? NAMED;
        if (row !== NAMED) found[owners[one] ?? 0]?.push(row);
      }
    }
  }
  return found.map((rows) => Uint32Array.from(rows));
}

interface BucketEntries {
  readonly keys: Int32Array;
  readonly rows: Int32Array;
  /** The ranges that the rows are of. */
  readonly owners: Uint32Array;
}

/** The entries of one bucket of all ranges. */
function entriesOf(ranges: readonly KeyBuckets[], bucket: number): BucketEntries {
  const count = ranges.reduce((sum, { starts }) => sum + (starts[bucket + 1] ?? 0) - (starts[bucket] ?? 0), 0);
  const keys = new Int32Array(2 * count);
  const rows = new Int32Array(count);
  const owners = new Uint32Array(count);
  let entry = 0;
  for (const [owner, { entries, starts }] of ranges.entries()) {
    const end = starts[bucket + 1] ?? 0;
    for (let at = starts[bucket] ?? 0; at < end; at += 1, entry += 1) {
      keys[2 * entry] = entries[3 * at] ?? 0;
      keys[2 * entry + 1] = entries[3 * at + 1] ?? 0;
      rows[entry] = entries[3 * at + 2] ?? 0;
      owners[entry] = owner;
    }
  }
  return { keys, rows, owners };
}
