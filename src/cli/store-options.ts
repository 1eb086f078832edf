import { InvalidArgumentError, type Command } from "commander";

import type { Progress } from "../domain/progress.ts";
import type { StoreOptions } from "../pipeline/open-store.ts";

/** The options about the store, as commander hands them over. */
export interface StoreFlags {
  readonly store?: string;
  readonly wait: number;
  readonly memoryLimit?: string;
}

/** How many seconds a command waits for a store in use: a writer, whose work is long already, more than a reader. */
export const WRITER_WAIT = 30;
export const READER_WAIT = 10;

export function addStoreOptions(command: Command, meaning: string, wait: number): Command {
  return addEngineOptions(command.option("--store <file>", `${meaning} (default: ./origo.duckdb)`), wait);
}

/** The options about stores that are named otherwise, and about memory. */
export function addEngineOptions(command: Command, wait: number): Command {
  return command
    .option("--wait <seconds>", "how long to wait while another process holds the store", parseSeconds, wait)
    .option(
      "--memory-limit <size>",
      "memory for data, such as 512MB; the rest goes to disk (default: 1500MB; the program needs up to 500MB besides)",
      parseSize,
    );
}

export function storeOptions({ store, ...flags }: StoreFlags, progress: Progress): StoreOptions {
  return { ...(store === undefined ? {} : { store }), ...engineOptions(flags, progress) };
}

export function engineOptions(
  { wait, memoryLimit }: Omit<StoreFlags, "store">,
  progress: Progress,
): Omit<StoreOptions, "store"> {
  return {
    ...(memoryLimit === undefined ? {} : { memoryLimit }),
    waitSeconds: wait,
    progress,
  };
}

/** What reading a file takes, however small it is. */
const LEAST_MEGABYTES = 256;

function parseSize(text: string): string {
  const [, number, unit] = /^(\d{1,6}) ?([MG])i?B$/i.exec(text) ?? [];
  const megabytes = Number(number) * (unit?.toUpperCase() === "G" ? 1000 : 1);
  if (number === undefined || megabytes < LEAST_MEGABYTES) {
    throw new InvalidArgumentError(`give a size such as 512MB or 4GB, of ${LEAST_MEGABYTES}MB or more.`);
  }
  return text;
}

function parseSeconds(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("give a whole number of seconds, 0 for not at all.");
  return Number(text);
}
