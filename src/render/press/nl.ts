import type { Metric } from "../../domain/metric.ts";
import type { EuConvention } from "../../domain/scope.ts";
import { capital } from "./capital.ts";
import type { Change, ExactTotals, Move, Part, PressSentences, PressTools, Trend } from "./sentences.ts";

type ByMetric = Readonly<Record<Metric, string>>;
const SUBJECT: ByMetric = { certificates: "het aantal certificaten", goods_value: "de goederenwaarde" };
const IN_FULL: ByMetric = { certificates: "aantal certificaten van oorsprong", goods_value: "goederenwaarde" };
const OF: ByMetric = { certificates: "van de certificaten", goods_value: "van de goederenwaarde" };
const BY: ByMetric = { certificates: "aantal certificaten", goods_value: "goederenwaarde" };
const TREND = { up: "stijging", down: "daling" } as const;
const ROSE = { up: "steeg", down: "daalde" } as const;
const RISES = { up: "stijgt", down: "daalt" } as const;

/** The press text in Dutch, as it is written in Flanders. */
export function dutchSentences(tools: PressTools): PressSentences {
  const { when, before, inYear, bounds, scope, count, word, ordinal, list } = tools;
  const certificates = (number: number): string => (number === 1 ? "één certificaat" : `${count(number)} certificaten`);
  const inFull = (number: number): string => `${certificates(number)} van oorsprong`;
  const worth = (amount: string | null): string =>
    amount === null ? "" : `, goed voor een goederenwaarde van ${amount}`;
  const than = (change: Change): string =>
    change.direction === "same"
      ? `${change.exact ? "" : "vrijwel "}evenveel als ${before}`
      : `${change.percent} ${change.direction === "up" ? "meer" : "minder"} dan ${before}`;
  const andThan = (change: Change | null): string => (change === null ? "" : `, ${than(change)}`);
  const part = ({ country, text }: Part): string => `${country.name} (${text})`;
  const strongest = (metric: Metric, { direction, years }: Trend): string =>
    `de sterkste ${TREND[direction]} van ${SUBJECT[metric]}${bounds} in ${word(years)} jaar`;
  const places = ({ from, to }: Move, first: boolean): string =>
    first ? `van plaats ${from} ${before} naar plaats ${to} ${when}` : `van plaats ${from} naar plaats ${to}`;
  const totals = ({ certificates: number, amount }: ExactTotals): string =>
    `${certificates(number)}${amount === null ? "" : ` en ${amount}`}`;

  return {
    headline: {
      bothRecords: (number, amount, since) => [
        `Dubbel record${bounds} sinds ${since}: ${number} certificaten van oorsprong en ${amount} goederenwaarde ${when}`,
        `Certificaten van oorsprong en goederenwaarde vestigen ${when} allebei een record${bounds} in de reeks sinds ${since}`,
      ],
      record: ({ metric, text }, change, since) => [
        metric === "certificates"
          ? `Recordaantal${bounds} sinds ${since}: ${text} certificaten van oorsprong ${when}`
          : `Recordwaarde${bounds} sinds ${since}: ${text} aan goederen met certificaten van oorsprong ${when}`,
        change === null || change.direction === "same"
          ? `${capital(IN_FULL[metric])} bereikt ${when} een record${bounds} sinds ${since}`
          : `${capital(IN_FULL[metric])} ${RISES[change.direction]} ${when} met ${change.percent} tot een record${bounds} sinds ${since}`,
      ],
      overtaken: (metric, first, previous) => [
        `${capital(first.name)} ${first.plural ? "lossen" : "lost"} ${previous.name} ${when} af als eerste bestemming volgens ${BY[metric]}`,
        `${capital(first.name)} ${first.plural ? "nemen" : "neemt"} ${when} de plaats ${previous.of} in als eerste bestemming volgens ${BY[metric]}`,
      ],
      strongest: (metric, { direction, percent }, years) => [
        `${capital(IN_FULL[metric])} ${RISES[direction]} ${when} met ${percent}, de sterkste ${TREND[direction]}${bounds} in ${word(years)} jaar`,
        `${capital(IN_FULL[metric])} kent ${when} de sterkste ${TREND[direction]}${bounds} in ${word(years)} jaar: ${percent}`,
      ],
      change: (number, value) => {
        const more =
          number.direction === "same"
            ? `${number.exact ? "Evenveel" : "Vrijwel evenveel"} certificaten van oorsprong ${when} als ${before}`
            : `${number.direction === "up" ? "Meer" : "Minder"} certificaten van oorsprong ${when}`;
        const worthMore =
          value === null || value.direction === "same"
            ? ""
            : `, ${value.direction === number.direction ? "en" : "maar"} een ${value.direction === "up" ? "hogere" : "lagere"} goederenwaarde`;
        return [
          more + worthMore,
          (number.direction === "same"
            ? `Aantal certificaten van oorsprong blijft ${when} ${number.exact ? "" : "vrijwel "}gelijk`
            : `Aantal certificaten van oorsprong ${RISES[number.direction]} ${when} met ${number.percent}`) +
            (value === null || value.direction === "same"
              ? ""
              : `, goederenwaarde ${value.direction === number.direction ? "" : `${RISES[value.direction]} `}met ${value.percent}`),
        ];
      },
      plain: (number, amount) => [
        `${capital(inFull(number))} uitgereikt ${when}${amount === null ? "" : `, goed voor ${amount}`}`,
        `De balans ${when}: ${inFull(number)}${amount === null ? "" : ` en ${amount} goederenwaarde`}`,
      ],
      incomplete: (number) => [
        `${capital(inFull(number))} ${when}, volgens onvolledige gegevens`,
        `Onvolledige gegevens: ${inFull(number)} geteld ${when}`,
      ],
    },
    issued: (number, change) => [
      `${capital(when)} ${number === 1 ? "is" : "zijn"} ${inFull(number)} uitgereikt${scope}${andThan(change)}.`,
      change === null || change.direction === "same"
        ? `Het aantal uitgereikte certificaten van oorsprong${scope} kwam ${when} uit op ${count(number)}${andThan(change)}.`
        : `Het aantal uitgereikte certificaten van oorsprong${scope} ${ROSE[change.direction]} ${when} met ${change.percent} tot ${count(number)}.`,
      `De teller stond ${when} op ${number === 1 ? "één uitgereikt certificaat" : `${count(number)} uitgereikte certificaten`} van oorsprong${scope}${andThan(change)}.`,
    ],
    value: (amount, change) => [
      `De goederenwaarde kwam ${when} uit op ${amount}${andThan(change)}.`,
      change === null || change.direction === "same"
        ? `De goederenwaarde bedroeg ${amount} ${when}${andThan(change)}.`
        : `De goederenwaarde ${ROSE[change.direction]} ${when} met ${change.percent} tot ${amount}.`,
      `Samen vertegenwoordigden die certificaten ${when} een goederenwaarde van ${amount}${andThan(change)}.`,
    ],
    noValue: "De goederenwaarde is van geen enkel certificaat bekend.",
    record: (metric, since, trend) => {
      const also = trend === null ? null : strongest(metric, trend);
      const series = `sinds het begin van de reeks in ${since}`;
      return [
        `Dat is ${metric === "certificates" ? "het hoogste aantal certificaten" : "de hoogste goederenwaarde"}${bounds} ${series}, een absoluut record${also === null ? "" : `, en ${also}`}.`,
        `Nooit eerder ${series} lag ${SUBJECT[metric]}${bounds} zo hoog als ${when}: een absoluut record${also === null ? "" : ` en ${also}`}.`,
      ];
    },
    strongest: (metric, trend) => [
      `Dat is ${strongest(metric, trend)}.`,
      `Daarmee is het ${strongest(metric, trend)}.`,
    ],
    leader: ({ metric, country: { name, plural }, text, years, overtaken }) => {
      const share = `${text} ${OF[metric]}`;
      if (overtaken !== null) {
        const { country: previous, rank } = overtaken;
        const fell =
          rank === null
            ? ""
            : `; ${previous.name} ${previous.plural ? "zakten" : "zakte"} naar de ${ordinal(rank)} plaats`;
        return [
          `${capital(name)} ${plural ? "losten" : "loste"} ${previous.name} ${when} af als belangrijkste bestemming, met ${share}.`,
          `Met ${share} ${plural ? "werden" : "werd"} ${name} de belangrijkste bestemming${fell}.`,
        ];
      }
      if (years === 1) {
        return [
          `De belangrijkste bestemming ${plural ? "waren" : "was"} ${name}, ${when} goed voor ${share}.`,
          `Met ${share} ${plural ? "waren" : "was"} ${name} ${when} de belangrijkste bestemming.`,
        ];
      }
      const inARow = `voor het ${ordinal(years)} jaar op rij`;
      return [
        `${capital(name)} ${plural ? "waren" : "was"} ${inARow} de belangrijkste bestemming, met ${share}.`,
        `Met ${share} ${plural ? "bleven" : "bleef"} ${name} ${when} de belangrijkste bestemming, ${inARow}.`,
        `De belangrijkste bestemming ${plural ? "bleven" : "bleef"} ${inARow} ${name}, ${when} goed voor ${share}.`,
      ];
    },
    leaderByCertificates: ({ country: { name, plural }, text }, same) => [
      `${same ? "Ook volgens" : "Volgens"} het aantal certificaten ${plural ? "stonden" : "stond"} ${name} op de eerste plaats, met ${text} van de certificaten.`,
      `${same ? "Ook de" : "De"} meeste certificaten gingen naar ${name}: ${text} van alle certificaten.`,
    ],
    noRecord: ({ metric, text }, year) => [
      `Een record was er niet voor ${SUBJECT[metric]}: ${metric === "certificates" ? "dat" : "die"} lag ${inYear(year)} hoger, op ${text}.`,
      `${capital(SUBJECT[metric])} haalde ${when} geen record: ${metric === "certificates" ? "het" : "ze"} lag ${inYear(year)} hoger, op ${text}.`,
    ],
    previousRecord: ({ metric, text }, year) => [
      `Het vorige record van ${SUBJECT[metric]} werd ${inYear(year)} gevestigd: ${text}.`,
      `Tot dan stond het record van ${SUBJECT[metric]} op ${text}, een peil dat ${inYear(year)} werd bereikt.`,
    ],
    average: (amount, change) => [
      `Gemiddeld was een certificaat ${when} goed voor ${amount} aan goederen${andThan(change)}.`,
      change.direction === "same"
        ? `De gemiddelde goederenwaarde per certificaat bedroeg ${amount} ${when}, ${than(change)}.`
        : `De gemiddelde goederenwaarde per certificaat ${ROSE[change.direction]} ${when} met ${change.percent} tot ${amount}.`,
    ],
    streak: (metric, direction, years) => [
      `${capital(SUBJECT[metric])} ${ROSE[direction]} ${when} voor het ${ordinal(years)} jaar op rij.`,
      `Voor ${SUBJECT[metric]} was het ${when} het ${ordinal(years)} jaar op rij met een ${TREND[direction]}.`,
    ],
    bestMonth: ({ metric, text }, month) =>
      metric === "certificates"
        ? [
            `De meeste certificaten werden uitgereikt in ${month}: ${text}.`,
            `De drukste maand was ${month}, met ${text} certificaten.`,
          ]
        : [
            `De beste maand voor de goederenwaarde was ${month}, met ${text}.`,
            `In ${month} lag de goederenwaarde het hoogst, op ${text}.`,
          ],
    exporters: (now, then, entrants, exiters) => {
      const flows =
        entrants < 2 || exiters < 2
          ? ""
          : `: er kwamen ${word(entrants)} exporteurs bij en er vielen er ${word(exiters)} weg`;
      return [
        `De certificaten werden ${when} aan ${word(now)} exporteurs uitgereikt, tegen ${word(then)} ${before}${flows}.`,
        now === then
          ? `Het aantal exporteurs bleef ${when} gelijk, op ${word(now)}${flows}.`
          : `Het aantal exporteurs ${now > then ? "steeg" : "daalde"} van ${word(then)} ${before} tot ${word(now)} ${when}${flows}.`,
      ];
    },
    destinations: (now, then) => {
      const comparison =
        then === null
          ? ""
          : then === now
            ? `, evenveel als ${before}`
            : `, ${word(Math.abs(now - then))} ${then < now ? "meer" : "minder"} dan ${before}`;
      return [
        `De goederen gingen ${when} naar ${now === 1 ? "één bestemming" : `${word(now)} bestemmingen`}${comparison}.`,
        `Het aantal bestemmingen kwam ${when} uit op ${word(now)}${comparison}.`,
      ];
    },
    contributors: (metric, direction, parts) => {
      const trend = `de ${TREND[direction]} van ${SUBJECT[metric]} ${when}`;
      const named = list(parts.map(part));
      const one = parts.length === 1;
      return [
        `Tot ${trend} ${one && parts[0]?.country.plural !== true ? "droeg" : "droegen"} ${named} het meest bij.`,
        `De grootste ${one ? "bijdrage" : "bijdragen"} tot ${trend} ${one ? "kwam" : "kwamen"} van ${named}.`,
      ];
    },
    against: (metric, direction, { country: { name, plural }, text }) => [
      `${capital(name)} ${plural ? "remden" : "remde"} de ${TREND[direction]} van ${SUBJECT[metric]} af met ${text}.`,
      `De ${TREND[direction]} van ${SUBJECT[metric]} werd met ${text} getemperd door ${name}.`,
    ],
    movers: (metric, up, down) => {
      const ranking = `In de rangschikking volgens ${BY[metric]}`;
      const [first] = up;
      if (first === undefined) {
        return down === null
          ? null
          : [
              `${ranking} ${down.country.plural ? "zakten" : "zakte"} ${down.country.name} ${places(down, true)}.`,
              `${ranking} ${down.country.plural ? "verloren" : "verloor"} ${down.country.name} (${places(down, true)}) terrein.`,
            ];
      }
      const climbed = list(up.map((move) => `${move.country.name} ${places(move, move === first)}`));
      const won = list(up.map((move) => `${move.country.name} (${places(move, move === first)})`));
      const dropped =
        down === null
          ? ["", ""]
          : [
              `; ${down.country.name} ${down.country.plural ? "zakten" : "zakte"} ${places(down, false)}`,
              `; ${down.country.name} (${places(down, false)}) ${down.country.plural ? "verloren" : "verloor"} terrein`,
            ];
      return [
        `${ranking} ${first.country.plural ? "klommen" : "klom"} ${climbed}${dropped[0] ?? ""}.`,
        `${ranking} ${up.length > 1 || first.country.plural ? "wonnen" : "won"} ${won} terrein${dropped[1] ?? ""}.`,
      ];
    },
    newDestinations: (countries, more, since) => {
      const others = more === 0 ? [] : [`${word(more)} ${more === 1 ? "andere bestemming" : "andere bestemmingen"}`];
      const names = list([...countries.map(({ name }) => name), ...others]);
      return [
        `Voor het eerst sinds het begin van de reeks in ${since} gingen er certificaten naar ${names}.`,
        `${countries.length + more === 1 ? "Een nieuwe naam" : "Nieuwe namen"} in de reeks, die in ${since} begint: ${names}.`,
      ];
    },
    concentration: (share, previous) => {
      const against = previous === null ? "" : `, tegen ${previous} ${before}`;
      return [
        `De vijf grootste bestemmingen waren ${when} samen goed voor ${share} van de goederenwaarde${against}.`,
        `De vijf grootste bestemmingen samen hadden ${when} een aandeel van ${share} in de goederenwaarde${against}.`,
      ];
    },
    incomplete: (number, amount) => [
      `De gegevens zijn niet volledig: ${when} ${number === 1 ? "is" : "zijn"} er ${inFull(number)} geteld${scope}${worth(amount)}.`,
      `Volgens de gegevens, die niet volledig zijn, ${number === 1 ? "is" : "zijn"} er ${inFull(number)} uitgereikt ${when}${scope}${worth(amount)}.`,
    ],
    compared: (number, value, window, windowBefore, { now, before: then }) => {
      const moved = (change: Change, subject: string): string =>
        change.direction === "same"
          ? `bleef ${subject} ${change.exact ? "" : "vrijwel "}gelijk`
          : `${ROSE[change.direction]} ${subject} met ${change.percent}`;
      const figures = `${moved(number, SUBJECT.certificates)} (${now}, tegen ${then} ${windowBefore})${value === null ? "" : `; tegelijk ${moved(value, SUBJECT.goods_value)}`}`;
      return [
        `${capital(window)}, de periode waarvan de gegevens volledig zijn, ${figures}.`,
        `De maanden met volledige gegevens zijn wel te vergelijken: ${window} ${figures}.`,
      ];
    },
    listTitle: (metric, number, complete) =>
      `De belangrijkste ${number === 1 ? "bestemming" : "bestemmingen"} ${when}, met het aandeel in ${SUBJECT[metric]}${complete ? "" : " (onvolledige gegevens)"}:`,
    method: {
      title: "Over deze cijfers",
      sentences: (method) => [
        "Geteld zijn de uitgereikte certificaten van oorsprong, naar datum van afgifte; certificaten die door een ander zijn vervangen, tellen niet mee.",
        ...(method.scope === "all"
          ? []
          : [
              `Alleen bestemmingen ${method.scope === "distant" ? "buiten" : "binnen"} de Europese Unie zijn meegerekend, ${union(method.eu)}.`,
            ]),
        ...(method.currency === null
          ? []
          : [
              `De goederenwaarde is uitgedrukt in ${method.currency}; andere munten zijn omgerekend tegen de referentiekoers van de Europese Centrale Bank op de datum van afgifte.`,
            ]),
        ...(method.previousIncomplete
          ? ["De gegevens van een jaar eerder zijn niet volledig: een vergelijking daarmee is niet mogelijk."]
          : []),
        ...(method.withoutValue === 0
          ? []
          : [
              method.withoutValue === 1
                ? "Het ene certificaat zonder waarde telt mee in het aantal, niet in de goederenwaarde."
                : `De ${count(method.withoutValue)} certificaten zonder waarde tellen mee in het aantal, niet in de goederenwaarde.`,
            ]),
        `${method.growth ? "Groei en aandelen" : "Aandelen"} zijn berekend op niet-afgeronde cijfers.`,
        ...(method.leftOut
          ? ["Bestemmingen waarvan alle certificaten van één exporteur zijn, worden niet met cijfers vermeld."]
          : []),
      ],
      exact: (now, then) =>
        `Exacte cijfers ${when}: ${totals(now)}${then === null ? "" : `; ${before}: ${totals(then)}`}.`,
      sources: "Bron",
    },
  };
}

function union(eu: EuConvention): string {
  switch (eu.kind) {
    case "issue-date":
      return "de Unie zoals ze op de datum van afgifte was samengesteld";
    case "current":
      return "de Unie zoals ze vandaag is samengesteld";
    case "fixed":
      return `de Unie zoals ze op ${eu.date} was samengesteld`;
  }
}
