import type { FirmMeasure } from "../domain/firm-sums.ts";
import type { Language } from "../domain/language.ts";

/** The words of `origo firms`, and of a register, in one language. Numbers arrive formatted. */
interface FirmWords {
  readonly sizes: (year: string) => string;
  /** Headings of columns. */
  readonly firstTime: string;
  readonly destinations: string;
  readonly median: string;
  readonly gap: string;
  /** The figure of the benchmark. */
  readonly reference: string;
  /** The heading over the share of small and medium-sized enterprises. */
  readonly smeShare: string;
  readonly unknown: string;
  readonly benchmark: (file: string, year: string) => string;
  readonly smeBenchmark: (file: string) => string;
  readonly measure: Readonly<Record<FirmMeasure, string>>;
  /** What has to be said of the columns. */
  readonly aboutFirstTime: string;
  readonly aboutUnknown: string;
  readonly aboutBenchmark: string;
  /** How far a register reaches. */
  readonly register: (account: {
    readonly file: string;
    readonly enterprises: string;
    readonly matched: string;
    readonly exporters: string;
    readonly share: string;
    readonly valueShare: string;
  }) => string;
  readonly differing: (exporters: string, certificates: string) => string;
}

const ALL: Readonly<Record<Language, FirmWords>> = {
  nl: {
    sizes: (year) => `Exporteurs naar grootte in ${year}`,
    firstTime: "nieuw",
    destinations: "best.",
    median: "med.",
    gap: "verschil",
    reference: "ref.",
    smeShare: "Aandeel van kleine en middelgrote ondernemingen (micro, klein, middelgroot)",
    unknown: "grootte onbekend",
    benchmark: (file, year) => `Tegenover ${file} in ${year}`,
    smeBenchmark: (file) => `Kleine en middelgrote ondernemingen tegenover ${file}`,
    measure: { exporters: "exporteurs", certificates: "certificaten", goods_value: "goederenwaarde" },
    aboutFirstTime:
      "nieuw: eerste certificaat in de gegevens, van alle jaren; – waar minder dan drie volledige jaren voorafgaan. best., med.: bestemmingen per exporteur, gemiddelde en mediaan.",
    aboutUnknown:
      "Wie zijn grootte niet vermeldt, telt in het totaal en in geen enkele grootte: het aandeel kan zoveel hoger zijn als de grootte onbekend is.",
    aboutBenchmark: "ref.: de referentie. Aandeel en groei in %, verschil in procentpunt; alleen volledige jaren.",
    register: ({ file, enterprises, matched, exporters, share, valueShare }) =>
      `register ${file} (${enterprises} ondernemingen): kent ${matched} van ${exporters} exporteurs (${share}) en ${valueShare} van de goederenwaarde`,
    differing: (exporters, certificates) =>
      `exporteurs die een andere grootte vermelden: ${exporters} (certificaten: ${certificates}); die van het register telt`,
  },
  fr: {
    sizes: (year) => `Exportateurs par taille en ${year}`,
    firstTime: "nouv.",
    destinations: "dest.",
    median: "méd.",
    gap: "écart",
    reference: "réf.",
    smeShare: "Part des petites et moyennes entreprises (micro, petites, moyennes)",
    unknown: "taille inconnue",
    benchmark: (file, year) => `Face à ${file} en ${year}`,
    smeBenchmark: (file) => `Petites et moyennes entreprises face à ${file}`,
    measure: { exporters: "exportateurs", certificates: "certificats", goods_value: "valeur des marchandises" },
    aboutFirstTime:
      "nouv. : premier certificat dans les données, toutes années ; – si moins de trois années entières précèdent. dest., méd. : destinations par exportateur, moyenne et médiane.",
    aboutUnknown:
      "Un exportateur sans taille compte dans le total et dans aucune taille : la part peut être plus élevée d'autant que la taille est inconnue.",
    aboutBenchmark: "réf. : la référence. Part et croissance en %, écart en points ; années entières seulement.",
    register: ({ file, enterprises, matched, exporters, share, valueShare }) =>
      `registre ${file} (${enterprises} entreprises) : connaît ${matched} des ${exporters} exportateurs (${share}) et ${valueShare} de la valeur des marchandises`,
    differing: (exporters, certificates) =>
      `exportateurs qui indiquent une autre taille : ${exporters} (certificats : ${certificates}) ; celle du registre compte`,
  },
  de: {
    sizes: (year) => `Ausführer nach Größe ${year}`,
    firstTime: "neu",
    destinations: "Ziele",
    median: "Med.",
    gap: "Abstand",
    reference: "Ref.",
    smeShare: "Anteil der kleinen und mittleren Unternehmen (Kleinst-, kleine, mittlere)",
    unknown: "Größe unbekannt",
    benchmark: (file, year) => `Gegenüber ${file} ${year}`,
    smeBenchmark: (file) => `Kleine und mittlere Unternehmen gegenüber ${file}`,
    measure: { exporters: "Ausführer", certificates: "Zeugnisse", goods_value: "Warenwert" },
    aboutFirstTime:
      "neu: erstes Zeugnis in den Daten aller Jahre; – wo weniger als drei ganze Jahre davor liegen. Ziele, Med.: Bestimmungsländer je Ausführer, Mittel und Median.",
    aboutUnknown:
      "Wer keine Größe angibt, zählt in allen und in keiner Größe: Der Anteil kann um so viel höher sein, wie die Größe unbekannt ist.",
    aboutBenchmark: "Ref.: die Referenz. Anteil und Wachstum in %, Abstand in Prozentpunkten; nur ganze Jahre.",
    register: ({ file, enterprises, matched, exporters, share, valueShare }) =>
      `Register ${file} (${enterprises} Unternehmen): kennt ${matched} von ${exporters} Ausführern (${share}) und ${valueShare} des Warenwerts`,
    differing: (exporters, certificates) =>
      `Ausführer, die eine andere Größe angeben: ${exporters} (Zeugnisse: ${certificates}); die des Registers zählt`,
  },
  en: {
    sizes: (year) => `Exporters by size in ${year}`,
    firstTime: "new",
    destinations: "dest.",
    median: "med.",
    gap: "gap",
    reference: "ref.",
    smeShare: "Share of small and medium-sized enterprises (micro, small, medium)",
    unknown: "size unknown",
    benchmark: (file, year) => `Against ${file} in ${year}`,
    smeBenchmark: (file) => `Small and medium-sized enterprises against ${file}`,
    measure: { exporters: "exporters", certificates: "certificates", goods_value: "goods value" },
    aboutFirstTime:
      "new: first certificate ever on file; – where fewer than three whole years come before. dest., med.: destinations per exporter, mean and median.",
    aboutUnknown:
      "Who states no size counts in the total and in no size: the share can be higher by as much as is of unknown size.",
    aboutBenchmark: "ref.: the benchmark. Share and growth in %, gap in percentage points; whole years only.",
    register: ({ file, enterprises, matched, exporters, share, valueShare }) =>
      `register ${file} (${enterprises} enterprises): has ${matched} of ${exporters} exporters (${share}) and ${valueShare} of the goods value`,
    differing: (exporters, certificates) =>
      `exporters that state another size: ${exporters} (certificates: ${certificates}); that of the register counts`,
  },
};

export function firmWordsOf(language: Language): FirmWords {
  return ALL[language];
}
