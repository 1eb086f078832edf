import { UserError } from "../domain/user-error.ts";
import { fieldsOf, isTime, type Where } from "../domain/where.ts";

/**
 * Records, new exporters and lost destinations are told from whole years: what a condition on time leaves of some of them would
 * be compared in silence with the others.
 */
export function refuseTime(
  where: Where | null,
  remedy = "choose the years with --from and --to; or use: origo query, origo summary, origo shares",
): void {
  const field = [...fieldsOf(where)].find(isTime);
  if (field === undefined) return;
  throw new UserError(2, `--where has a condition on the ${field}, and here whole years are compared`, remedy);
}
