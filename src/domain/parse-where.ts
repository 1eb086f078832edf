import { DIMENSIONS } from "./dimension.ts";
import { printable } from "./printable.ts";
import { UserError } from "./user-error.ts";
import { BARE_VALUE, ORDERINGS, isTime, type Ordering, type Where, type WhereField } from "./where.ts";

/** What a value of a field stands for, or why it stands for nothing. */
export type ValueReading = { readonly value: string } | { readonly fault: string; readonly remedy: string };

/** What the parser has to ask about the world. */
export interface WhereVocabulary {
  readonly read: (field: WhereField, text: string) => ValueReading;
  /** The known word that is nearest to an unknown one, if one is near. */
  readonly nearest: (word: string, known: readonly string[]) => string | null;
}

const FIELDS: readonly WhereField[] = [...DIMENSIONS, "date", "value"];
const ORDERED = FIELDS.filter((field) => isTime(field) || field === "value");

const QUOTE_WORDS = "put a value of several words in quotes";

/** Beyond these a condition is an accident, or an attack on the stack. */
const DEEPEST = 50;
const MOST_COMPARISONS = 200;

interface Token {
  readonly kind: "word" | "text" | "symbol" | "end";
  readonly text: string;
  /** Where it begins, from 0. */
  readonly at: number;
}

/**
 * Reads a condition such as `destination in (CN, JP) and year >= 2015 and not bloc = EU`:
 *
 *     condition  = chain { "or" chain }
 *     chain      = term { "and" term }
 *     term       = "not" term | "(" condition ")" | comparison
 *     comparison = field ("=" | "!=" | "<" | "<=" | ">" | ">=") value | field ["not"] "in" "(" value { "," value } ")"
 *     value      = a word, or any text in single or double quotes (doubled inside)
 *
 * Whatever does not fit is a `UserError` that points at the character.
 */
export function parseWhere(text: string, vocabulary: WhereVocabulary, option = "--where"): Where {
  try {
    return parse(text, vocabulary);
  } catch (error) {
    if (error instanceof ConditionFault) throw error.forUser(text, option);
    throw error;
  }
}

function parse(text: string, vocabulary: WhereVocabulary): Where {
  const tokens = tokensOf(text);
  let position = 0;
  let comparisons = 0;

  const peek = (): Token => tokens[position] ?? { kind: "end", text: "", at: text.length };
  const take = (): Token => {
    const token = peek();
    position += 1;
    return token;
  };
  const isWord = (token: Token, word: string): boolean => token.kind === "word" && token.text.toLowerCase() === word;
  const takeSymbol = (symbol: string): boolean => {
    const found = peek().kind === "symbol" && peek().text === symbol;
    if (found) position += 1;
    return found;
  };
  const takeWord = (word: string): boolean => {
    const found = isWord(peek(), word);
    if (found) position += 1;
    return found;
  };

  const condition = (depth: number): Where => chainOf("or", () => chainOf("and", () => term(depth)));

  function chainOf(kind: "and" | "or", next: () => Where): Where {
    const first = next();
    const terms = [first];
    while (takeWord(kind)) terms.push(next());
    return terms.length === 1 ? first : { kind, terms };
  }

  function term(depth: number): Where {
    if (depth > DEEPEST)
      throw new ConditionFault(peek().at, `this is nested more than ${DEEPEST} times`, "say it more simply");
    if (takeWord("not")) return { kind: "not", term: term(depth + 1) };
    if (!takeSymbol("(")) return comparison();
    const inner = condition(depth + 1);
    if (!takeSymbol(")")) throw unexpected("and, or, or a closing bracket");
    return inner;
  }

  function comparison(): Where {
    comparisons += 1;
    const field = readField();
    if (comparisons > MOST_COMPARISONS) {
      throw new ConditionFault(
        peek().at,
        `there are more than ${MOST_COMPARISONS} comparisons`,
        "use a list: field in (a, b)",
      );
    }
    const operator = take();
    if (isWord(operator, "in")) return { kind: "in", field, values: list(field) };
    if (isWord(operator, "not") && takeWord("in")) {
      return { kind: "not", term: { kind: "in", field, values: list(field) } };
    }
    const equals: Where = { kind: "in", field, values: [] };
    if (operator.kind === "symbol" && operator.text === "=") return { ...equals, values: [value(field)] };
    if (operator.kind === "symbol" && operator.text === "!=") {
      return { kind: "not", term: { ...equals, values: [value(field)] } };
    }
    const ordering = ORDERINGS.find((each) => operator.kind === "symbol" && each === operator.text);
    if (ordering === undefined) {
      position -= 1;
      throw unexpected("=, !=, <, <=, >, >=, in or not in");
    }
    return order(field, ordering, operator.at);
  }

  function readField(): WhereField {
    const token = take();
    if (token.kind !== "word") {
      position -= 1;
      throw unexpected("a field, not or an opening bracket");
    }
    const word = token.text.toLowerCase();
    const known = FIELDS.find((field) => field === word);
    if (known !== undefined) return known;
    const nearest = vocabulary.nearest(word, FIELDS);
    const remedy = nearest === null ? `the fields are ${FIELDS.join(", ")}` : `did you mean ${nearest}?`;
    throw new ConditionFault(token.at, `"${token.text}" is no field`, remedy);
  }

  function order(field: WhereField, operator: Ordering, at: number): Where {
    if (!ORDERED.includes(field)) {
      throw new ConditionFault(at, `${field} has no order`, `${operator} is for ${ORDERED.join(", ")}; use = or in`);
    }
    const { at: valueAt } = peek();
    const read = value(field);
    if (read === "") throw new ConditionFault(valueAt, "nothing is below or above what is not stated", "use = or !=");
    return { kind: "order", field, operator, value: read };
  }

  function list(field: WhereField): readonly string[] {
    if (!takeSymbol("(")) throw unexpected("a list in brackets, such as (CN, JP)");
    const values = [value(field)];
    while (takeSymbol(",")) values.push(value(field));
    if (!takeSymbol(")")) throw unexpected("a comma or a closing bracket");
    return [...new Set(values)];
  }

  function value(field: WhereField): string {
    const token = take();
    if (token.kind !== "word" && token.kind !== "text") {
      position -= 1;
      throw unexpected("a value");
    }
    const read = vocabulary.read(field, token.text);
    if ("fault" in read) {
      const following = peek();
      const several = following.kind === "word" && !isWord(following, "and") && !isWord(following, "or");
      throw new ConditionFault(token.at, read.fault, several ? QUOTE_WORDS : read.remedy);
    }
    return read.value;
  }

  function unexpected(expected: string): ConditionFault {
    const token = peek();
    const found = token.kind === "end" ? "the condition ends here" : `"${token.text}" does not fit here`;
    const several = token.kind === "word" && tokens[position - 1]?.kind === "word";
    return new ConditionFault(token.at, found, `expected ${expected}${several ? `; ${QUOTE_WORDS}` : ""}`);
  }

  const where = condition(0);
  if (peek().kind !== "end") throw unexpected("and, or, or the end");
  return where;
}

