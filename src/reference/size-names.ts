import type { ExporterSize } from "../domain/certificate.ts";
import type { SME } from "../domain/firm-class.ts";
import type { Language } from "../domain/language.ts";

/** What enterprises of a size are called. */
const NAMES: Readonly<Record<Language, Readonly<Record<ExporterSize | typeof SME, string>>>> = {
  nl: { micro: "micro", small: "klein", medium: "middelgroot", large: "groot", sme: "kmo/mkb" },
  fr: { micro: "micro", small: "petite", medium: "moyenne", large: "grande", sme: "PME" },
  de: { micro: "kleinst", small: "klein", medium: "mittel", large: "groß", sme: "KMU" },
  en: { micro: "micro", small: "small", medium: "medium", large: "large", sme: "SMEs" },
};

/** The name of a size, or of small and medium-sized enterprises together; others as they are. */
export function sizeName(size: string, language: Language): string {
  return Object.entries(NAMES[language]).find(([id]) => id === size)?.[1] ?? size;
}
