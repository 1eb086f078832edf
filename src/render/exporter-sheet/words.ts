import type { ExporterSize } from "../../domain/certificate.ts";
import type { Within } from "../../domain/exporter.ts";
import type { Language } from "../../domain/language.ts";
import type { Metric } from "../../domain/metric.ts";

/** The words of an exporter's sheet, which speaks to the exporter. Numbers, days, names and places arrive written. */
export interface SheetWords {
  /** The years over which headings and markets are compared, in a sentence. */
  readonly years: (from: number, to: number) => string;
  readonly title: (year: number) => string;
  readonly number: (number: string) => string;
  readonly size: Readonly<Record<ExporterSize, string>>;
  /** The days of its first and last certificate. */
  readonly onFile: (first: string, last: string) => string;
  /** Headings of columns. */
  readonly column: {
    readonly product: string;
    readonly since: string;
    readonly similarValue: (currency: string) => string;
  };
  readonly products: {
    readonly heading: string;
    readonly caption: (year: number) => string;
    readonly none: string;
    readonly note: string;
  };
  readonly standing: {
    readonly heading: string;
    /** As a sentence begins with it. */
    readonly within: Readonly<Record<Within, (name: string) => string>>;
    /** `before`: the place in the year before, written by `placeBefore`, or nothing. */
    readonly place: Readonly<Record<Metric, (rank: string, of: string, before: string) => string>>;
    readonly placeBefore: (year: number, rank: string, of: string) => string;
    readonly none: string;
    readonly tooFew: (within: string, fewest: number) => string;
  };
  readonly markets: {
    readonly heading: string;
    readonly caption: (year: number) => string;
    /** `to`: the destination with its preposition. */
    readonly sentence: (year: number, exporters: string, similar: string, to: string) => string;
    readonly noMarket: (similar: string, fewest: number) => string;
    readonly tooFew: (fewest: number) => string;
    readonly noProducts: string;
    /** What the columns are, and what a dash is. */
    readonly note: (years: string) => string;
  };
  readonly method: {
    readonly heading: string;
    readonly similar: (years: string, year: number, share: string) => string;
    readonly certificates: string;
    readonly disclosure: (fewest: number, dominance: string) => string;
  };
}

const nl: SheetWords = {
  years: (from, to) => (from === to ? `in ${to}` : `van ${from} tot en met ${to}`),
  title: (year) => `Uw export met certificaat van oorsprong in ${year}`,
  number: (number) => `ondernemingsnummer ${number}`,
  size: {
    micro: "micro-onderneming",
    small: "kleine onderneming",
    medium: "middelgrote onderneming",
    large: "grote onderneming",
  },
  onFile: (first, last) => `eerste certificaat in de gegevens: ${first}; laatste: ${last}`,
  column: {
    product: "HS-post",
    since: "sinds",
    similarValue: (currency) => `hun waarde (${currency})`,
  },
  products: {
    heading: "Producten",
    caption: (year) => `Uw producten in ${year}`,
    none: "Uw certificaten vermelden geen HS-codes.",
    note: "Posten van het geharmoniseerd systeem (HS, vier cijfers), met hun Engelse omschrijving.",
  },
  standing: {
    heading: "Uw plaats",
    within: {
      theme: (name) => `Binnen het thema ${name}`,
      hs2: (name) => `Binnen HS-hoofdstuk ${name}`,
      hs4: (name) => `Binnen HS-post ${name}`,
    },
    place: {
      goods_value: (rank, of, before) => `naar goederenwaarde plaats ${rank} van ${of} exporteurs${before}`,
      certificates: (rank, of, before) => `naar aantal certificaten plaats ${rank} van ${of} exporteurs${before}`,
    },
    placeBefore: (year, rank, of) => ` (${year}: ${rank} van ${of})`,
    none: "Uw certificaten van dit jaar vallen onder geen HS-code waarbinnen een plaats te bepalen is.",
    tooFew: (within, fewest) =>
      `${within} zijn er minder dan ${fewest} andere exporteurs: een plaats wordt niet vermeld.`,
  },
  markets: {
    heading: "Markten van gelijkaardige exporteurs",
    caption: (year) => `Waar gelijkaardige exporteurs in ${year} leverden en u niet`,
    sentence: (year, exporters, similar, to) =>
      `In ${year} leverden ${exporters} van de ${similar} exporteurs met gelijkaardige producten ook ${to}; u niet.`,
    noMarket: (similar, fewest) =>
      `Er zijn ${similar} exporteurs met gelijkaardige producten; geen markt die u niet bedient, heeft er ${fewest} of meer.`,
    tooFew: (fewest) =>
      `Er zijn minder dan ${fewest} exporteurs met gelijkaardige producten: over hun markten wordt niets vermeld.`,
    noProducts: "Zonder HS-posten is niet te zeggen welke exporteurs gelijkaardige producten hebben.",
    note: (years) =>
      `Markten waarvoor u ${years} geen certificaat hebt. Exporteurs: de gelijkaardige die er leverden, en hun aandeel in alle gelijkaardige; hun waarde is afgerond. Groei: van de goederenwaarde van alle exporteurs van de kamer naar die markt, tegenover het jaar voordien. Een streepje staat waar een cijfer te veel over één onderneming zou zeggen, of niet te bepalen is.`,
  },
  method: {
    heading: "Hoe dit te lezen",
    similar: (years, year, share) =>
      `Gelijkaardige exporteurs: van de HS-posten die zij of u ${years} uitvoerden, is ten minste ${share} gemeenschappelijk (Jaccard-index). Zij hadden in ${year} certificaten.`,
    certificates:
      "Een certificaat van oorsprong is niet voor elke zending nodig: uitvoer zonder certificaat staat hier niet in. Een lijst van markten is geen advies.",
    disclosure: (fewest, dominance) =>
      `Geen cijfer over anderen gaat over minder dan ${fewest} ondernemingen. Een bedrag staat er alleen als de grootste onderneming ten hoogste ${dominance} heeft van wat er zonder de tweede grootste is, en als hetzelfde geldt voor wat het van het totaal van de markt overlaat; het is afgerond op twee cijfers. Wat u zelf uitvoert, is er niet bij.`,
  },
};

