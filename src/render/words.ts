import type { Dimension } from "../domain/dimension.ts";
import type { Language } from "../domain/language.ts";
import { printable } from "../domain/printable.ts";
import { printWhere, type Where } from "../domain/where.ts";
import type { Metric } from "../domain/metric.ts";

/** The words of the terminal report in one language. Amounts arrive formatted; the words only set them in order. */
export interface Words {
  /** `when`: the period with its preposition. */
  readonly title: (when: string) => string;
  /** Which months of each year a report of part of the year is about. */
  readonly sameMonths: string;
  readonly scope: { readonly all: string; readonly distant: string; readonly "intra-eu": string };
  readonly euComposition: {
    readonly issueDate: string;
    readonly current: string;
    readonly fixed: (day: string) => string;
  };
  readonly months: (first: string, last: string, year: number) => string;
  readonly comparedMonths: (months: string) => string;
  readonly metric: Readonly<Record<Metric, string>>;
  /** "Certificates" where there is no room for it. */
  readonly certificatesShort: string;
  readonly destinationsShort: string;
  readonly exportersShort: string;
  readonly perCertificate: string;
  readonly destinations: string;
  readonly exporters: string;
  readonly products: string;
  /** The periods and dimensions, as headings. */
  readonly term: Readonly<Record<Dimension, string>>;
  readonly valueShort: string;
  readonly perCertificateShort: string;
  /** Heading of the growth at the exchange rates of the year before. */
  readonly constantRates: string;
  readonly growth: string;
  readonly share: string;
  readonly contribution: string;
  readonly rank: string;
  readonly index: string;
  /** Compound growth per year, as a heading. */
  readonly averageGrowth: string;
  /** The parts of a change against a benchmark, and what has none. */
  readonly shiftShare: {
    readonly benchmark: string;
    readonly mix: string;
    readonly competitive: string;
    readonly without: string;
  };
  /** What the index and the average growth are based on; `complete`: the data cover the whole of the year. */
  readonly base: (year: string, complete: boolean) => string;
  readonly noValue: string;
  /** The name of the item for records that do not name one. */
  readonly notStated: string;
  readonly hhiNormalized: string;
  readonly effectiveNumber: string;
  readonly topShare: (k: string) => string;
  readonly shareOverYears: string;
  /** The name of the item for all. */
  readonly total: string;
  readonly shareOf: (whole: string) => string;
  readonly overlapping: (dimension: string) => string;
  /** What two items have in common. */
  readonly overlap: (first: string, second: string, certificates: string, value: string) => string;
  readonly ofLines: (dimension: string) => string;
  /** The name of the item for what is in no bloc, or in no group. */
  readonly noItem: string;
  /** Before the text of a condition. */
  readonly filter: string;
  readonly incompleteYear: string;
  readonly heading: {
    readonly findings: string;
    readonly years: string;
    readonly destinations: string;
    readonly quality: string;
  };
  readonly more: (count: string) => string;
  /** Said of a result without rows. */
  readonly nothing: string;
  readonly rowsRead: string;
  readonly balance: {
    readonly counted: string;
    readonly copies: string;
    /** Rows of certificates that count at another chamber. */
    readonly crossBorder: string;
    readonly superseded: string;
    readonly notIssued: string;
    readonly rejected: string;
  };
  /** `one`: the count is one. */
  readonly withoutValue: (count: string, one: boolean, share: string) => string;
  readonly notACountry: (count: string, one: boolean) => string;
  /** Destinations of which every certificate is of one exporter. */
  readonly soleExporter: (count: number, names: string) => string;
  readonly otherConvention: (composition: string, certificates: string, amount: string) => string;
  /** A heading inside a line: lower case, except where nouns have capitals. */
  readonly column: (heading: string) => string;
  readonly unit: Readonly<Record<"" | "k" | "m", string>>;
  readonly tableNote: (unit: string, currency: string) => string;
  /** The name of the items that are not named one by one. */
  readonly other: string;
}

