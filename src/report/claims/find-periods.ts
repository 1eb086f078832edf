import type { NumberSpan } from "./numbers.ts";
import type { CueSpan } from "./phrases.ts";
import type { Token } from "./tokens.ts";
import type { Cue } from "./words.ts";

/** A time that a text names, by the positions of its tokens. */
export interface PeriodSpan {
  readonly start: number;
  readonly end: number;
  /** `this`, `last`: the words are relative to the day of publication. An offset: to the year that is spoken of. */
  readonly year: number | "this" | "last" | Offset | null;
  readonly firstMonth: number;
  readonly lastMonth: number;
  /** `since 2010` bounds a superlative; `from 2010 to` is a year of comparison. */
  readonly role: "when" | "since" | "from";
}

/** `a year earlier` is -1, `two years later` 2. */
export interface Offset {
  readonly offset: number;
}

export function isOffset(year: PeriodSpan["year"]): year is Offset {
  return typeof year === "object" && year !== null;
}

const EARLIER =
  /^(?:eerder|voordien|daarvoor|ervoor|vroeger|earlier|before|previously|zuvor|davor|fruher|vorher|auparavant|avant|tot)$/;
const LATER = /^(?:later|daarna|nadien|erna|afterwards|spater|danach|darauf|tard|apres)$/;
/** More years than that are a length of time. */
const MOST_YEARS_BACK = 20n;

export const SINCE = new Set(["sinds", "sedert", "since", "depuis", "seit"]);
/** Words that may stand between the parts of a time, and mean nothing. */
const FILLERS = new Set(
  "van of de du d des het jaar in the year im dem den der l annee die le la en year jahr jahres an al maar".split(" "),
);
const THROUGH = new Set([
  "-",
  "–",
  "—",
  "tot",
  "to",
  "until",
  "through",
  "a",
  "bis",
  "au",
  "t",
  "/",
  "and",
  "en",
  "et",
  "und",
]);
const ROMAN = ["I", "II", "III", "IV"];
const WHOLE_YEAR = { firstMonth: 1, lastMonth: 12 } as const;

