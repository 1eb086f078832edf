import type { Language } from "../domain/language.ts";
import type { PeriodLength } from "../domain/period.ts";
import type { EventOutcome, EventUnit } from "../report/event-study.ts";

/**
 * The words of a study of events. They tell what was counted and how ordinary it is, never what caused it. Numbers, amounts and
 * names arrive formatted.
 */
export interface EventWords {
  /** Of a page with several events. */
  readonly title: string;
  /** Of the table of the two sides. */
  readonly levels: string;
  readonly treated: string;
  readonly bandLow: string;
  readonly bandHigh: string;
  readonly pathDescription: (treated: string, growth: string, comparison: string) => string;
  readonly before: string;
  readonly after: string;
  readonly perYear: string;
  readonly growth: string;
  readonly comparison: string;
  readonly difference: string;
  readonly span: (first: string, last: string) => string;
  readonly windows: (before: string, after: string) => string;
  /** `sameGoods`: the event is about some goods, and these are compared elsewhere. */
  readonly allOthers: (count: string, unit: EventUnit, sameGoods: boolean) => string;
  readonly against: (treated: string, group: string) => string;
  /** `side`: where the figure lies, seen from what the growth of the comparison group would have given. */
  readonly differs: (percent: string, side: "above" | "below", yearly: string, interval: string) => string;
  readonly equal: string;
  readonly interval: (level: number, low: string, high: string) => string;
  readonly noInterval: (level: number) => string;
  readonly shares: (before: string, after: string) => string;
  /** `asLarge` is `null` for none. */
  readonly placebos: (asLarge: string | null, count: string, unit: EventUnit, p: string, smallest: string) => string;
  readonly verdict: Readonly<Record<EventOutcome, (level: number) => string>>;
  readonly dates: (asLarge: string, count: string) => string;
  readonly noDates: string;
  readonly trend: (years: number, perYear: string, p: string) => string;
  readonly trendAlike: string;
  readonly trendApart: string;
  readonly noTrend: string;
  readonly exporter: (part: string, without: string) => string;
  readonly consignment: (part: string, without: string) => string;
  readonly compared: (name: string, without: string) => string;
  /** A part that others offset. */
  readonly moreThan: (percent: string) => string;
  readonly noValues: string;
  readonly caution: string;
  readonly path: (metric: string, by: PeriodLength) => string;
  readonly relativePath: (metric: string, by: PeriodLength) => string;
  readonly ordinaryBand: (level: number) => string;
  readonly periods: Readonly<Record<PeriodLength, string>>;
  readonly refused: string;
  readonly outsideData: (from: string, to: string) => string;
  readonly noData: string;
  readonly tooFewMonths: (side: "before" | "after", has: string, needs: string, from: string, to: string) => string;
  readonly tooFewCertificates: (before: string, after: string, least: string, leastBefore: string) => string;
  readonly tooFewCompared: (before: string, after: string, least: string) => string;
  readonly tooFewPlacebos: (has: string, needs: string) => string;
}