const nl: Words = {
  title: (when) => `Certificaten van oorsprong ${when}`,
  sameMonths: "van elk jaar dezelfde maanden",
  scope: {
    all: "alle bestemmingen",
    distant: "verre export (buiten de Europese Unie)",
    "intra-eu": "binnen de Europese Unie",
  },
  euComposition: {
    issueDate: "Unie op de datum van afgifte",
    current: "Unie van vandaag",
    fixed: (day) => `Unie van ${day}`,
  },
  months: (first, last, year) => (first === last ? `${first} ${year}` : `${first} tot en met ${last} ${year}`),
  comparedMonths: (months) =>
    `De gegevens zijn onvolledig: de groei vergelijkt ${months} met dezelfde maanden een jaar eerder.`,
  metric: { certificates: "Certificaten", goods_value: "Goederenwaarde" },
  certificatesShort: "cert.",
  destinationsShort: "best.",
  exportersShort: "exp.",
  perCertificate: "Waarde per certificaat",
  destinations: "Bestemmingen",
  exporters: "Exporteurs",
  products: "Producten (HS6)",
  growth: "groei",
  share: "aandeel",
  contribution: "bijdrage",
  rank: "rang",
  index: "index",
  averageGrowth: "p.j.",
  shiftShare: { benchmark: "referentie", mix: "structuur", competitive: "concurrentie", without: "zonder ref." },
  base: (year, complete) =>
    `Index: ${year} = 100; p.j.: gemiddelde groei per jaar sinds ${year}.${complete ? "" : ` De gegevens bevatten ${year} niet volledig.`}`,
  noValue: "geen waarde",
  notStated: "niet vermeld",
  total: "totaal",
  shareOf: (whole) => `Aandeel in: ${whole}.`,
  overlapping: (dimension) =>
    `Wat onder meer dan één ${dimension} valt, telt bij elk volledig mee: de aandelen kunnen samen meer dan 100 % zijn.`,
  overlap: (first, second, certificates, value) =>
    `Onder ${first} en ook onder ${second}: ${certificates} certificaten, waarde ${value}.`,
  ofLines: (dimension) => `Een certificaat telt per ${dimension} van zijn regels mee, met de waarde van die regels.`,
  hhiNormalized: "HHI (genorm.)",
  effectiveNumber: "effectief aantal",
  topShare: (k) => `top ${k}`,
  shareOverYears: "Aandeel over de jaren",
  noItem: "geen ervan",
  filter: "filter",
  incompleteYear: "onvolledig: de groei vergelijkt de maanden die er zijn",
  column: (heading) => heading.toLowerCase(),
  unit: { "": "", k: "duizend ", m: "miljoen " },
  other: "overige",
  term: {
    year: "jaar",
    quarter: "kwartaal",
    month: "maand",
    destination: "bestemming",
    exporter: "exporteur",
    exporter_size: "grootte",
    chamber: "kamer",
    certificate_type: "type",
    region: "regio",
    sub_region: "deelregio",
    bloc: "blok",
    origin: "oorsprong",
    hs2: "HS2",
    hs4: "HS4",
    hs6: "HS6",
    currency: "munt",
    group: "groep",
    theme: "thema",
  },
  valueShort: "waarde",
  perCertificateShort: "per cert.",
  constantRates: "tegen koers vorig jaar",
  heading: {
    findings: "Vaststellingen",
    years: "De jaren",
    destinations: "Bestemmingen",
    quality: "Kwaliteit van de gegevens",
  },
  more: (count) => `en nog ${count}`,
  nothing: "geen certificaat voldoet aan wat is gevraagd",
  rowsRead: "rijen gelezen",
  balance: {
    counted: "geteld",
    copies: "dubbels",
    crossBorder: "bij een andere kamer geteld",
    superseded: "vervangen",
    notIssued: "niet afgegeven",
    rejected: "afgekeurd",
  },
  withoutValue: (count, one, share) =>
    `${count} ${one ? "certificaat" : "certificaten"} zonder waarde (${share}): geteld, niet in de goederenwaarde.`,
  notACountry: (count, one) =>
    `${count} ${one ? "certificaat" : "certificaten"} naar wat geen land is (scheepsvoorraad, continentaal plat).`,
  soleExporter: (count, names) => `Bestemmingen waarvan de cijfers die van één exporteur zijn (${count}): ${names}.`,
  otherConvention: (composition, certificates, amount) =>
    `Met de ${composition}: ${certificates} certificaten, ${amount}.`,
  tableNote: (unit, currency) =>
    `waarde in ${unit}${currency}; aandeel en groei in %; bijdrage tot de groei in procentpunt`,
};

