import { closeSync, existsSync, fstatSync, openSync, readSync, realpathSync } from "node:fs";

/** Where the three headers of a database file begin, of which each checkpoint writes one anew, and then its blocks. */
const HEADERS = [0, 4096, 8192];
const FIRST_BLOCK = 12_288;
const BLOCK = 262_144;
/** Each header and block begins with a checksum of what it holds. */
const CHECKSUM = 8;

/**
 * A text that tells the contents of a store apart, without an engine: its size, and the checksum of every header and block. The
 * headers alone say too little: two stores that were made in the same way from different files have the same ones. `null` when
 * there is no store, or its file is not all there is of it, because a log lies beside it.
 */
export function storeState(store: string): string | null {
  if (!existsSync(store) || [store, realpathSync(store)].some((path) => existsSync(`${path}.wal`))) return null;
  const file = openSync(store, "r");
  try {
    const { size } = fstatSync(file);
    const blocks = Array.from(
      { length: Math.ceil((size - FIRST_BLOCK) / BLOCK) },
      (_, index) => FIRST_BLOCK + index * BLOCK,
    );
    const places = [...HEADERS, ...blocks];
    const checksums = Buffer.alloc(places.length * CHECKSUM);
    for (const [index, place] of places.entries()) readSync(file, checksums, index * CHECKSUM, CHECKSUM, place);
    return `${size} ${checksums.toString("base64")}`;
  } finally {
    closeSync(file);
  }
}
