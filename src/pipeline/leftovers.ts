import { rmSync } from "node:fs";

import { stopEngines } from "../store/engine.ts";

const noted = new Set<string>();

/** Notes a file or folder that must not outlive this process. */
export function noteLeftover(path: string): void {
  noted.add(path);
}

export function forgetLeftover(path: string): void {
  noted.delete(path);
}

/** For an interrupt: removes what work leaves behind that will not come to its end. */
export async function removeLeftovers(): Promise<void> {
  await stopEngines();
  for (const path of noted) rmSync(path, { recursive: true, force: true });
}

/** Whether no process of this machine has the number. */
export function isDead(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return false;
  } catch (error) {
    // A process of another user exists, although it cannot be reached.
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
