import type { Language } from "../../domain/language.ts";

/** The words of the page and its charts. Amounts and names arrive formatted. */
export interface PageWords {
  readonly contents: string;
  /** What opens the figures of a chart. */
  readonly figures: string;
  readonly showAll: (count: string) => string;
  readonly showLargest: (count: number) => string;
  /** Names a period in which a quantity stands. */
  readonly range: (quantity: string, from: number, to: number) => string;
  readonly rangeDescription: (
    from: string,
    first: string,
    to: string,
    last: string,
    best: string,
    highest: string,
  ) => string;
  readonly incompleteColumn: string;
  readonly growthSection: string;
  readonly growthTitle: (quantity: string) => string;
  readonly growthDescription: (growth: string, parts: string, rest: string) => string;
  readonly growthTotal: string;
  readonly others: (count: string) => string;
  readonly monthsSection: string;
  readonly monthsTitle: (quantity: string) => string;
  readonly monthsDescription: (month: string, year: number, amount: string) => string;
  readonly sharesTitle: (quantity: string) => string;
  readonly sharesDescription: (parts: string) => string;
  readonly change: string;
  readonly concentrationTitle: string;
  readonly concentrationAxis: string;
  readonly concentrationDescription: (quantity: string, parts: string) => string;
  readonly largest: (count: string, one: boolean) => string;
  readonly largestHeader: string;
}

const nl: PageWords = {
  contents: "Inhoud",
  figures: "De cijfers van deze grafiek",
  showAll: (count) => `Toon alle ${count} bestemmingen`,
  showLargest: (count) => `Toon alleen de eerste ${count}`,
  range: (quantity, from, to) => `${quantity}, ${from}–${to}`,
  rangeDescription: (from, first, to, last, best, highest) =>
    `Van ${first} in ${from} naar ${last} in ${to}. Het hoogst was ${best}, met ${highest}.`,
  incompleteColumn: "* onvolledig jaar",
  growthSection: "Waar de groei vandaan komt",
  growthTitle: (quantity) => `${quantity}: bijdragen tot de groei, in procentpunt`,
  growthDescription: (growth, parts, rest) => `De groei van ${growth} bestaat uit ${parts} en ${rest}.`,
  growthTotal: "Groei",
  others: (count) => `Overige (${count})`,
  monthsSection: "Het jaar per maand",
  monthsTitle: (quantity) => `${quantity} per maand`,
  monthsDescription: (month, year, amount) => `De hoogste maand van ${year} was ${month}, met ${amount}.`,
  sharesTitle: (quantity) => `Grootste bestemmingen: aandeel in de ${quantity.toLowerCase()}`,
  sharesDescription: (parts) => `De grootste aandelen: ${parts}.`,
  change: "verschil (pp)",
  concentrationTitle: "Concentratie: samengeteld aandeel van de grootste bestemmingen",
  concentrationAxis: "aantal bestemmingen, de grootste eerst",
  concentrationDescription: (quantity, parts) => `${quantity}: ${parts}.`,
  largest: (count, one) => (one ? "de grootste bestemming" : `de ${count} grootste`),
  largestHeader: "grootste bestemmingen",
};

const fr: PageWords = {
  contents: "Sommaire",
  figures: "Les chiffres de ce graphique",
  showAll: (count) => `Afficher les ${count} destinations`,
  showLargest: (count) => `N'afficher que les ${count} premières`,
  range: (quantity, from, to) => `${quantity}, ${from}–${to}`,
  rangeDescription: (from, first, to, last, best, highest) =>
    `De ${first} en ${from} à ${last} en ${to}. Le maximum est celui de ${best}, avec ${highest}.`,
  incompleteColumn: "* année incomplète",
  growthSection: "D'où vient la croissance",
  growthTitle: (quantity) => `${quantity} : contributions à la croissance, en points de pourcentage`,
  growthDescription: (growth, parts, rest) => `La croissance de ${growth} se compose de ${parts} et ${rest}.`,
  growthTotal: "Croissance",
  others: (count) => `Autres (${count})`,
  monthsSection: "L'année mois par mois",
  monthsTitle: (quantity) => `${quantity} par mois`,
  monthsDescription: (month, year, amount) => `Le mois le plus fort de ${year} est ${month}, avec ${amount}.`,
  sharesTitle: (quantity) => `Principales destinations : part de la ${quantity.toLowerCase()}`,
  sharesDescription: (parts) => `Les plus grandes parts : ${parts}.`,
  change: "variation (pt)",
  concentrationTitle: "Concentration : part cumulée des principales destinations",
  concentrationAxis: "nombre de destinations, la plus grande d'abord",
  concentrationDescription: (quantity, parts) => `${quantity} : ${parts}.`,
  largest: (count, one) => (one ? "la première destination" : `les ${count} premières`),
  largestHeader: "premières destinations",
};

