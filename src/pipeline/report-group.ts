import type { ChambersTogether } from "../domain/region.ts";
import { UserError } from "../domain/user-error.ts";

/** What a report puts together: chambers only when a region file names them. */
export async function readReportGroup(
  args: readonly string[],
  file: string | undefined,
  countBoth: boolean | undefined,
): Promise<{ readonly inputs: readonly string[]; readonly together?: ChambersTogether }> {
  if (file !== undefined) {
    const { readTogether } = await import("./read-together.ts");
    return readTogether(args, file, countBoth === true);
  }
  if (countBoth === undefined) return { inputs: args };
  throw new UserError(2, "--count-both is about the chambers of a region", "name them: --region FILE");
}
