import type { YearWindow } from "../domain/period.ts";
import { yearWindows } from "../domain/period.ts";
import type { Provenance } from "../report/provenance.ts";
import { readAccount, readProblems } from "../store/account.ts";
import { chamberNames, monthCoverage } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";
import { selectionCondition } from "../store/selection.ts";
import type { Selection } from "../domain/scope.ts";

/** How many problems an output lists; the counts by code are always complete. */
export const LISTED_PROBLEMS = 1000;

/** Where the figures come from, and which months of each year they cover. */
export async function readProvenance(
  engine: Engine,
  currency: string,
  selection: Selection,
): Promise<{ provenance: Provenance; windows: readonly YearWindow[] }> {
  const { coverage, ...account } = await readAccount(engine);
  const months = await monthCoverage(engine, selectionCondition({ ...selection, scope: "all" }));
  const stated = {
    from: laterOf(coverage.from, selection.from),
    to: earlierOf(coverage.to, selection.to),
  };
  return {
    provenance: {
      chambers: await chamberNames(engine),
      selection,
      currency,
      problems: await readProblems(engine, LISTED_PROBLEMS),
      ...account,
    },
    windows: yearWindows(months, stated),
  };
}

/** A stated coverage is cut to the period asked for; a period alone states nothing about the files. */
function laterOf(stated: string | null, asked: string | null): string | null {
  return stated === null || asked === null || stated > asked ? stated : asked;
}

function earlierOf(stated: string | null, asked: string | null): string | null {
  return stated === null || asked === null || stated < asked ? stated : asked;
}
