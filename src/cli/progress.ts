import type { Progress, Step } from "../domain/progress.ts";

const REFRESH_MILLISECONDS = 200;
/** Before this much is done, and this long has passed, nobody knows how long the rest will take. */
const TELLING_SHARE = 0.03;
const TELLING_MILLISECONDS = 1000;
/** Also where a terminal says that it has no columns at all. */
const WITHOUT_WIDTH = 80;
export const CLEAR_LINE = "\r\u001B[K";

/**
 * Shows on a terminal what goes on, in one line that is rewritten and, in the end, removed. In a pipe, only what is
 * notable is told, once; with `quiet`, nothing.
 */
export async function withProgress<Result>(
  quiet: boolean,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const { stderr } = process;
  if (quiet) return work(() => undefined);
  if (!stderr.isTTY) return work((step) => step.notable === true && stderr.write(`${step.what}\n`));
  let current: { readonly step: Step; readonly since: number } | null = null;
  const timer = setInterval(() => {
    if (current === null) return;
    const line = describeStep(current.step, performance.now() - current.since, stderr.columns || WITHOUT_WIDTH);
    stderr.write(`\r${line}\u001B[K`);
  }, REFRESH_MILLISECONDS);
  try {
    return await work((step) => {
      current = { step, since: performance.now() };
    });
  } finally {
    clearInterval(timer);
    stderr.write(CLEAR_LINE);
  }
}

/**
 * What is being done, how much of it is done and how long the rest will take; or, when nobody knows that, how long it has
 * taken. Shorter than `width`.
 */
export function describeStep(step: Step, elapsed: number, width: number): string {
  const share = step.share?.();
  const done = share === undefined ? `  ${describeTime(elapsed)}` : `  ${Math.floor(share * 100)} %`;
  const known = share !== undefined && share >= TELLING_SHARE && share < 1 && elapsed >= TELLING_MILLISECONDS;
  const left = known ? `  ${describeTime((elapsed / share) * (1 - share))} left` : "";
  const room = Math.max(0, width - 1 - done.length - left.length);
  const what = step.what.length > room ? `${step.what.slice(0, Math.max(0, room - 1))}…` : step.what;
  return what + done + left;
}

function describeTime(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
