import type { Language } from "../domain/language.ts";

/** The findings of the report in one language, one sentence each. Figures and names arrive formatted. */
interface FindingWords {
  readonly record: (metric: string, total: string, since: number, bestYear: number, best: string) => string;
  readonly noRecord: (metric: string, bestYear: number, best: string) => string;
  readonly strongest: (metric: string, growth: string, rise: boolean, years: number, beatenBy: string | null) => string;
  readonly streak: (metric: string, rise: boolean, years: number) => string;
  readonly firstTime: (count: number, names: string) => string;
  readonly returned: (count: number, names: string) => string;
  readonly lost: (count: number, names: string) => string;
  /** `growth` and every contribution are formatted and signed; `against` and `rest` are "name points", "points". */
  readonly contributors: (
    metric: string,
    growth: string,
    names: string,
    against: string | null,
    rest: string,
  ) => string;
  readonly leader: (metric: string, name: string, share: string, years: number, overtaken: string | null) => string;
  readonly rank: (place: number) => string;
  readonly up: (metric: string, moves: string) => string;
  readonly down: (metric: string, moves: string) => string;
  readonly bestMonth: (metric: string, month: string, total: string, share: string) => string;
  /** `more`: more certificates than the year before; `larger`: of a larger value each. */
  readonly split: (more: boolean, larger: boolean, certificates: string, value: string, average: string) => string;
  readonly concentration: (share: string, previous: string | null, year: number, equal: string) => string;
  readonly exporters: (now: string, previous: string, year: number, entrants: string, exiters: string) => string;
}

const nl: FindingWords = {
  record: (metric, total, since, bestYear, best) =>
    `${metric}: ${total} is een record sinds ${since} (vorige: ${best} in ${bestYear}).`,
  noRecord: (metric, bestYear, best) => `${metric}: geen record; ${bestYear} was hoger (${best}).`,
  strongest: (metric, growth, rise, years, beatenBy) =>
    `${metric}: ${growth} is de sterkste ${rise ? "stijging" : "daling"} in ${years} jaar${beatenBy === null ? ", zover de gegevens teruggaan" : ` (${beatenBy})`}.`,
  streak: (metric, rise, years) => `${metric}: ${years} jaar op rij ${rise ? "gestegen" : "gedaald"}.`,
  firstTime: (count, names) => `Nieuwe bestemmingen (${count}): ${names}.`,
  returned: (count, names) => `Terug na een jaar of meer (${count}): ${names}.`,
  lost: (count, names) => `Verdwenen bestemmingen (${count}): ${names}.`,
  contributors: (metric, growth, names, against, rest) =>
    `${metric}: ${growth}, vooral door ${names} procentpunt${against === null ? "" : `; tegengehouden door ${against}`}; alle andere samen ${rest}.`,
  leader: (metric, name, share, years, overtaken) =>
    `${metric}: ${name} is de eerste bestemming (${share})${overtaken === null ? (years < 2 ? "" : `, ${years} jaar op rij`) : `, voor ${overtaken}`}.`,
  rank: (place) => `nu ${place}e`,
  up: (metric, moves) => `${metric}: gestegen in rang: ${moves}.`,
  down: (metric, moves) => `${metric}: gedaald in rang: ${moves}.`,
  bestMonth: (metric, month, total, share) =>
    `${metric}: ${month} was de beste maand (${total}, ${share} van het geheel).`,
  split: (more, larger, certificates, value, average) =>
    `${more ? "Meer" : "Minder"} certificaten (${certificates}), ${larger ? "grotere" : "kleinere"} zendingen (waarde per certificaat ${average}): goederenwaarde ${value}.`,
  concentration: (share, previous, year, equal) =>
    `De vijf grootste bestemmingen: ${share} van de goederenwaarde${previous === null ? "" : ` (${year}: ${previous})`}; zo geconcentreerd als ${equal} even grote bestemmingen.`,
  exporters: (now, previous, year, entrants, exiters) =>
    `Exporteurs: ${now} (${year}: ${previous}); ${entrants} erbij, ${exiters} weg.`,
};

