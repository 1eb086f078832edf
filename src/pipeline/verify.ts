import type { Language } from "../domain/language.ts";
import { WHOLE_YEAR, type MonthRange } from "../domain/period.ts";
import type { Selection } from "../domain/scope.ts";
import { UserError } from "../domain/user-error.ts";
import { readPressText } from "../ingest/read-press-text.ts";
import { loadCountries } from "../reference/countries.ts";
import { readClaims } from "../report/claims/read-claims.ts";
import type { Claim } from "../report/claims/claim.ts";
import type { PeriodSums } from "../report/compute-figure.ts";
import { judgeClaim } from "../report/judge-claim.ts";
import { verificationTable, type Verification } from "../report/verification.ts";
import type { Engine } from "../store/engine.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import { itemNames } from "./labels.ts";
import type { Output } from "./output.ts";
import { readPeriodSums } from "./period-sums.ts";
import { readProvenance } from "./provenance.ts";
import { withWorkFolder } from "./work-folder.ts";

export interface VerifyOptions extends ReadOptions {
  /** The file of the press text, or `-`. */
  readonly text: string;
  /** The language of the text; found from its words when absent. */
  readonly textLanguage?: Language;
  /** The year that the text is about; the one it speaks of most when absent. */
  readonly year?: number;
}

/** Reads a press text and judges every claim in it by the certificates. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  if (options.text === "-" && options.inputs.includes("-")) {
    throw new UserError(2, "standard input cannot be both the text and the certificates", "give one of them as a file");
  }
  const text = await withWorkFolder((folder) => readPressText(options.text, folder));
  return withCertificates(options, async (engine, currency) => {
    const verifier = await createVerifier(engine, currency, options.selection);
    return verifier(options.text, text, options);
  });
}

export type Verifier = (
  name: string,
  text: string,
  options?: { readonly textLanguage?: Language; readonly year?: number },
) => Promise<Verification>;

/** Judges texts by the certificates of an engine; sums that were read once are kept. */
export async function createVerifier(engine: Engine, currency: string, selection: Selection): Promise<Verifier> {
  const { provenance, windows } = await readProvenance(engine, currency, selection);
  const { byName } = loadCountries();
  const kept = new Map<string, PeriodSums>();
  const read = async (months: MonthRange): Promise<PeriodSums> => {
    const key = keyOf(months);
    const sums = kept.get(key) ?? (await readPeriodSums(engine, selection, windows, months));
    kept.set(key, sums);
    return sums;
  };
  const { series } = await read(WHOLE_YEAR);
  const lastYear = (series.findLast((row) => row.complete) ?? series.at(-1))?.year;
  if (lastYear === undefined) {
    throw new UserError(1, "there are no certificates to judge the text by", "give another --from, --to or --scope");
  }
  return async (name, text, { textLanguage, year } = {}) => {
    const found = readClaims(text, {
      countryNames: byName,
      chambers: provenance.chambers,
      lastYear,
      ...(textLanguage === undefined ? {} : { language: textLanguage }),
      ...(year === undefined ? {} : { year }),
    });
    if (found === null) throw unknownLanguage(name);
    for (const months of monthsOf(found.claims)) await read(months);
    const claims = found.claims.map((claim) => judgeClaim(claim, (months) => kept.get(keyOf(months)) ?? NO_SUMS));
    return { ...found, name, claims, provenance };
  };
}

const NO_SUMS: PeriodSums = { series: [], byDestination: [], byMonth: [], exporterFlows: [] };

function keyOf({ firstMonth, lastMonth }: MonthRange): string {
  return `${firstMonth}-${lastMonth}`;
}

/** The different ranges of months that claims speak of. */
function monthsOf(claims: readonly Claim[]): readonly MonthRange[] {
  const periods = claims.flatMap(({ readings, otherReadings }): readonly MonthRange[] =>
    [...readings, ...otherReadings].flatMap((reading) =>
      reading.kind === "extreme-month" ? [reading.period, reading.extreme.within] : [reading.period],
    ),
  );
  return [...new Map(periods.map((period) => [keyOf(period), period])).values()];
}

function unknownLanguage(name: string): UserError {
  return new UserError(
    1,
    `${name}: the language of the text is not Dutch, French, German or English`,
    "if it is one of them, say which with --text-lang",
  );
}

export async function renderVerification(verification: Verification, output: Output): Promise<string> {
  switch (output.format) {
    case "terminal": {
      const { renderVerification: render } = await import("../render/terminal/verification.ts");
      const { createStyle } = await import("../render/style.ts");
      const { readerLanguage: language, width, colour } = output;
      return render(verification, itemNames("destination", language), { language, width, style: createStyle(colour) });
    }
    case "json": {
      const { renderVerificationJson } = await import("../render/verification-json.ts");
      return renderVerificationJson(verification);
    }
    case "csv": {
      const { renderCsv } = await import("../render/csv.ts");
      return renderCsv(verificationTable(verification));
    }
  }
}

/** Whether no claim of a text is false. */
export function isClean({ claims }: Verification): boolean {
  return claims.every(({ verdict }) => verdict !== "does-not-hold");
}