const nl: EventWords = {
  title: "Voor en na",
  levels: "Gemiddelden per jaar",
  treated: "gebeurtenis",
  bandLow: "gewoon vanaf",
  bandHigh: "gewoon tot",
  pathDescription: (treated, growth, comparison) =>
    `${treated}: ${growth} van voor naar na; de vergelijkingsgroep: ${comparison}.`,
  before: "voor",
  after: "na",
  perYear: "per jaar",
  growth: "groei",
  comparison: "vergelijking",
  difference: "verschil",
  span: (first, last) => `${first} tot en met ${last}`,
  windows: (before, after) => `Voor: ${before}. Na: ${after}.`,
  allOthers: (count, unit, sameGoods) =>
    unit === "destination"
      ? `alle ${count} andere bestemmingen${sameGoods ? " van dezelfde goederen" : ""}`
      : `alle andere goederen (${count} hoofdstukken)`,
  against: (treated, group) => `${treated}, vergeleken met ${group}`,
  differs: (percent, side, yearly, interval) =>
    `${percent} ${side === "above" ? "boven" : "onder"} wat de groei van de vergelijkingsgroep had gegeven (${yearly} per jaar; ${interval}).`,
  equal: "Precies wat de groei van de vergelijkingsgroep had gegeven.",
  interval: (level, low, high) => `interval van ${level} %: ${low} tot ${high}`,
  noInterval: (level) => `geen interval van ${level} % te bepalen`,
  shares: (before, after) => `Aandeel in het totaal: ${before} voor, ${after} na.`,
  placebos: (asLarge, count, unit, p, smallest) =>
    `Een minstens even groot verschil, naar boven of naar onder, komt voor bij ${asLarge ?? "geen"} van ${count} ${unit === "destination" ? "andere bestemmingen" : "andere hoofdstukken"} van vergelijkbare omvang (p\u00A0=\u00A0${p}; de kleinst mogelijke is ${smallest}):`,
  verdict: {
    unattainable: (level) => `te weinig om op het niveau van ${level} % iets te onderscheiden.`,
    ordinary: () => "niet te onderscheiden van gewone schommelingen.",
    diverged_before: (level) =>
      `meer dan gewone schommelingen (niveau ${level} %), maar beide liepen al voor de gebeurtenis uiteen: de cijfers zeggen niet of er toen iets veranderde.`,
    trend_unknown: (level) =>
      `meer dan gewone schommelingen (niveau ${level} %). Of beide voordien gelijk liepen, valt niet na te gaan; wat de oorzaak is, zeggen de cijfers niet.`,
    beyond_ordinary: (level) =>
      `meer dan gewone schommelingen (niveau ${level} %). Wat de oorzaak is, zeggen de cijfers niet.`,
  },
  dates: (asLarge, count) =>
    `Op ${asLarge} van ${count} vroegere (elkaar overlappende) tijdstippen was hetzelfde verschil minstens even groot.`,
  noDates: "De gegevens gaan niet ver genoeg terug om met vroegere tijdstippen te vergelijken.",
  trend: (years, perYear, p) =>
    `Verloop in de ${years} jaar ervoor: ${perYear} per jaar tegenover de vergelijkingsgroep (p\u00A0=\u00A0${p}):`,
  trendAlike: "geen verschil gevonden, wat niet bewijst dat er geen was.",
  trendApart: "beide liepen al uiteen.",
  noTrend:
    "Het verloop voordien valt niet te vergelijken: daarvoor zijn twee volle jaren nodig en genoeg andere om mee te vergelijken.",
  exporter: (part, without) => `Eén exporteur maakt ${part} van dit verschil uit; zonder die exporteur: ${without}.`,
  consignment: (part, without) => `Eén zending maakt ${part} van dit verschil uit; zonder die zending: ${without}.`,
  compared: (name, without) => `Zonder ${name} in de vergelijkingsgroep is het verschil ${without}.`,
  moreThan: (percent) => `meer dan ${percent}`,
  noValues: "Goederenwaarde: te weinig waarden om te vergelijken.",
  caution:
    "Een vergelijking, geen bewijs: wat in dezelfde maanden verder nog veranderde, zit mee in deze cijfers. Wie veel gebeurtenissen bekijkt, vindt er altijd enkele die toevallig opvallen.",
  path: (metric, by) =>
    `${metric} per ${{ year: "jaar", quarter: "kwartaal", month: "maand" }[by]}, index (gemiddelde ervoor = 100)`,
  relativePath: (metric, by) =>
    `${metric} tegenover de vergelijkingsgroep, per ${{ year: "jaar", quarter: "kwartaal", month: "maand" }[by]} (ervoor = 100)`,
  ordinaryBand: (level) => `gewoon: ${level} % van vergelijkbare`,
  periods: {
    year: "jaren vanaf de gebeurtenis",
    quarter: "kwartalen vanaf de gebeurtenis",
    month: "maanden vanaf de gebeurtenis",
  },
  refused: "Niet berekend",
  outsideData: (from, to) => `de gebeurtenis valt buiten de gegevens, die van ${from} tot en met ${to} lopen.`,
  noData: "er zijn geen volledige maanden met gegevens.",
  tooFewMonths: (side, has, needs, from, to) =>
    `${side === "before" ? "ervoor" : "erna"} zijn er ${has} volledige maanden zonder onderbreking, en er zijn er ${needs} nodig (gegevens: ${from} tot en met ${to}).`,
  tooFewCertificates: (before, after, least, leastBefore) =>
    `te weinig certificaten: ${before} ervoor en ${after} erna; nodig zijn er samen ${least}, waarvan ${leastBefore} ervoor.`,
  tooFewCompared: (before, after, least) =>
    `de vergelijkingsgroep heeft te weinig certificaten: ${before} ervoor en ${after} erna; nodig zijn er telkens ${least}.`,
  tooFewPlacebos: (has, needs) =>
    `er zijn maar ${has} andere van vergelijkbare omvang om te weten wat gewoon is; nodig zijn er ${needs}.`,
};