const fr: FindingWords = {
  record: (metric, total, since, bestYear, best) =>
    `${metric} : ${total}, un record depuis ${since} (précédent : ${best} en ${bestYear}).`,
  noRecord: (metric, bestYear, best) => `${metric} : pas de record ; ${bestYear} était plus élevé (${best}).`,
  strongest: (metric, growth, rise, years, beatenBy) =>
    `${metric} : ${growth}, la plus forte ${rise ? "hausse" : "baisse"} en ${years} ans${beatenBy === null ? ", aussi loin que remontent les données" : ` (${beatenBy})`}.`,
  streak: (metric, rise, years) => `${metric} : en ${rise ? "hausse" : "baisse"} pour la ${years}e année consécutive.`,
  firstTime: (count, names) => `Nouvelles destinations (${count}) : ${names}.`,
  returned: (count, names) => `De retour après un an ou plus (${count}) : ${names}.`,
  lost: (count, names) => `Destinations disparues (${count}) : ${names}.`,
  contributors: (metric, growth, names, against, rest) =>
    `${metric} : ${growth}, surtout grâce à ${names} points de pourcentage${against === null ? "" : ` ; freiné par ${against}`} ; tous les autres ensemble ${rest}.`,
  leader: (metric, name, share, years, overtaken) =>
    `${metric} : première destination, ${name} (${share})${overtaken === null ? (years < 2 ? "" : `, pour la ${years}e année consécutive`) : `, devant ${overtaken}`}.`,
  rank: (place) => `désormais ${place}e`,
  up: (metric, moves) => `${metric} : en hausse au classement : ${moves}.`,
  down: (metric, moves) => `${metric} : en baisse au classement : ${moves}.`,
  bestMonth: (metric, month, total, share) => `${metric} : ${month}, meilleur mois (${total}, ${share} du total).`,
  split: (more, larger, certificates, value, average) =>
    `${more ? "Plus" : "Moins"} de certificats (${certificates}), des envois ${larger ? "plus" : "moins"} importants (valeur par certificat ${average}) : valeur des marchandises ${value}.`,
  concentration: (share, previous, year, equal) =>
    `Les cinq premières destinations : ${share} de la valeur des marchandises${previous === null ? "" : ` (${year} : ${previous})`} ; une concentration de ${equal} destinations égales.`,
  exporters: (now, previous, year, entrants, exiters) =>
    `Exportateurs : ${now} (${year} : ${previous}) ; ${entrants} entrants, ${exiters} sortants.`,
};

