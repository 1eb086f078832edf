import type { DateOrder, DecimalMark, Profile } from "../domain/profile.ts";
import type { Formats } from "../ingest/detect-formats.ts";
import { DATE_WITH_ORDER, numberPattern } from "../ingest/parse-rules.ts";
import { BeyondTally } from "./beyond-tally.ts";
import { scanAtOnce } from "./scan-range.ts";
import type { RangeFacts, RangePlan } from "./scanned-range.ts";
import { trimCell } from "./trim-cell.ts";

/** How many texts can be read only in the first way, only in the second, in both. */
interface Evidence {
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

const TOLERATED_SHARE = 0.01;

/** The formats of a file, from the facts of all its ranges. Throws `BeyondTally` where they leave a question: the engine asks it. */
export function decideFormats(ranges: readonly RangeFacts[], profile: Profile): Formats {
  return {
    dateOrder: profile.date_order ?? decide<DateOrder>(sumOf(ranges.map(orderEvidence)), "dmy", "mdy"),
    decimalMark: profile.decimal_mark ?? decide<DecimalMark>(sumOf(ranges.map(markEvidence)), ",", "."),
  };
}

/** The mark that the first rows speak for: the others mostly do, too. Of the `heads` of a text the first that says anything counts. */
export function guessMark(heads: readonly RangePlan[], profile: Profile): DecimalMark {
  if (profile.decimal_mark !== undefined) return profile.decimal_mark;
  for (const head of heads) {
    const { first, second } = markEvidence(scanAtOnce(head).facts);
    if (first !== second) return first > second ? "," : ".";
  }
  return ".";
}

function decide<Way>({ first, second, both }: Evidence, firstWay: Way, secondWay: Way): Way {
  if (Math.min(first, second) > TOLERATED_SHARE * (first + second)) throw new BeyondTally("written in two ways");
  if (first === second && both > 0) throw new BeyondTally("can be read in two ways");
  return first > second ? firstWay : secondWay;
}

function orderEvidence({ texts, dateCounts }: RangeFacts): Evidence {
  const ordered = new RegExp(DATE_WITH_ORDER);
  const counts = { first: 0, second: 0, both: 0 };
  texts.issue_date.forEach((text, code) => {
    const [, one, two] = ordered.exec(trimCell(text) ?? "") ?? [];
    if (one === undefined) return;
    const [isDay, isMonth] = [Number(one) > 12, Number(two) <= 12];
    const count = dateCounts[code] ?? 0;
    if (isDay && isMonth) counts.first += count;
    else if (!isDay && !isMonth) counts.second += count;
    else if (!isDay) counts.both += count;
  });
  return counts;
}

const [WITH_COMMA, WITH_POINT] = ([",", "."] as const).map((mark) => new RegExp(`^(?:${numberPattern(mark)})$`));

function markEvidence({ marks, oddAmounts }: RangeFacts): Evidence {
  const counts = { first: marks.comma, second: marks.point, both: marks.either };
  for (const text of oddAmounts) {
    if (!/[.,]/.test(text)) continue;
    const [comma, point] = [WITH_COMMA?.test(text), WITH_POINT?.test(text)];
    if (comma === true && point === true) counts.both += 1;
    else if (comma === true) counts.first += 1;
    else if (point === true) counts.second += 1;
  }
  return counts;
}

function sumOf(evidence: readonly Evidence[]): Evidence {
  return evidence.reduce(
    (sum, { first, second, both }) => ({
      first: sum.first + first,
      second: sum.second + second,
      both: sum.both + both,
    }),
    { first: 0, second: 0, both: 0 },
  );
}
