/** Numbers the different texts of a column from 1, in the order of their first appearance; 0 is the empty text. */
export class TextCodes {
  /** How many different texts there are. */
  size = 0;
  /** Where the texts come from. */
  readonly #source: DataView;
  readonly #sourceBytes: Uint8Array;
  #slots = new Int32Array(FIRST_SLOTS);
  #hashes = new Int32Array(FIRST_SLOTS);
  /** Where each text begins in `#bytes`; it ends where the next one begins. */
  #starts = new Uint32Array(FIRST_SLOTS + 1);
  #bytes = new Uint8Array(FIRST_SLOTS * 16);
  #view = new DataView(this.#bytes.buffer);

  constructor(source: Uint8Array) {
    this.#source = new DataView(source.buffer, source.byteOffset, source.byteLength);
    this.#sourceBytes = source;
  }

  /** The number of the text in the source from `start` to `end`, of which `hash` is a hash. */
  codeOf(start: number, end: number, hash: number): number {
    if (start === end) return 0;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = spread(hash) & mask;
    for (;;) {
      const code = slots[slot] ?? 0;
      if (code === 0) return this.#add(start, end, hash, slot);
      if (this.#hashes[code] === hash && this.isAt(code, start, end)) return code;
      slot = (slot + 1) & mask;
    }
  }

  /** How many bytes a text has. */
  lengthOf(code: number): number {
    return (this.#starts[code + 1] ?? 0) - (this.#starts[code] ?? 0);
  }

  /** Whether a text stands in the source from `start` to `end`: four bytes at a time, as far as possible. */
  isAt(code: number, start: number, end: number): boolean {
    let at = this.#starts[code] ?? 0;
    if ((this.#starts[code + 1] ?? 0) - at !== end - start) return false;
    const [source, own] = [this.#source, this.#view];
    let each = start;
    for (; each + 4 <= end; each += 4, at += 4) if (source.getInt32(each) !== own.getInt32(at)) return false;
    for (; each < end; each += 1, at += 1) if (source.getUint8(each) !== own.getUint8(at)) return false;
    return true;
  }

  text(code: number): string {
    return Buffer.from(this.#bytes.buffer).toString("utf8", this.#starts[code], this.#starts[code + 1]);
  }

  /** All texts, the empty one first. */
  texts(): readonly string[] {
    return Array.from({ length: this.size + 1 }, (_, code) => this.text(code));
  }

  #add(start: number, end: number, hash: number, slot: number): number {
    this.size += 1;
    const code = this.size;
    if (code + 2 > this.#hashes.length) this.#hashes = grown(this.#hashes, new Int32Array(2 * this.#hashes.length));
    if (code + 2 > this.#starts.length) this.#starts = grown(this.#starts, new Uint32Array(2 * this.#starts.length));
    const at = this.#starts[code] ?? 0;
    const needed = at + end - start;
    if (needed > this.#bytes.length) {
      this.#bytes = grown(this.#bytes, new Uint8Array(2 * needed));
      this.#view = new DataView(this.#bytes.buffer);
    }
    this.#bytes.set(this.#sourceBytes.subarray(start, end), at);
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
      let slot = spread(this.#hashes[code] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

const FIRST_SLOTS = 256;

/** A hash of short texts differs in its low bits too little. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function grown<Numbers extends Int32Array | Uint32Array | Uint8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
