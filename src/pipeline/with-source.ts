import type { Dimension } from "../domain/dimension.ts";
import type { RolledUpSums } from "../domain/sums.ts";
import { takesEverything } from "../store/selection.ts";
import type { Source } from "../store/source.ts";
import type { ReadOptions } from "./open-certificates.ts";
import { storePath } from "./open-store.ts";
import { refuseIdleOptions } from "./refuse-idle-options.ts";
import { reportCurrency } from "./report-currency.ts";
import { readStoredSums } from "./stored-sums.ts";

/** What a command reads. */
export interface Needs {
  /** Whether sums tell all of it, where all certificates are asked for. */
  readonly sumsSuffice: boolean;
  /** Those that are added up by, beyond the selection. */
  readonly dimensions?: readonly Dimension[];
}

/** Hands `work` sums, where they suffice and are to be had without an engine, or the certificates. The results are the same. */
export async function withSource<Result>(
  options: ReadOptions,
  { sumsSuffice, dimensions = [] }: Needs,
  work: (source: Source, currency: string) => Promise<Result>,
): Promise<Result> {
  const found = sumsSuffice && isPlain(options) ? await findSums(options) : null;
  if (found !== null) return work(found.sums, found.currency);
  const { withCertificates } = await import("./open-certificates.ts");
  return withCertificates(options, work, dimensions);
}

/** Whether the options ask for all certificates, as they are. */
function isPlain({ selection, together, register, rejects }: ReadOptions): boolean {
  return takesEverything(selection) && [together, register, rejects].every((option) => option === undefined);
}

/** Sums of what the options name, in the report currency; `null` where an engine has to make them. */
async function findSums(
  options: ReadOptions,
): Promise<{ readonly sums: RolledUpSums; readonly currency: string } | null> {
  const currency = reportCurrency(options);
  refuseIdleOptions(options);
  const sums = options.inputs.length > 0 ? await sumsOfFiles(options, currency) : sumsOfStore(options, currency);
  return sums && { sums, currency };
}

async function sumsOfFiles(options: ReadOptions, currency: string): Promise<RolledUpSums | null> {
  const { tallySums } = await import("./tallied-sums.ts");
  return tallySums(options, currency);
}

/** Other rates than those it was made with need an engine. */
function sumsOfStore(options: ReadOptions, currency: string): RolledUpSums | null {
  return options.rates === undefined ? readStoredSums(storePath(options), currency) : null;
}