/** Finds the years, halves, quarters and months of a text, and the words for this and last year. */
export function findPeriods(
  tokens: readonly Token[],
  numbers: readonly NumberSpan[],
  cues: readonly CueSpan[],
  months: ReadonlyMap<string, number>,
  ignored: ReadonlySet<number>,
  text: string,
): readonly PeriodSpan[] {
  const numberAt = new Map(numbers.map((number) => [number.start, number]));
  const cueAt = new Map<number, readonly CueSpan[]>();
  for (const cue of cues) cueAt.set(cue.start, [...(cueAt.get(cue.start) ?? []), cue]);
  const cueOf = (at: number, cue: Cue): CueSpan | undefined => cueAt.get(at)?.find((span) => span.cue === cue);
  const quantityAfter = (at: number): boolean =>
    (cueAt.get(at) ?? []).some(({ cue }) => QUANTITIES.has(cue)) || tokens[at]?.text === "%";

  const yearAt = (at: number): number | null => {
    const number = numberAt.get(at);
    if (number === undefined || !isYear(tokens[at]?.text ?? "") || number.end !== at + 1 || number.sign !== 0)
      return null;
    const led =
      /^(?:in|en|im|jaar|jahr|annee|year|sinds|since|depuis|seit|of|dan|als|than|tegenover|with|against|versus|vs|contre|gegen|gegenuber|mit)$/.test(
        tokens[at - 1]?.folded ?? "",
      );
    // A quantity is on the same line, and `the 2014 certificate count` counts no 2014 of them.
    const [here, next] = [tokens[at], tokens[at + 1]];
    const isBeside = next !== undefined && !text.slice(here?.end, next.start).includes("\n") && !ONE.test(next.folded);
    return isBeside && quantityAfter(at + 1) && !led ? null : Number(number.mantissa);
  };
  const relativeAt = (at: number): { readonly year: PeriodSpan["year"]; readonly end: number } | null => {
    const year = yearAt(at);
    if (year !== null) return { year, end: at + 1 };
    const [current, last, before] = [cueOf(at, "thisYear"), cueOf(at, "lastYear"), cueOf(at, "yearBefore")];
    if (current !== undefined) return { year: "this", end: current.end };
    if (last !== undefined) return { year: "last", end: last.end };
    if (before !== undefined) return { year: { offset: -1 }, end: before.end };
    const after = cueOf(at, "yearAfter");
    return after === undefined ? yearsAwayAt(at) : { year: { offset: 1 }, end: after.end };
  };
  /** `two years earlier`, `trois ans plus tard`. */
  const yearsAwayAt = (at: number): { readonly year: Offset; readonly end: number } | null => {
    const number = numberAt.get(at);
    const unit = number === undefined ? undefined : cueOf(number.end, "year");
    if (number === undefined || unit === undefined || number.ordinal || number.mantissa > MOST_YEARS_BACK) return null;
    const end = tokens[unit.end]?.folded === "plus" ? unit.end + 1 : unit.end;
    const word = tokens[end]?.folded ?? "";
    const sign = EARLIER.test(word) ? -1 : LATER.test(word) ? 1 : 0;
    return sign === 0 ? null : { year: { offset: sign * Number(number.mantissa) }, end: end + 1 };
  };
  /** The year that belongs to a part of one: after it, or just before. */
  const withYear = (start: number, end: number, part: { firstMonth: number; lastMonth: number }): PeriodSpan => {
    for (let at = end; at <= end + 4; at += 1) {
      const found = relativeAt(at);
      if (found !== null) return { start, end: found.end, year: found.year, ...part, role: "when" };
      if (!FILLERS.has(tokens[at]?.folded ?? "") && !(at === end && tokens[at]?.text === "-")) break;
    }
    const before = yearAt(start - 1) ?? (tokens[start - 1]?.text === "-" ? yearAt(start - 2) : null);
    return { start, end, year: before, ...part, role: "when" };
  };
  const partAt = (at: number): PeriodSpan | null => {
    const { folded = "", kind } = tokens[at] ?? {};
    const [, letter, digit] = /^([qkthsj])([1-4])$/.exec(folded) ?? [];
    if (letter !== undefined && kind === "word") {
      const n = Number(digit);
      if (/[qkt]/.test(letter)) return withYear(at, at + 1, quarter(n));
      if (/[hs]/.test(letter) && n <= 2) return withYear(at, at + 1, half(n));
    }
    return monthsAt(at) ?? ordinalPartAt(at) ?? romanQuarterAt(at);
  };
  /** `II. Quartal`, `IVe trimestre`. */
  const romanQuarterAt = (at: number): PeriodSpan | null => {
    if (tokens[at]?.text.startsWith("I") !== true) return null;
    const n = ROMAN.indexOf(tokens[at]?.text.replace(/(?:er|e)$/, "") ?? "") + 1;
    const unit = n === 0 ? undefined : (cueOf(at + 1, "quarter") ?? cueOf(at + 2, "quarter"));
    return unit === undefined ? null : withYear(at, unit.end, quarter(n));
  };
  const monthAt = (at: number): number | null => {
    const token = tokens[at];
    if (token?.kind !== "word") return null;
    const month = months.get(token.folded) ?? null;
    return month !== null && (!/^(?:may|march|mar)$/.test(token.folded) || /^\p{Lu}/u.test(token.text)) ? month : null;
  };
  const monthsAt = (at: number): PeriodSpan | null => {
    const first = monthAt(at);
    if (first === null) return null;
    // `januari tot en met mei`, `January-September`, `entre janvier et juin`.
    for (let next = at + 1; next <= at + 4; next += 1) {
      const last = monthAt(next);
      if (last !== null && next > at + 1 && last > first)
        return withYear(at, next + 1, { firstMonth: first, lastMonth: last });
      const word = tokens[next]?.folded ?? "";
      if (!THROUGH.has(word) && word !== "met" && word !== "m") break;
    }
    return withYear(at, at + 1, { firstMonth: first, lastMonth: first });
  };
  const ordinalPartAt = (at: number): PeriodSpan | null => {
    const number = numberAt.get(at);
    const last = cueOf(at, "last");
    const end = number?.end ?? last?.end;
    if (end === undefined) return null;
    const ordinal = number?.ordinal === true ? Number(number.mantissa) : null;
    if (cueOf(end, "quarter") && (ordinal !== null || last !== undefined) && (ordinal ?? 4) <= 4) {
      return withYear(at, end + 1, quarter(ordinal ?? 4));
    }
    if (cueOf(end, "half") && (ordinal !== null || last !== undefined) && (ordinal ?? 2) <= 2) {
      return withYear(at, end + 1, half(ordinal ?? 2));
    }
    // `eerste zes maanden`, `six premiers mois`.
    const firstMonths = /^premier(?:s|es)$/.test(tokens[end]?.folded ?? "") ? cueOf(end + 1, "month") : undefined;
    if (number !== undefined && firstMonths !== undefined && number.mantissa <= 12n) {
      return withYear(at, firstMonths.end, { firstMonth: 1, lastMonth: Number(number.mantissa) });
    }
    const second = numberAt.get(end);
    const monthCue = second === undefined ? undefined : cueOf(second.end, "month");
    if (monthCue === undefined || second === undefined || number === undefined) return null;
    const count = number.ordinal ? Number(second.mantissa) : second.ordinal ? Number(number.mantissa) : 0;
    const firstOnes = number.ordinal ? number.mantissa === 1n : second.mantissa === 1n;
    return firstOnes && count >= 1 && count <= 12
      ? withYear(at, monthCue.end, { firstMonth: 1, lastMonth: count })
      : null;
  };

  const found: PeriodSpan[] = [];
  let at = 0;
  while (at < tokens.length) {
    const span = ignored.has(at) ? null : (partAt(at) ?? sameKindAt(at, found.at(-1)) ?? wholeYearAt(at));
    if (span !== null) found.push(span);
    at = span === null ? at + 1 : span.end;
  }
  return withRoles(found, tokens);

  /** `4.658 im dritten Quartal 2016, im zweiten 5.162`: a part of the year like the one before it. */
  function sameKindAt(position: number, before: PeriodSpan | undefined): PeriodSpan | null {
    const number = numberAt.get(position);
    if (number?.ordinal !== true || before === undefined || position - before.end > LONGEST_ELLIPSIS) return null;
    const next = numberAt.get(number.end);
    const isCount = next !== undefined && tokens[next.start]?.kind === "number" && Number(next.mantissa) > 100;
    const months = before.lastMonth - before.firstMonth + 1;
    const count = Number(number.mantissa);
    if (!isCount || (months !== 3 && months !== 6) || count * months > 12) return null;
    const part = months === 3 ? quarter(count) : half(count);
    return { start: position, end: number.end, year: before.year, ...part, role: "when" };
  }

  function wholeYearAt(position: number): PeriodSpan | null {
    const same = cueOf(position, "samePeriod");
    if (same !== undefined) {
      const span = withYear(position, same.end, { firstMonth: 0, lastMonth: 0 });
      return { ...span, year: span.year === null || span.year === "last" ? { offset: -1 } : span.year };
    }
    const relative = relativeAt(position);
    return relative === null ? null : { start: position, ...relative, ...WHOLE_YEAR, role: "when" };
  }
}

