import type { ChambersTogether } from "../domain/region.ts";
import { UserError } from "../domain/user-error.ts";
import { readRegion } from "../ingest/read-region.ts";

/** What is to be put together. Beside a region file, the one argument is the name of a region in it. */
export function readTogether(
  args: readonly string[],
  file: string | undefined,
  countBoth: boolean,
): { readonly inputs: readonly string[]; readonly together: ChambersTogether } {
  if (file === undefined) return { inputs: args, together: { region: null, countBoth } };
  const [wanted, more] = args;
  if (more !== undefined) {
    throw new UserError(
      2,
      `${more} is given beside a region`,
      "with --region, name one region of the file, or none for all its chambers",
    );
  }
  return { inputs: [], together: { region: readRegion(file, wanted), countBoth } };
}
