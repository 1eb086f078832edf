// What the scripts share that make certificates up.

/**
 * Mulberry32: numbers from 0 to 1, the same ones for the same seed; 32 bits of state, good enough for a sample and short
 * enough to read.
 * @param {number} seed
 * @returns {() => number}
 */
export function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The folder that a script is told to write to.
 * @returns {string}
 */
export function targetFolder() {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error("usage: node make.mjs FOLDER");
    process.exit(2);
  }
  return folder;
}