const fr: Words = {
  title: (when) => `Certificats d'origine ${when}`,
  sameMonths: "les mêmes mois de chaque année",
  scope: {
    all: "toutes les destinations",
    distant: "grande exportation (hors Union européenne)",
    "intra-eu": "au sein de l'Union européenne",
  },
  euComposition: {
    issueDate: "Union à la date de délivrance",
    current: "Union d'aujourd'hui",
    fixed: (day) => `Union du ${day}`,
  },
  months: (first, last, year) => (first === last ? `${first} ${year}` : `${first} à ${last} ${year}`),
  comparedMonths: (months) =>
    `Données incomplètes : la croissance compare ${months} aux mêmes mois de l'année précédente.`,
  metric: { certificates: "Certificats", goods_value: "Valeur des marchandises" },
  certificatesShort: "cert.",
  destinationsShort: "dest.",
  exportersShort: "exp.",
  perCertificate: "Valeur par certificat",
  destinations: "Destinations",
  exporters: "Exportateurs",
  products: "Produits (SH6)",
  growth: "croiss.",
  share: "part",
  contribution: "contrib.",
  rank: "rang",
  index: "indice",
  averageGrowth: "par an",
  shiftShare: { benchmark: "référence", mix: "structure", competitive: "compétitivité", without: "hors réf." },
  base: (year, complete) =>
    `Indice : ${year} = 100 ; par an : croissance moyenne depuis ${year}.${complete ? "" : ` Les données ne couvrent pas ${year} en entier.`}`,
  noValue: "sans valeur",
  notStated: "non précisé",
  total: "total",
  shareOf: (whole) => `Part de : ${whole}.`,
  overlapping: (dimension) =>
    `Ce qui relève de plusieurs éléments (${dimension}) compte entièrement dans chacun : les parts peuvent dépasser 100 % ensemble.`,
  overlap: (first, second, certificates, value) =>
    `À la fois ${first} et ${second} : ${certificates} certificats, valeur ${value}.`,
  ofLines: (dimension) =>
    `Un certificat compte dans chaque élément (${dimension}) de ses lignes, avec la valeur de ces lignes.`,
  hhiNormalized: "HHI (normal.)",
  effectiveNumber: "nombre effectif",
  topShare: (k) => `top ${k}`,
  shareOverYears: "Part au fil des ans",
  noItem: "aucun",
  filter: "filtre",
  incompleteYear: "incomplète : la croissance compare les mois disponibles",
  column: (heading) => heading.toLowerCase(),
  unit: { "": "", k: "milliers ", m: "millions " },
  other: "autres",
  term: {
    year: "année",
    quarter: "trimestre",
    month: "mois",
    destination: "destination",
    exporter: "exportateur",
    exporter_size: "taille",
    chamber: "chambre",
    certificate_type: "type",
    region: "région",
    sub_region: "sous-région",
    bloc: "bloc",
    origin: "origine",
    hs2: "SH2",
    hs4: "SH4",
    hs6: "SH6",
    currency: "monnaie",
    group: "groupe",
    theme: "thème",
  },
  valueShort: "valeur",
  perCertificateShort: "par cert.",
  constantRates: "aux cours de l'an dernier",
  heading: { findings: "Constats", years: "Les années", destinations: "Destinations", quality: "Qualité des données" },
  more: (count) => `et ${count} autres`,
  nothing: "aucun certificat ne répond à ce qui est demandé",
  rowsRead: "lignes lues",
  balance: {
    counted: "comptées",
    copies: "copies",
    crossBorder: "comptées dans une autre chambre",
    superseded: "remplacées",
    notIssued: "non délivrées",
    rejected: "rejetées",
  },
  withoutValue: (count, one, share) =>
    `${count} ${one ? "certificat" : "certificats"} sans valeur (${share}) : ${one ? "compté" : "comptés"}, hors valeur des marchandises.`,
  notACountry: (count, one) =>
    `${count} ${one ? "certificat" : "certificats"} vers ce qui n'est pas un pays (avitaillement, plateau continental).`,
  soleExporter: (count, names) =>
    `Destinations dont les chiffres sont ceux d'un seul exportateur (${count}) : ${names}.`,
  otherConvention: (composition, certificates, amount) =>
    `Avec l'${composition} : ${certificates} certificats, ${amount}.`,
  tableNote: (unit, currency) =>
    `valeur en ${unit}${currency} ; part et croissance en % ; contribution à la croissance en points`,
};

