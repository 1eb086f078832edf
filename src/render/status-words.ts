import type { Language } from "../domain/language.ts";

/** The words of `origo status` in one language. Counts arrive formatted. */
interface StatusWords {
  readonly content: (files: string, rows: string, certificates: string) => string;
  readonly facts: (currency: string, rates: string, schema: number, size: string) => string;
  readonly files: string;
  readonly file: string;
  readonly rows: string;
  readonly first: string;
  readonly last: string;
  readonly coverage: string;
  readonly balance: string;
  /** The name of the line that adds up all files. */
  readonly all: string;
  readonly problems: string;
  readonly rejectedStay: string;
}

const ALL: Readonly<Record<Language, StatusWords>> = {
  nl: {
    content: (files, rows, certificates) => `bestanden: ${files}; rijen: ${rows}; certificaten: ${certificates}`,
    facts: (currency, rates, schema, size) =>
      `Waarden in ${currency}, ECB-koersen van ${rates}; versie ${schema} van de tabellen; ${size}`,
    files: "Bestanden",
    file: "bestand",
    rows: "rijen",
    first: "eerste",
    last: "laatste",
    coverage: "dekt",
    balance: "Wat er van de rijen werd",
    all: "samen",
    problems: "Problemen",
    rejectedStay:
      "Afgekeurde rijen blijven in de balans van hun bestand; verbeterd tellen ze mee met het bestand waarin ze binnenkwamen.",
  },
  fr: {
    content: (files, rows, certificates) => `fichiers : ${files} ; lignes : ${rows} ; certificats : ${certificates}`,
    facts: (currency, rates, schema, size) =>
      `Valeurs en ${currency}, cours de la BCE du ${rates} ; version ${schema} des tables ; ${size}`,
    files: "Fichiers",
    file: "fichier",
    rows: "lignes",
    first: "première",
    last: "dernière",
    coverage: "couvre",
    balance: "Ce que sont devenues les lignes",
    all: "ensemble",
    problems: "Problèmes",
    rejectedStay:
      "Les lignes rejetées restent dans le bilan de leur fichier ; corrigées, elles comptent avec le fichier qui les apporte.",
  },
  de: {
    content: (files, rows, certificates) => `Dateien: ${files}; Zeilen: ${rows}; Zertifikate: ${certificates}`,
    facts: (currency, rates, schema, size) =>
      `Werte in ${currency}, EZB-Kurse vom ${rates}; Version ${schema} der Tabellen; ${size}`,
    files: "Dateien",
    file: "Datei",
    rows: "Zeilen",
    first: "erste",
    last: "letzte",
    coverage: "deckt ab",
    balance: "Was aus den Zeilen wurde",
    all: "zusammen",
    problems: "Probleme",
    rejectedStay:
      "Abgewiesene Zeilen bleiben in der Bilanz ihrer Datei; berichtigt zählen sie mit der Datei, in der sie kommen.",
  },
  en: {
    content: (files, rows, certificates) => `files: ${files}; rows: ${rows}; certificates: ${certificates}`,
    facts: (currency, rates, schema, size) =>
      `Values in ${currency}, ECB rates of ${rates}; version ${schema} of the tables; ${size}`,
    files: "Files",
    file: "file",
    rows: "rows",
    first: "first",
    last: "last",
    coverage: "covers",
    balance: "What became of the rows",
    all: "all",
    problems: "Problems",
    rejectedStay:
      "Rejected rows stay in the balance of their file; corrected, they count with the file that brings them.",
  },
};

export function statusWordsOf(language: Language): StatusWords {
  return ALL[language];
}
