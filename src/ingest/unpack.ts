import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

import { UserError } from "../domain/user-error.ts";

export type Packing = "gzip" | "zstd";

type Stage = (source: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;

/** No export of certificates is packed this well: a larger file that is, is meant to fill the disk. */
const BOMB_RATIO = 200;
const BOMB_BYTES = 2 ** 30;
const UNPACKED_SIZE = 1 << 20;
/** So little at a time that even the densest zstd data cannot unpack to more than memory holds. */
const ZSTD_PIECE = 1 << 11;

/** How a file is packed, by its first bytes; `null` when it is not. */
export function packingOf(start: Buffer): Packing | null {
  if (start[0] === 0x1f && start[1] === 0x8b) return "gzip";
  return start.subarray(0, 4).toString("hex") === "28b52ffd" ? "zstd" : null;
}

/** Unpacks a stream of bytes: `packed` sees what goes in, `unpacked` what comes out. */
export async function unpack(
  packing: Packing,
  source: AsyncIterable<Buffer>,
  stages: { readonly packed: Stage; readonly unpacked: Stage },
  target: Writable,
  name: string,
): Promise<void> {
  let bytesIn = 0;
  let bytesOut = 0;
  const counted: Stage = async function* (chunks) {
    for await (const chunk of stages.packed(chunks)) {
      bytesIn += chunk.length;
      yield chunk;
    }
  };
  const bounded: Stage = async function* (chunks) {
    for await (const chunk of chunks) {
      bytesOut += chunk.length;
      if (bytesOut > BOMB_BYTES && bytesOut > BOMB_RATIO * bytesIn) throw bombError(name);
      yield chunk;
    }
  };
  try {
    await (packing === "gzip"
      ? pipeline(source, counted, createGunzip({ chunkSize: UNPACKED_SIZE }), bounded, stages.unpacked, target)
      : pipeline(source, counted, unpackZstd, bounded, stages.unpacked, target));
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      1,
      `${name} cannot be unpacked: ${reason}`,
      `the ${packing} file is damaged or cut off: fetch it or pack it again`,
    );
  }
}

/** Node reads zstd from version 22 on only. */
async function* unpackZstd(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const { Decompress } = await import("fzstd");
  let ready: Buffer[] = [];
  const decompress = new Decompress((data) => {
    if (data.length > 0) ready.push(Buffer.from(data));
  });
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += ZSTD_PIECE) {
      decompress.push(chunk.subarray(at, at + ZSTD_PIECE));
      yield* ready;
      ready = [];
    }
  }
  decompress.push(new Uint8Array(0), true);
  yield* ready;
}

function bombError(name: string): UserError {
  return new UserError(
    1,
    `${name} unpacks to more than ${BOMB_RATIO} times its size and more than 1 GiB: this is no export of certificates`,
    "if it is one after all, unpack it yourself and pass that file",
  );
}