const de: FindingWords = {
  record: (metric, total, since, bestYear, best) =>
    `${metric}: ${total} ist ein Rekord seit ${since} (bisher: ${best} im Jahr ${bestYear}).`,
  noRecord: (metric, bestYear, best) => `${metric}: kein Rekord; ${bestYear} lag höher (${best}).`,
  strongest: (metric, growth, rise, years, beatenBy) =>
    `${metric}: ${growth} ist der stärkste ${rise ? "Anstieg" : "Rückgang"} in ${years} Jahren${beatenBy === null ? ", soweit die Daten zurückreichen" : ` (${beatenBy})`}.`,
  streak: (metric, rise, years) => `${metric}: ${years} Jahre in Folge ${rise ? "gestiegen" : "gefallen"}.`,
  firstTime: (count, names) => `Neue Bestimmungsländer (${count}): ${names}.`,
  returned: (count, names) => `Wieder dabei nach einem Jahr oder mehr (${count}): ${names}.`,
  lost: (count, names) => `Weggefallene Bestimmungsländer (${count}): ${names}.`,
  contributors: (metric, growth, names, against, rest) =>
    `${metric}: ${growth}, vor allem durch ${names} Prozentpunkte${against === null ? "" : `; gebremst durch ${against}`}; alle anderen zusammen ${rest}.`,
  leader: (metric, name, share, years, overtaken) =>
    `${metric}: Wichtigstes Bestimmungsland ist ${name} (${share})${overtaken === null ? (years < 2 ? "" : `, ${years} Jahre in Folge`) : `, vor ${overtaken}`}.`,
  rank: (place) => `jetzt Platz ${place}`,
  up: (metric, moves) => `${metric}: im Rang gestiegen: ${moves}.`,
  down: (metric, moves) => `${metric}: im Rang gefallen: ${moves}.`,
  bestMonth: (metric, month, total, share) =>
    `${metric}: ${month} war der stärkste Monat (${total}, ${share} des Ganzen).`,
  split: (more, larger, certificates, value, average) =>
    `${more ? "Mehr" : "Weniger"} Zeugnisse (${certificates}), ${larger ? "größere" : "kleinere"} Sendungen (Wert je Zeugnis ${average}): Warenwert ${value}.`,
  concentration: (share, previous, year, equal) =>
    `Die fünf größten Bestimmungsländer: ${share} des Warenwerts${previous === null ? "" : ` (${year}: ${previous})`}; so konzentriert wie ${equal} gleich große Bestimmungsländer.`,
  exporters: (now, previous, year, entrants, exiters) =>
    `Ausführer: ${now} (${year}: ${previous}); ${entrants} neu, ${exiters} weggefallen.`,
};

const en: FindingWords = {
  record: (metric, total, since, bestYear, best) =>
    `${metric}: ${total} is a record since ${since} (before: ${best} in ${bestYear}).`,
  noRecord: (metric, bestYear, best) => `${metric}: no record; ${bestYear} was higher (${best}).`,
  strongest: (metric, growth, rise, years, beatenBy) =>
    `${metric}: ${growth} is the strongest ${rise ? "rise" : "fall"} in ${years} years${beatenBy === null ? ", as far as the data go back" : ` (${beatenBy})`}.`,
  streak: (metric, rise, years) => `${metric}: ${rise ? "up" : "down"} ${years} years in a row.`,
  firstTime: (count, names) => `New destinations (${count}): ${names}.`,
  returned: (count, names) => `Back after a year or more (${count}): ${names}.`,
  lost: (count, names) => `Lost destinations (${count}): ${names}.`,
  contributors: (metric, growth, names, against, rest) =>
    `${metric}: ${growth}, mainly through ${names} percentage points${against === null ? "" : `; held back by ${against}`}; all others together ${rest}.`,
  leader: (metric, name, share, years, overtaken) =>
    `${metric}: ${name} is the first destination (${share})${overtaken === null ? (years < 2 ? "" : `, ${years} years in a row`) : `, ahead of ${overtaken}`}.`,
  rank: (place) => `now no. ${place}`,
  up: (metric, moves) => `${metric}: up in rank: ${moves}.`,
  down: (metric, moves) => `${metric}: down in rank: ${moves}.`,
  bestMonth: (metric, month, total, share) =>
    `${metric}: ${month} was the best month (${total}, ${share} of the whole).`,
  split: (more, larger, certificates, value, average) =>
    `${more ? "More" : "Fewer"} certificates (${certificates}), ${larger ? "larger" : "smaller"} consignments (value per certificate ${average}): goods value ${value}.`,
  concentration: (share, previous, year, equal) =>
    `The five largest destinations: ${share} of goods value${previous === null ? "" : ` (${year}: ${previous})`}; as concentrated as ${equal} destinations of equal size.`,
  exporters: (now, previous, year, entrants, exiters) =>
    `Exporters: ${now} (${year}: ${previous}); ${entrants} in, ${exiters} out.`,
};

const ALL: Readonly<Record<Language, FindingWords>> = { nl, fr, de, en };

export function findingWordsOf(language: Language): FindingWords {
  return ALL[language];
}
