import type { Language } from "../domain/language.ts";
import type { Openness, Verdict } from "../report/judge-claim.ts";

/** The words of a verified text in one language. */
export interface VerificationWords {
  readonly title: (name: string) => string;
  readonly language: Readonly<Record<Language, string>>;
  readonly readAs: (language: string, period: string) => string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  /** The right figure beside a claim that does not hold. */
  readonly rightly: string;
  /** Between figures that different readings lead to. */
  readonly or: string;
  readonly open: (openness: Openness) => string;
  readonly yes: string;
  readonly no: string;
  readonly place: (rank: string) => string;
  readonly years: (count: number) => string;
  readonly points: (number: string) => string;
  readonly none: string;
  readonly summary: (counts: Readonly<Record<Verdict, number>>) => string;
  readonly noClaims: string;
  /** The text speaks of distant export, and the figures are of all destinations. */
  readonly scopeNote: string;
}

const nl: VerificationWords = {
  title: (name) => `Uitspraken in ${name}`,
  language: { nl: "Nederlands", fr: "Frans", de: "Duits", en: "Engels" },
  readAs: (language, period) => `gelezen als ${language}, over ${period}`,
  verdict: { holds: "klopt", "does-not-hold": "klopt niet", "cannot-be-judged": "niet te beoordelen" },
  rightly: "juist is",
  or: "of",
  open: (openness) => {
    switch (openness.kind) {
      case "foreign":
        return `gaat over “${openness.word}”; dat zeggen de certificaten niet`;
      case "forecast":
        return `gaat over wat nog komt (“${openness.word}”)`;
      case "unread":
        return `bevat woorden die de betekenis kunnen keren en die niet gelezen worden (“${openness.word}”)`;
      case "no-subject":
        return "de zin zegt niet waarvan dit het cijfer is";
      case "several-destinations":
        return "de zin noemt verschillende landen en zegt niet welk dit cijfer heeft";
      case "no-window":
        return "een overtreffende trap zonder periode (in hoeveel jaar, of sinds wanneer?)";
      case "not-on-file":
        return "daarover zijn er geen volledige gegevens";
      case "ambiguous":
        return "de zin laat open wat bedoeld is, en dat maakt verschil";
    }
  },
  yes: "ja",
  no: "neen",
  place: (rank) => `plaats ${rank}`,
  years: (count) => `${count} jaar`,
  points: (number) => `${number} procentpunt`,
  none: "geen",
  summary: (counts) =>
    `${counts.holds} ${counts.holds === 1 ? "uitspraak klopt" : "uitspraken kloppen"}, ${counts["does-not-hold"]} niet, ${counts["cannot-be-judged"]} niet te beoordelen.`,
  noClaims: "De tekst bevat geen enkel cijfer en geen overtreffende trap die te toetsen is.",
  scopeNote:
    "De tekst spreekt over export buiten de Europese Unie; de cijfers hier zijn van alle bestemmingen. Met --scope distant zijn het die van de verre export.",
};

const fr: VerificationWords = {
  title: (name) => `Affirmations de ${name}`,
  language: { nl: "néerlandais", fr: "français", de: "allemand", en: "anglais" },
  readAs: (language, period) => `lu en ${language}, à propos de ${period}`,
  verdict: { holds: "exact", "does-not-hold": "inexact", "cannot-be-judged": "indécidable" },
  rightly: "il faut",
  or: "ou",
  open: (openness) => {
    switch (openness.kind) {
      case "foreign":
        return `parle de « ${openness.word} », ce que les certificats ne disent pas`;
      case "forecast":
        return `parle de l'avenir (« ${openness.word} »)`;
      case "unread":
        return `contient des mots qui peuvent renverser le sens et qui ne sont pas lus (« ${openness.word} »)`;
      case "no-subject":
        return "la phrase ne dit pas de quoi c'est le chiffre";
      case "several-destinations":
        return "la phrase cite plusieurs pays sans dire auquel va ce chiffre";
      case "no-window":
        return "un superlatif sans période (en combien d'années, ou depuis quand ?)";
      case "not-on-file":
        return "il n'y a pas de données complètes à ce sujet";
      case "ambiguous":
        return "la phrase laisse ouvert ce qui est visé, et cela change le résultat";
    }
  },
  yes: "oui",
  no: "non",
  place: (rank) => `rang ${rank}`,
  years: (count) => (count < 2 ? `${count} an` : `${count} ans`),
  points: (number) => `${number} points de pourcentage`,
  none: "aucune",
  summary: (counts) =>
    `${counts.holds} ${counts.holds < 2 ? "affirmation exacte" : "affirmations exactes"}, ${counts["does-not-hold"]} ${counts["does-not-hold"] < 2 ? "inexacte" : "inexactes"}, ${counts["cannot-be-judged"]} ${counts["cannot-be-judged"] < 2 ? "indécidable" : "indécidables"}.`,
  noClaims: "Le texte ne contient ni chiffre ni superlatif à vérifier.",
  scopeNote:
    "Le texte parle d'exportations hors de l'Union européenne ; les chiffres sont ceux de toutes les destinations. Avec --scope distant, ce sont ceux de la grande exportation.",
};

