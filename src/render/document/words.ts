import type { Language } from "../../domain/language.ts";
import type { Severity } from "../../domain/problem.ts";
import type { Metric } from "../../domain/metric.ts";

/** The words of the report as a document, beside those that the terminal has too: headings of tables, method, account. */
export interface DocumentWords {
  readonly keyFigures: string;
  /** Between a heading and what it is about. */
  readonly colon: string;
  readonly total: string;
  /** Headings of columns. */
  readonly number: string;
  readonly growth: string;
  readonly share: string;
  readonly contribution: string;
  readonly rank: string;
  readonly perCertificate: string;
  readonly yearsCaption: string;
  readonly destinationsCaption: (year: number) => string;
  readonly contributionNote: string;
  readonly destinationsBy: Readonly<Record<Metric, string>>;
  readonly method: string;
  readonly counting: string;
  readonly measures: string;
  /** The measures of the report with their definitions. */
  readonly definitions: readonly (readonly [term: string, definition: string])[];
  readonly balanceCaption: string;
  readonly outcome: string;
  readonly rows: string;
  readonly problemsCaption: string;
  readonly noProblems: string;
  readonly problem: string;
  readonly code: string;
  readonly consequence: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly inputsCaption: string;
  readonly file: string;
  /** The last line, before the name of the program. */
  readonly madeWith: string;
}

const nl: DocumentWords = {
  keyFigures: "Kerncijfers",
  colon: ": ",
  total: "Totaal",
  number: "aantal",
  growth: "groei (%)",
  share: "aandeel (%)",
  contribution: "bijdrage (pp)",
  rank: "rang",
  perCertificate: "per certificaat",
  yearsCaption: "Certificaten en goederenwaarde per jaar",
  destinationsCaption: (year) => `Bestemmingen in ${year}`,
  contributionNote:
    "Bijdrage: bijdrage tot de groei van het totaal, in procentpunt (pp). Een streepje staat voor wat niet bepaald is.",
  destinationsBy: {
    goods_value: "Bestemmingen naar goederenwaarde",
    certificates: "Bestemmingen naar aantal certificaten",
  },
  method: "Methode",
  counting: "Wat telt",
  measures: "Hoe de maten berekend zijn",
  definitions: [
    ["Groei", "het totaal gedeeld door dat van dezelfde periode een jaar eerder, min één"],
    ["Aandeel", "het deel van de bestemming in het totaal"],
    [
      "Bijdrage",
      "de verandering van de bestemming gedeeld door het totaal van een jaar eerder; alle bijdragen samen zijn precies de groei",
    ],
    ["Rang", "de plaats in dalende volgorde; gelijke bestemmingen delen een plaats"],
    ["Waarde per certificaat", "de goederenwaarde gedeeld door het aantal certificaten met een waarde"],
  ],
  balanceCaption: "Wat er van de rijen geworden is",
  outcome: "uitkomst",
  rows: "rijen",
  problemsCaption: "Problemen in de gegevens",
  noProblems: "Er zijn geen problemen in de gegevens gevonden.",
  problem: "probleem",
  code: "code",
  consequence: "gevolg",
  severity: { reject: "rij afgekeurd", warn: "rij telt, zonder dit gegeven of zoals het er staat" },
  inputsCaption: "Gelezen bestanden",
  file: "bestand",
  madeWith: "Gemaakt met",
};

const fr: DocumentWords = {
  keyFigures: "Chiffres clés",
  colon: "\u00A0: ",
  total: "Total",
  number: "nombre",
  growth: "croissance (%)",
  share: "part (%)",
  contribution: "contribution (pt)",
  rank: "rang",
  perCertificate: "par certificat",
  yearsCaption: "Certificats et valeur des marchandises par année",
  destinationsCaption: (year) => `Destinations en ${year}`,
  contributionNote:
    "Contribution : contribution à la croissance du total, en points de pourcentage (pt). Un tiret signale ce qui n'est pas défini.",
  destinationsBy: {
    goods_value: "Destinations selon la valeur des marchandises",
    certificates: "Destinations selon le nombre de certificats",
  },
  method: "Méthode",
  counting: "Ce qui compte",
  measures: "Comment les mesures sont calculées",
  definitions: [
    ["Croissance", "le total divisé par celui de la même période de l'année précédente, moins un"],
    ["Part", "ce que la destination représente dans le total"],
    [
      "Contribution",
      "la variation de la destination divisée par le total de l'année précédente ; la somme des contributions est exactement la croissance",
    ],
    ["Rang", "la place par ordre décroissant ; les destinations à égalité partagent une place"],
    ["Valeur par certificat", "la valeur des marchandises divisée par le nombre de certificats qui ont une valeur"],
  ],
  balanceCaption: "Ce que sont devenues les lignes",
  outcome: "sort",
  rows: "lignes",
  problemsCaption: "Problèmes dans les données",
  noProblems: "Aucun problème n'a été trouvé dans les données.",
  problem: "problème",
  code: "code",
  consequence: "conséquence",
  severity: { reject: "ligne rejetée", warn: "ligne comptée, sans cette donnée ou telle quelle" },
  inputsCaption: "Fichiers lus",
  file: "fichier",
  madeWith: "Réalisé avec",
};

