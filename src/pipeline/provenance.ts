import { monthsIn } from "../domain/common-period.ts";
import { yearWindows, type YearWindow } from "../domain/period.ts";
import { UserError } from "../domain/user-error.ts";
import type { Provenance } from "../report/provenance.ts";
import { readAccount, readCoverage, readProblems } from "../store/account.ts";
import { chamberNames, monthCoverage } from "../store/aggregate.ts";
import { readRegisterAccount } from "../store/register.ts";
import { selectCertificates } from "../store/selection.ts";
import type { Engine } from "../store/engine.ts";
import { describeProblem } from "../domain/problem.ts";
import { withYearBefore, type Selection } from "../domain/scope.ts";
import { LISTED_PROBLEMS } from "../domain/sums.ts";

/** Where the figures come from, and which months of each year they cover. */
export async function readProvenance(
  engine: Engine,
  currency: string,
  selection: Selection,
): Promise<{ provenance: Provenance; windows: readonly YearWindow[] }> {
  const account = await readAccount(engine);
  const problems = await readProblems(engine, LISTED_PROBLEMS);
  const { balance } = account;
  const [first] = problems;
  if (balance.counted === 0 && balance.rejected > 0 && first !== undefined) {
    throw new UserError(
      1,
      `not one of ${balance.rowsRead} rows counts: ${balance.rejected} were rejected`,
      `the first one: ${describeProblem(first)}`,
    );
  }
  return {
    provenance: {
      chambers: await chamberNames(engine),
      selection,
      currency,
      problems,
      register: await readRegisterAccount(engine, selectCertificates(selection)),
      ...account,
    },
    windows: await readWindows(engine, selection),
  };
}

/** The months of each year that the data cover, of those asked for. */
export async function readWindows(engine: Engine, selection: Selection): Promise<readonly YearWindow[]> {
  const { common } = selection;
  const months = await monthCoverage(engine);
  return common === undefined
    ? yearWindows(months, await readCoverage(engine), withYearBefore(selection))
    : yearWindows(monthsIn(common, months), common, withYearBefore(selection));
}
