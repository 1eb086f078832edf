import type { Dimension } from "../domain/dimension.ts";
import type { Selection } from "../domain/scope.ts";
import type { SetFiles } from "../domain/set-files.ts";
import { UserError } from "../domain/user-error.ts";
import { fieldsOf } from "../domain/where.ts";
import { loadMemberships } from "../reference/blocs.ts";
import { loadCountryRegions } from "../reference/regions.ts";
import type { Engine } from "../store/engine.ts";
import { fillCountryRegions, fillLineSets, fillMemberships, markUntoldThemes } from "../store/references.ts";

/** Makes the reference tables that a selection, and the dimensions of a table, look into. */
export async function fillReferences(
  engine: Engine,
  { selection, groups, themes }: SetFiles & { readonly selection: Selection },
  dimensions: readonly Dimension[],
): Promise<void> {
  const used = new Set<string>([...dimensions, ...fieldsOf(selection.where)]);
  if (selection.scope !== "all" || used.has("bloc")) await fillMemberships(engine, loadMemberships());
  if (used.has("region") || used.has("sub_region")) await fillCountryRegions(engine, loadCountryRegions());
  if (used.has("group")) {
    if (groups === undefined) {
      throw new UserError(2, "there are no groups", "name the file that defines them: --groups FILE");
    }
    const { readGroups } = await import("../reference/groups.ts");
    await fillLineSets(engine, "group", readGroups(groups));
  }
  if (used.has("theme")) {
    const { loadThemes } = await import("../reference/themes.ts");
    await fillLineSets(engine, "theme", loadThemes(themes));
    await markUntoldThemes(engine);
  }
}
