import type { Metric } from "../../domain/metric.ts";
import type { EuConvention } from "../../domain/scope.ts";
import { capital } from "./capital.ts";
import type { Change, ExactTotals, Move, PressSentences, PressTools, Trend } from "./sentences.ts";

type ByMetric = Readonly<Record<Metric, string>>;
const SUBJECT: ByMetric = { certificates: "le nombre de certificats", goods_value: "la valeur des marchandises" };
const IN_FULL: ByMetric = {
  certificates: "le nombre de certificats d'origine",
  goods_value: "la valeur des marchandises",
};
const OF: ByMetric = { certificates: "des certificats", goods_value: "de la valeur des marchandises" };
const OF_NUMBER: ByMetric = { certificates: "du nombre de certificats", goods_value: "de la valeur des marchandises" };
const BY: ByMetric = { certificates: "nombre de certificats", goods_value: "valeur des marchandises" };
const TREND = { up: "hausse", down: "baisse" } as const;
const ROSE = { up: "a augmenté", down: "a reculé" } as const;
const RISES = { up: "augmente", down: "recule" } as const;

/** The press text in French. Verbs are chosen so that no participle has to agree with a country. */
export function frenchSentences(tools: PressTools): PressSentences {
  const { when, before, inYear, bounds, scope, count, word, ordinal, list } = tools;
  const certificates = (number: number): string => (number === 1 ? "un certificat" : `${count(number)} certificats`);
  const inFull = (number: number): string => `${certificates(number)} d'origine`;
  const issued = (number: number): string => (number === 1 ? "a été délivré" : "ont été délivrés");
  const worth = (amount: string | null): string => (amount === null ? "" : `, représentant ${amount} de marchandises`);
  const que = (period: string): string => (/^[aeiou]/.test(period) ? `qu'${period}` : `que ${period}`);
  const than = (change: Change): string =>
    change.direction === "same"
      ? `${change.exact ? "" : "pratiquement "}autant ${que(before)}`
      : `${change.percent} de ${change.direction === "up" ? "plus" : "moins"} ${que(before)}`;
  const andThan = (change: Change | null): string => (change === null ? "" : `, soit ${than(change)}`);
  const strongest = (metric: Metric, { direction, years }: Trend): string =>
    `la plus forte ${TREND[direction]} ${OF_NUMBER[metric]}${bounds} en ${word(years)} ans`;
  const places = ({ from, to }: Move, first: boolean): string =>
    first ? `de la ${place(from)} place ${before} à la ${place(to)} ${when}` : `de la ${place(from)} à la ${place(to)}`;
  const totals = ({ certificates: number, amount }: ExactTotals): string =>
    `${certificates(number)}${amount === null ? "" : ` et ${amount}`}`;

  return {
    headline: {
      bothRecords: (number, amount, since) => [
        `Nombre et valeur records${bounds} depuis ${since} : ${number} certificats d'origine et ${amount} de marchandises ${when}`,
        `Certificats d'origine et valeur des marchandises : deux records${bounds} ${when}, dans une série qui débute en ${since}`,
      ],
      record: ({ metric, text }, change, since) => [
        metric === "certificates"
          ? `Nombre record${bounds} depuis ${since} : ${text} certificats d'origine délivrés ${when}`
          : `Valeur record${bounds} depuis ${since} : ${text} de marchandises sous certificat d'origine ${when}`,
        change === null || change.direction === "same"
          ? `${capital(IN_FULL[metric])} atteint ${when} un niveau record${bounds} depuis ${since}`
          : `${capital(IN_FULL[metric])} ${RISES[change.direction]} de ${change.percent} ${when} et atteint un niveau record${bounds} depuis ${since}`,
      ],
      overtaken: (metric, first, previous) => [
        `${capital(first.name)} ${first.plural ? "détrônent" : "détrône"} ${previous.name} ${when} comme première destination en ${BY[metric]}`,
        `${capital(first.name)} ${first.plural ? "prennent" : "prend"} ${when} la place ${previous.of} comme première destination en ${BY[metric]}`,
      ],
      strongest: (metric, { direction, percent }, years) => [
        `${capital(IN_FULL[metric])} ${RISES[direction]} de ${percent} ${when}, sa plus forte ${TREND[direction]}${bounds} en ${word(years)} ans`,
        `${capital(IN_FULL[metric])} connaît ${when} sa plus forte ${TREND[direction]}${bounds} en ${word(years)} ans : ${percent}`,
      ],
      change: (number, value) => [
        (number.direction === "same"
          ? `${number.exact ? "Autant" : "Pratiquement autant"} de certificats d'origine ${when} ${que(before)}`
          : `${number.direction === "up" ? "Plus" : "Moins"} de certificats d'origine ${when}`) +
          (value === null || value.direction === "same"
            ? ""
            : `, ${value.direction === number.direction ? "et" : "mais"} une valeur des marchandises en ${TREND[value.direction]}`),
        (number.direction === "same"
          ? `Le nombre de certificats d'origine reste ${number.exact ? "" : "pratiquement "}stable ${when}`
          : `Le nombre de certificats d'origine ${RISES[number.direction]} de ${number.percent} ${when}`) +
          (value === null || value.direction === "same"
            ? ""
            : `, la valeur des marchandises ${value.direction === number.direction ? "" : `${RISES[value.direction]} `}de ${value.percent}`),
      ],
      plain: (number, amount) => [
        `${capital(inFull(number))} ${number === 1 ? "délivré" : "délivrés"} ${when}${amount === null ? "" : `, pour ${amount} de marchandises`}`,
        `Le bilan ${when} : ${inFull(number)}${amount === null ? "" : ` et ${amount} de marchandises`}`,
      ],
      incomplete: (number) => [
        `${capital(inFull(number))} ${when}, d'après des données incomplètes`,
        `Données incomplètes : ${inFull(number)} à ce stade ${when}`,
      ],
    },
    issued: (number, change) => [
      `Au total, ${inFull(number)} ${issued(number)} ${when}${scope}${andThan(change)}.`,
      change === null || change.direction === "same"
        ? `Le nombre de certificats d'origine délivrés${scope} s'est établi ${when} à ${count(number)}${andThan(change)}.`
        : `Le nombre de certificats d'origine délivrés${scope} ${ROSE[change.direction]} de ${change.percent} ${when}, pour s'établir à ${count(number)}.`,
      `Le compteur s'est arrêté ${when} à ${inFull(number)}${scope}${andThan(change)}.`,
    ],
    value: (amount, change) => [
      `La valeur des marchandises s'est élevée à ${amount} ${when}${andThan(change)}.`,
      change === null || change.direction === "same"
        ? `La valeur des marchandises s'est établie à ${amount} ${when}${andThan(change)}.`
        : `La valeur des marchandises ${ROSE[change.direction]} de ${change.percent} ${when}, pour s'établir à ${amount}.`,
      `La valeur totale des marchandises s'est chiffrée à ${amount} ${when}${andThan(change)}.`,
    ],
    noValue: "La valeur des marchandises n'est connue pour aucun certificat.",
    record: (metric, since, trend) => {
      const also = trend === null ? null : strongest(metric, trend);
      const series = `depuis le début de la série en ${since}`;
      return [
        `C'est ${metric === "certificates" ? "le nombre de certificats le plus élevé" : "la valeur des marchandises la plus élevée"}${bounds} ${series}, un record absolu${also === null ? "" : `, et ${also}`}.`,
        `Jamais, ${series}, ${SUBJECT[metric]}${bounds} n'avait été aussi ${metric === "certificates" ? "élevé" : "élevée"} ${que(when)} : c'est un record absolu${also === null ? "" : `, et ${also}`}.`,
      ];
    },
    strongest: (metric, trend) => [`C'est ${strongest(metric, trend)}.`, `Il s'agit de ${strongest(metric, trend)}.`],
    leader: ({ metric, country: { name, of, plural }, text, years, overtaken }) => {
      const share = `${text} ${OF[metric]}`;
      if (overtaken !== null) {
        const { country: previous, rank } = overtaken;
        const fell =
          rank === null
            ? ""
            : ` ; ${previous.name} ${previous.plural ? "reculent" : "recule"} à la ${ordinal(rank)} place`;
        return [
          `${capital(name)} ${plural ? "prennent" : "prend"} la place ${previous.of} comme première destination, avec ${share} ${when}.`,
          `Avec ${share} ${when}, ${name} ${plural ? "deviennent" : "devient"} la première destination${fell}.`,
        ];
      }
      if (years === 1) {
        return [
          `En tête des destinations ${plural ? "figurent" : "figure"} ${name}, avec ${share} ${when}.`,
          `Avec ${share} ${when}, ${name} ${plural ? "arrivent" : "arrive"} en tête des destinations.`,
        ];
      }
      const inARow = `pour la ${ordinal(years)} année consécutive`;
      return [
        `${capital(name)} ${plural ? "restent" : "reste"} ${inARow} la première destination, avec ${share} ${when}.`,
        `Avec ${share} ${when}, ${name} ${plural ? "occupent" : "occupe"} la première place ${inARow}.`,
        `La première place reste celle ${of}, ${inARow}, avec ${share} ${when}.`,
      ];
    },
    leaderByCertificates: ({ country: { name, plural }, text }, same) => [
      same
        ? `En nombre de certificats aussi, ${name} ${plural ? "arrivent" : "arrive"} en tête, avec ${text} des certificats.`
        : `En nombre de certificats, c'est ${name} qui ${plural ? "arrivent" : "arrive"} en tête, avec ${text} des certificats.`,
      `Les certificats ont ${same ? "eux aussi " : ""}été délivrés le plus souvent pour ${name} : ${text} de tous les certificats.`,
    ],
    noRecord: ({ metric, text }, year) => [
      `Pas de record en revanche pour ${SUBJECT[metric]} : ${metric === "certificates" ? "il" : "elle"} était plus ${metric === "certificates" ? "élevé" : "élevée"} ${inYear(year)}, à ${text}.`,
      `${capital(SUBJECT[metric])} n'atteint pas de record ${when} : ${inYear(year)}, ${metric === "certificates" ? "il s'élevait" : "elle s'élevait"} à ${text}.`,
    ],
    previousRecord: ({ metric, text }, year) => [
      `Le précédent record ${OF_NUMBER[metric]} avait été établi ${inYear(year)} : ${text}.`,
      `Jusque-là, le record ${OF_NUMBER[metric]} s'élevait à ${text}, un niveau atteint ${inYear(year)}.`,
    ],
    average: (amount, change) => [
      `En moyenne, un certificat a couvert ${amount} de marchandises ${when}${andThan(change)}.`,
      change.direction === "same"
        ? `La valeur moyenne des marchandises par certificat s'est établie à ${amount}${andThan(change)}.`
        : `La valeur moyenne des marchandises par certificat ${ROSE[change.direction]} de ${change.percent} ${when}, pour s'établir à ${amount}.`,
    ],
    streak: (metric, direction, years) => [
      `${capital(SUBJECT[metric])} ${ROSE[direction]} pour la ${ordinal(years)} année consécutive.`,
      `Pour ${SUBJECT[metric]}, c'est la ${ordinal(years)} année consécutive de ${TREND[direction]}.`,
    ],
    bestMonth: ({ metric, text }, month) =>
      metric === "certificates"
        ? [
            `C'est en ${month} que le plus de certificats ont été délivrés : ${text}.`,
            `Le mois le plus actif a été ${month}, avec ${text} certificats.`,
          ]
        : [
            `Le meilleur mois pour la valeur des marchandises a été ${month}, avec ${text}.`,
            `La valeur des marchandises a culminé en ${month}, à ${text}.`,
          ],
    exporters: (now, then, entrants, exiters) => {
      const flows =
        entrants < 2 || exiters < 2
          ? ""
          : ` : ${word(entrants)} exportateurs se sont ajoutés à la liste, ${word(exiters)} l'ont quittée`;
      return [
        `Les certificats ont été délivrés à ${word(now)} exportateurs ${when}, contre ${word(then)} ${before}${flows}.`,
        now === then
          ? `Le nombre d'exportateurs est resté stable ${when}, à ${word(now)}${flows}.`
          : `Le nombre d'exportateurs est passé de ${word(then)} ${before} à ${word(now)} ${when}${flows}.`,
      ];
    },
    destinations: (now, then) => {
      const comparison =
        then === null
          ? ""
          : then === now
            ? `, autant ${que(before)}`
            : `, soit ${word(Math.abs(now - then))} de ${then < now ? "plus" : "moins"} ${que(before)}`;
      return [
        `Les marchandises ont pris le chemin ${now === 1 ? "d'une seule destination" : `de ${word(now)} destinations`} ${when}${comparison}.`,
        `Le nombre de destinations s'est établi ${when} à ${word(now)}${comparison}.`,
      ];
    },
    contributors: (metric, direction, parts) => {
      const trend = `la ${TREND[direction]} ${OF_NUMBER[metric]} ${when}`;
      const from = list(parts.map(({ country, text }) => `${country.of} (${text})`));
      return [
        `Les expéditions ${list(parts.map(({ country, text }) => `${country.to} (${text})`))} ont contribué le plus à ${trend}.`,
        parts.length === 1
          ? `La plus forte contribution à ${trend} vient ${from}.`
          : `Les plus fortes contributions à ${trend} viennent ${from}.`,
      ];
    },
    against: (metric, direction, { country: { name, plural }, text }) => [
      `À l'inverse, ${name} ${plural ? "ont" : "a"} freiné la ${TREND[direction]} ${OF_NUMBER[metric]} de ${text}.`,
      `${capital(name)} ${plural ? "ont" : "a"} en revanche atténué la ${TREND[direction]} ${OF_NUMBER[metric]} de ${text}.`,
    ],
    movers: (metric, up, down) => {
      const ranking = `Au classement par ${BY[metric]}`;
      const [first] = up;
      if (first === undefined) {
        return down === null
          ? null
          : [
              `${ranking}, ${down.country.name} ${down.country.plural ? "reculent" : "recule"} ${places(down, true)}.`,
              `${ranking}, ${down.country.name} (${places(down, true)}) ${down.country.plural ? "perdent" : "perd"} du terrain.`,
            ];
      }
      const one = first.country.plural;
      const [, second] = up;
      const climbed = `${first.country.name} ${one ? "passent" : "passe"} ${places(first, true)}${second === undefined ? "" : `, ${second.country.name} ${places(second, false)}`}`;
      const won = `${list(up.map((move) => `${move.country.name} (${places(move, move === first)})`))} ${up.length > 1 || one ? "gagnent" : "gagne"} du terrain`;
      const dropped =
        down === null
          ? ["", ""]
          : [
              ` ; ${down.country.name} ${down.country.plural ? "reculent" : "recule"} ${places(down, false)}`,
              ` ; ${down.country.name} (${places(down, false)}) en ${down.country.plural ? "perdent" : "perd"}`,
            ];
      return [`${ranking}, ${climbed}${dropped[0] ?? ""}.`, `${ranking}, ${won}${dropped[1] ?? ""}.`];
    },
    newDestinations: (countries, more, since) => {
      const others = more === 0 ? [] : [more === 1 ? "une autre destination" : `${word(more)} autres destinations`];
      const names = list([...countries.map(({ name }) => name), ...others]);
      return [
        `Pour la première fois depuis le début de la série en ${since}, des certificats ont été délivrés pour ${names}.`,
        `${countries.length + more > 1 || countries[0]?.plural === true ? "Font leur" : "Fait son"} entrée dans la série, qui débute en ${since} : ${names}.`,
      ];
    },
    concentration: (share, previous) => {
      const against = previous === null ? "" : `, contre ${previous} ${before}`;
      return [
        `Les cinq premières destinations ont représenté ensemble ${share} de la valeur des marchandises ${when}${against}.`,
        `À elles cinq, les premières destinations ont concentré ${share} de la valeur des marchandises ${when}${against}.`,
      ];
    },
    incomplete: (number, amount) => [
      `Les données ne sont pas complètes : elles comptent ${inFull(number)} ${when}${scope}${worth(amount)}.`,
      `D'après des données qui ne sont pas complètes, ${inFull(number)} ${issued(number)} ${when}${scope}${worth(amount)}.`,
    ],
    compared: (number, value, window, windowBefore, { now, before: then }) => {
      const moved = (change: Change): string =>
        change.direction === "same"
          ? `est ${change.exact ? "" : "pratiquement "}inchangé`
          : `${ROSE[change.direction]} de ${change.percent}`;
      const figures = `le nombre de certificats ${moved(number)} (${now}, contre ${then} ${windowBefore})`;
      const worthMore =
        value === null ? "" : ` ; la valeur des marchandises ${moved(value)}${value.direction === "same" ? "e" : ""}`;
      return [
        `${capital(window)}, période pour laquelle les données sont complètes, ${figures}${worthMore}.`,
        `Les mois dont les données sont complètes se prêtent à la comparaison : ${window}, ${figures}${worthMore}.`,
      ];
    },
    listTitle: (metric, number, complete) =>
      `${number === 1 ? "La première destination" : "Les premières destinations"} ${when} et ${number === 1 ? "sa" : "leur"} part ${OF[metric]}${complete ? "" : " (données incomplètes)"} :`,
    method: {
      title: "À propos de ces chiffres",
      sentences: (method) => [
        "Sont comptés les certificats d'origine délivrés, à leur date de délivrance ; ceux qu'un autre certificat a remplacés ne comptent pas.",
        ...(method.scope === "all"
          ? []
          : [
              `Seules comptent les destinations ${method.scope === "distant" ? "hors de" : "au sein de"} l'Union européenne, ${union(method.eu)}.`,
            ]),
        ...(method.currency === null
          ? []
          : [
              `La valeur des marchandises est exprimée en ${method.currency} ; les autres monnaies sont converties au taux de référence de la Banque centrale européenne à la date de délivrance.`,
            ]),
        ...(method.previousIncomplete
          ? ["Les données de l'année précédente ne sont pas complètes : une comparaison n'est pas possible."]
          : []),
        ...(method.withoutValue === 0
          ? []
          : [
              method.withoutValue === 1
                ? "Le seul certificat sans valeur compte dans le nombre, mais pas dans la valeur."
                : `Les ${count(method.withoutValue)} certificats sans valeur comptent dans le nombre, mais pas dans la valeur.`,
            ]),
        `${method.growth ? "La croissance et les parts sont calculées" : "Les parts sont calculées"} sur des chiffres non arrondis.`,
        ...(method.leftOut
          ? [
              "Les destinations dont tous les certificats sont d'un seul exportateur ne sont pas citées avec des chiffres.",
            ]
          : []),
      ],
      exact: (now, then) =>
        `Chiffres exacts ${when} : ${totals(now)}${then === null ? "" : ` ; ${before} : ${totals(then)}`}.`,
      sources: "Source",
    },
  };
}

function place(rank: number): string {
  return rank === 1 ? "1re" : `${rank}e`;
}

function union(eu: EuConvention): string {
  switch (eu.kind) {
    case "issue-date":
      return "dans sa composition à la date de délivrance";
    case "current":
      return "dans sa composition actuelle";
    case "fixed":
      return `dans sa composition du ${eu.date}`;
  }
}