/** So many words may stand between a part of the year and the next. */
const LONGEST_ELLIPSIS = 10;
const ONE = /^(?:certificate|certificaat|certificat|zertifikat|zeugnis|ursprungszeugnis)$/;
const QUANTITIES: ReadonlySet<Cue> = new Set([
  "certificates",
  "exporters",
  "destinations",
  "products",
  "euro",
  "percent",
  "points",
  "otherCurrency",
]);

const BEGINNING = /^(?:begin|began|begun|start|debut|aanvang|anfang|commence)/;
/** How far `since` may stand before the year that it is about: `since the beginning of the measurements of the chamber in 2007`. */
const FARTHEST_SINCE = 9;

/** Whether a time is where a series begins: `since records began in 2007`, `the series, which begins in 2007`. */
function isOfSeries(span: PeriodSpan, tokens: readonly Token[]): boolean {
  const words = tokens.slice(Math.max(0, span.start - 5), span.end + 2).map(({ folded }) => folded);
  if (words.some((word) => /^(?:reeks|serie|reihe|zeitreihe|series)$/.test(word)) && words.some(isBeginning))
    return true;
  const before = tokens.slice(Math.max(0, span.start - FARTHEST_SINCE), span.start).map(({ folded }) => folded);
  const since = before.findLastIndex((word) => SINCE.has(word));
  const between = before.slice(since + 1);
  return since !== -1 && between.some(isBeginning) && !between.includes(",");
}

function isBeginning(word: string): boolean {
  return BEGINNING.test(word);
}

function withRoles(spans: readonly PeriodSpan[], tokens: readonly Token[]): readonly PeriodSpan[] {
  return spans.map((span, index) => {
    if (isOfSeries(span, tokens)) return { ...span, role: "since" as const };
    let before = span.start - 1;
    while (
      before > span.start - 4 &&
      FILLERS.has(tokens[before]?.folded ?? "") &&
      !SINCE.has(tokens[before]?.folded ?? "")
    )
      before -= 1;
    if (SINCE.has(tokens[before]?.folded ?? "")) return { ...span, role: "since" as const };
    const next = spans[index + 1];
    const between = next === undefined ? [] : tokens.slice(span.end, next.start);
    const isBetween = /^(?:between|tussen|entre|zwischen)$/.test(tokens[span.start - 1]?.folded ?? "");
    const joined =
      between.length > 0 &&
      between.length <= 2 &&
      between.every((token) => THROUGH.has(token.folded) && (isBetween || !/^(?:en|und|et|and)$/.test(token.folded)));
    return joined &&
      typeof span.year === "number" &&
      typeof next?.year === "number" &&
      next.year > span.year &&
      span.firstMonth === 1 &&
      span.lastMonth === 12
      ? { ...span, role: "from" as const }
      : span;
  });
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}

function quarter(n: number): { firstMonth: number; lastMonth: number } {
  return { firstMonth: 3 * n - 2, lastMonth: 3 * n };
}

function half(n: number): { firstMonth: number; lastMonth: number } {
  return { firstMonth: 6 * n - 5, lastMonth: 6 * n };
}
