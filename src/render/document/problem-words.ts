import type { Language } from "../../domain/language.ts";
import type { ProblemCode } from "../../domain/problem.ts";

/** What each code of a fault means, for readers who never saw the data. */
const NAMES: Readonly<Record<ProblemCode, Readonly<Record<Language, string>>>> = {
  "ragged-row": {
    nl: "te veel of te weinig cellen in de rij",
    fr: "trop ou trop peu de cellules dans la ligne",
    de: "zu viele oder zu wenige Zellen in der Zeile",
    en: "too many or too few cells in the row",
  },
  "invalid-record": {
    nl: "onleesbaar record",
    fr: "enregistrement illisible",
    de: "unlesbarer Datensatz",
    en: "unreadable record",
  },
  "missing-number": {
    nl: "certificaatnummer ontbreekt",
    fr: "numéro de certificat manquant",
    de: "Zeugnisnummer fehlt",
    en: "certificate number missing",
  },
  "damaged-number": {
    nl: "certificaatnummer beschadigd door een rekenblad",
    fr: "numéro de certificat abîmé par un tableur",
    de: "Zeugnisnummer durch eine Tabellenkalkulation beschädigt",
    en: "certificate number damaged by a spreadsheet",
  },
  "missing-date": {
    nl: "datum van afgifte ontbreekt",
    fr: "date de délivrance manquante",
    de: "Ausstellungstag fehlt",
    en: "issue date missing",
  },
  "invalid-date": {
    nl: "onbestaande datum",
    fr: "date inexistante",
    de: "ungültiges Datum",
    en: "no existing date",
  },
  "missing-destination": {
    nl: "bestemming ontbreekt",
    fr: "destination manquante",
    de: "Bestimmungsland fehlt",
    en: "destination missing",
  },
  "unknown-destination": {
    nl: "onbekende bestemming",
    fr: "destination inconnue",
    de: "unbekanntes Bestimmungsland",
    en: "unknown destination",
  },
  "unknown-status": {
    nl: "onbekende status",
    fr: "statut inconnu",
    de: "unbekannter Status",
    en: "unknown status",
  },
  "invalid-value": {
    nl: "onleesbaar bedrag",
    fr: "montant illisible",
    de: "unlesbarer Betrag",
    en: "unreadable amount",
  },
  "negative-value": {
    nl: "negatief bedrag",
    fr: "montant négatif",
    de: "negativer Betrag",
    en: "negative amount",
  },
  "rounded-value": {
    nl: "bedrag afgerond door een rekenblad",
    fr: "montant arrondi par un tableur",
    de: "Betrag durch eine Tabellenkalkulation gerundet",
    en: "amount rounded by a spreadsheet",
  },
  "value-out-of-range": {
    nl: "bedrag onmogelijk groot",
    fr: "montant invraisemblable",
    de: "Betrag unmöglich hoch",
    en: "amount impossibly large",
  },
  "unknown-currency": {
    nl: "onbekende munt",
    fr: "devise inconnue",
    de: "unbekannte Währung",
    en: "unknown currency",
  },
  "missing-rate": {
    nl: "geen wisselkoers voor munt en datum",
    fr: "pas de taux de change pour la devise et la date",
    de: "kein Wechselkurs für Währung und Tag",
    en: "no exchange rate for the currency and date",
  },
  "conflicting-duplicate": {
    nl: "rijen van één certificaat die elkaar tegenspreken",
    fr: "lignes d'un même certificat qui se contredisent",
    de: "Zeilen eines Zeugnisses, die sich widersprechen",
    en: "rows of one certificate that contradict each other",
  },
  "replacement-cycle": {
    nl: "certificaten die elkaar in een kring vervangen",
    fr: "certificats qui se remplacent en cercle",
    de: "Zeugnisse, die einander im Kreis ersetzen",
    en: "certificates that replace each other in a cycle",
  },
  "invalid-hs-code": {
    nl: "ongeldige goederencode",
    fr: "code de marchandise non valable",
    de: "ungültige Warennummer",
    en: "invalid goods code",
  },
  "unknown-origin": {
    nl: "onbekend land van oorsprong",
    fr: "pays d'origine inconnu",
    de: "unbekanntes Ursprungsland",
    en: "unknown country of origin",
  },
  "unknown-exporter-size": {
    nl: "onbekende grootte van de exporteur",
    fr: "taille inconnue de l'exportateur",
    de: "unbekannte Größe des Ausführers",
    en: "unknown size of the exporter",
  },
};

export function problemNameOf(code: ProblemCode, language: Language): string {
  return NAMES[code][language];
}
