import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

export const REPOSITORY = fileURLToPath(new URL("..", import.meta.url));

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Runs the built program as a user would, in the repository, with a fixed environment. */
export function runOrigo(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], TZ: "UTC", LC_ALL: "C.UTF-8", ...environment };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["bin/origo.js", ...args],
      { cwd: REPOSITORY, env, maxBuffer: 1 << 28 },
      (error, stdout, stderr) =>
        resolve({ stdout, stderr, code: typeof error?.code === "number" ? error.code : error ? -1 : 0 }),
    );
  });
}