const de: PageWords = {
  contents: "Inhalt",
  figures: "Die Zahlen dieses Diagramms",
  showAll: (count) => `Alle ${count} Bestimmungsländer zeigen`,
  showLargest: (count) => `Nur die ersten ${count} zeigen`,
  range: (quantity, from, to) => `${quantity}, ${from}–${to}`,
  rangeDescription: (from, first, to, last, best, highest) =>
    `Von ${first} (${from}) auf ${last} (${to}). Am höchsten war ${best} mit ${highest}.`,
  incompleteColumn: "* unvollständiges Jahr",
  growthSection: "Woher das Wachstum kommt",
  growthTitle: (quantity) => `${quantity}: Beiträge zum Wachstum in Prozentpunkten`,
  growthDescription: (growth, parts, rest) => `Das Wachstum von ${growth} besteht aus ${parts} und ${rest}.`,
  growthTotal: "Wachstum",
  others: (count) => `Übrige (${count})`,
  monthsSection: "Das Jahr nach Monaten",
  monthsTitle: (quantity) => `${quantity} nach Monaten`,
  monthsDescription: (month, year, amount) => `Der stärkste Monat ${year} war ${month} mit ${amount}.`,
  sharesTitle: (quantity) => `Größte Bestimmungsländer: Anteil (${quantity})`,
  sharesDescription: (parts) => `Die größten Anteile: ${parts}.`,
  change: "Änderung (PP)",
  concentrationTitle: "Konzentration: kumulierter Anteil der größten Bestimmungsländer",
  concentrationAxis: "Zahl der Bestimmungsländer, das größte zuerst",
  concentrationDescription: (quantity, parts) => `${quantity}: ${parts}.`,
  largest: (count, one) => (one ? "das größte Bestimmungsland" : `die ${count} größten`),
  largestHeader: "größte Bestimmungsländer",
};

const en: PageWords = {
  contents: "Contents",
  figures: "The figures of this chart",
  showAll: (count) => `Show all ${count} destinations`,
  showLargest: (count) => `Show the first ${count} only`,
  range: (quantity, from, to) => `${quantity}, ${from}–${to}`,
  rangeDescription: (from, first, to, last, best, highest) =>
    `From ${first} in ${from} to ${last} in ${to}. The highest is ${best}, with ${highest}.`,
  incompleteColumn: "* incomplete year",
  growthSection: "Where the growth came from",
  growthTitle: (quantity) => `${quantity}: contributions to growth, in percentage points`,
  growthDescription: (growth, parts, rest) => `The growth of ${growth} is made up of ${parts} and ${rest}.`,
  growthTotal: "Growth",
  others: (count) => `Others (${count})`,
  monthsSection: "The year by month",
  monthsTitle: (quantity) => `${quantity} by month`,
  monthsDescription: (month, year, amount) => `The highest month of ${year} was ${month}, with ${amount}.`,
  sharesTitle: (quantity) => `Largest destinations: share of ${quantity.toLowerCase()}`,
  sharesDescription: (parts) => `The largest shares: ${parts}.`,
  change: "change (pp)",
  concentrationTitle: "Concentration: cumulated share of the largest destinations",
  concentrationAxis: "number of destinations, the largest first",
  concentrationDescription: (quantity, parts) => `${quantity}: ${parts}.`,
  largest: (count, one) => (one ? "the largest destination" : `the ${count} largest`),
  largestHeader: "largest destinations",
};

const ALL: Readonly<Record<Language, PageWords>> = { nl, fr, de, en };

export function pageWordsOf(language: Language): PageWords {
  return ALL[language];
}