const SYMBOL = /^(?:<=|>=|!=|[<>=(),])/;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest)?.[0];
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const symbol = SYMBOL.exec(rest)?.[0];
    const word = BARE_VALUE.exec(rest)?.[0];
    const quoted = /^"(?:[^"]|"")*"|^'(?:[^']|'')*'/.exec(rest)?.[0];
    const found = symbol ?? word ?? quoted;
    if (found === undefined) throw strayCharacter(text, at);
    tokens.push(
      quoted === undefined
        ? { kind: symbol === undefined ? "word" : "symbol", text: found, at }
        : { kind: "text", text: unquote(quoted), at },
    );
    at += found.length;
  }
  return tokens;
}

function unquote(quoted: string): string {
  const mark = quoted.charAt(0);
  return quoted.slice(1, -1).replaceAll(mark + mark, mark);
}

function strayCharacter(text: string, at: number): ConditionFault {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return character === '"' || character === "'"
    ? new ConditionFault(at, "this quote is not closed", `put another ${character} at the end of the value`)
    : new ConditionFault(at, `${JSON.stringify(character)} has no meaning here`, "put texts with signs in quotes");
}

/** How much of a long condition is shown before and after its fault. */
const CONTEXT = 60;

/** What is wrong with a condition, and where. */
class ConditionFault extends Error {
  constructor(
    readonly at: number,
    readonly what: string,
    readonly remedy: string,
  ) {
    super(what);
  }

  /** The fault under the text that has it, with a caret below the character. */
  forUser(text: string, option: string): UserError {
    const from = Math.max(0, this.at - CONTEXT);
    const before = (from > 0 ? "…" : "") + singleSpaces(text.slice(from, this.at));
    const after = singleSpaces(text.slice(this.at, this.at + CONTEXT)) + (this.at + CONTEXT < text.length ? "…" : "");
    const column = lengthOf(text.slice(0, this.at)) + 1;
    const pointer = `${" ".repeat(lengthOf(before))}^`;
    const message = `${option}, column ${column}: ${printable(this.what)}\n  ${before}${after}\n  ${pointer}`;
    return new UserError(2, message, this.remedy);
  }
}

/** One column for each character, whatever it is. */
function singleSpaces(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ");
}

/** The number of characters, those outside the basic plane counted once. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
