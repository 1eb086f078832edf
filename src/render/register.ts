import { fraction } from "../domain/fraction.ts";
import type { Language } from "../domain/language.ts";
import { printable } from "../domain/printable.ts";
import type { RegisterAccount } from "../domain/register.ts";
import { firmWordsOf } from "./firm-words.ts";
import { createFormatter, UNDEFINED } from "./format.ts";

/** How far a register reaches, in a line; in another, for how many it goes before what the certificates state. */
export function renderRegister(account: RegisterAccount, language: Language): string {
  const [words, format] = [firmWordsOf(language), createFormatter(language)];
  const { exporters, matchedExporters, goodsCents, matchedCents, differingExporters, differingCertificates } = account;
  const share = (part: bigint, whole: bigint | null): string => {
    const ratio = whole === null ? null : fraction(part, whole);
    return ratio === null ? UNDEFINED : format.percent(ratio);
  };
  const reach = words.register({
    file: printable(account.file),
    enterprises: format.count(account.enterprises),
    matched: format.count(matchedExporters),
    exporters: format.count(exporters),
    share: share(BigInt(matchedExporters), BigInt(exporters)),
    valueShare: share(matchedCents ?? 0n, goodsCents),
  });
  if (differingExporters === 0) return reach;
  return `${reach}\n${words.differing(format.count(differingExporters), format.count(differingCertificates))}`;
}
