import type { Dimension } from "../domain/dimension.ts";
import type { Field } from "../domain/certificate.ts";
import { UserError } from "../domain/user-error.ts";
import type { Quantity } from "../report/query-measures.ts";
import type { QueryPlan } from "../report/query-table.ts";
import { namesField, type OptionalColumn } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";

interface Need {
  /** The column of the cleaned rows, and the fields of a source that fill it. */
  readonly column: OptionalColumn;
  readonly fields: readonly Field[];
}

const EXPORTER: Need = { column: "exporter", fields: ["exporter_id", "exporter_name"] };
const HS_CODE: Need = { column: "hs_code", fields: ["hs_code"] };
const VALUE: Need = { column: "goods_cents", fields: ["value"] };

const NEEDS: Readonly<Partial<Record<Dimension | Quantity, Need>>> = {
  exporter: EXPORTER,
  exporters: EXPORTER,
  exporter_size: { column: "exporter_size", fields: ["exporter_size"] },
  chamber: { column: "chamber", fields: ["chamber"] },
  origin: { column: "origin", fields: ["origin"] },
  hs2: HS_CODE,
  hs4: HS_CODE,
  hs6: HS_CODE,
  theme: HS_CODE,
  products: HS_CODE,
  goods_value: VALUE,
  value_per_certificate: VALUE,
};

/** A dimension or measure that nothing on file could give would be a table of nothing: an error that names the column instead. */
export async function assertFields(engine: Engine, { by, measures }: QueryPlan): Promise<void> {
  for (const asked of [...by, ...measures.map(({ quantity }) => quantity)]) {
    const need = NEEDS[asked];
    if (need === undefined || (await namesField(engine, need.column))) continue;
    throw new UserError(
      1,
      `${asked} is not in the data: no certificate has ${need.fields.join(" or ")}`,
      `name the column in a profile, under "columns" as ${need.fields.map((field) => `"${field}"`).join(" or ")} (origo map FILE shows what each column is taken for)`,
    );
  }
}
