import type { Language } from "../../domain/language.ts";
import { COUNTING_POLICY } from "../../domain/policy.ts";

type Rule = (typeof COUNTING_POLICY)[number]["id"];

/** The counting policy as `domain/policy.ts` states it, in the other languages. */
const TRANSLATIONS: Readonly<Record<Exclude<Language, "en">, Readonly<Record<Rule, string>>>> = {
  nl: {
    period: "De periode van een certificaat is het kalenderjaar (kwartaal, maand) van zijn datum van afgifte.",
    counts:
      "Een certificaat telt als zijn status afgegeven is en geen afgegeven certificaat van dezelfde of een latere datum het vervangt.",
    copies:
      "Rijen van één kamer en certificaatnummer die in elk gelezen veld overeenstemmen, zijn dubbels: ze tellen één keer.",
    lines:
      "Rijen die in datum, bestemming, exporteur en status overeenstemmen, zijn regels van één certificaat: het telt één keer, de waarden worden opgeteld.",
    conflicts:
      "Rijen die elkaar daarin tegenspreken, zijn een probleem; de laatste datum telt, daarna de eerste volgens status, bestemming en exporteur, nooit volgens de volgorde van de invoer.",
    cycles:
      "Afgegeven certificaten van één dag die elkaar in een kring vervangen, zijn een probleem: geen ervan telt, en geen ervan vervangt een ander.",
    "cross-border":
      "Waar kamers samen worden bekeken, telt een certificaat dat meer dan één kamer heeft (zelfde exporteursnummer, datum van afgifte, bestemming en waarde in eigen munt) één keer, bij de eerste kamer volgens id, of bij elke met --count-both.",
    value:
      "De goederenwaarde is de som over de getelde certificaten; elke rij wordt omgerekend tegen de referentiekoers van de ECB op haar datum van afgifte, of de laatste in de tien dagen ervoor (31 voor eigen koersen, --rates), afgerond op de cent.",
    "no-value": "Certificaten zonder waarde tellen, en worden vermeld.",
    distant:
      "Verre export is een bestemming buiten de Europese Unie op de datum van afgifte; --eu current of --eu JJJJ-MM-DD legt één samenstelling vast voor alle jaren.",
    complete:
      "Een laatste jaar dat niet tot het einde gedekt is, wordt vergeleken met dezelfde maanden van het jaar ervoor, nooit met het volledige jaar.",
  },
  fr: {
    period: "La période d'un certificat est l'année civile (le trimestre, le mois) de sa date de délivrance.",
    counts:
      "Un certificat compte lorsque son statut est délivré et qu'aucun certificat délivré à la même date ou plus tard ne le remplace.",
    copies:
      "Les lignes d'une même chambre et d'un même numéro de certificat qui concordent dans tous les champs lus sont des copies : elles comptent une fois.",
    lines:
      "Les lignes qui concordent par la date, la destination, l'exportateur et le statut sont des lignes d'un seul certificat : il compte une fois, les valeurs s'additionnent.",
    conflicts:
      "Les lignes qui s'y contredisent sont un problème ; la date la plus récente compte, puis la première selon le statut, la destination et l'exportateur, jamais selon l'ordre des fichiers.",
    cycles:
      "Les certificats délivrés le même jour qui se remplacent en cercle sont un problème : aucun ne compte et aucun n'en remplace un autre.",
    "cross-border":
      "Lorsque des chambres sont réunies, un certificat qui se trouve à plusieurs (mêmes numéro d'exportateur, date de délivrance, destination et valeur dans sa monnaie) compte une fois, à la première chambre selon l'identifiant, ou à chacune avec --count-both.",
    value:
      "La valeur des marchandises est la somme sur les certificats comptés ; chaque ligne est convertie au taux de référence de la BCE de sa date de délivrance, ou au dernier des dix jours précédents (31 pour des taux propres, --rates), arrondie au centime.",
    "no-value": "Les certificats sans valeur comptent, et sont signalés.",
    distant:
      "La grande exportation est une destination hors de l'Union européenne à la date de délivrance ; --eu current ou --eu AAAA-MM-JJ fixe une même composition pour toutes les années.",
    complete:
      "Une dernière année qui n'est pas couverte jusqu'à la fin est comparée aux mêmes mois de l'année précédente, jamais à l'année entière.",
  },
  de: {
    period: "Der Zeitraum eines Zeugnisses ist das Kalenderjahr (Quartal, der Monat) seines Ausstellungstages.",
    counts:
      "Ein Zeugnis zählt, wenn sein Status ausgestellt ist und kein am selben Tag oder später ausgestelltes Zeugnis es ersetzt.",
    copies:
      "Zeilen einer Kammer und Zeugnisnummer, die in jedem gelesenen Feld übereinstimmen, sind Kopien: Sie zählen einmal.",
    lines:
      "Zeilen, die in Datum, Bestimmungsland, Ausführer und Status übereinstimmen, sind Zeilen eines Zeugnisses: Es zählt einmal, die Werte werden addiert.",
    conflicts:
      "Zeilen, die sich darin widersprechen, sind ein Problem; das späteste Datum zählt, dann die erste nach Status, Bestimmungsland und Ausführer, nie nach der Reihenfolge der Eingabe.",
    cycles:
      "Am selben Tag ausgestellte Zeugnisse, die einander im Kreis ersetzen, sind ein Problem: Keines zählt, und keines ersetzt ein anderes.",
    "cross-border":
      "Wo Kammern zusammengenommen werden, zählt ein Zeugnis, das mehreren vorliegt (gleiche Ausführernummer, Ausstellungstag, Bestimmungsland und Wert in eigener Währung), einmal, bei der nach Kennung ersten Kammer, oder bei jeder mit --count-both.",
    value:
      "Der Warenwert ist die Summe über die gezählten Zeugnisse; jede Zeile wird zum Referenzkurs der EZB ihres Ausstellungstages umgerechnet, oder zum letzten der zehn Tage davor (31 bei eigenen Kursen, --rates), gerundet auf den Cent.",
    "no-value": "Zeugnisse ohne Wert zählen und werden ausgewiesen.",
    distant:
      "Fernausfuhr ist ein Bestimmungsland außerhalb der Europäischen Union am Ausstellungstag; --eu current oder --eu JJJJ-MM-TT legt eine Zusammensetzung für alle Jahre fest.",
    complete:
      "Ein letztes Jahr, das nicht bis zum Ende abgedeckt ist, wird mit denselben Monaten des Vorjahres verglichen, nie mit dem ganzen Jahr.",
  },
};

/** The counting policy, rule by rule. */
export function policyTexts(language: Language): readonly string[] {
  return COUNTING_POLICY.map(({ id, text }) => (language === "en" ? text : TRANSLATIONS[language][id]));
}
