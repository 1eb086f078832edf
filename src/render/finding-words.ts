import type { Language } from "../domain/language.ts";

/** The findings of the report in one language, one sentence each. Figures and names arrive formatted. */
interface FindingWords {
  readonly record: (metric: string, total: string, since: number, bestYear: number, best: string) => string;
  readonly noRecord: (metric: string, bestYear: number, best: string) => string;
  readonly strongest: (metric: string, growth: string, rise: boolean, years: number, beatenBy: string | null) => string;
  readonly streak: (metric: string, rise: boolean, years: number) => string;
  /** `part`: of the same months of each year, which say nothing about the other months. */
  readonly firstTime: (part: boolean, count: number, names: string) => string;
  readonly returned: (part: boolean, count: number, names: string) => string;
  readonly lost: (part: boolean, count: number, names: string) => string;
  /**
   * `growth` and every contribution are formatted and signed; `against` and `rest` are "name points", "points". Here and below,
   * names of countries stand in lists, after a colon, where no language asks for an article or a case.
   */
  readonly contributors: (
    metric: string,
    growth: string,
    names: string,
    against: string | null,
    rest: string | null,
  ) => string;
  /** `overtaken` says who was first the year before. */
  readonly leader: (metric: string, name: string, share: string, years: number, overtaken: string | null) => string;
  /** A figure of another year: "2017: 22,816". */
  readonly inYear: (year: number, figure: string) => string;
  readonly rank: (place: number) => string;
  readonly up: (metric: string, moves: string) => string;
  readonly down: (metric: string, moves: string) => string;
  readonly bestMonth: (metric: string, month: string, total: string, share: string) => string;
  /** The growth of value, of the number of certificates that have one, and of their average. */
  readonly split: (value: string, certificates: string, average: string) => string;
  /** What the split amounts to, before it: more or fewer certificates, of a larger or smaller value each. */
  readonly splitInShort: (more: boolean, larger: boolean, split: string) => string;
  /** `previous` is of the year before, as `inYear` says it. */
  readonly concentration: (share: string, previous: string | null, equal: string) => string;
  readonly exporters: (now: string, previous: string, entrants: string, exiters: string) => string;
}

const nl: FindingWords = {
  record: (metric, total, since, bestYear, best) =>
    `${metric}: ${total} is een record sinds ${since} (vorige: ${best} in ${bestYear}).`,
  noRecord: (metric, bestYear, best) => `${metric}: geen record; ${bestYear} was hoger (${best}).`,
  strongest: (metric, growth, rise, years, beatenBy) =>
    `${metric}: ${growth} is de sterkste ${rise ? "stijging" : "daling"} in ${years} jaar${beatenBy === null ? ", zover de gegevens teruggaan" : ` (${beatenBy})`}.`,
  streak: (metric, rise, years) => `${metric}: ${years} jaar op rij ${rise ? "gestegen" : "gedaald"}.`,
  firstTime: (part, count, names) => `${part ? "Nieuw in deze maanden" : "Nieuwe bestemmingen"} (${count}): ${names}.`,
  returned: (part, count, names) =>
    `${part ? "Terug in deze maanden na een jaar of meer" : "Terug na een jaar of meer"} (${count}): ${names}.`,
  lost: (part, count, names) =>
    `${part ? "Niet meer in deze maanden" : "Verdwenen bestemmingen"} (${count}): ${names}.`,
  contributors: (metric, growth, names, against, rest) =>
    `${metric}: ${growth}, vooral: ${names} procentpunt${against === null ? "" : `; daartegenover: ${against}`}${rest === null ? "" : `; alle andere samen: ${rest}`}.`,
  leader: (metric, name, share, years, overtaken) =>
    `${metric}: eerste bestemming: ${name} (${share})${overtaken === null ? (years < 2 ? "" : `, ${years} jaar op rij`) : `; ${overtaken}`}.`,
  inYear: (year, figure) => `${year}: ${figure}`,
  rank: (place) => `nu ${place}e`,
  up: (metric, moves) => `${metric}: gestegen in rang: ${moves}.`,
  down: (metric, moves) => `${metric}: gedaald in rang: ${moves}.`,
  bestMonth: (metric, month, total, share) =>
    `${metric}: ${month} was de beste maand (${total}, ${share} van het geheel).`,
  split: (value, certificates, average) =>
    `Goederenwaarde ${value}: certificaten met een waarde ${certificates}, waarde per certificaat ${average}.`,
  splitInShort: (more, larger, split) =>
    `${more ? "Meer" : "Minder"} certificaten, ${larger ? "grotere" : "kleinere"} zendingen. ${split}`,
  concentration: (share, previous, equal) =>
    `De vijf grootste bestemmingen: ${share} van de goederenwaarde${previous === null ? "" : ` (${previous})`}; zo geconcentreerd als ${equal} even grote bestemmingen.`,
  exporters: (now, previous, entrants, exiters) =>
    `Exporteurs: ${now} (${previous}); ${entrants} erbij, ${exiters} weg.`,
};