const fr: EventWords = {
  title: "Avant et après",
  levels: "Moyennes annuelles",
  treated: "événement",
  bandLow: "ordinaire de",
  bandHigh: "ordinaire à",
  pathDescription: (treated, growth, comparison) =>
    `${treated} : ${growth} d'avant à après ; groupe de comparaison : ${comparison}.`,
  before: "avant",
  after: "après",
  perYear: "par an",
  growth: "croissance",
  comparison: "comparaison",
  difference: "écart",
  span: (first, last) => `${first} à ${last}`,
  windows: (before, after) => `Avant : ${before}. Après : ${after}.`,
  allOthers: (count, unit, sameGoods) =>
    unit === "destination"
      ? `les ${count} autres destinations${sameGoods ? " des mêmes marchandises" : ""}`
      : `toutes les autres marchandises (${count} chapitres)`,
  against: (treated, group) => `${treated}, par rapport à : ${group}`,
  differs: (percent, side, yearly, interval) =>
    `${percent} ${side === "above" ? "au-dessus" : "au-dessous"} de ce qu'aurait donné la croissance du groupe de comparaison (${yearly} par an ; ${interval}).`,
  equal: "Exactement ce qu'aurait donné la croissance du groupe de comparaison.",
  interval: (level, low, high) => `intervalle à ${level} % : de ${low} à ${high}`,
  noInterval: (level) => `pas d'intervalle à ${level} %`,
  shares: (before, after) => `Part du total : ${before} avant, ${after} après.`,
  placebos: (asLarge, count, unit, p, smallest) =>
    `Un écart au moins aussi grand, vers le haut ou vers le bas, ${asLarge === null ? "ne se présente pour aucune" : `se présente pour ${asLarge}`} des ${count} ${unit === "destination" ? "autres destinations" : "autres catégories (chapitres)"} de taille comparable (p\u00A0=\u00A0${p} ; minimum possible : ${smallest}) :`,
  verdict: {
    unattainable: (level) => `trop peu pour distinguer quoi que ce soit au niveau de ${level} %.`,
    ordinary: () => "ne se distingue pas des variations ordinaires.",
    diverged_before: (level) =>
      `plus que les variations ordinaires (niveau ${level} %), mais les deux évoluaient déjà différemment avant l'événement : ces chiffres ne disent pas si quelque chose a changé alors.`,
    trend_unknown: (level) =>
      `plus que les variations ordinaires (niveau ${level} %). On ne peut vérifier si les deux évoluaient de même auparavant ; ces chiffres n'indiquent pas de cause.`,
    beyond_ordinary: (level) =>
      `plus que les variations ordinaires (niveau ${level} %). Ces chiffres n'indiquent pas de cause.`,
  },
  dates: (asLarge, count) =>
    `À ${asLarge} des ${count} dates antérieures (qui se chevauchent), le même écart était au moins aussi grand.`,
  noDates: "Les données ne remontent pas assez loin pour comparer avec des dates antérieures.",
  trend: (years, perYear, p) =>
    `Évolution durant les ${years} années précédentes : ${perYear} par an par rapport au groupe de comparaison (p\u00A0=\u00A0${p}) :`,
  trendAlike: "aucune différence constatée, ce qui ne prouve pas qu'il n'y en avait pas.",
  trendApart: "les deux évoluaient déjà différemment.",
  noTrend:
    "L'évolution antérieure ne peut être comparée : il faut deux années entières et assez d'éléments de comparaison.",
  exporter: (part, without) => `Un seul exportateur représente ${part} de cet écart ; sans lui : ${without}.`,
  consignment: (part, without) => `Un seul envoi représente ${part} de cet écart ; sans lui : ${without}.`,
  compared: (name, without) => `Groupe de comparaison sans « ${name} » : l'écart est de ${without}.`,
  moreThan: (percent) => `plus de ${percent}`,
  noValues: "Valeur des marchandises : trop peu de valeurs pour comparer.",
  caution:
    "Une comparaison, pas une preuve : tout ce qui a changé durant les mêmes mois se trouve aussi dans ces chiffres. Qui examine beaucoup d'événements en trouve toujours quelques-uns qui ressortent par hasard.",
  path: (metric, by) =>
    `${metric} par ${{ year: "an", quarter: "trimestre", month: "mois" }[by]}, indice (moyenne avant = 100)`,
  relativePath: (metric, by) =>
    `${metric} par rapport au groupe de comparaison, par ${{ year: "an", quarter: "trimestre", month: "mois" }[by]} (avant = 100)`,
  ordinaryBand: (level) => `ordinaire : ${level} % des comparables`,
  periods: {
    year: "années depuis l'événement",
    quarter: "trimestres depuis l'événement",
    month: "mois depuis l'événement",
  },
  refused: "Non calculé",
  outsideData: (from, to) => `l'événement est en dehors des données, qui vont de ${from} à ${to}.`,
  noData: "il n'y a aucun mois entier de données.",
  tooFewMonths: (side, has, needs, from, to) =>
    `il y a ${has} mois entiers et consécutifs ${side === "before" ? "avant" : "après"}, et il en faut ${needs} (données : ${from} à ${to}).`,
  tooFewCertificates: (before, after, least, leastBefore) =>
    `trop peu de certificats : ${before} avant et ${after} après ; il en faut ${least} en tout, dont ${leastBefore} avant.`,
  tooFewCompared: (before, after, least) =>
    `le groupe de comparaison a trop peu de certificats : ${before} avant et ${after} après ; il en faut ${least} chaque fois.`,
  tooFewPlacebos: (has, needs) =>
    `il n'y a que ${has} éléments de taille comparable pour savoir ce qui est ordinaire ; il en faut ${needs}.`,
};