const de: VerificationWords = {
  title: (name) => `Aussagen in ${name}`,
  language: { nl: "Niederländisch", fr: "Französisch", de: "Deutsch", en: "Englisch" },
  readAs: (language, period) => `gelesen als ${language}, über ${period}`,
  verdict: { holds: "stimmt", "does-not-hold": "stimmt nicht", "cannot-be-judged": "nicht zu beurteilen" },
  rightly: "richtig ist",
  or: "oder",
  open: (openness) => {
    switch (openness.kind) {
      case "foreign":
        return `handelt von „${openness.word}“; das sagen die Ursprungszeugnisse nicht`;
      case "forecast":
        return `handelt von Künftigem („${openness.word}“)`;
      case "unread":
        return `enthält Wörter, die den Sinn umkehren können und nicht gelesen werden („${openness.word}“)`;
      case "no-subject":
        return "der Satz sagt nicht, wovon das die Zahl ist";
      case "several-destinations":
        return "der Satz nennt mehrere Länder und sagt nicht, zu welchem die Zahl gehört";
      case "no-window":
        return "ein Superlativ ohne Zeitraum (in wie vielen Jahren, oder seit wann?)";
      case "not-on-file":
        return "darüber liegen keine vollständigen Daten vor";
      case "ambiguous":
        return "der Satz lässt offen, was gemeint ist, und das macht einen Unterschied";
    }
  },
  yes: "ja",
  no: "nein",
  place: (rank) => `Platz ${rank}`,
  years: (count) => (count === 1 ? "1 Jahr" : `${count} Jahre`),
  points: (number) => `${number} Prozentpunkte`,
  none: "keine",
  summary: (counts) =>
    `${counts.holds} ${counts.holds === 1 ? "Aussage stimmt" : "Aussagen stimmen"}, ${counts["does-not-hold"]} nicht, ${counts["cannot-be-judged"]} nicht zu beurteilen.`,
  noClaims: "Der Text enthält keine Zahl und keinen Superlativ, die zu prüfen wären.",
  scopeNote:
    "Der Text spricht von Exporten außerhalb der Europäischen Union; die Zahlen gelten für alle Bestimmungsländer. Mit --scope distant gelten sie für Drittländer.",
};

const en: VerificationWords = {
  title: (name) => `Claims in ${name}`,
  language: { nl: "Dutch", fr: "French", de: "German", en: "English" },
  readAs: (language, period) => `read as ${language}, about ${period}`,
  verdict: { holds: "holds", "does-not-hold": "does not hold", "cannot-be-judged": "cannot be judged" },
  rightly: "it is",
  or: "or",
  open: (openness) => {
    switch (openness.kind) {
      case "foreign":
        return `it speaks of “${openness.word}”, which the certificates do not tell`;
      case "forecast":
        return `it speaks of what is to come (“${openness.word}”)`;
      case "unread":
        return `it has words that may turn its meaning and are not read (“${openness.word}”)`;
      case "no-subject":
        return "the sentence does not say what this is the figure of";
      case "several-destinations":
        return "the sentence names several countries and does not say whose figure this is";
      case "no-window":
        return "a superlative without a period (in how many years, or since when?)";
      case "not-on-file":
        return "there are no complete data about it";
      case "ambiguous":
        return "the sentence leaves open what is meant, and that makes a difference";
    }
  },
  yes: "yes",
  no: "no",
  place: (rank) => `rank ${rank}`,
  years: (count) => (count === 1 ? "1 year" : `${count} years`),
  points: (number) => `${number} percentage points`,
  none: "none",
  summary: (counts) =>
    `${counts.holds} ${counts.holds === 1 ? "claim holds" : "claims hold"}, ${counts["does-not-hold"]} ${counts["does-not-hold"] === 1 ? "does" : "do"} not, ${counts["cannot-be-judged"]} cannot be judged.`,
  noClaims: "The text has no figure and no superlative that could be checked.",
  scopeNote:
    "The text speaks of exports outside the European Union; these figures are of all destinations. --scope distant gives those of distant export.",
};

export const VERIFICATION_WORDS: Readonly<Record<Language, VerificationWords>> = { nl, fr, de, en };
