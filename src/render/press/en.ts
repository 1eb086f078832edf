import type { Metric } from "../../domain/metric.ts";
import type { EuConvention } from "../../domain/scope.ts";
import { capital } from "./capital.ts";
import { ordinalDigits } from "./number-words.ts";
import type { Change, ExactTotals, Move, Part, PressSentences, PressTools, Trend } from "./sentences.ts";

type ByMetric = Readonly<Record<Metric, string>>;
const SUBJECT: ByMetric = { certificates: "the number of certificates", goods_value: "the value of the goods" };
const HEAD: ByMetric = { certificates: "number of certificates of origin", goods_value: "goods value" };
const OF: ByMetric = { certificates: "of the certificates", goods_value: "of the value of the goods" };
const BY: ByMetric = { certificates: "number of certificates", goods_value: "goods value" };
const TREND = { up: "rise", down: "fall" } as const;
const ROSE = { up: "rose", down: "fell" } as const;
const RISES = { up: "rises", down: "falls" } as const;

/** The press text in British English. */
export function englishSentences(tools: PressTools): PressSentences {
  const { when, before, inYear, bounds, scope, count, word, ordinal, list } = tools;
  const certificates = (number: number): string => (number === 1 ? "one certificate" : `${count(number)} certificates`);
  const inFull = (number: number): string => `${certificates(number)} of origin`;
  const worth = (amount: string | null): string => (amount === null ? "" : `, for goods worth ${amount}`);
  const than = (change: Change, asMuch = "as much"): string =>
    change.direction === "same"
      ? `${change.exact ? "" : "practically "}${asMuch} as ${before}`
      : `${change.percent} ${change.direction === "up" ? "more" : "less"} than ${before}`;
  const andThan = (change: Change | null): string => (change === null ? "" : `, ${than(change)}`);
  const andThanMany = (change: Change | null): string =>
    change === null ? "" : `, ${than(change, "as many").replace(" less than ", " fewer than ")}`;
  const part = ({ country, text }: Part): string => `${country.name} (${text})`;
  const strongest = (metric: Metric, { direction, years }: Trend): string =>
    `the strongest ${TREND[direction]} in ${SUBJECT[metric]}${bounds} in ${word(years)} years`;
  const places = ({ from, to }: Move, first: boolean): string =>
    first
      ? `from ${ordinalDigits(from, "en")} place ${before} to ${ordinalDigits(to, "en")} ${when}`
      : `from ${ordinalDigits(from, "en")} to ${ordinalDigits(to, "en")}`;
  const totals = ({ certificates: number, amount }: ExactTotals): string =>
    `${certificates(number)}${amount === null ? "" : ` and ${amount}`}`;

  return {
    headline: {
      bothRecords: (number, amount, since) => [
        `Record number and record value${bounds} since ${since}: ${number} certificates of origin and goods worth ${amount} ${when}`,
        `Certificates of origin and goods value both set a record${bounds} ${when}, in a series that began in ${since}`,
      ],
      record: ({ metric, text }, change, since) => [
        metric === "certificates"
          ? `Record number${bounds} since ${since}: ${text} certificates of origin issued ${when}`
          : `Record value${bounds} since ${since}: goods worth ${text} under certificates of origin ${when}`,
        change === null || change.direction === "same"
          ? `${capital(HEAD[metric])} at a record${bounds} since ${since} ${when}`
          : `${capital(HEAD[metric])} ${RISES[change.direction]} by ${change.percent} ${when} to a record${bounds} since ${since}`,
      ],
      overtaken: (metric, first, previous) => [
        `${capital(first.name)} overtakes ${previous.name} ${when} as leading destination by ${BY[metric]}`,
        `${capital(first.name)} takes the place ${previous.of} ${when} as leading destination by ${BY[metric]}`,
      ],
      strongest: (metric, { direction, percent }, years) => [
        `${capital(HEAD[metric])} ${RISES[direction]} by ${percent} ${when}, the strongest ${TREND[direction]}${bounds} in ${word(years)} years`,
        `${capital(HEAD[metric])} sees strongest ${TREND[direction]}${bounds} in ${word(years)} years: ${percent} ${when}`,
      ],
      change: (number, value) => [
        (number.direction === "same"
          ? `${number.exact ? "As" : "Practically as"} many certificates of origin ${when} as ${before}`
          : `${number.direction === "up" ? "More" : "Fewer"} certificates of origin ${when}`) +
          (value === null || value.direction === "same"
            ? ""
            : `, ${value.direction === number.direction ? "and" : "but"} a ${value.direction === "up" ? "higher" : "lower"} goods value`),
        (number.direction === "same"
          ? `Number of certificates of origin ${number.exact ? "" : "practically "}unchanged ${when}`
          : `Number of certificates of origin ${RISES[number.direction]} by ${number.percent} ${when}`) +
          (value === null || value.direction === "same"
            ? ""
            : `, goods value ${value.direction === number.direction ? "" : `${RISES[value.direction]} `}by ${value.percent}`),
      ],
      plain: (number, amount) => [
        `${capital(inFull(number))} issued ${when}${worth(amount)}`,
        `Taking stock ${when}: ${inFull(number)}${amount === null ? "" : ` and goods worth ${amount}`}`,
      ],
      incomplete: (number) => [
        `${capital(inFull(number))} ${when}, according to incomplete data`,
        `Incomplete data: ${inFull(number)} counted ${when}`,
      ],
    },
    issued: (number, change) => [
      `${number === 1 ? "One certificate of origin was" : `A total of ${inFull(number)} were`} issued${scope} ${when}${andThanMany(change)}.`,
      change === null || change.direction === "same"
        ? `The number of certificates of origin issued${scope} was ${count(number)} ${when}${andThanMany(change)}.`
        : `The number of certificates of origin issued${scope} ${ROSE[change.direction]} by ${change.percent} ${when}, to ${count(number)}.`,
      `The number of certificates of origin issued${scope} came to ${count(number)} ${when}${andThan(change)}.`,
    ],
    value: (amount, change) => [
      `The value of the goods came to ${amount} ${when}${andThan(change)}.`,
      change === null || change.direction === "same"
        ? `The value of the goods was ${amount} ${when}${andThan(change)}.`
        : `The value of the goods ${ROSE[change.direction]} by ${change.percent} ${when}, to ${amount}.`,
      `Together, the certificates covered goods worth ${amount} ${when}${andThan(change)}.`,
    ],
    noValue: "The value of the goods is not known for any certificate.",
    record: (metric, since, trend) => {
      const also = trend === null ? "" : ` and ${strongest(metric, trend)}`;
      const series = `since the series began in ${since}`;
      return [
        `That is the highest ${metric === "certificates" ? "number of certificates" : "value of the goods"}${bounds} ${series}, an absolute record${also}.`,
        `Never ${series} had ${SUBJECT[metric]}${bounds} been as high as ${when}: it is an absolute record${also}.`,
      ];
    },
    strongest: (metric, trend) => [`That is ${strongest(metric, trend)}.`, `It is ${strongest(metric, trend)}.`],
    leader: ({ metric, country: { name }, text, years, overtaken }) => {
      const share = `${text} ${OF[metric]}`;
      if (overtaken !== null) {
        const { country: previous, rank } = overtaken;
        const fell = rank === null ? "" : `; ${previous.name} fell to ${ordinal(rank)} place`;
        return [
          `${capital(name)} overtook ${previous.name} ${when} as the leading destination, with ${share}.`,
          `With ${share}, ${name} became the leading destination ${when}${fell}.`,
        ];
      }
      if (years === 1) {
        return [
          `The leading destination ${when} was ${name}, with ${share}.`,
          `With ${share}, ${name} was the leading destination ${when}.`,
        ];
      }
      const inARow = `for the ${ordinal(years)} year in a row`;
      return [
        `${capital(name)} was the leading destination ${inARow}, with ${share}.`,
        `With ${share}, ${name} remained the leading destination ${when}, ${inARow}.`,
        `The leading destination ${when}, ${inARow}, was ${name}, with ${share}.`,
      ];
    },
    leaderByCertificates: ({ country: { name }, text }, same) => [
      `By number of certificates${same ? ", too" : ""}, ${name} came first, with ${text} of the certificates.`,
      `${capital(name)} ${same ? "also " : ""}accounted for the largest number of certificates: ${text} of all certificates.`,
    ],
    noRecord: ({ metric, text }, year) => [
      `There was no record for ${SUBJECT[metric]}: it was higher ${inYear(year)}, at ${text}.`,
      `${capital(SUBJECT[metric])} did not reach a record ${when}: it stood higher ${inYear(year)}, at ${text}.`,
    ],
    previousRecord: ({ metric, text }, year) => [
      `The previous record for ${SUBJECT[metric]} was set ${inYear(year)}: ${text}.`,
      `Until then, the record for ${SUBJECT[metric]} stood at ${text}, a level reached ${inYear(year)}.`,
    ],
    average: (amount, change) => [
      `On average, a certificate covered goods worth ${amount} ${when}${andThan(change)}.`,
      change.direction === "same"
        ? `The average value of the goods per certificate was ${amount}${andThan(change)}.`
        : `The average value of the goods per certificate ${ROSE[change.direction]} by ${change.percent} ${when}, to ${amount}.`,
    ],
    streak: (metric, direction, years) => [
      `${capital(SUBJECT[metric])} ${ROSE[direction]} for the ${ordinal(years)} year in a row.`,
      `It was the ${ordinal(years)} year in a row in which ${SUBJECT[metric]} ${ROSE[direction]}.`,
    ],
    bestMonth: ({ metric, text }, month) =>
      metric === "certificates"
        ? [
            `The largest number of certificates was issued in ${month}: ${text}.`,
            `The busiest month was ${month}, with ${text} certificates.`,
          ]
        : [
            `The best month for the value of the goods was ${month}, with ${text}.`,
            `The value of the goods peaked in ${month}, at ${text}.`,
          ],
    exporters: (now, then, entrants, exiters) => {
      const flows =
        entrants < 2 || exiters < 2 ? "" : `: ${word(entrants)} exporters joined the list and ${word(exiters)} left it`;
      return [
        `The certificates were issued to ${word(now)} exporters ${when}, compared with ${word(then)} ${before}${flows}.`,
        now === then
          ? `The number of exporters was unchanged ${when}, at ${word(now)}${flows}.`
          : `The number of exporters ${now > then ? "rose" : "fell"} from ${word(then)} ${before} to ${word(now)} ${when}${flows}.`,
      ];
    },
    destinations: (now, then) => {
      const comparison =
        then === null
          ? ""
          : then === now
            ? `, as many as ${before}`
            : `, ${word(Math.abs(now - then))} ${then < now ? "more" : "fewer"} than ${before}`;
      return [
        `The goods went to ${now === 1 ? "a single destination" : `${word(now)} destinations`} ${when}${comparison}.`,
        `The number of destinations came to ${word(now)} ${when}${comparison}.`,
      ];
    },
    contributors: (metric, direction, parts) => {
      const trend = `the ${TREND[direction]} in ${SUBJECT[metric]} ${when}`;
      const named = list(parts.map(part));
      return [
        `${capital(named)} contributed most to ${trend}.`,
        `The largest ${parts.length === 1 ? "contribution" : "contributions"} to ${trend} came from ${named}.`,
      ];
    },
    against: (metric, direction, { country: { name }, text }) => [
      `${capital(name)} held back the ${TREND[direction]} in ${SUBJECT[metric]} by ${text}.`,
      `The ${TREND[direction]} in ${SUBJECT[metric]} was held back by ${name} (${text}).`,
    ],
    movers: (metric, up, down) => {
      const ranking = `In the ranking by ${BY[metric]},`;
      const [first] = up;
      if (first === undefined) {
        return down === null
          ? null
          : [
              `${ranking} ${down.country.name} fell ${places(down, true)}.`,
              `${ranking} ${down.country.name} (${places(down, true)}) lost ground.`,
            ];
      }
      const verb = (move: Move): string => (move === first ? " climbed" : "");
      const climbed = list(up.map((move) => `${move.country.name}${verb(move)} ${places(move, move === first)}`));
      const won = list(up.map((move) => `${move.country.name} (${places(move, move === first)})`));
      return [
        `${ranking} ${climbed}${down === null ? "" : `; ${down.country.name} fell ${places(down, false)}`}.`,
        `${ranking} ${won} gained ground${down === null ? "" : `; ${down.country.name} (${places(down, false)}) lost ground`}.`,
      ];
    },
    newDestinations: (countries, more, since) => {
      const others = more === 0 ? [] : [`${word(more)} other ${more === 1 ? "destination" : "destinations"}`];
      const names = list([...countries.map(({ name }) => name), ...others]);
      return [
        `For the first time since the series began in ${since}, certificates were issued for ${names}.`,
        `New to the series, which began in ${since}, ${countries.length + more === 1 ? "is" : "are"} ${names}.`,
      ];
    },
    concentration: (share, previous) => {
      const against = previous === null ? "" : `, compared with ${previous} ${before}`;
      return [
        `The five largest destinations together accounted for ${share} of the value of the goods ${when}${against}.`,
        `Of the value of the goods, ${share} went to the five largest destinations ${when}${against}.`,
      ];
    },
    incomplete: (number, amount) => [
      `The data are not complete: they count ${inFull(number)}${scope} ${when}${worth(amount)}.`,
      `According to data that are not complete, ${inFull(number)} ${number === 1 ? "was" : "were"} issued${scope} ${when}${worth(amount)}.`,
    ],
    compared: (number, value, window, windowBefore, { now, before: then }) => {
      const moved = (change: Change, subject: string): string =>
        change.direction === "same"
          ? `${subject} was ${change.exact ? "" : "practically "}unchanged`
          : `${subject} ${ROSE[change.direction]} by ${change.percent}`;
      const figures = `${moved(number, SUBJECT.certificates)} (${now}, compared with ${then} ${windowBefore})${value === null ? "" : `; ${moved(value, SUBJECT.goods_value)}`}`;
      return [
        `${capital(window)}, the period for which the data are complete, ${figures}.`,
        `The months with complete data can be compared: ${window}, ${figures}.`,
      ];
    },
    listTitle: (metric, number, complete) =>
      `The ${number === 1 ? "leading destination" : "leading destinations"} ${when} and ${number === 1 ? "its" : "their"} share ${OF[metric]}${complete ? "" : " (incomplete data)"}:`,
    method: {
      title: "About these figures",
      sentences: (method) => [
        "The certificates of origin that were issued are counted, by date of issue; those that another certificate has replaced are not.",
        ...(method.scope === "all"
          ? []
          : [
              `Only destinations ${method.scope === "distant" ? "outside" : "within"} the European Union are included, ${union(method.eu)}.`,
            ]),
        ...(method.currency === null
          ? []
          : [
              `The value of the goods is in ${method.currency}; other currencies are converted at the European Central Bank's reference rate on the date of issue.`,
            ]),
        ...(method.previousIncomplete
          ? ["The data of the year before are not complete: a comparison with it is not possible."]
          : []),
        ...(method.withoutValue === 0
          ? []
          : [
              method.withoutValue === 1
                ? "The one certificate without a value counts in the number, not in the value."
                : `The ${count(method.withoutValue)} certificates without a value count in the number, not in the value.`,
            ]),
        `${method.growth ? "Growth and shares" : "Shares"} are calculated from unrounded figures.`,
        ...(method.leftOut
          ? ["Destinations whose certificates are all of one exporter are not given with figures."]
          : []),
      ],
      exact: (now, then) =>
        `Exact figures ${when}: ${totals(now)}${then === null ? "" : `; ${before}: ${totals(then)}`}.`,
      sources: "Source",
    },
  };
}

function union(eu: EuConvention): string {
  switch (eu.kind) {
    case "issue-date":
      return "as the Union was composed on the date of issue";
    case "current":
      return "as the Union is composed today";
    case "fixed":
      return `as the Union was composed on ${eu.date}`;
  }
}
