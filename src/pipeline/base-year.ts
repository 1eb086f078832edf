import { wholeYears } from "../domain/period.ts";
import type { Selection } from "../domain/scope.ts";
import type { Engine } from "../store/engine.ts";
import { selectCertificates, type Selected } from "../store/selection.ts";
import { readProvenance } from "./provenance.ts";
import { refuseTime } from "./refuse-time.ts";

/** What is selected in the whole of a base year, also outside the period that is asked for; `null` when the data do not cover it. */
export async function selectBaseYear(
  engine: Engine,
  currency: string,
  selection: Selection,
  year: number,
): Promise<Selected | null> {
  refuseTime(selection.where, "choose the years with --from and --to, or leave out --base");
  const ofYear: Selection = { ...selection, from: `${year}-01-01`, to: `${year}-12-31` };
  const { windows } = await readProvenance(engine, currency, ofYear);
  return wholeYears(windows).includes(year) ? selectCertificates(ofYear) : null;
}
