import type { Language } from "../domain/language.ts";
import type { Cause, ChangeKind, ComparedField, MatchBy, VintageSide } from "../domain/vintage.ts";

/** What of a figure people are told of; the others follow from these. */
export const TOLD_FIGURES = [
  "growth",
  "record",
  "strongest_growth_in",
  "streak",
  "top_5_share",
  "share",
  "rank",
  "best_month",
] as const;
export type ToldFigure = (typeof TOLD_FIGURES)[number];

/** The words of a comparison of vintages in one language. Numbers and names arrive formatted. */
export interface DiffWords {
  readonly kind: Readonly<Record<ChangeKind, string>>;
  readonly cause: Readonly<Record<Cause, string>>;
  readonly field: Readonly<Record<ComparedField, string>>;
  readonly figure: Readonly<Record<ToldFigure, string>>;
  readonly side: Readonly<Record<VintageSide, string>>;
  /** Between a name and what is said of it. */
  readonly colon: string;
  readonly identical: string;
  readonly sameBytes: string;
  readonly common: (from: string, to: string) => string;
  readonly match: (by: MatchBy, asked: boolean) => string;
  /** What spoke for it: how many numbers are in both, and how many of them name the same date and destination. */
  readonly numbers: (shared: string, agreeing: string) => string;
  readonly noNumbers: string;
  readonly byMonth: (side: string) => string;
  readonly notCompared: (fields: string, side: string) => string;
  readonly certificates: string;
  readonly number: string;
  readonly inFigures: string;
  readonly outside: string;
  readonly differing: string;
  readonly years: string;
  readonly notCovered: (years: string) => string;
  readonly causes: string;
  readonly causeHeading: string;
  readonly figures: string;
  readonly figureHeading: string;
  readonly change: string;
  readonly findings: string;
  /** The headings of what was and what is. */
  readonly was: string;
  readonly now: string;
  readonly largest: string;
  readonly moreCauses: (count: string) => string;
  readonly moreFigures: (count: string) => string;
  readonly moreFindings: (count: string) => string;
  readonly moreCertificates: (count: string) => string;
  readonly points: (number: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly breach: {
    readonly kind: (kind: string, count: string) => string;
    readonly record: (figure: string, old: string, now: string) => string;
    readonly maxChange: (figure: string, old: string, now: string, change: string, bound: string) => string;
  };
}

const nl: DiffWords = {
  kind: {
    added: "toegevoegd",
    withdrawn: "ingetrokken",
    reclassified: "anders ingedeeld",
    changed: "gewijzigd",
    unchanged: "ongewijzigd",
  },
  cause: {
    added: "toegevoegd",
    withdrawn: "ingetrokken",
    status: "status",
    replacement: "vervanging",
    rejection: "afkeuring",
    date: "ander jaar",
    value: "waarde",
    currency: "munt",
    rate: "wisselkoers",
    destination: "bestemming",
    selection: "selectie",
  },
  field: {
    class: "klasse",
    status: "status",
    chamber: "kamer",
    issue_date: "datum",
    certificate_type: "type",
    replaces: "vervangt",
    exporter_id: "exporteur (nummer)",
    exporter_name: "exporteur (naam)",
    exporter_size: "grootte",
    destination: "bestemming",
    origin: "oorsprong",
    hs_code: "HS-code",
    goods: "goederen",
    value: "waarde",
    currency: "munt",
    goods_value: "goederenwaarde",
    lines: "regels",
    copies: "dubbels",
  },
  figure: {
    growth: "groei",
    record: "record",
    strongest_growth_in: "sterkste groei (jaren)",
    streak: "jaren op rij",
    share: "aandeel",
    rank: "rang",
    best_month: "beste maand",
    top_5_share: "aandeel top 5",
  },
  side: { old: "de oude versie", new: "de nieuwe versie" },
  colon: ": ",
  identical: "De twee versies zijn gelijk: geen enkel certificaat verschilt.",
  sameBytes: "Ze zijn uit dezelfde bytes gelezen.",
  common: (from, to) => `beide bevatten ${from} tot ${to}`,
  match: (by, asked) =>
    `Certificaten zijn gekoppeld op ${by === "number" ? "nummer" : "inhoud"}${asked ? ", zoals gevraagd" : ""}`,
  numbers: (shared, agreeing) =>
    `van ${shared} nummers die beide versies hebben, noemen ${agreeing} dezelfde datum en bestemming.`,
  noNumbers: "geen enkel nummer staat in beide versies.",
  byMonth: (side) => `Datums zijn per maand vergeleken: ${side} kent geen dagen.`,
  notCompared: (fields, side) => `Niet vergeleken, want niet in ${side}: ${fields}.`,
  certificates: "Certificaten",
  number: "aantal",
  inFigures: "in de cijfers",
  outside: "buiten de oude periode",
  differing: "Velden die verschillen",
  years: "De jaren",
  notCovered: (years) => `Niet vergeleken, want niet in beide versies even volledig: ${years}.`,
  causes: "Waardoor",
  causeHeading: "oorzaak",
  figures: "Cijfers die veranderen",
  figureHeading: "cijfer",
  change: "verschil",
  findings: "Vaststellingen die veranderen",
  was: "oud",
  now: "nieuw",
  largest: "Grootste wijzigingen",
  moreCauses: (count) => `... en ${count} oorzaken meer: --format csv --table causes`,
  moreFigures: (count) => `... en ${count} cijfers meer: --format csv --table figures`,
  moreFindings: (count) => `... en ${count} vaststellingen meer: --format json`,
  moreCertificates: (count) => `... en ${count} certificaten meer: --format csv`,
  points: (number) => `${number} pp`,
  yes: "ja",
  no: "neen",
  breach: {
    kind: (kind, count) => `certificaten ${kind}: ${count}, en --fail-on laat er geen toe`,
    record: (figure, old, now) => `${figure}: ${old} → ${now}, en --fail-on record laat dat niet toe`,
    maxChange: (figure, old, now, change, bound) =>
      `${figure}: ${old} → ${now} (${change}), meer dan de ${bound} van --max-change`,
  },
};

const fr: DiffWords = {
  kind: {
    added: "ajoutés",
    withdrawn: "retirés",
    reclassified: "reclassés",
    changed: "modifiés",
    unchanged: "inchangés",
  },
  cause: {
    added: "ajoutés",
    withdrawn: "retirés",
    status: "statut",
    replacement: "remplacement",
    rejection: "rejet",
    date: "autre année",
    value: "valeur",
    currency: "monnaie",
    rate: "cours de change",
    destination: "destination",
    selection: "sélection",
  },
  field: {
    class: "classe",
    status: "statut",
    chamber: "chambre",
    issue_date: "date",
    certificate_type: "type",
    replaces: "remplace",
    exporter_id: "exportateur (numéro)",
    exporter_name: "exportateur (nom)",
    exporter_size: "taille",
    destination: "destination",
    origin: "origine",
    hs_code: "code SH",
    goods: "marchandises",
    value: "valeur",
    currency: "monnaie",
    goods_value: "valeur des marchandises",
    lines: "lignes",
    copies: "copies",
  },
  figure: {
    growth: "croissance",
    record: "record",
    strongest_growth_in: "plus forte hausse (ans)",
    streak: "années de suite",
    share: "part",
    rank: "rang",
    best_month: "meilleur mois",
    top_5_share: "part des cinq premières",
  },
  side: { old: "l'ancienne version", new: "la nouvelle version" },
  colon: " : ",
  identical: "Les deux versions sont identiques : aucun certificat ne diffère.",
  sameBytes: "Elles ont été lues dans les mêmes octets.",
  common: (from, to) => `les deux couvrent ${from} à ${to}`,
  match: (by, asked) =>
    `Certificats rapprochés par ${by === "number" ? "numéro" : "contenu"}${asked ? ", comme demandé" : ""}`,
  numbers: (shared, agreeing) =>
    `des ${shared} numéros présents dans les deux versions, ${agreeing} ont la même date et la même destination.`,
  noNumbers: "aucun numéro ne figure dans les deux versions.",
  byMonth: (side) => `Les dates sont comparées par mois : ${side} ne connaît pas les jours.`,
  notCompared: (fields, side) => `Non comparé, car absent de ${side} : ${fields}.`,
  certificates: "Certificats",
  number: "nombre",
  inFigures: "dans les chiffres",
  outside: "hors de l'ancienne période",
  differing: "Champs qui diffèrent",
  years: "Les années",
  notCovered: (years) => `Non comparé, car couvert autrement par les deux versions : ${years}.`,
  causes: "Pourquoi",
  causeHeading: "cause",
  figures: "Chiffres qui changent",
  figureHeading: "chiffre",
  change: "écart",
  findings: "Constats qui changent",
  was: "avant",
  now: "après",
  largest: "Plus grands changements",
  moreCauses: (count) => `... et ${count} autres causes : --format csv --table causes`,
  moreFigures: (count) => `... et ${count} autres chiffres : --format csv --table figures`,
  moreFindings: (count) => `... et ${count} autres constats : --format json`,
  moreCertificates: (count) => `... et ${count} autres certificats : --format csv`,
  points: (number) => `${number} pt`,
  yes: "oui",
  no: "non",
  breach: {
    kind: (kind, count) => `certificats ${kind} : ${count}, et --fail-on n'en admet aucun`,
    record: (figure, old, now) => `${figure} : ${old} → ${now}, et --fail-on record ne l'admet pas`,
    maxChange: (figure, old, now, change, bound) =>
      `${figure} : ${old} → ${now} (${change}), plus que les ${bound} de --max-change`,
  },
};

const de: DiffWords = {
  kind: {
    added: "hinzugekommen",
    withdrawn: "zurückgezogen",
    reclassified: "anders eingeordnet",
    changed: "geändert",
    unchanged: "unverändert",
  },
  cause: {
    added: "hinzugekommen",
    withdrawn: "zurückgezogen",
    status: "Status",
    replacement: "Ersetzung",
    rejection: "Abweisung",
    date: "anderes Jahr",
    value: "Wert",
    currency: "Währung",
    rate: "Wechselkurs",
    destination: "Bestimmungsland",
    selection: "Auswahl",
  },
  field: {
    class: "Klasse",
    status: "Status",
    chamber: "Kammer",
    issue_date: "Datum",
    certificate_type: "Art",
    replaces: "ersetzt",
    exporter_id: "Ausführer (Nummer)",
    exporter_name: "Ausführer (Name)",
    exporter_size: "Größe",
    destination: "Bestimmungsland",
    origin: "Ursprung",
    hs_code: "HS-Code",
    goods: "Waren",
    value: "Wert",
    currency: "Währung",
    goods_value: "Warenwert",
    lines: "Positionen",
    copies: "Kopien",
  },
  figure: {
    growth: "Wachstum",
    record: "Rekord",
    strongest_growth_in: "stärkstes Wachstum (Jahre)",
    streak: "Jahre in Folge",
    share: "Anteil",
    rank: "Rang",
    best_month: "bester Monat",
    top_5_share: "Anteil der fünf größten",
  },
  side: { old: "dem alten Stand", new: "dem neuen Stand" },
  colon: ": ",
  identical: "Die beiden Stände sind gleich: Kein Zeugnis unterscheidet sich.",
  sameBytes: "Sie wurden aus denselben Bytes gelesen.",
  common: (from, to) => `beide umfassen ${from} bis ${to}`,
  match: (by, asked) =>
    `Zeugnisse sind nach ${by === "number" ? "Nummer" : "Inhalt"} zugeordnet${asked ? ", wie verlangt" : ""}`,
  numbers: (shared, agreeing) =>
    `Von ${shared} Nummern, die beide Stände haben, nennen ${agreeing} dasselbe Datum und Bestimmungsland.`,
  noNumbers: "Keine Nummer steht in beiden Ständen.",
  byMonth: (side) => `Daten sind nach Monaten verglichen: In ${side} stehen keine Tage.`,
  notCompared: (fields, side) => `Nicht verglichen, weil nicht in ${side}: ${fields}.`,
  certificates: "Zeugnisse",
  number: "Anzahl",
  inFigures: "in den Zahlen",
  outside: "außerhalb des alten Zeitraums",
  differing: "Felder, die sich unterscheiden",
  years: "Die Jahre",
  notCovered: (years) => `Nicht verglichen, weil nicht in beiden Ständen gleich vollständig: ${years}.`,
  causes: "Warum",
  causeHeading: "Ursache",
  figures: "Zahlen, die sich ändern",
  figureHeading: "Zahl",
  change: "Änderung",
  findings: "Feststellungen, die sich ändern",
  was: "alt",
  now: "neu",
  largest: "Größte Änderungen",
  moreCauses: (count) => `... und ${count} weitere Ursachen: --format csv --table causes`,
  moreFigures: (count) => `... und ${count} weitere Zahlen: --format csv --table figures`,
  moreFindings: (count) => `... und ${count} weitere Feststellungen: --format json`,
  moreCertificates: (count) => `... und ${count} weitere Zeugnisse: --format csv`,
  points: (number) => `${number} PP`,
  yes: "ja",
  no: "nein",
  breach: {
    kind: (kind, count) => `Zeugnisse ${kind}: ${count}, und --fail-on lässt keine zu`,
    record: (figure, old, now) => `${figure}: ${old} → ${now}, und --fail-on record lässt das nicht zu`,
    maxChange: (figure, old, now, change, bound) =>
      `${figure}: ${old} → ${now} (${change}), mehr als die ${bound} von --max-change`,
  },
};

const en: DiffWords = {
  kind: {
    added: "added",
    withdrawn: "withdrawn",
    reclassified: "reclassified",
    changed: "changed",
    unchanged: "unchanged",
  },
  cause: {
    added: "added",
    withdrawn: "withdrawn",
    status: "status",
    replacement: "replacement",
    rejection: "rejection",
    date: "another year",
    value: "value",
    currency: "currency",
    rate: "exchange rate",
    destination: "destination",
    selection: "selection",
  },
  field: {
    class: "class",
    status: "status",
    chamber: "chamber",
    issue_date: "date",
    certificate_type: "type",
    replaces: "replaces",
    exporter_id: "exporter (number)",
    exporter_name: "exporter (name)",
    exporter_size: "size",
    destination: "destination",
    origin: "origin",
    hs_code: "HS code",
    goods: "goods",
    value: "value",
    currency: "currency",
    goods_value: "goods value",
    lines: "lines",
    copies: "copies",
  },
  figure: {
    growth: "growth",
    record: "record",
    strongest_growth_in: "strongest growth (years)",
    streak: "years in a row",
    share: "share",
    rank: "rank",
    best_month: "best month",
    top_5_share: "share of the top 5",
  },
  side: { old: "the old vintage", new: "the new vintage" },
  colon: ": ",
  identical: "The two vintages are the same: no certificate differs.",
  sameBytes: "They were read from the same bytes.",
  common: (from, to) => `both cover ${from} to ${to}`,
  match: (by, asked) => `Certificates are matched by ${by}${asked ? ", as asked" : ""}`,
  numbers: (shared, agreeing) =>
    `of ${shared} numbers that both vintages have, ${agreeing} name the same date and destination.`,
  noNumbers: "no number is in both vintages.",
  byMonth: (side) => `Dates are compared by month: there are no days in ${side}.`,
  notCompared: (fields, side) => `Not compared, because it is not in ${side}: ${fields}.`,
  certificates: "Certificates",
  number: "number",
  inFigures: "in the figures",
  outside: "beyond the old period",
  differing: "Fields that differ",
  years: "The years",
  notCovered: (years) => `Not compared, because the vintages do not cover the same months: ${years}.`,
  causes: "Why",
  causeHeading: "cause",
  figures: "Figures that change",
  figureHeading: "figure",
  change: "change",
  findings: "Findings that change",
  was: "old",
  now: "new",
  largest: "Largest changes",
  moreCauses: (count) => `... and ${count} more causes: --format csv --table causes`,
  moreFigures: (count) => `... and ${count} more figures: --format csv --table figures`,
  moreFindings: (count) => `... and ${count} more findings: --format json`,
  moreCertificates: (count) => `... and ${count} more certificates: --format csv`,
  points: (number) => `${number} pp`,
  yes: "yes",
  no: "no",
  breach: {
    kind: (kind, count) => `certificates ${kind}: ${count}, and --fail-on allows none`,
    record: (figure, old, now) => `${figure}: ${old} → ${now}, and --fail-on record does not allow that`,
    maxChange: (figure, old, now, change, bound) =>
      `${figure}: ${old} → ${now} (${change}), more than the ${bound} of --max-change`,
  },
};

const ALL: Readonly<Record<Language, DiffWords>> = { nl, fr, de, en };

export function diffWordsOf(language: Language): DiffWords {
  return ALL[language];
}