const fr: FindingWords = {
  record: (metric, total, since, bestYear, best) =>
    `${metric} : ${total}, un record depuis ${since} (précédent : ${best} en ${bestYear}).`,
  noRecord: (metric, bestYear, best) => `${metric} : pas de record ; ${bestYear} était plus élevé (${best}).`,
  strongest: (metric, growth, rise, years, beatenBy) =>
    `${metric} : ${growth}, la plus forte ${rise ? "hausse" : "baisse"} en ${years} ans${beatenBy === null ? ", aussi loin que remontent les données" : ` (${beatenBy})`}.`,
  streak: (metric, rise, years) => `${metric} : en ${rise ? "hausse" : "baisse"} pour la ${years}e année consécutive.`,
  firstTime: (part, count, names) =>
    `${part ? "Nouvelles destinations pour ces mois" : "Nouvelles destinations"} (${count}) : ${names}.`,
  returned: (part, count, names) =>
    `${part ? "De retour pour ces mois après un an ou plus" : "De retour après un an ou plus"} (${count}) : ${names}.`,
  lost: (part, count, names) =>
    `${part ? "Destinations disparues pour ces mois" : "Destinations disparues"} (${count}) : ${names}.`,
  contributors: (metric, growth, names, against, rest) =>
    `${metric} : ${growth}, surtout : ${names} points de pourcentage${against === null ? "" : ` ; en sens inverse : ${against}`}${rest === null ? "" : ` ; toutes les autres ensemble : ${rest}`}.`,
  leader: (metric, name, share, years, overtaken) =>
    `${metric} : première destination : ${name} (${share})${overtaken === null ? (years < 2 ? "" : `, pour la ${years}e année consécutive`) : ` ; ${overtaken}`}.`,
  inYear: (year, figure) => `${year} : ${figure}`,
  rank: (place) => `désormais ${place}e`,
  up: (metric, moves) => `${metric} : en hausse au classement : ${moves}.`,
  down: (metric, moves) => `${metric} : en baisse au classement : ${moves}.`,
  bestMonth: (metric, month, total, share) => `${metric} : ${month}, meilleur mois (${total}, ${share} du total).`,
  split: (value, certificates, average) =>
    `Valeur des marchandises ${value} : certificats avec une valeur ${certificates}, valeur par certificat ${average}.`,
  splitInShort: (more, larger, split) =>
    `${more ? "Plus" : "Moins"} de certificats, des envois ${larger ? "plus" : "moins"} importants. ${split}`,
  concentration: (share, previous, equal) =>
    `Les cinq premières destinations : ${share} de la valeur des marchandises${previous === null ? "" : ` (${previous})`} ; une concentration égale à celle de ${equal} destinations de même taille.`,
  exporters: (now, previous, entrants, exiters) =>
    `Exportateurs : ${now} (${previous}) ; entrées : ${entrants}, sorties : ${exiters}.`,
};

