import { UserError } from "../domain/user-error.ts";
import type { Provenance } from "../report/provenance.ts";
import type { Engine } from "../store/engine.ts";
import { hasExporters } from "../store/exporter-sums.ts";

/** Without exporters there is nothing to tell; certificates without one among others are told as a margin of their own. */
export async function assertExporters(engine: Engine, { balance }: Provenance): Promise<void> {
  if (balance.counted === 0 || (await hasExporters(engine))) return;
  throw new UserError(
    1,
    "no certificate names its exporter: there is neither a column exporter_id nor exporter_name",
    'name the column in a profile, under "columns" as "exporter_id" or "exporter_name" (origo map FILE shows what each column is taken for)',
  );
}
