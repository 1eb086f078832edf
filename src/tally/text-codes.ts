/** Numbers the different texts of a column from 1, in the order of their first appearance; 0 is the empty text. */
export class TextCodes {
  /** How many different texts there are. */
  size = 0;
  /** The number that was asked for last; 0 when it was none. */
  last = 0;
  #slots = new Int32Array(FIRST_SLOTS);
  #hashes = new Int32Array(FIRST_SLOTS);
  /** Where each text begins in `#bytes`; it ends where the next one begins. */
  #starts = new Uint32Array(FIRST_SLOTS + 1);
  #bytes = new Uint8Array(FIRST_SLOTS * 16);

  /** The number of the text in `bytes` from `start` to `end`, of which `hash` is a hash. */
  codeOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    if (start === end) return 0;
    this.last = this.#find(bytes, start, end, hash);
    return this.last;
  }

  #find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    // A hash of short texts differs in its low bits too little.
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const code = slots[slot] ?? 0;
      if (code === 0) return this.#add(bytes, start, end, hash, slot);
      if (this.#hashes[code] === hash && this.#isAt(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
  }

  /** Where the text with a number ends, if it stands in `bytes` at `start`; else -1. */
  endOf(code: number, bytes: Uint8Array, start: number): number {
    const own = this.#bytes;
    const ownEnd = this.#starts[code + 1] ?? 0;
    let at = start;
    for (let each = this.#starts[code] ?? 0; each < ownEnd; each += 1, at += 1) {
      if (bytes[at] !== own[each]) return -1;
    }
    return at;
  }

  text(code: number): string {
    return Buffer.from(this.#bytes.buffer).toString("utf8", this.#starts[code], this.#starts[code + 1]);
  }

  /** All texts, the empty one first. */
  texts(): readonly string[] {
    return Array.from({ length: this.size + 1 }, (_, code) => this.text(code));
  }

  #isAt(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const own = this.#bytes;
    let at = this.#starts[code] ?? 0;
    if ((this.#starts[code + 1] ?? 0) - at !== end - start) return false;
    for (let each = start; each < end; each += 1, at += 1) if (bytes[each] !== own[at]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    this.size += 1;
    const code = this.size;
    if (code + 2 > this.#hashes.length) this.#hashes = grown(this.#hashes, new Int32Array(2 * this.#hashes.length));
    if (code + 2 > this.#starts.length) this.#starts = grown(this.#starts, new Uint32Array(2 * this.#starts.length));
    const at = this.#starts[code] ?? 0;
    const needed = at + end - start;
    if (needed > this.#bytes.length) this.#bytes = grown(this.#bytes, new Uint8Array(2 * needed));
    this.#bytes.set(bytes.subarray(start, end), at);
    this.#starts[code + 1] = needed;
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    if (2 * code > this.#slots.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const slots = new Int32Array(4 * this.#slots.length);
    const mask = slots.length - 1;
    for (let code = 1; code <= this.size; code += 1) {
      const hash = this.#hashes[code] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

const FIRST_SLOTS = 256;

function grown<Numbers extends Int32Array | Uint32Array | Uint8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