const de: FindingWords = {
  record: (metric, total, since, bestYear, best) =>
    `${metric}: ${total} ist ein Rekord seit ${since} (bisher: ${best} im Jahr ${bestYear}).`,
  noRecord: (metric, bestYear, best) => `${metric}: kein Rekord; ${bestYear} lag höher (${best}).`,
  strongest: (metric, growth, rise, years, beatenBy) =>
    `${metric}: ${growth} ist der stärkste ${rise ? "Anstieg" : "Rückgang"} in ${years} Jahren${beatenBy === null ? ", soweit die Daten zurückreichen" : ` (${beatenBy})`}.`,
  streak: (metric, rise, years) => `${metric}: ${years} Jahre in Folge ${rise ? "gestiegen" : "gefallen"}.`,
  firstTime: (part, count, names) =>
    `${part ? "Neu in diesen Monaten" : "Neue Bestimmungsländer"} (${count}): ${names}.`,
  returned: (part, count, names) =>
    `${part ? "Wieder in diesen Monaten nach einem Jahr oder mehr" : "Wieder dabei nach einem Jahr oder mehr"} (${count}): ${names}.`,
  lost: (part, count, names) =>
    `${part ? "Nicht mehr in diesen Monaten" : "Weggefallene Bestimmungsländer"} (${count}): ${names}.`,
  contributors: (metric, growth, names, against, rest) =>
    `${metric}: ${growth}, vor allem: ${names} Prozentpunkte${against === null ? "" : `; dagegen: ${against}`}${rest === null ? "" : `; alle anderen zusammen: ${rest}`}.`,
  leader: (metric, name, share, years, overtaken) =>
    `${metric}: wichtigstes Bestimmungsland: ${name} (${share})${overtaken === null ? (years < 2 ? "" : `, ${years} Jahre in Folge`) : `; ${overtaken}`}.`,
  inYear: (year, figure) => `${year}: ${figure}`,
  rank: (place) => `jetzt Platz ${place}`,
  up: (metric, moves) => `${metric}: im Rang gestiegen: ${moves}.`,
  down: (metric, moves) => `${metric}: im Rang gefallen: ${moves}.`,
  bestMonth: (metric, month, total, share) =>
    `${metric}: ${month} war der stärkste Monat (${total}, ${share} des Ganzen).`,
  split: (value, certificates, average) =>
    `Warenwert ${value}: Zeugnisse mit Wert ${certificates}, Wert je Zeugnis ${average}.`,
  splitInShort: (more, larger, split) =>
    `${more ? "Mehr" : "Weniger"} Zeugnisse, ${larger ? "größere" : "kleinere"} Sendungen. ${split}`,
  concentration: (share, previous, equal) =>
    `Die fünf größten Bestimmungsländer: ${share} des Warenwerts${previous === null ? "" : ` (${previous})`}; so konzentriert wie ${equal} gleich große Bestimmungsländer.`,
  exporters: (now, previous, entrants, exiters) =>
    `Ausführer: ${now} (${previous}); ${entrants} hinzugekommen, ${exiters} weggefallen.`,
};

const en: FindingWords = {
  record: (metric, total, since, bestYear, best) =>
    `${metric}: ${total} is a record since ${since} (before: ${best} in ${bestYear}).`,
  noRecord: (metric, bestYear, best) => `${metric}: no record; ${bestYear} was higher (${best}).`,
  strongest: (metric, growth, rise, years, beatenBy) =>
    `${metric}: ${growth} is the strongest ${rise ? "rise" : "fall"} in ${years} years${beatenBy === null ? ", as far as the data go back" : ` (${beatenBy})`}.`,
  streak: (metric, rise, years) => `${metric}: ${rise ? "up" : "down"} ${years} years in a row.`,
  firstTime: (part, count, names) => `${part ? "New in these months" : "New destinations"} (${count}): ${names}.`,
  returned: (part, count, names) =>
    `${part ? "Back in these months after a year or more" : "Back after a year or more"} (${count}): ${names}.`,
  lost: (part, count, names) => `${part ? "Gone from these months" : "Lost destinations"} (${count}): ${names}.`,
  contributors: (metric, growth, names, against, rest) =>
    `${metric}: ${growth}, mainly: ${names} percentage points${against === null ? "" : `; against it: ${against}`}${rest === null ? "" : `; all others together: ${rest}`}.`,
  leader: (metric, name, share, years, overtaken) =>
    `${metric}: first destination: ${name} (${share})${overtaken === null ? (years < 2 ? "" : `, ${years} years in a row`) : `; ${overtaken}`}.`,
  inYear: (year, figure) => `${year}: ${figure}`,
  rank: (place) => `now no. ${place}`,
  up: (metric, moves) => `${metric}: up in rank: ${moves}.`,
  down: (metric, moves) => `${metric}: down in rank: ${moves}.`,
  bestMonth: (metric, month, total, share) =>
    `${metric}: ${month} was the best month (${total}, ${share} of the whole).`,
  split: (value, certificates, average) =>
    `Goods value ${value}: certificates with a value ${certificates}, value per certificate ${average}.`,
  splitInShort: (more, larger, split) =>
    `${more ? "More" : "Fewer"} certificates, ${larger ? "larger" : "smaller"} consignments. ${split}`,
  concentration: (share, previous, equal) =>
    `The five largest destinations: ${share} of goods value${previous === null ? "" : ` (${previous})`}; as concentrated as ${equal} destinations of equal size.`,
  exporters: (now, previous, entrants, exiters) =>
    `Exporters: ${now} (${previous}); ${entrants} joined, ${exiters} left.`,
};

const ALL: Readonly<Record<Language, FindingWords>> = { nl, fr, de, en };

export function findingWordsOf(language: Language): FindingWords {
  return ALL[language];
}
