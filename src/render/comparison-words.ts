import type { Language } from "../domain/language.ts";

/** The words for chambers that are put together. Numbers arrive formatted. */
export interface ComparisonWords {
  /** The title where there is no region file. */
  readonly title: string;
  readonly chambers: string;
  /** The name of the row for all chambers. */
  readonly together: string;
  readonly common: (from: string, to: string) => string;
  /** Beside a year that is not whole. */
  readonly sameMonths: (from: string, to: string) => string;
  readonly levels: string;
  readonly trade: string;
  readonly inside: string;
  readonly outside: string;
  readonly tradeNote: (countries: string) => string;
  readonly data: string;
  readonly from: string;
  readonly to: string;
  readonly lastYear: string;
  readonly partsNote: string;
  readonly quotientNote: string;
  /** The location quotient, as a heading. */
  readonly quotient: string;
  /** `alone`: chamber and number, formatted. */
  readonly overlap: (common: string, all: string, alone: string) => string;
  readonly crossBorder: (count: number, text: string, both: boolean) => string;
  readonly noCrossBorder: string;
  readonly withoutId: (chamber: string, count: string, of: string) => string;
}

const nl: ComparisonWords = {
  title: "Kamers vergeleken",
  chambers: "De kamers",
  together: "samen",
  common: (from, to) => `Vergeleken: de maanden die alle kamers dekken, ${from} tot en met ${to}.`,
  sameMonths: (from, to) => `${from} tot en met ${to}, tegenover dezelfde maanden een jaar eerder`,
  levels: "De jaren",
  trade: "Handel binnen en buiten de regio",
  inside: "binnen de regio",
  outside: "buiten de regio",
  tradeNote: (countries) =>
    `Binnen: bestemmingen in ${countries}. Certificaten vermelden alleen landen: dit is een benadering per land, niet per streek.`,
  data: "De gegevens van elke kamer",
  from: "van",
  to: "tot",
  lastYear: "laatste jaar",
  partsNote: "groei en aandeel in %; bijdrage tot de groei van het geheel in procentpunt",
  quotientNote:
    "LQ: locatiequotiënt, het aandeel bij de kamer gedeeld door het aandeel in het geheel (boven 1: gespecialiseerd).",
  quotient: "LQ",
  overlap: (common, all, alone) => `Gemeenschappelijk aan alle kamers: ${common} van ${all}; alleen bij ${alone}.`,
  crossBorder: (count, text, both) =>
    count === 1
      ? `1 certificaat is bij twee kamers bekend (zelfde exporteursnummer, datum, bestemming en waarde): het telt ${both ? "bij beide" : "één keer, bij de eerste kamer volgens id"}.`
      : `${text} certificaten zijn bij twee kamers bekend (zelfde exporteursnummer, datum, bestemming en waarde): elk telt ${both ? "bij beide" : "één keer, bij de eerste kamer volgens id"}.`,
  noCrossBorder: "Geen certificaat is bij twee kamers bekend.",
  withoutId: (chamber, count, of) =>
    `${chamber}: ${count} van ${of} certificaten hebben geen exporteursnummer en kunnen niet bij een andere kamer worden herkend.`,
};

const fr: ComparisonWords = {
  title: "Chambres comparées",
  chambers: "Les chambres",
  together: "ensemble",
  common: (from, to) => `Comparé : les mois que couvrent toutes les chambres, ${from} à ${to}.`,
  sameMonths: (from, to) => `${from} à ${to}, par rapport aux mêmes mois de l'année précédente`,
  levels: "Les années",
  trade: "Commerce dans la région et hors de la région",
  inside: "dans la région",
  outside: "hors de la région",
  tradeNote: (countries) =>
    `Dans la région : destinations en ${countries}. Les certificats ne nomment que des pays : c'est une approximation par pays, non par territoire.`,
  data: "Les données de chaque chambre",
  from: "de",
  to: "à",
  lastYear: "dernière année",
  partsNote: "croissance et part en % ; contribution à la croissance de l'ensemble en points",
  quotientNote:
    "QL : quotient de localisation, la part à la chambre divisée par la part dans l'ensemble (au-dessus de 1 : spécialisation).",
  quotient: "QL",
  overlap: (common, all, alone) => `Communs à toutes les chambres : ${common} sur ${all} ; seulement à ${alone}.`,
  crossBorder: (count, text, both) =>
    count === 1
      ? `1 certificat se trouve à deux chambres (mêmes numéro d'exportateur, date, destination et valeur) : il compte ${both ? "aux deux" : "une fois, à la première chambre selon l'identifiant"}.`
      : `${text} certificats se trouvent à deux chambres (mêmes numéro d'exportateur, date, destination et valeur) : chacun compte ${both ? "aux deux" : "une fois, à la première chambre selon l'identifiant"}.`,
  noCrossBorder: "Aucun certificat ne se trouve à deux chambres.",
  withoutId: (chamber, count, of) =>
    `${chamber} : ${count} certificats sur ${of} n'ont pas de numéro d'exportateur et ne peuvent être reconnus à une autre chambre.`,
};