const de: DocumentWords = {
  keyFigures: "Kennzahlen",
  colon: ": ",
  total: "Insgesamt",
  number: "Anzahl",
  growth: "Wachstum (%)",
  share: "Anteil (%)",
  contribution: "Beitrag (PP)",
  rank: "Rang",
  perCertificate: "je Zeugnis",
  yearsCaption: "Zeugnisse und Warenwert nach Jahren",
  destinationsCaption: (year) => `Bestimmungsländer ${year}`,
  contributionNote:
    "Beitrag: Beitrag zum Wachstum der Gesamtsumme in Prozentpunkten (PP). Ein Strich steht für das, was nicht bestimmt ist.",
  destinationsBy: {
    goods_value: "Bestimmungsländer nach Warenwert",
    certificates: "Bestimmungsländer nach Zahl der Zeugnisse",
  },
  method: "Methode",
  counting: "Was zählt",
  measures: "Wie die Maße berechnet sind",
  definitions: [
    ["Wachstum", "die Summe geteilt durch die desselben Zeitraums im Vorjahr, minus eins"],
    ["Anteil", "der Teil des Bestimmungslandes an der Gesamtsumme"],
    [
      "Beitrag",
      "die Veränderung des Bestimmungslandes geteilt durch die Gesamtsumme des Vorjahres; alle Beiträge zusammen ergeben genau das Wachstum",
    ],
    ["Rang", "der Platz in absteigender Reihenfolge; gleiche Bestimmungsländer teilen sich einen Platz"],
    ["Wert je Zeugnis", "der Warenwert geteilt durch die Zahl der Zeugnisse, die einen Wert haben"],
  ],
  balanceCaption: "Was aus den Zeilen wurde",
  outcome: "Ergebnis",
  rows: "Zeilen",
  problemsCaption: "Probleme in den Daten",
  noProblems: "In den Daten wurden keine Probleme gefunden.",
  problem: "Problem",
  code: "Code",
  consequence: "Folge",
  severity: { reject: "Zeile abgewiesen", warn: "Zeile zählt, ohne diese Angabe oder wie angegeben" },
  inputsCaption: "Gelesene Dateien",
  file: "Datei",
  madeWith: "Erstellt mit",
};

const en: DocumentWords = {
  keyFigures: "Key figures",
  colon: ": ",
  total: "Total",
  number: "number",
  growth: "growth (%)",
  share: "share (%)",
  contribution: "contribution (pp)",
  rank: "rank",
  perCertificate: "per certificate",
  yearsCaption: "Certificates and goods value by year",
  destinationsCaption: (year) => `Destinations in ${year}`,
  contributionNote:
    "Contribution: contribution to the growth of the total, in percentage points (pp). A dash stands for what is undefined.",
  destinationsBy: {
    goods_value: "Destinations by goods value",
    certificates: "Destinations by number of certificates",
  },
  method: "Method",
  counting: "What counts",
  measures: "How the measures are computed",
  definitions: [
    ["Growth", "the total divided by that of the same period of the year before, minus one"],
    ["Share", "the part of the total that the destination makes up"],
    [
      "Contribution",
      "the change of the destination divided by the total of the year before; the contributions sum exactly to the growth",
    ],
    ["Rank", "the place in descending order; destinations that are equal share a place"],
    ["Value per certificate", "the goods value divided by the number of certificates that have a value"],
  ],
  balanceCaption: "What became of the rows",
  outcome: "outcome",
  rows: "rows",
  problemsCaption: "Problems in the data",
  noProblems: "No problems were found in the data.",
  problem: "problem",
  code: "code",
  consequence: "consequence",
  severity: { reject: "row rejected", warn: "row counts, without this detail or as written" },
  inputsCaption: "Files read",
  file: "file",
  madeWith: "Made with",
};

const ALL: Readonly<Record<Language, DocumentWords>> = { nl, fr, de, en };

export function documentWordsOf(language: Language): DocumentWords {
  return ALL[language];
}
