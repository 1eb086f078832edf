import { isUtf8 } from "node:buffer";

const HEAD_BYTES = 1 << 20;
const NUL = 0;
const LF = 10;
const CR = 13;

/** What one pass over the bytes of a text finds out. */
export interface TextFacts {
  readonly bytes: number;
  /** Physical lines, a last one without line end included. */
  readonly lines: number;
  /** `mixed` also when a carriage return stands alone: then the text needs a copy with one kind of line end. */
  readonly lineEnds: "lf" | "crlf" | "mixed" | "none";
  readonly utf8: boolean;
  /** Whether there is nothing but white space. */
  readonly blank: boolean;
  /** The line of the first NUL byte: no text has one. */
  readonly nulLine: number | null;
  /** Whether no blank but the space can stand at the end of a cell: no tab, no-break space or zero-width one is in the text. */
  readonly onlySpaces: boolean;
  readonly longestLine: { readonly line: number; readonly bytes: number };
  /** The first megabyte. */
  readonly head: Buffer;
}

const BYTE_ORDER_MARK = Buffer.from("\uFEFF");
/** All but the last byte of the longest blank. */
const BLANK_BYTES = 2;
const OTHER_BLANKS = ["\t", "\u00A0", "\u202F", "\uFEFF"].map((blank) => Buffer.from(blank));

/** Collects the facts of a text chunk by chunk. */
export function scanText(): { add(chunk: Buffer): void; facts(): TextFacts } {
  let bytes = 0;
  let lineFeeds = 0;
  let crlfs = 0;
  let loneCr = false;
  let lastByte = LF;
  let lineStart = 0;
  let longestLine = { line: 1, bytes: 0 };
  let nulLine: number | null = null;
  let onlySpaces = true;
  let lastBytes = Buffer.alloc(0);
  let utf8 = true;
  let unchecked = Buffer.alloc(0);
  const head: Buffer[] = [];

  const endLine = (end: number): void => {
    if (end - lineStart > longestLine.bytes) longestLine = { line: lineFeeds + 1, bytes: end - lineStart };
  };

  return {
    add(chunk) {
      const nul = nulLine === null ? chunk.indexOf(NUL) : -1;
      if (lastByte === CR && chunk[0] !== LF) loneCr = true;
      let cr = loneCr ? -1 : chunk.indexOf(CR);
      for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, at + 1)) {
        if (nulLine === null && nul !== -1 && nul < at) nulLine = lineFeeds + 1;
        endLine(bytes + at);
        lineFeeds += 1;
        lineStart = bytes + at + 1;
        if ((at === 0 ? lastByte : chunk[at - 1]) === CR) crlfs += 1;
        if (cr !== -1 && cr < at) {
          if (cr < at - 1) loneCr = true;
          cr = loneCr ? -1 : chunk.indexOf(CR, at + 1);
        }
      }
      if (nulLine === null && nul !== -1) nulLine = lineFeeds + 1;
      if (cr !== -1 && cr < chunk.length - 1) loneCr = true;
      if (utf8) {
        const text = unchecked.length === 0 ? chunk : Buffer.concat([unchecked, chunk]);
        const whole = text.length - unfinishedCharacter(text);
        utf8 = isUtf8(text.subarray(0, whole));
        unchecked = Buffer.from(text.subarray(whole));
      }
      if (onlySpaces) {
        // A blank may be in two chunks: what joins them is looked at by itself, because joining all of them would copy the text.
        const text = bytes === 0 ? withoutMark(chunk) : chunk;
        const seam = bytes === 0 ? text : Buffer.concat([lastBytes, chunk.subarray(0, BLANK_BYTES)]);
        onlySpaces = !OTHER_BLANKS.some((blank) => text.includes(blank) || seam.includes(blank));
        lastBytes = Buffer.concat([lastBytes, chunk.subarray(-BLANK_BYTES)]).subarray(-BLANK_BYTES);
      }
      if (bytes < HEAD_BYTES) head.push(Buffer.from(chunk.subarray(0, HEAD_BYTES - bytes)));
      bytes += chunk.length;
      lastByte = chunk.at(-1) ?? lastByte;
    },
    facts() {
      endLine(bytes);
      const alone = loneCr || lastByte === CR;
      return {
        bytes,
        lines: lineFeeds + (bytes > 0 && lastByte !== LF ? 1 : 0),
        lineEnds: alone
          ? "mixed"
          : lineFeeds === 0
            ? "none"
            : crlfs === 0
              ? "lf"
              : crlfs === lineFeeds
                ? "crlf"
                : "mixed",
        utf8: utf8 && unchecked.length === 0,
        blank: bytes <= HEAD_BYTES && Buffer.concat(head).toString("latin1").trim() === "",
        nulLine,
        onlySpaces,
        longestLine,
        head: Buffer.concat(head),
      };
    },
  };
}

function withoutMark(chunk: Buffer): Buffer {
  return chunk.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
    ? chunk.subarray(BYTE_ORDER_MARK.length)
    : chunk;
}

/** How many bytes at the end begin a UTF-8 character that the next chunk may finish: 0 to 3. */
function unfinishedCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
    if (byte < 0x80) return 0;
  }
  return 0;
}
