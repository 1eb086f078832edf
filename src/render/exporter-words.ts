import type { Language } from "../domain/language.ts";
import type { ExporterStatus } from "../report/exporter-dynamics.ts";
import type { MarginId } from "../report/exporter-tables.ts";

/** The words of `origo exporters` in one language. Amounts and percentages arrive formatted. */
interface ExporterWords {
  /** The headings of the columns that other tables do not have. */
  readonly column: Readonly<Record<ExporterColumn, string>>;
  /** The exporters of a status, of which the others are a part. */
  readonly status: Readonly<Record<ExporterStatus, string>>;
  /** The headings of what is spread over exporters, and of its measures. */
  readonly spread: {
    readonly goodsValue: (unit: string) => string;
    readonly destinations: string;
    readonly products: string;
    readonly mean: string;
    readonly deviation: string;
    readonly median: string;
  };
  /** Headings of the concentration of the value on items; the last two columns are about exporters per item. */
  readonly concentration: Readonly<Record<"exporters" | "destinations" | "products", string>>;
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
    status: {
      all: "alle",
      entrants: "nieuw",
      exiters: "weg",
      incumbents: "gebleven",
      surviving_entrants: "overleeft",
    },
    spread: {
      goodsValue: (unit) => `Goederenwaarde per exporteur (${unit})`,
      destinations: "Bestemmingen per exporteur",
      products: "Producten (HS6) per exporteur",
      mean: "gem.",
      deviation: "sd",
      median: "mediaan",
    },
    concentration: {
      exporters: "Concentratie van de goederenwaarde bij exporteurs",
      destinations: "Concentratie op bestemmingen; exporteurs per bestemming, gemiddelde en mediaan",
      products: "Concentratie op producten (HS6); exporteurs per product, gemiddelde en mediaan",
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
    status: {
      all: "tous",
      entrants: "entrés",
      exiters: "sortis",
      incumbents: "restés",
      surviving_entrants: "survivent",
    },
    spread: {
      goodsValue: (unit) => `Valeur des marchandises par exportateur (${unit})`,
      destinations: "Destinations par exportateur",
      products: "Produits (SH6) par exportateur",
      mean: "moy.",
      deviation: "é.-t.",
      median: "médiane",
    },
    concentration: {
      exporters: "Concentration de la valeur des marchandises sur les exportateurs",
      destinations: "Destinations : concentration ; exportateurs par destination, moyenne et médiane",
      products: "Produits (SH6) : concentration ; exportateurs par produit, moyenne et médiane",
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
    status: {
      all: "alle",
      entrants: "neu",
      exiters: "weg",
      incumbents: "geblieben",
      surviving_entrants: "überlebt",
    },
    spread: {
      goodsValue: (unit) => `Warenwert je Ausführer (${unit})`,
      destinations: "Bestimmungsländer je Ausführer",
      products: "Waren (HS6) je Ausführer",
      mean: "Mittel",
      deviation: "SD",
      median: "Median",
    },
    concentration: {
      exporters: "Konzentration des Warenwerts auf Ausführer",
      destinations: "Konzentration auf Bestimmungsländer; Ausführer je Land, Mittel und Median",
      products: "Konzentration auf Waren (HS6); Ausführer je Ware, Mittel und Median",
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
    status: {
      all: "all",
      entrants: "entrants",
      exiters: "exiters",
      incumbents: "incumbents",
      surviving_entrants: "surviving",
    },
    spread: {
      goodsValue: (unit) => `Goods value per exporter (${unit})`,
      destinations: "Destinations per exporter",
      products: "Products (HS6) per exporter",
      mean: "mean",
      deviation: "sd",
      median: "median",
    },
    concentration: {
      exporters: "Concentration of the goods value on exporters",
      destinations: "Concentration on destinations; exporters per destination, mean and median",
      products: "Concentration on products (HS6); exporters per product, mean and median",
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
