import type { Language } from "../domain/language.ts";

/** The headings of an explanation in one language. Formulas and sources are those of the measures, in English. */
interface ExplainWords {
  readonly formula: string;
  readonly undefinedWhen: string;
  readonly source: string;
  readonly rounded: string;
  readonly figure: string;
  readonly value: string;
  readonly figures: string;
  readonly certificates: string;
  readonly scope: string;
  readonly files: string;
  readonly rows: (count: string) => string;
  readonly policy: string;
  readonly sql: string;
  readonly yes: string;
  readonly no: string;
  readonly undefined: string;
}

const ALL: Readonly<Record<Language, ExplainWords>> = {
  nl: {
    formula: "Formule",
    undefinedWhen: "Geen uitkomst",
    source: "Bron",
    rounded: "afgerond uit",
    figure: "cijfer",
    value: "waarde",
    figures: "De cijfers in de formule",
    certificates: "certificaten",
    scope: "Selectie",
    files: "Bestanden",
    rows: (count) => `${count} rijen`,
    policy: "Telregels",
    sql: "SQL, uit te voeren met:",
    yes: "ja",
    no: "nee",
    undefined: "geen uitkomst",
  },
  fr: {
    formula: "Formule",
    undefinedWhen: "Sans résultat",
    source: "Source",
    rounded: "arrondi de",
    figure: "chiffre",
    value: "valeur",
    figures: "Les chiffres de la formule",
    certificates: "certificats",
    scope: "Sélection",
    files: "Fichiers",
    rows: (count) => `${count} lignes`,
    policy: "Règles de comptage",
    sql: "SQL, à exécuter avec :",
    yes: "oui",
    no: "non",
    undefined: "sans résultat",
  },
  de: {
    formula: "Formel",
    undefinedWhen: "Ohne Ergebnis",
    source: "Quelle",
    rounded: "gerundet aus",
    figure: "Kennzahl",
    value: "Wert",
    figures: "Die Zahlen der Formel",
    certificates: "Zeugnisse",
    scope: "Auswahl",
    files: "Dateien",
    rows: (count) => `${count} Zeilen`,
    policy: "Zählregeln",
    sql: "SQL, auszuführen mit:",
    yes: "ja",
    no: "nein",
    undefined: "ohne Ergebnis",
  },
  en: {
    formula: "Formula",
    undefinedWhen: "Undefined",
    source: "Source",
    rounded: "rounded from",
    figure: "figure",
    value: "value",
    figures: "The figures in the formula",
    certificates: "certificates",
    scope: "Selection",
    files: "Files",
    rows: (count) => `${count} rows`,
    policy: "Counting policy",
    sql: "SQL, to be run with:",
    yes: "yes",
    no: "no",
    undefined: "undefined",
  },
};

export function explainWordsOf(language: Language): ExplainWords {
  return ALL[language];
}