const fr: SheetWords = {
  years: (from, to) => (from === to ? `en ${to}` : `de ${from} à ${to}`),
  title: (year) => `Vos exportations avec certificat d'origine en ${year}`,
  number: (number) => `numéro d'entreprise ${number}`,
  size: {
    micro: "micro-entreprise",
    small: "petite entreprise",
    medium: "moyenne entreprise",
    large: "grande entreprise",
  },
  onFile: (first, last) => `premier certificat dans les données\u00A0: ${first}\u00A0; dernier\u00A0: ${last}`,
  column: {
    product: "position SH",
    since: "depuis",
    similarValue: (currency) => `leur valeur (${currency})`,
  },
  products: {
    heading: "Produits",
    caption: (year) => `Vos produits en ${year}`,
    none: "Vos certificats n'indiquent pas de codes SH.",
    note: "Positions du Système harmonisé (SH, quatre chiffres), avec leur libellé anglais.",
  },
  standing: {
    heading: "Votre place",
    within: {
      theme: (name) => `Dans le thème ${name}`,
      hs2: (name) => `Dans le chapitre SH ${name}`,
      hs4: (name) => `Dans la position SH ${name}`,
    },
    place: {
      goods_value: (rank, of, before) => `par valeur des marchandises, place ${rank} sur ${of} exportateurs${before}`,
      certificates: (rank, of, before) => `par nombre de certificats, place ${rank} sur ${of} exportateurs${before}`,
    },
    placeBefore: (year, rank, of) => ` (${year}\u00A0: ${rank} sur ${of})`,
    none: "Vos certificats de cette année ne relèvent d'aucun code SH dans lequel une place puisse être déterminée.",
    tooFew: (within, fewest) =>
      `${within}, il y a moins de ${fewest} autres exportateurs\u00A0: aucune place n'est indiquée.`,
  },
  markets: {
    heading: "Marchés des exportateurs similaires",
    caption: (year) => `Où des exportateurs similaires ont livré en ${year}, et vous non`,
    sentence: (year, exporters, similar, to) =>
      `En ${year}, ${exporters} des ${similar} exportateurs de produits similaires ont aussi exporté ${to}\u00A0; vous non.`,
    noMarket: (similar, fewest) =>
      `Il y a ${similar} exportateurs de produits similaires\u00A0; aucun marché que vous ne desservez pas n'en compte ${fewest} ou plus.`,
    tooFew: (fewest) =>
      `Il y a moins de ${fewest} exportateurs de produits similaires\u00A0: rien n'est indiqué de leurs marchés.`,
    noProducts: "Sans positions SH, on ne peut dire quels exportateurs ont des produits similaires.",
    note: (years) =>
      `Marchés pour lesquels vous n'avez aucun certificat ${years}. Exportateurs\u00A0: les similaires qui y ont exporté, et leur part de tous les similaires\u00A0; leur valeur est arrondie. Croissance\u00A0: celle de la valeur des marchandises de tous les exportateurs de la chambre vers ce marché, par rapport à l'année précédente. Un tiret signale un chiffre qui en dirait trop sur une entreprise, ou qui n'est pas défini.`,
  },
  method: {
    heading: "Comment lire cette fiche",
    similar: (years, year, share) =>
      `Exportateurs similaires\u00A0: des positions SH qu'ils ont ou que vous avez exportées ${years}, ${share} au moins sont communes (indice de Jaccard). Ils ont eu des certificats en ${year}.`,
    certificates:
      "Un certificat d'origine n'est pas nécessaire à chaque envoi\u00A0: les exportations sans certificat ne figurent pas ici. Une liste de marchés n'est pas un conseil.",
    disclosure: (fewest, dominance) =>
      `Aucun chiffre sur d'autres ne porte sur moins de ${fewest} entreprises. Un montant n'est indiqué que si la plus grande entreprise fait au plus ${dominance} de ce qui reste sans la deuxième, et s'il en va de même de ce qu'il laisse du total du marché\u00A0; il est arrondi à deux chiffres. Ce que vous exportez n'y est pas compris.`,
  },
};

