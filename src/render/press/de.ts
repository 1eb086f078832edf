import type { Metric } from "../../domain/metric.ts";
import type { EuConvention } from "../../domain/scope.ts";
import { capital } from "./capital.ts";
import type { Change, ExactTotals, Move, PressSentences, PressTools, Trend } from "./sentences.ts";

type ByMetric = Readonly<Record<Metric, string>>;
const SUBJECT: ByMetric = { certificates: "die Zahl der Ursprungszeugnisse", goods_value: "der Warenwert" };
const HEAD: ByMetric = { certificates: "Zahl der Ursprungszeugnisse", goods_value: "Warenwert" };
const OF_NUMBER: ByMetric = { certificates: "der Zahl der Ursprungszeugnisse", goods_value: "des Warenwerts" };
const OF: ByMetric = { certificates: "der Ursprungszeugnisse", goods_value: "des Warenwerts" };
const BY: ByMetric = { certificates: "Zahl der Ursprungszeugnisse", goods_value: "Warenwert" };
const TREND = { up: "Anstieg", down: "Rückgang" } as const;
const ROSE = { up: "stieg", down: "sank" } as const;
const RISES = { up: "steigt", down: "sinkt" } as const;

/** The press text in German. */
export function germanSentences(tools: PressTools): PressSentences {
  const { when, before, inYear, bounds, scope, count, word, ordinal, list } = tools;
  const certificates = (number: number): string =>
    number === 1 ? "ein Ursprungszeugnis" : `${count(number)} Ursprungszeugnisse`;
  const worth = (amount: string | null): string => (amount === null ? "" : `, mit einem Warenwert von ${amount}`);
  const than = (change: Change, asMuch = "ebenso viel"): string =>
    change.direction === "same"
      ? `${change.exact ? "" : "nahezu "}${asMuch} wie ${before}`
      : `${change.percent} ${change.direction === "up" ? "mehr" : "weniger"} als ${before}`;
  const andThan = (change: Change | null, asMuch?: string): string =>
    change === null ? "" : `, ${than(change, asMuch)}`;
  const strongest = (metric: Metric, { direction, years }: Trend): string =>
    `der stärkste ${TREND[direction]} ${OF_NUMBER[metric]}${bounds} in ${word(years)} Jahren`;
  const places = ({ from, to }: Move, first: boolean): string =>
    first ? `von Platz ${from} ${before} auf Platz ${to} ${when}` : `von Platz ${from} auf Platz ${to}`;
  const totals = ({ certificates: number, amount }: ExactTotals): string =>
    `${certificates(number)}${amount === null ? "" : ` und ${amount}`}`;

  return {
    headline: {
      bothRecords: (number, amount, since) => [
        `Doppelter Rekord${bounds} seit ${since}: ${number} Ursprungszeugnisse und ${amount} Warenwert ${when}`,
        `Ursprungszeugnisse und Warenwert erreichen ${when} beide einen Rekord${bounds} in der Reihe seit ${since}`,
      ],
      record: ({ metric, text }, change, since) => [
        metric === "certificates"
          ? `Rekordzahl${bounds} seit ${since}: ${text} Ursprungszeugnisse ${when} ausgestellt`
          : `Rekordwert${bounds} seit ${since}: Waren für ${text} mit Ursprungszeugnis ${when}`,
        change === null || change.direction === "same"
          ? `${HEAD[metric]} erreicht ${when} einen Rekord${bounds} seit ${since}`
          : `${HEAD[metric]} ${RISES[change.direction]} ${when} um ${change.percent} auf einen Rekord${bounds} seit ${since}`,
      ],
      overtaken: (metric, first, previous) => [
        `${capital(first.name)} ${first.plural ? "lösen" : "löst"} ${previous.object} ${when} als erstes Bestimmungsland nach ${BY[metric]} ab`,
        `${capital(first.name)} ${first.plural ? "verdrängen" : "verdrängt"} ${previous.object} ${when} vom ersten Platz der Bestimmungsländer nach ${BY[metric]}`,
      ],
      strongest: (metric, { direction, percent }, years) => [
        `${HEAD[metric]} ${RISES[direction]} ${when} um ${percent}, der stärkste ${TREND[direction]}${bounds} in ${word(years)} Jahren`,
        `${HEAD[metric]} verzeichnet ${when} den stärksten ${TREND[direction]}${bounds} in ${word(years)} Jahren: ${percent}`,
      ],
      change: (number, value) => [
        (number.direction === "same"
          ? `${number.exact ? "Ebenso viele" : "Nahezu ebenso viele"} Ursprungszeugnisse ${when} wie ${before}`
          : `${number.direction === "up" ? "Mehr" : "Weniger"} Ursprungszeugnisse ${when}`) +
          (value === null || value.direction === "same"
            ? ""
            : `, ${value.direction === number.direction ? "und" : "aber"} ein ${value.direction === "up" ? "höherer" : "niedrigerer"} Warenwert`),
        (number.direction === "same"
          ? `Zahl der Ursprungszeugnisse bleibt ${when} ${number.exact ? "" : "nahezu "}unverändert`
          : `Zahl der Ursprungszeugnisse ${RISES[number.direction]} ${when} um ${number.percent}`) +
          (value === null || value.direction === "same"
            ? ""
            : `, Warenwert ${value.direction === number.direction ? "" : `${RISES[value.direction]} `}um ${value.percent}`),
      ],
      plain: (number, amount) => [
        `${capital(certificates(number))} ${when} ausgestellt${amount === null ? "" : `, Warenwert von ${amount}`}`,
        `Die Bilanz ${when}: ${certificates(number)}${amount === null ? "" : ` und ${amount} Warenwert`}`,
      ],
      incomplete: (number) => [
        `${capital(certificates(number))} ${when} nach unvollständigen Daten`,
        `Unvollständige Daten: ${certificates(number)} ${when} gezählt`,
      ],
    },
    issued: (number, change) => [
      `${capital(when)} ${number === 1 ? "wurde" : "wurden"} ${certificates(number)}${scope} ausgestellt${andThan(change, "ebenso viele")}.`,
      change === null || change.direction === "same"
        ? `Die Zahl der ausgestellten Ursprungszeugnisse${scope} belief sich ${when} auf ${count(number)}${andThan(change, "ebenso viele")}.`
        : `Die Zahl der ausgestellten Ursprungszeugnisse${scope} ${ROSE[change.direction]} ${when} um ${change.percent} auf ${count(number)}.`,
      `Der Zähler stand ${when} bei ${number === 1 ? "einem ausgestellten Ursprungszeugnis" : `${count(number)} ausgestellten Ursprungszeugnissen`}${scope}${andThan(change, "ebenso viele")}.`,
    ],
    value: (amount, change) => [
      `Der Warenwert belief sich ${when} auf ${amount}${andThan(change)}.`,
      change === null || change.direction === "same"
        ? `Der Warenwert lag ${when} bei ${amount}${andThan(change)}.`
        : `Der Warenwert ${ROSE[change.direction]} ${when} um ${change.percent} auf ${amount}.`,
      `Zusammen kamen die Zeugnisse ${when} auf einen Warenwert von ${amount}${andThan(change)}.`,
    ],
    noValue: "Der Warenwert ist von keinem Zeugnis bekannt.",
    record: (metric, since, trend) => {
      const also = trend === null ? "" : ` und ${strongest(metric, trend)}`;
      const series = `seit Beginn der Reihe im Jahr ${since}`;
      return [
        `Das ist ${metric === "certificates" ? "die höchste Zahl der Ursprungszeugnisse" : "der höchste Warenwert"}${bounds} ${series}, ein absoluter Rekord${also}.`,
        `Nie zuvor ${series} war ${SUBJECT[metric]}${bounds} so hoch wie ${when}: Es ist ein absoluter Rekord${also}.`,
      ];
    },
    strongest: (metric, trend) => [`Das ist ${strongest(metric, trend)}.`, `Damit ist es ${strongest(metric, trend)}.`],
    leader: ({ metric, country: { name, plural }, text, years, overtaken }) => {
      const share = `${text} ${OF[metric]}`;
      if (overtaken !== null) {
        const { country: previous, rank } = overtaken;
        const fell =
          rank === null
            ? ""
            : `; ${previous.name} ${previous.plural ? "fielen" : "fiel"} auf den ${ordinal(rank)} Platz zurück`;
        return [
          `${capital(name)} ${plural ? "lösten" : "löste"} ${previous.object} ${when} als wichtigstes Bestimmungsland ab, mit ${share}.`,
          `Mit ${share} ${plural ? "wurden" : "wurde"} ${name} ${when} wichtigstes Bestimmungsland${fell}.`,
        ];
      }
      if (years === 1) {
        return [
          `Wichtigstes Bestimmungsland ${plural ? "waren" : "war"} ${when} ${name} mit ${share}.`,
          `Mit ${share} ${plural ? "standen" : "stand"} ${name} ${when} an der Spitze der Bestimmungsländer.`,
        ];
      }
      const inARow = `zum ${ordinal(years)} Mal in Folge`;
      return [
        `${capital(name)} ${plural ? "waren" : "war"} ${inARow} das wichtigste Bestimmungsland, mit ${share}.`,
        `Mit ${share} ${plural ? "standen" : "stand"} ${name} ${when} ${inARow} an der Spitze der Bestimmungsländer.`,
        `Wichtigstes Bestimmungsland ${plural ? "blieben" : "blieb"} ${inARow} ${name} mit ${share} ${when}.`,
      ];
    },
    leaderByCertificates: ({ country: { name, object, plural }, text }, same) => [
      `${same ? "Auch nach der" : "Nach der"} Zahl der Ursprungszeugnisse ${plural ? "lagen" : "lag"} ${name} auf dem ersten Platz, mit ${text} der Ursprungszeugnisse.`,
      `${same ? "Auch die" : "Die"} meisten Ursprungszeugnisse wurden für ${object} ausgestellt: ${text} aller Ursprungszeugnisse.`,
    ],
    noRecord: ({ metric, text }, year) => [
      `Keinen Rekord gab es für ${metric === "certificates" ? "die Zahl der Ursprungszeugnisse" : "den Warenwert"}: ${metric === "certificates" ? "Sie" : "Er"} war ${inYear(year)} höher und lag bei ${text}.`,
      `${capital(SUBJECT[metric])} erreichte ${when} keinen Rekord: ${capital(inYear(year))} lag ${metric === "certificates" ? "sie" : "er"} höher, bei ${text}.`,
    ],
    previousRecord: ({ metric, text }, year) => [
      `Der bisherige Rekord ${OF_NUMBER[metric]} stammte aus dem Jahr ${year}: ${text}.`,
      `Zuvor lag der Rekord ${OF_NUMBER[metric]} bei ${text}, erreicht ${inYear(year)}.`,
    ],
    average: (amount, change) => [
      `Im Durchschnitt betrug der Warenwert je Zeugnis ${when} ${amount}${andThan(change)}.`,
      change.direction === "same"
        ? `Der durchschnittliche Warenwert je Zeugnis belief sich auf ${amount}${andThan(change)}.`
        : `Der durchschnittliche Warenwert je Zeugnis ${ROSE[change.direction]} ${when} um ${change.percent} auf ${amount}.`,
    ],
    streak: (metric, direction, years) => [
      `${capital(SUBJECT[metric])} ${ROSE[direction]} im ${ordinal(years)} Jahr in Folge.`,
      `Mit ${metric === "certificates" ? "der Zahl der Ursprungszeugnisse" : "dem Warenwert"} ging es im ${ordinal(years)} Jahr in Folge ${direction === "up" ? "aufwärts" : "abwärts"}.`,
    ],
    bestMonth: ({ metric, text }, month) =>
      metric === "certificates"
        ? [
            `Die meisten Ursprungszeugnisse wurden im ${month} ausgestellt: ${text}.`,
            `Der stärkste Monat war der ${month} mit ${text} Ursprungszeugnissen.`,
          ]
        : [
            `Der beste Monat für den Warenwert war der ${month} mit ${text}.`,
            `Im ${month} war der Warenwert mit ${text} am höchsten.`,
          ],
    exporters: (now, then, entrants, exiters) => {
      const flows =
        entrants < 2 || exiters < 2 ? "" : `: ${word(entrants)} Exporteure kamen hinzu, ${word(exiters)} fielen weg`;
      return [
        `Die Zeugnisse gingen ${when} an ${word(now)} Exporteure, nach ${word(then)} ${before}${flows}.`,
        now === then
          ? `Die Zahl der Exporteure blieb ${when} mit ${word(now)} unverändert${flows}.`
          : `Die Zahl der Exporteure ${now > then ? "stieg" : "sank"} von ${word(then)} ${before} auf ${word(now)} ${when}${flows}.`,
      ];
    },
    destinations: (now, then) => {
      const comparison =
        then === null
          ? ""
          : then === now
            ? `, ebenso viele wie ${before}`
            : `, ${word(Math.abs(now - then))} ${then < now ? "mehr" : "weniger"} als ${before}`;
      return [
        `Die Waren gingen ${when} in ${now === 1 ? "ein Bestimmungsland" : `${word(now)} Bestimmungsländer`}${comparison}.`,
        `Die Zahl der Bestimmungsländer belief sich ${when} auf ${word(now)}${comparison}.`,
      ];
    },
    contributors: (metric, direction, parts) => {
      const trend = `${TREND[direction]} ${OF_NUMBER[metric]} ${when}`;
      const one = parts.length === 1 && parts[0]?.country.plural !== true;
      return [
        `Zum ${trend} ${one ? "trug" : "trugen"} ${list(parts.map(({ country, text }) => `${country.name} (${text})`))} am meisten bei.`,
        `Zum ${trend} trugen die Ausfuhren ${list(parts.map(({ country, text }) => `${country.to} (${text})`))} am meisten bei.`,
      ];
    },
    against: (metric, direction, { country: { name, object, plural }, text }) => [
      `${capital(name)} ${plural ? "bremsten" : "bremste"} den ${TREND[direction]} ${OF_NUMBER[metric]} um ${text}.`,
      `Gebremst wurde der ${TREND[direction]} ${OF_NUMBER[metric]} durch ${object} (${text}).`,
    ],
    movers: (metric, up, down) => {
      const ranking = `In der Rangfolge nach ${BY[metric]}`;
      const [first, second] = up;
      if (first === undefined) {
        return down === null
          ? null
          : [
              `${ranking} ${down.country.plural ? "fielen" : "fiel"} ${down.country.name} ${places(down, true)}.`,
              `${ranking} ${down.country.plural ? "verloren" : "verlor"} ${down.country.name} (${places(down, true)}) Plätze.`,
            ];
      }
      const climbed = `${first.country.name} ${places(first, true)}${second === undefined ? "" : `, ${second.country.name} ${places(second, false)}`}`;
      const won = list(up.map((move) => `${move.country.name} (${places(move, move === first)})`));
      const dropped =
        down === null ? "" : `; ${down.country.name} ${down.country.plural ? "fielen" : "fiel"} ${places(down, false)}`;
      const lost =
        down === null
          ? ""
          : `; ${down.country.name} (${places(down, false)}) ${down.country.plural ? "verloren" : "verlor"} Plätze`;
      return [
        `${ranking} ${first.country.plural ? "stiegen" : "stieg"} ${climbed}${dropped}.`,
        `${ranking} ${up.length > 1 || first.country.plural ? "gewannen" : "gewann"} ${won} Plätze${lost}.`,
      ];
    },
    newDestinations: (countries, more, since) => {
      const others =
        more === 0 ? [] : [more === 1 ? "ein weiteres Bestimmungsland" : `${word(more)} weitere Bestimmungsländer`];
      return [
        `Erstmals seit Beginn der Reihe im Jahr ${since} wurden Ursprungszeugnisse für ${list([...countries.map(({ object }) => object), ...others])} ausgestellt.`,
        `Neu in der Reihe, die im Jahr ${since} beginnt, ${countries.length + more > 1 || countries[0]?.plural === true ? "sind" : "ist"} ${list([...countries.map(({ name }) => name), ...others])}.`,
      ];
    },
    concentration: (share, previous) => {
      const against = previous === null ? "" : `, nach ${previous} ${before}`;
      return [
        `Auf die fünf größten Bestimmungsländer entfielen zusammen ${share} des Warenwerts ${when}${against}.`,
        `Die fünf größten Bestimmungsländer standen ${when} zusammen für ${share} des Warenwerts${against}.`,
      ];
    },
    incomplete: (number, amount) => [
      `Die Daten sind nicht vollständig: ${capital(when)} ${number === 1 ? "wurde" : "wurden"} ${certificates(number)}${scope} gezählt${worth(amount)}.`,
      `Nach den Daten, die nicht vollständig sind, ${number === 1 ? "wurde" : "wurden"} ${certificates(number)}${scope} ${when} ausgestellt${worth(amount)}.`,
    ],
    compared: (number, value, window, windowBefore, { now, before: then }) => {
      const moved = (change: Change, subject: string): string =>
        change.direction === "same"
          ? `blieb ${subject} ${change.exact ? "" : "nahezu "}unverändert`
          : `${ROSE[change.direction]} ${subject} um ${change.percent}`;
      const figures = `${moved(number, SUBJECT.certificates)} (${now}, nach ${then} ${windowBefore})${value === null ? "" : `; zugleich ${moved(value, SUBJECT.goods_value)}`}`;
      return [
        `${capital(window)}, wofür vollständige Daten vorliegen, ${figures}.`,
        `Vergleichen lassen sich die Monate mit vollständigen Daten: ${capital(window)} ${figures}.`,
      ];
    },
    listTitle: (metric, number, complete) =>
      `${number === 1 ? "Das wichtigste Bestimmungsland" : "Die wichtigsten Bestimmungsländer"} ${when} mit ${number === 1 ? "seinem" : "ihrem"} Anteil ${metric === "certificates" ? "an der Zahl der Ursprungszeugnisse" : "am Warenwert"}${complete ? "" : " (unvollständige Daten)"}:`,
    method: {
      title: "Zu diesen Zahlen",
      sentences: (method) => [
        "Gezählt sind die ausgestellten Ursprungszeugnisse nach dem Tag der Ausstellung; Zeugnisse, die ein anderes ersetzt hat, zählen nicht.",
        ...(method.scope === "all"
          ? []
          : [
              `Berücksichtigt sind nur Bestimmungsländer ${method.scope === "distant" ? "außerhalb" : "innerhalb"} der Europäischen Union ${union(method.eu)}.`,
            ]),
        ...(method.currency === null
          ? []
          : [
              `Der Warenwert lautet auf ${method.currency}; andere Währungen sind zum Referenzkurs der Europäischen Zentralbank vom Tag der Ausstellung umgerechnet.`,
            ]),
        ...(method.previousIncomplete
          ? ["Die Daten des Vorjahres sind nicht vollständig: Ein Vergleich damit ist nicht möglich."]
          : []),
        ...(method.withoutValue === 0
          ? []
          : [
              method.withoutValue === 1
                ? "Das eine Zeugnis ohne Wert zählt bei der Anzahl mit, nicht beim Warenwert."
                : `Die ${count(method.withoutValue)} Zeugnisse ohne Wert zählen bei der Anzahl mit, nicht beim Warenwert.`,
            ]),
        `${method.growth ? "Wachstum und Anteile" : "Anteile"} sind aus ungerundeten Zahlen berechnet.`,
        ...(method.leftOut
          ? ["Bestimmungsländer, deren Zeugnisse alle von einem Exporteur stammen, werden nicht mit Zahlen genannt."]
          : []),
      ],
      exact: (now, then) =>
        `Genaue Zahlen ${when}: ${totals(now)}${then === null ? "" : `; ${before}: ${totals(then)}`}.`,
      sources: "Quelle",
    },
  };
}

function union(eu: EuConvention): string {
  switch (eu.kind) {
    case "issue-date":
      return "in ihrer Zusammensetzung am Tag der Ausstellung";
    case "current":
      return "in ihrer heutigen Zusammensetzung";
    case "fixed":
      return `in ihrer Zusammensetzung vom ${eu.date}`;
  }
}