const de: EventWords = {
  title: "Vorher und nachher",
  levels: "Mittelwerte je Jahr",
  treated: "Ereignis",
  bandLow: "gewöhnlich ab",
  bandHigh: "gewöhnlich bis",
  pathDescription: (treated, growth, comparison) =>
    `${treated}: ${growth} von vorher zu nachher; Vergleichsgruppe: ${comparison}.`,
  before: "vorher",
  after: "nachher",
  perYear: "je Jahr",
  growth: "Wachstum",
  comparison: "Vergleich",
  difference: "Unterschied",
  span: (first, last) => `${first} bis ${last}`,
  windows: (before, after) => `Vorher: ${before}. Nachher: ${after}.`,
  allOthers: (count, unit, sameGoods) =>
    unit === "destination"
      ? `alle ${count} anderen Bestimmungsländer${sameGoods ? " derselben Waren" : ""}`
      : `alle anderen Waren (${count} Kapitel)`,
  against: (treated, group) => `${treated}, verglichen mit: ${group}`,
  differs: (percent, side, yearly, interval) =>
    `${percent} ${side === "above" ? "über" : "unter"} dem, was das Wachstum der Vergleichsgruppe ergeben hätte (${yearly} je Jahr; ${interval}).`,
  equal: "Genau das, was das Wachstum der Vergleichsgruppe ergeben hätte.",
  interval: (level, low, high) => `${level}-%-Intervall: ${low} bis ${high}`,
  noInterval: (level) => `kein ${level}-%-Intervall bestimmbar`,
  shares: (before, after) => `Anteil am Ganzen: vorher ${before}, nachher ${after}.`,
  placebos: (asLarge, count, unit, p, smallest) =>
    `Ein mindestens so großer Unterschied, nach oben oder unten, kommt bei ${asLarge ?? "keinem"} von ${count} anderen ${unit === "destination" ? "Bestimmungsländern" : "Kapiteln"} ähnlicher Größe vor (p\u00A0=\u00A0${p}; kleinstmöglich ist ${smallest}):`,
  verdict: {
    unattainable: (level) => `zu wenige, um auf dem Niveau von ${level} % etwas zu unterscheiden.`,
    ordinary: () => "von gewöhnlichen Schwankungen nicht zu unterscheiden.",
    diverged_before: (level) =>
      `mehr als gewöhnliche Schwankungen (Niveau ${level} %), aber beide entwickelten sich schon vor dem Ereignis verschieden: Ob sich damals etwas änderte, sagen die Zahlen nicht.`,
    trend_unknown: (level) =>
      `mehr als gewöhnliche Schwankungen (Niveau ${level} %). Ob sich beide zuvor gleich entwickelten, lässt sich nicht prüfen; eine Ursache nennen die Zahlen nicht.`,
    beyond_ordinary: (level) =>
      `mehr als gewöhnliche Schwankungen (Niveau ${level} %). Eine Ursache nennen die Zahlen nicht.`,
  },
  dates: (asLarge, count) =>
    `Zu ${asLarge} von ${count} früheren (einander überlappenden) Zeitpunkten war derselbe Unterschied mindestens so groß.`,
  noDates: "Die Daten reichen nicht weit genug zurück, um mit früheren Zeitpunkten zu vergleichen.",
  trend: (years, perYear, p) =>
    `Entwicklung in den ${years} Jahren davor: ${perYear} je Jahr gegenüber der Vergleichsgruppe (p\u00A0=\u00A0${p}):`,
  trendAlike: "kein Unterschied gefunden, was nicht beweist, dass es keinen gab.",
  trendApart: "beide entwickelten sich schon verschieden.",
  noTrend:
    "Die Entwicklung davor lässt sich nicht vergleichen: Dafür braucht es zwei ganze Jahre und genug andere zum Vergleich.",
  exporter: (part, without) => `Ein einziger Ausführer macht ${part} dieses Unterschieds aus; ohne ihn: ${without}.`,
  consignment: (part, without) => `Eine einzige Sendung macht ${part} dieses Unterschieds aus; ohne sie: ${without}.`,
  compared: (name, without) => `Vergleichsgruppe ohne ${name}: Der Unterschied ist ${without}.`,
  moreThan: (percent) => `mehr als ${percent}`,
  noValues: "Warenwert: zu wenige Werte zum Vergleichen.",
  caution:
    "Ein Vergleich, kein Beweis: Was sich in denselben Monaten sonst noch änderte, steckt mit in diesen Zahlen. Wer viele Ereignisse betrachtet, findet immer einige, die durch Zufall auffallen.",
  path: (metric, by) =>
    `${metric} je ${{ year: "Jahr", quarter: "Quartal", month: "Monat" }[by]}, Index (Mittel vorher = 100)`,
  relativePath: (metric, by) =>
    `${metric} gegenüber der Vergleichsgruppe, je ${{ year: "Jahr", quarter: "Quartal", month: "Monat" }[by]} (vorher = 100)`,
  ordinaryBand: (level) => `gewöhnlich: ${level} % der vergleichbaren`,
  periods: { year: "Jahre ab dem Ereignis", quarter: "Quartale ab dem Ereignis", month: "Monate ab dem Ereignis" },
  refused: "Nicht berechnet",
  outsideData: (from, to) => `Das Ereignis liegt außerhalb der Daten, die von ${from} bis ${to} reichen.`,
  noData: "Es gibt keine ganzen Monate mit Daten.",
  tooFewMonths: (side, has, needs, from, to) =>
    `Es gibt ${has} ganze Monate ohne Lücke ${side === "before" ? "davor" : "danach"}, nötig sind ${needs} (Daten: ${from} bis ${to}).`,
  tooFewCertificates: (before, after, least, leastBefore) =>
    `Zu wenige Zeugnisse: ${before} davor und ${after} danach; nötig sind zusammen ${least}, davon ${leastBefore} davor.`,
  tooFewCompared: (before, after, least) =>
    `Die Vergleichsgruppe hat zu wenige Zeugnisse: ${before} davor und ${after} danach; nötig sind jeweils ${least}.`,
  tooFewPlacebos: (has, needs) =>
    `Es gibt nur ${has} andere ähnlicher Größe, um zu wissen, was gewöhnlich ist; nötig sind ${needs}.`,
};

