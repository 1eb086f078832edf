import { monthsIn } from "../domain/common-period.ts";
import { yearWindows, type YearWindow } from "../domain/period.ts";
import { UserError } from "../domain/user-error.ts";
import type { Provenance } from "../report/provenance.ts";
import { readAccount, readCoverage, readProblems } from "../store/account.ts";
import { chamberNames, monthCoverage } from "../store/aggregate.ts";
import { readRegisterAccount } from "../store/register.ts";
import { selectCertificates } from "../store/selection.ts";
import type { Source } from "../store/source.ts";
import { describeProblem } from "../domain/problem.ts";
import { withYearBefore, type Selection } from "../domain/scope.ts";
import { LISTED_PROBLEMS } from "../domain/sums.ts";

/** Where the figures come from, and which months of each year they cover. */
export async function readProvenance(
  source: Source,
  currency: string,
  selection: Selection,
): Promise<{ provenance: Provenance; windows: readonly YearWindow[] }> {
  const account = await readAccount(source);
  const problems = await readProblems(source, LISTED_PROBLEMS);
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
      chambers: await chamberNames(source),
      selection,
      currency,
      problems,
      register: await readRegisterAccount(source, selectCertificates(selection)),
      ...account,
    },
    windows: await readWindows(source, selection),
  };
}

/** The months of each year that the data cover, of those asked for. */
export async function readWindows(source: Source, selection: Selection): Promise<readonly YearWindow[]> {
  const { common } = selection;
  const months = await monthCoverage(source);
  return common === undefined
    ? yearWindows(months, await readCoverage(source), withYearBefore(selection))
    : yearWindows(monthsIn(common, months), common, withYearBefore(selection));
}
