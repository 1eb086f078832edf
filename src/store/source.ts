import type { RolledUpSums } from "../domain/sums.ts";
import type { Engine } from "./engine.ts";

/** What figures are read from: an engine that has the certificates, or sums of all of them. */
export type Source = Engine | RolledUpSums;

export function isSums(source: Source): source is RolledUpSums {
  return "byItem" in source;
}

/** The engine, for what sums do not tell: they are handed out only where they suffice, so that this fails is a bug. */
export function demandEngine(source: Source): Engine {
  if (isSums(source)) throw notInSums("what was asked for");
  return source;
}

export function notInSums(what: string): Error {
  return new Error(`sums of all certificates do not tell ${what}`);
}