const de: ComparisonWords = {
  title: "Kammern im Vergleich",
  chambers: "Die Kammern",
  together: "zusammen",
  common: (from, to) => `Verglichen: die Monate, die alle Kammern abdecken, ${from} bis ${to}.`,
  sameMonths: (from, to) => `${from} bis ${to}, gegenüber denselben Monaten des Vorjahres`,
  levels: "Die Jahre",
  trade: "Handel innerhalb und außerhalb der Region",
  inside: "innerhalb der Region",
  outside: "außerhalb der Region",
  tradeNote: (countries) =>
    `Innerhalb: Bestimmungsländer ${countries}. Zeugnisse nennen nur Länder: Das ist eine Näherung nach Ländern, nicht nach Gebieten.`,
  data: "Die Daten jeder Kammer",
  from: "von",
  to: "bis",
  lastYear: "letztes Jahr",
  partsNote: "Wachstum und Anteil in %; Beitrag zum Wachstum der Gesamtheit in Prozentpunkten",
  quotientNote:
    "LQ: Lokationsquotient, der Anteil bei der Kammer geteilt durch den Anteil in der Gesamtheit (über 1: spezialisiert).",
  quotient: "LQ",
  overlap: (common, all, alone) => `Allen Kammern gemeinsam: ${common} von ${all}; nur bei ${alone}.`,
  crossBorder: (count, text, both) =>
    count === 1
      ? `1 Zeugnis liegt bei zwei Kammern vor (gleiche Ausführernummer, Datum, Bestimmungsland und Wert): Es zählt ${both ? "bei beiden" : "einmal, bei der nach Kennung ersten Kammer"}.`
      : `${text} Zeugnisse liegen bei zwei Kammern vor (gleiche Ausführernummer, Datum, Bestimmungsland und Wert): Jedes zählt ${both ? "bei beiden" : "einmal, bei der nach Kennung ersten Kammer"}.`,
  noCrossBorder: "Kein Zeugnis liegt bei zwei Kammern vor.",
  withoutId: (chamber, count, of) =>
    `${chamber}: ${count} von ${of} Zeugnissen haben keine Ausführernummer und sind bei einer anderen Kammer nicht wiederzuerkennen.`,
};

const en: ComparisonWords = {
  title: "Chambers compared",
  chambers: "The chambers",
  together: "together",
  common: (from, to) => `Compared: the months that all chambers cover, ${from} to ${to}.`,
  sameMonths: (from, to) => `${from} to ${to}, against the same months of the year before`,
  levels: "The years",
  trade: "Trade inside and outside the region",
  inside: "inside the region",
  outside: "outside the region",
  tradeNote: (countries) =>
    `Inside: destinations in ${countries}. Certificates name countries only: this is an approximation by country, not by area.`,
  data: "The data of each chamber",
  from: "from",
  to: "to",
  lastYear: "last year",
  partsNote: "growth and share in %; contribution to the growth of all in percentage points",
  quotientNote: "LQ: location quotient, the share at the chamber over the share in all (above 1: specialised).",
  quotient: "LQ",
  overlap: (common, all, alone) => `Common to all chambers: ${common} of ${all}; only at ${alone}.`,
  crossBorder: (count, text, both) =>
    count === 1
      ? `1 certificate is at two chambers (same exporter number, date, destination and value): it counts ${both ? "at both" : "once, at the first chamber by id"}.`
      : `${text} certificates are at two chambers (same exporter number, date, destination and value): each counts ${both ? "at both" : "once, at the first chamber by id"}.`,
  noCrossBorder: "No certificate is at two chambers.",
  withoutId: (chamber, count, of) =>
    `${chamber}: ${count} of ${of} certificates have no exporter number and cannot be found again at another chamber.`,
};

const ALL: Readonly<Record<Language, ComparisonWords>> = { nl, fr, de, en };

export function comparisonWordsOf(language: Language): ComparisonWords {
  return ALL[language];
}