const de: Words = {
  title: (when) => `Ursprungszeugnisse ${when}`,
  sameMonths: "dieselben Monate jedes Jahres",
  scope: {
    all: "alle Bestimmungsländer",
    distant: "Fernausfuhr (außerhalb der Europäischen Union)",
    "intra-eu": "innerhalb der Europäischen Union",
  },
  euComposition: {
    issueDate: "Union am Tag der Ausstellung",
    current: "heutige Union",
    fixed: (day) => `Union vom ${day}`,
  },
  months: (first, last, year) => (first === last ? `${first} ${year}` : `${first} bis ${last} ${year}`),
  comparedMonths: (months) =>
    `Die Daten sind unvollständig: Das Wachstum vergleicht ${months} mit denselben Monaten des Vorjahres.`,
  metric: { certificates: "Zeugnisse", goods_value: "Warenwert" },
  certificatesShort: "Zeugn.",
  destinationsShort: "Best.",
  exportersShort: "Ausf.",
  perCertificate: "Wert je Zeugnis",
  destinations: "Bestimmungsländer",
  exporters: "Ausführer",
  products: "Waren (HS6)",
  growth: "Wachst.",
  share: "Anteil",
  contribution: "Beitrag",
  rank: "Rang",
  index: "Index",
  averageGrowth: "p. a.",
  shiftShare: { benchmark: "Referenz", mix: "Struktur", competitive: "Wettbewerb", without: "ohne Ref." },
  base: (year, complete) =>
    `Index: ${year} = 100; p. a.: mittleres Wachstum je Jahr seit ${year}.${complete ? "" : ` Die Daten umfassen ${year} nicht ganz.`}`,
  noValue: "kein Wert",
  notStated: "ohne Angabe",
  total: "gesamt",
  shareOf: (whole) => `Anteil an: ${whole}.`,
  overlapping: (dimension) =>
    `Was unter mehrere fällt (${dimension}), zählt bei jedem ganz: Die Anteile können zusammen mehr als 100 % sein.`,
  overlap: (first, second, certificates, value) =>
    `Sowohl ${first} als auch ${second}: ${certificates} Zeugnisse, Wert ${value}.`,
  ofLines: (dimension) =>
    `Ein Zeugnis zählt bei jedem seiner Positionen (${dimension}), mit dem Wert dieser Positionen.`,
  hhiNormalized: "HHI (norm.)",
  effectiveNumber: "effektive Zahl",
  topShare: (k) => `Top ${k}`,
  shareOverYears: "Anteil über die Jahre",
  noItem: "keine davon",
  filter: "Filter",
  incompleteYear: "unvollständig: Das Wachstum vergleicht die vorhandenen Monate",
  column: (heading) => heading,
  unit: { "": "", k: "Tausend ", m: "Millionen " },
  other: "übrige",
  term: {
    year: "Jahr",
    quarter: "Quartal",
    month: "Monat",
    destination: "Bestimmungsland",
    exporter: "Ausführer",
    exporter_size: "Größe",
    chamber: "Kammer",
    certificate_type: "Art",
    region: "Region",
    sub_region: "Teilregion",
    bloc: "Block",
    origin: "Ursprung",
    hs2: "HS2",
    hs4: "HS4",
    hs6: "HS6",
    currency: "Währung",
    group: "Gruppe",
    theme: "Thema",
  },
  valueShort: "Wert",
  perCertificateShort: "je Zeugn.",
  constantRates: "zu Vorjahreskursen",
  heading: {
    findings: "Feststellungen",
    years: "Die Jahre",
    destinations: "Bestimmungsländer",
    quality: "Datenqualität",
  },
  more: (count) => `und ${count} weitere`,
  nothing: "kein Zeugnis erfüllt, was verlangt ist",
  rowsRead: "Zeilen gelesen",
  balance: {
    counted: "gezählt",
    copies: "Kopien",
    crossBorder: "bei einer anderen Kammer gezählt",
    superseded: "ersetzt",
    notIssued: "nicht ausgestellt",
    rejected: "abgewiesen",
  },
  withoutValue: (count, one, share) =>
    `${count} ${one ? "Zeugnis" : "Zeugnisse"} ohne Wert (${share}): gezählt, nicht im Warenwert.`,
  notACountry: (count, one) =>
    `${count} ${one ? "Zeugnis" : "Zeugnisse"} an Ziele, die kein Land sind (Schiffsbedarf, Festlandsockel).`,
  soleExporter: (count, names) =>
    `Bestimmungsländer, deren Zahlen die eines einzigen Ausführers sind (${count}): ${names}.`,
  otherConvention: (composition, certificates, amount) =>
    `Mit der Zusammensetzung „${composition}“: ${certificates} Zeugnisse, ${amount}.`,
  tableNote: (unit, currency) =>
    `Wert in ${unit}${currency}; Anteil und Wachstum in %; Beitrag zum Wachstum in Prozentpunkten`,
};

