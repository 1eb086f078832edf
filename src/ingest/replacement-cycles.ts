/** One certificate that replaces another, with the place of the row that says so. */
export interface Replacement extends Readonly<Record<string, string | null>> {
  readonly successor: string;
  readonly original: string;
  readonly place: string;
}

/**
 * The certificates that replace each other in a cycle, each with the place of a row in the cycle that replaces it: the
 * strongly connected components of more than one certificate, found by Kosaraju's two walks.
 */
export function cycles(replacements: readonly Replacement[]): ReadonlyMap<string, string> {
  const originalsOf = neighbours(replacements.map(({ successor, original }) => [successor, original]));
  const successorsOf = neighbours(replacements.map(({ successor, original }) => [original, successor]));
  const finished: string[] = [];
  const walked = new Set<string>();
  for (const start of originalsOf.keys()) walk(start, walked, originalsOf, finished);
  const componentOf = new Map<string, string>();
  const assigned = new Set<string>();
  for (const start of finished.toReversed()) {
    const component: string[] = [];
    walk(start, assigned, successorsOf, component);
    for (const certificate of component) componentOf.set(certificate, start);
  }
  const members = new Map<string, string>();
  for (const { successor, original, place } of replacements) {
    const together = componentOf.get(successor) === componentOf.get(original);
    if (together && !members.has(original)) members.set(original, place);
  }
  return members;
}

function neighbours(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const nextOf = new Map<string, string[]>();
  for (const [at, next] of pairs) {
    const known = nextOf.get(at);
    if (known === undefined) nextOf.set(at, [next]);
    else known.push(next);
  }
  return nextOf;
}

/** Depth first, without recursion: a chain may be longer than the stack. Appends in the order in which nodes are finished. */
function walk(
  start: string,
  seen: Set<string>,
  nextOf: ReadonlyMap<string, readonly string[]>,
  finished: string[],
): void {
  if (seen.has(start)) return;
  seen.add(start);
  const path = [{ at: start, ahead: (nextOf.get(start) ?? []).values() }];
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const step = last.ahead.next();
    if (step.done === true) {
      finished.push(last.at);
      path.pop();
    } else if (!seen.has(step.value)) {
      seen.add(step.value);
      path.push({ at: step.value, ahead: (nextOf.get(step.value) ?? []).values() });
    }
  }
}