const de: SheetWords = {
  years: (from, to) => (from === to ? String(to) : `von ${from} bis ${to}`),
  title: (year) => `Ihr Export mit Ursprungszeugnis ${year}`,
  number: (number) => `Unternehmensnummer ${number}`,
  size: {
    micro: "Kleinstunternehmen",
    small: "kleines Unternehmen",
    medium: "mittleres Unternehmen",
    large: "großes Unternehmen",
  },
  onFile: (first, last) => `erstes Zeugnis in den Daten: ${first}; letztes: ${last}`,
  column: {
    product: "HS-Position",
    since: "seit",
    similarValue: (currency) => `ihr Wert (${currency})`,
  },
  products: {
    heading: "Waren",
    caption: (year) => `Ihre Waren ${year}`,
    none: "Ihre Zeugnisse nennen keine HS-Codes.",
    note: "Positionen des Harmonisierten Systems (HS, vier Stellen), mit ihrer englischen Bezeichnung.",
  },
  standing: {
    heading: "Ihr Platz",
    within: {
      theme: (name) => `Im Thema ${name}`,
      hs2: (name) => `Im HS-Kapitel ${name}`,
      hs4: (name) => `In der HS-Position ${name}`,
    },
    place: {
      goods_value: (rank, of, before) => `nach Warenwert Platz ${rank} von ${of} Ausführern${before}`,
      certificates: (rank, of, before) => `nach Zahl der Zeugnisse Platz ${rank} von ${of} Ausführern${before}`,
    },
    placeBefore: (year, rank, of) => ` (${year}: ${rank} von ${of})`,
    none: "Ihre Zeugnisse dieses Jahres fallen unter keinen HS-Code, in dem ein Platz zu bestimmen ist.",
    tooFew: (within, fewest) =>
      `${within} gibt es weniger als ${fewest} andere Ausführer: Ein Platz wird nicht genannt.`,
  },
  markets: {
    heading: "Märkte ähnlicher Ausführer",
    caption: (year) => `Wohin ähnliche Ausführer ${year} lieferten und Sie nicht`,
    sentence: (year, exporters, similar, to) =>
      `${year} lieferten ${exporters} der ${similar} Ausführer mit ähnlichen Waren auch ${to}; Sie nicht.`,
    noMarket: (similar, fewest) =>
      `Es gibt ${similar} Ausführer mit ähnlichen Waren; kein Markt, den Sie nicht beliefern, hat ${fewest} oder mehr von ihnen.`,
    tooFew: (fewest) =>
      `Es gibt weniger als ${fewest} Ausführer mit ähnlichen Waren: Über ihre Märkte wird nichts gesagt.`,
    noProducts: "Ohne HS-Positionen lässt sich nicht sagen, welche Ausführer ähnliche Waren haben.",
    note: (years) =>
      `Märkte, für die Sie ${years} kein Zeugnis haben. Ausführer: die ähnlichen, die dorthin lieferten, und ihr Anteil an allen ähnlichen; ihr Wert ist gerundet. Wachstum: das des Warenwerts aller Ausführer der Kammer in diesem Markt gegenüber dem Vorjahr. Ein Strich steht, wo eine Zahl zu viel über ein einzelnes Unternehmen sagen würde oder nicht bestimmt ist.`,
  },
  method: {
    heading: "Wie dies zu lesen ist",
    similar: (years, year, share) =>
      `Ähnliche Ausführer: Von den HS-Positionen, die sie oder Sie ${years} ausführten, sind mindestens ${share} gemeinsam (Jaccard-Index). Sie hatten ${year} Zeugnisse.`,
    certificates:
      "Ein Ursprungszeugnis ist nicht für jede Sendung nötig: Ausfuhren ohne Zeugnis stehen hier nicht. Eine Liste von Märkten ist kein Rat.",
    disclosure: (fewest, dominance) =>
      `Keine Zahl über andere betrifft weniger als ${fewest} Unternehmen. Ein Betrag steht nur da, wenn das größte Unternehmen höchstens ${dominance} dessen hat, was ohne das zweitgrößte bleibt, und wenn dasselbe für das gilt, was er von der Summe des Marktes übrig lässt; er ist auf zwei Stellen gerundet. Was Sie selbst ausführen, ist nicht dabei.`,
  },
};

