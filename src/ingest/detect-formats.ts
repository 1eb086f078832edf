import type { DateOrder, DecimalMark, Profile } from "../domain/profile.ts";
import { UserError } from "../domain/user-error.ts";
import type { Engine } from "../store/engine.ts";
import { DATE_WITH_ORDER, isNumber } from "./parse-rules.ts";

/** How dates and amounts of one file are written. */
export interface Formats {
  readonly dateOrder: DateOrder;
  readonly decimalMark: DecimalMark;
}

/** How many texts can be read only in the first way, only in the second, in both. */
export interface Readings {
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/** Of the values that decide, how many may speak against the reading that is taken; each of these is then rejected by itself. */
const TOLERATED_SHARE = 0.01;

/** Which way all texts are written in: `mixed` when too many speak against either, `open` when all can be read in both. */
export function weigh({ first, second, both }: Readings): "first" | "second" | "mixed" | "open" {
  if (Math.min(first, second) > TOLERATED_SHARE * (first + second)) return "mixed";
  if (first === second && both > 0) return "open";
  return first > second ? "first" : "second";
}

/**
 * Finds the date order and the decimal mark from every text in the two columns, not from a sample. A column that can be
 * read in two ways, or is written in two ways, is an error that asks; it is never a guess.
 */
export async function detectFormats(engine: Engine, profile: Profile, name: string): Promise<Formats> {
  return {
    dateOrder: profile.date_order ?? (await detectDateOrder(engine, name)),
    decimalMark: profile.decimal_mark ?? (await detectDecimalMark(engine, name)),
  };
}

interface Evidence extends Readonly<Record<string, string | null>> {
  /** How many values can be read only in the first way, only in the second, in both. */
  readonly only_first: string;
  readonly only_second: string;
  readonly both: string;
  readonly example_first: string | null;
  readonly example_second: string | null;
  readonly example_both: string | null;
}

async function detectDateOrder(engine: Engine, name: string): Promise<DateOrder> {
  const [evidence] = await engine.rows<Evidence>(
    `with written as (
       select issue_date as text, count(*) as n,
         regexp_extract(issue_date, '${DATE_WITH_ORDER}', 1)::integer as first_number,
         regexp_extract(issue_date, '${DATE_WITH_ORDER}', 2)::integer as second_number
       from staged group by issue_date having regexp_matches(issue_date, '${DATE_WITH_ORDER}')
     )
     select ${evidenceColumns("first_number > 12 and second_number <= 12", "second_number > 12 and first_number <= 12", "first_number <= 12 and second_number <= 12")}
     from written`,
  );
  return decide(evidence, { first: "dmy", second: "mdy" } as const, {
    what: "dates",
    question: (text) => `does "${text}" begin with the day or with the month?`,
    option: "--date-order dmy or --date-order mdy",
    key: "date_order",
    name,
  });
}

async function detectDecimalMark(engine: Engine, name: string): Promise<DecimalMark> {
  // A mark before the last two digits sets no thousands apart: then the other reading is out without a look at the rest.
  const comma = `case when value like '%.__' then false else ${isNumber("value", ",")} end`;
  const point = `case when value like '%,__' then false else ${isNumber("value", ".")} end`;
  const [evidence] = await engine.rows<Evidence>(
    `with written as (
       select value as text, 1 as n, ${comma} as comma, ${point} as point
       from staged where not value_is_number and (contains(value, ',') or contains(value, '.'))
     )
     select ${evidenceColumns("comma and not point", "point and not comma", "comma and point")} from written`,
  );
  return decide(evidence, { first: ",", second: "." } as const, {
    what: "amounts",
    question: (text) => `is the mark in "${text}" a decimal mark or a thousands separator?`,
    option: "--decimal-mark , or --decimal-mark .",
    key: "decimal_mark",
    name,
  });
}

function evidenceColumns(first: string, second: string, both: string): string {
  const column = (name: string, condition: string): string =>
    `coalesce(sum(n) filter (where ${condition}), 0)::varchar as ${name}, min(text) filter (where ${condition}) as example_${name.replace("only_", "")}`;
  return [column("only_first", first), column("only_second", second), column("both", both)].join(", ");
}

interface Question {
  readonly what: string;
  readonly question: (text: string) => string;
  readonly option: string;
  readonly key: string;
  readonly name: string;
}

function decide<Reading extends string>(
  evidence: Evidence | undefined,
  readings: { readonly first: Reading; readonly second: Reading },
  ask: Question,
): Reading {
  const first = Number(evidence?.only_first ?? 0);
  const second = Number(evidence?.only_second ?? 0);
  const verdict = weigh({ first, second, both: Number(evidence?.both ?? 0) });
  if (verdict === "mixed") {
    throw new UserError(
      1,
      `${ask.name} writes ${ask.what} in two ways: "${evidence?.example_first}" (${first} rows) and "${evidence?.example_second}" (${second} rows)`,
      `say which way is right with ${ask.option}, or "${ask.key}" in a profile; the other rows are then rejected one by one`,
    );
  }
  if (verdict === "open") {
    throw new UserError(
      1,
      `${ask.name}: the ${ask.what} can all be read in two ways: ${ask.question(evidence?.example_both ?? "")}`,
      `answer with ${ask.option}, or "${ask.key}" in a profile`,
    );
  }
  return readings[verdict];
}