const en: Words = {
  title: (when) => `Certificates of origin ${when}`,
  sameMonths: "the same months of each year",
  scope: {
    all: "all destinations",
    distant: "distant export (outside the European Union)",
    "intra-eu": "within the European Union",
  },
  euComposition: { issueDate: "Union on the issue date", current: "Union of today", fixed: (day) => `Union of ${day}` },
  months: (first, last, year) => (first === last ? `${first} ${year}` : `${first} to ${last} ${year}`),
  comparedMonths: (months) =>
    `The data are incomplete: growth compares ${months} with the same months of the year before.`,
  metric: { certificates: "Certificates", goods_value: "Goods value" },
  certificatesShort: "cert.",
  destinationsShort: "dest.",
  exportersShort: "exp.",
  perCertificate: "Value per certificate",
  destinations: "Destinations",
  exporters: "Exporters",
  products: "Products (HS6)",
  growth: "growth",
  share: "share",
  contribution: "contrib.",
  rank: "rank",
  index: "index",
  averageGrowth: "p.a.",
  shiftShare: { benchmark: "benchmark", mix: "mix", competitive: "competitive", without: "no benchmark" },
  base: (year, complete) =>
    `Index: ${year} = 100; p.a.: average growth per year since ${year}.${complete ? "" : ` The data do not cover the whole of ${year}.`}`,
  noValue: "no value",
  notStated: "not stated",
  total: "total",
  shareOf: (whole) => `Share of: ${whole}.`,
  overlapping: (dimension) =>
    `What is under more than one ${dimension} counts in full under each: shares can add up to more than 100 %.`,
  overlap: (first, second, certificates, value) =>
    `Under both ${first} and ${second}: ${certificates} certificates, value ${value}.`,
  ofLines: (dimension) => `A certificate counts under each ${dimension} of its lines, with the value of those lines.`,
  hhiNormalized: "HHI (norm.)",
  effectiveNumber: "effective no.",
  topShare: (k) => `top ${k}`,
  shareOverYears: "Share over the years",
  noItem: "none of them",
  filter: "filter",
  incompleteYear: "incomplete: growth compares the months that are there",
  column: (heading) => heading.toLowerCase(),
  unit: { "": "", k: "thousand ", m: "million " },
  other: "other",
  term: {
    year: "year",
    quarter: "quarter",
    month: "month",
    destination: "destination",
    exporter: "exporter",
    exporter_size: "size",
    chamber: "chamber",
    certificate_type: "type",
    region: "region",
    sub_region: "sub-region",
    bloc: "bloc",
    origin: "origin",
    hs2: "HS2",
    hs4: "HS4",
    hs6: "HS6",
    currency: "currency",
    group: "group",
    theme: "theme",
  },
  valueShort: "value",
  perCertificateShort: "per cert.",
  constantRates: "at last year's rates",
  heading: { findings: "Findings", years: "The years", destinations: "Destinations", quality: "Data quality" },
  more: (count) => `and ${count} more`,
  nothing: "no certificate meets what is asked for",
  rowsRead: "rows read",
  balance: {
    counted: "counted",
    copies: "copies",
    crossBorder: "counted at another chamber",
    superseded: "superseded",
    notIssued: "not issued",
    rejected: "rejected",
  },
  withoutValue: (count, one, share) =>
    `${count} ${one ? "certificate" : "certificates"} without a value (${share}): counted, not in the goods value.`,
  notACountry: (count, one) =>
    `${count} ${one ? "certificate" : "certificates"} to what is no country (ship stores, continental shelf).`,
  soleExporter: (count, names) => `Destinations whose figures are those of one exporter (${count}): ${names}.`,
  otherConvention: (composition, certificates, amount) =>
    `With the ${composition}: ${certificates} certificates, ${amount}.`,
  tableNote: (unit, currency) =>
    `value in ${unit}${currency}; share and growth in %; contribution to growth in percentage points`,
};

const ALL: Readonly<Record<Language, Words>> = { nl, fr, de, en };

export function wordsOf(language: Language): Words {
  return ALL[language];
}

/** What a condition leaves: no line when there is none. */
export function filterLine(where: Where | null, words: Words): readonly string[] {
  return where === null ? [] : [`${words.filter}: ${printable(printWhere(where))}`];
}