const en: SheetWords = {
  years: (from, to) => (from === to ? `in ${to}` : `from ${from} to ${to}`),
  title: (year) => `Your exports with a certificate of origin in ${year}`,
  number: (number) => `enterprise number ${number}`,
  size: {
    micro: "micro enterprise",
    small: "small enterprise",
    medium: "medium-sized enterprise",
    large: "large enterprise",
  },
  onFile: (first, last) => `first certificate on file: ${first}; last: ${last}`,
  column: {
    product: "HS heading",
    since: "since",
    similarValue: (currency) => `their value (${currency})`,
  },
  products: {
    heading: "Products",
    caption: (year) => `Your products in ${year}`,
    none: "Your certificates state no HS codes.",
    note: "Headings of the Harmonized System (HS, four digits).",
  },
  standing: {
    heading: "Your place",
    within: {
      theme: (name) => `Within the theme ${name}`,
      hs2: (name) => `Within HS chapter ${name}`,
      hs4: (name) => `Within HS heading ${name}`,
    },
    place: {
      goods_value: (rank, of, before) => `by goods value place ${rank} of ${of} exporters${before}`,
      certificates: (rank, of, before) => `by number of certificates place ${rank} of ${of} exporters${before}`,
    },
    placeBefore: (year, rank, of) => ` (${year}: ${rank} of ${of})`,
    none: "Your certificates of this year fall under no HS code within which a place can be told.",
    tooFew: (within, fewest) => `${within} there are fewer than ${fewest} other exporters: no place is told.`,
  },
  markets: {
    heading: "Markets of similar exporters",
    caption: (year) => `Where similar exporters shipped in ${year} and you did not`,
    sentence: (year, exporters, similar, to) =>
      `In ${year}, ${exporters} of ${similar} exporters with similar products also shipped ${to}; you did not.`,
    noMarket: (similar, fewest) =>
      `There are ${similar} exporters with similar products; no market that you do not serve has ${fewest} or more of them.`,
    tooFew: (fewest) =>
      `There are fewer than ${fewest} exporters with similar products: nothing is told of their markets.`,
    noProducts: "Without HS headings it cannot be said which exporters have similar products.",
    note: (years) =>
      `Markets for which you have no certificate ${years}. Exporters: the similar ones that shipped there, and their share of all similar ones; their value is rounded. Growth: of the goods value of all exporters of the chamber to that market, over the year before. A dash stands where a figure would say too much about one firm, or is undefined.`,
  },
  method: {
    heading: "How to read this",
    similar: (years, year, share) =>
      `Similar exporters: of the HS headings that they or you exported ${years}, at least ${share} are common to both (Jaccard index). They had certificates in ${year}.`,
    certificates:
      "Not every consignment needs a certificate of origin: exports without one are not in here. A list of markets is no advice.",
    disclosure: (fewest, dominance) =>
      `No figure about others is of fewer than ${fewest} firms. An amount is told only when the largest firm has at most ${dominance} of what is left without the second largest, and when the same holds of what it leaves of the market's total; it is rounded to two digits. What you export yourself is not in it.`,
  },
};

const ALL: Readonly<Record<Language, SheetWords>> = { nl, fr, de, en };

export function sheetWordsOf(language: Language): SheetWords {
  return ALL[language];
}
