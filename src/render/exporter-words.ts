import type { Language } from "../domain/language.ts";
import type { MarginId } from "../report/exporter-tables.ts";

/** The words of `origo exporters` in one language. Amounts and percentages arrive formatted. */
interface ExporterWords {
  /** The headings of the columns that other tables do not have. */
  readonly column: Readonly<Record<ExporterColumn, string>>;
  /** The heading over the margins of a year. */
  readonly origin: (year: number, growth: string, change: string) => string;
  readonly margin: Readonly<Record<MarginId, string>>;
  readonly change: string;
  /** In percentage points. */
  readonly contribution: string;
  /** The growth of the value in log points, through the number of certificates and through their value. */
  readonly split: (value: string, count: string, perCertificate: string) => string;
  readonly incomplete: string;
}

export type ExporterColumn =
  | "entrants"
  | "exiters"
  | "incumbents"
  | "surviving_entrants"
  | "entry_rate"
  | "exit_rate"
  | "survival_1"
  | "survival_2"
  | "survival_3";

const ALL: Readonly<Record<Language, ExporterWords>> = {
  nl: {
    column: {
      entrants: "nieuw",
      exiters: "weg",
      incumbents: "gebleven",
      surviving_entrants: "nieuw, houdt stand",
      entry_rate: "instroom",
      exit_rate: "uitstroom",
      survival_1: "na 1 j.",
      survival_2: "2 j.",
      survival_3: "3 j.",
    },
    origin: (year, growth, change) => `Waar de groei van ${year} vandaan komt: ${growth}, ${change}`,
    margin: {
      total: "Goederenwaarde",
      entrants: "nieuwe exporteurs",
      exiters: "verdwenen exporteurs",
      incumbents: "gebleven exporteurs",
      added_destinations: "nieuwe bestemmingen",
      dropped_destinations: "opgegeven bestemmingen",
      continuing_destinations: "zelfde bestemmingen",
      added_products: "nieuwe producten",
      dropped_products: "opgegeven producten",
      continuing_products: "zelfde producten",
      without_exporter: "zonder exporteur",
    },
    change: "verschil",
    contribution: "procentpunt",
    split: (value, count, perCertificate) =>
      `Groei in logpunten: ${value} = ${count} door het aantal certificaten ${perCertificate} door de waarde per certificaat.`,
    incomplete: "onvolledig jaar: niet vergeleken",
  },
  fr: {
    column: {
      entrants: "entrés",
      exiters: "sortis",
      incumbents: "restés",
      surviving_entrants: "entrés, survivants",
      entry_rate: "entrée",
      exit_rate: "sortie",
      survival_1: "à 1 an",
      survival_2: "2 ans",
      survival_3: "3 ans",
    },
    origin: (year, growth, change) => `D'où vient la croissance de ${year} : ${growth}, ${change}`,
    margin: {
      total: "Valeur des marchandises",
      entrants: "nouveaux exportateurs",
      exiters: "exportateurs disparus",
      incumbents: "exportateurs restés",
      added_destinations: "nouvelles destinations",
      dropped_destinations: "destinations abandonnées",
      continuing_destinations: "mêmes destinations",
      added_products: "nouveaux produits",
      dropped_products: "produits abandonnés",
      continuing_products: "mêmes produits",
      without_exporter: "sans exportateur",
    },
    change: "écart",
    contribution: "points",
    split: (value, count, perCertificate) =>
      `Croissance en points log : ${value} = ${count} par le nombre de certificats ${perCertificate} par la valeur par certificat.`,
    incomplete: "année incomplète : pas comparée",
  },
  de: {
    column: {
      entrants: "neu",
      exiters: "weg",
      incumbents: "geblieben",
      surviving_entrants: "neu, überlebt",
      entry_rate: "Eintritt",
      exit_rate: "Austritt",
      survival_1: "nach 1 J.",
      survival_2: "2 J.",
      survival_3: "3 J.",
    },
    origin: (year, growth, change) => `Woher das Wachstum von ${year} kommt: ${growth}, ${change}`,
    margin: {
      total: "Warenwert",
      entrants: "neue Ausführer",
      exiters: "verschwundene Ausführer",
      incumbents: "gebliebene Ausführer",
      added_destinations: "neue Bestimmungsländer",
      dropped_destinations: "aufgegebene Bestimmungsländer",
      continuing_destinations: "dieselben Bestimmungsländer",
      added_products: "neue Waren",
      dropped_products: "aufgegebene Waren",
      continuing_products: "dieselben Waren",
      without_exporter: "ohne Ausführer",
    },
    change: "Differenz",
    contribution: "Prozentpunkte",
    split: (value, count, perCertificate) =>
      `Wachstum in Logpunkten: ${value} = ${count} durch die Zahl der Zeugnisse ${perCertificate} durch den Wert je Zeugnis.`,
    incomplete: "unvollständiges Jahr: nicht verglichen",
  },
  en: {
    column: {
      entrants: "entrants",
      exiters: "exiters",
      incumbents: "incumbents",
      surviving_entrants: "surviving",
      entry_rate: "entry",
      exit_rate: "exit",
      survival_1: "after 1 y",
      survival_2: "2 y",
      survival_3: "3 y",
    },
    origin: (year, growth, change) => `Where the growth of ${year} comes from: ${growth}, ${change}`,
    margin: {
      total: "Goods value",
      entrants: "new exporters",
      exiters: "lost exporters",
      incumbents: "incumbent exporters",
      added_destinations: "new destinations",
      dropped_destinations: "dropped destinations",
      continuing_destinations: "same destinations",
      added_products: "new products",
      dropped_products: "dropped products",
      continuing_products: "same products",
      without_exporter: "without an exporter",
    },
    change: "change",
    contribution: "points",
    split: (value, count, perCertificate) =>
      `Growth in log points: ${value} = ${count} through the number of certificates ${perCertificate} through the value per certificate.`,
    incomplete: "incomplete year: not compared",
  },
};

export function exporterWordsOf(language: Language): ExporterWords {
  return ALL[language];
}