const en: EventWords = {
  title: "Before and after",
  levels: "Averages a year",
  treated: "event",
  bandLow: "ordinary from",
  bandHigh: "ordinary to",
  pathDescription: (treated, growth, comparison) =>
    `${treated}: ${growth} from before to after; the comparison group: ${comparison}.`,
  before: "before",
  after: "after",
  perYear: "a year",
  growth: "growth",
  comparison: "comparison",
  difference: "difference",
  span: (first, last) => `${first} to ${last}`,
  windows: (before, after) => `Before: ${before}. After: ${after}.`,
  allOthers: (count, unit, sameGoods) =>
    unit === "destination"
      ? `all ${count} other destinations${sameGoods ? " of the same goods" : ""}`
      : `all other goods (${count} chapters)`,
  against: (treated, group) => `${treated}, against ${group}`,
  differs: (percent, side, yearly, interval) =>
    `${percent} ${side} what the growth of the comparison group would have given (${yearly} a year; ${interval}).`,
  equal: "Exactly what the growth of the comparison group would have given.",
  interval: (level, low, high) => `${level} % interval: ${low} to ${high}`,
  noInterval: (level) => `no ${level} % interval can be given`,
  shares: (before, after) => `Share of the total: ${before} before, ${after} after.`,
  placebos: (asLarge, count, unit, p, smallest) =>
    `A difference at least as large, up or down, occurs at ${asLarge ?? "none"} of ${count} other ${unit === "destination" ? "destinations" : "chapters"} of comparable size (p\u00A0=\u00A0${p}; the smallest possible is ${smallest}):`,
  verdict: {
    unattainable: (level) => `too few to distinguish anything at the ${level} % level.`,
    ordinary: () => "not distinguishable from ordinary variation.",
    diverged_before: (level) =>
      `more than ordinary variation (${level} % level), but the two developed differently before the event already: these figures do not tell whether anything changed with it.`,
    trend_unknown: (level) =>
      `more than ordinary variation (${level} % level). Whether the two developed alike before cannot be checked; what the cause is, these figures do not tell.`,
    beyond_ordinary: (level) =>
      `more than ordinary variation (${level} % level). What the cause is, these figures do not tell.`,
  },
  dates: (asLarge, count) =>
    `At ${asLarge} of ${count} earlier (overlapping) dates the same difference was at least as large.`,
  noDates: "The data do not reach back far enough to compare with earlier dates.",
  trend: (years, perYear, p) =>
    `Development in the ${years} years before: ${perYear} a year against the comparison group (p\u00A0=\u00A0${p}):`,
  trendAlike: "no difference found, which does not prove that there was none.",
  trendApart: "the two developed differently already.",
  noTrend: "The development before cannot be compared: that takes two whole years, and enough others to compare with.",
  exporter: (part, without) => `One exporter makes up ${part} of this difference; without it: ${without}.`,
  consignment: (part, without) => `One consignment makes up ${part} of this difference; without it: ${without}.`,
  compared: (name, without) => `Without ${name} in the comparison group the difference is ${without}.`,
  moreThan: (percent) => `more than ${percent}`,
  noValues: "Goods value: too few values to compare.",
  caution:
    "A comparison, no proof: whatever else changed in the same months is in these figures too. Whoever looks at many events always finds some that stand out by chance.",
  path: (metric, by) => `${metric} by ${by}, index (average before = 100)`,
  relativePath: (metric, by) => `${metric} against the comparison group, by ${by} (before = 100)`,
  ordinaryBand: (level) => `ordinary: ${level} % of comparable ones`,
  periods: { year: "years from the event", quarter: "quarters from the event", month: "months from the event" },
  refused: "Not computed",
  outsideData: (from, to) => `the event is outside the data, which run from ${from} to ${to}.`,
  noData: "there are no whole months of data.",
  tooFewMonths: (side, has, needs, from, to) =>
    `there are ${has} whole months without a hole ${side} it, and ${needs} are needed (data: ${from} to ${to}).`,
  tooFewCertificates: (before, after, least, leastBefore) =>
    `too few certificates: ${before} before and ${after} after; ${least} are needed in all, ${leastBefore} of them before.`,
  tooFewCompared: (before, after, least) =>
    `the comparison group has too few certificates: ${before} before and ${after} after; ${least} are needed on each side.`,
  tooFewPlacebos: (has, needs) =>
    `there are only ${has} others of comparable size to tell what is ordinary; ${needs} are needed.`,
};

const ALL: Readonly<Record<Language, EventWords>> = { nl, fr, de, en };

export function eventWordsOf(language: Language): EventWords {
  return ALL[language];
}
