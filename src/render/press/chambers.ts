import type { Language } from "../../domain/language.ts";
import type { Phrasings, PressTools } from "./sentences.ts";

/** What a chamber is of its group, as the text prints it. */
export interface PrintedPart {
  readonly name: string;
  readonly certificates: string;
  readonly certificatesShare: string;
  /** `null` when no value is known. */
  readonly valueShare: string | null;
  /** Its contribution to the growth of certificates in percentage points, without its sign; `null` when there is no growth. */
  readonly points: string | null;
  readonly falls: boolean;
}

/** The sentences about chambers that publish together. */
export interface ChamberSentences {
  readonly certificates: (parts: readonly PrintedPart[]) => Phrasings;
  readonly values: (parts: readonly PrintedPart[]) => Phrasings;
  readonly contributions: (parts: readonly PrintedPart[]) => Phrasings;
  /** How many certificates two chambers have; `both`: they count at both. */
  readonly crossBorder: (count: number, both: boolean) => Phrasings;
}

const nl = ({ list, when, count }: PressTools): ChamberSentences => ({
  certificates: (parts) => {
    const named = list(parts.map((part) => `${part.certificates} van ${part.name} (${part.certificatesShare})`));
    return [
      `Van de certificaten ${when} zijn er ${named}.`,
      `De certificaten ${when} zijn over de kamers verdeeld als volgt: ${named}.`,
    ];
  },
  values: (parts) => {
    const named = list(parts.map((part) => `${part.valueShare ?? ""} voor ${part.name}`));
    return [`Het aandeel in de goederenwaarde bedraagt ${named}.`, `In de goederenwaarde is het aandeel ${named}.`];
  },
  contributions: (parts) => {
    const named = list(parts.map(({ name, points, falls }) => `${name} ${falls ? "min " : ""}${points ?? ""}`));
    return [
      `Tot de groei van het aantal certificaten droegen ${named} bij.`,
      `De bijdragen tot de groei van het aantal certificaten zijn: ${named}.`,
    ];
  },
  crossBorder: (number, both) => {
    const counted = both ? "bij beide kamers" : "één keer";
    return number === 1
      ? [
          `Eén certificaat is bij twee kamers bekend; het telt ${counted}.`,
          `Het ene certificaat dat twee kamers kennen, telt ${counted}.`,
        ]
      : [
          `${count(number)} certificaten zijn bij twee kamers bekend; elk telt ${counted}.`,
          `De ${count(number)} certificaten die twee kamers kennen, tellen elk ${counted}.`,
        ];
  },
});

const fr = ({ list, when, count }: PressTools): ChamberSentences => ({
  certificates: (parts) => {
    const named = list(parts.map((part) => `${part.certificates} de ${part.name} (${part.certificatesShare})`));
    return [
      `Parmi les certificats délivrés ${when}, on en compte ${named}.`,
      `Les certificats délivrés ${when} se répartissent entre les chambres comme suit : ${named}.`,
    ];
  },
  values: (parts) => {
    const named = list(parts.map((part) => `${part.valueShare ?? ""} pour ${part.name}`));
    return [
      `La part dans la valeur des marchandises est de ${named}.`,
      `Dans la valeur des marchandises, la part s'élève à ${named}.`,
    ];
  },
  contributions: (parts) => {
    const named = list(parts.map(({ name, points, falls }) => `${name} pour ${falls ? "moins " : ""}${points ?? ""}`));
    return [
      `À la croissance du nombre de certificats contribuent ${named}.`,
      `La croissance du nombre de certificats se décompose ainsi : ${named}.`,
    ];
  },
  crossBorder: (number, both) => {
    const counted = both ? "aux deux" : "une fois";
    return number === 1
      ? [
          `Un certificat se trouve à deux chambres ; il compte ${counted}.`,
          `Le seul certificat qui se trouve à deux chambres compte ${counted}.`,
        ]
      : [
          `${count(number)} certificats se trouvent à deux chambres ; chacun compte ${counted}.`,
          `Les ${count(number)} certificats qui se trouvent à deux chambres comptent chacun ${counted}.`,
        ];
  },
});

const de = ({ list, when, count }: PressTools): ChamberSentences => ({
  certificates: (parts) => {
    const named = list(parts.map((part) => `${part.certificates} von ${part.name} (${part.certificatesShare})`));
    return [
      `Von den Zeugnissen ${when} stammen ${named}.`,
      `Die Zeugnisse ${when} verteilen sich wie folgt auf die Kammern: ${named}.`,
    ];
  },
  values: (parts) => {
    const named = list(parts.map((part) => `${part.valueShare ?? ""} auf ${part.name}`));
    return [`Vom Warenwert entfallen ${named}.`, `Der Warenwert verteilt sich zu ${named}.`];
  },
  contributions: (parts) => {
    const named = list(parts.map(({ name, points, falls }) => `${name} ${falls ? "minus " : ""}${points ?? ""}`));
    return [
      `Zum Wachstum der Zahl der Zeugnisse trugen ${named} bei.`,
      `Die Beiträge zum Wachstum der Zahl der Zeugnisse sind: ${named}.`,
    ];
  },
  crossBorder: (number, both) => {
    const counted = both ? "bei beiden" : "einmal";
    return number === 1
      ? [
          `Ein Zeugnis liegt bei zwei Kammern vor; es zählt ${counted}.`,
          `Das eine Zeugnis, das bei zwei Kammern vorliegt, zählt ${counted}.`,
        ]
      : [
          `${count(number)} Zeugnisse liegen bei zwei Kammern vor; jedes zählt ${counted}.`,
          `Die ${count(number)} Zeugnisse, die bei zwei Kammern vorliegen, zählen je ${counted}.`,
        ];
  },
});

const en = ({ list, when, count }: PressTools): ChamberSentences => ({
  certificates: (parts) => {
    const named = list(parts.map((part) => `${part.certificates} by ${part.name} (${part.certificatesShare})`));
    return [
      `Of the certificates ${when}, ${named} were issued.`,
      `The certificates ${when} were issued as follows: ${named}.`,
    ];
  },
  values: (parts) => {
    const named = list(parts.map((part) => `${part.valueShare ?? ""} for ${part.name}`));
    return [`The share of the goods value is ${named}.`, `Of the goods value, the share is ${named}.`];
  },
  contributions: (parts) => {
    const named = list(parts.map(({ name, points, falls }) => `${name} ${falls ? "minus " : ""}${points ?? ""}`));
    return [
      `To the growth in the number of certificates, the chambers contributed as follows: ${named}.`,
      `The contributions to the growth in the number of certificates are: ${named}.`,
    ];
  },
  crossBorder: (number, both) => {
    const counted = both ? "at both" : "once";
    return number === 1
      ? [
          `One certificate is at two chambers; it counts ${counted}.`,
          `The one certificate that two chambers have counts ${counted}.`,
        ]
      : [
          `${count(number)} certificates are at two chambers; each counts ${counted}.`,
          `The ${count(number)} certificates that two chambers have count ${counted} each.`,
        ];
  },
});

const ALL: Readonly<Record<Language, (tools: PressTools) => ChamberSentences>> = { nl, fr, de, en };

export function chamberSentences(language: Language, tools: PressTools): ChamberSentences {
  return ALL[language](tools);
}
