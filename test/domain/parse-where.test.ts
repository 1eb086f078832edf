import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { DIMENSIONS } from "../../src/domain/dimension.ts";
import { parseWhere } from "../../src/domain/parse-where.ts";
import { UserError } from "../../src/domain/user-error.ts";
import { printWhere, type Where } from "../../src/domain/where.ts";
import { createVocabulary } from "../../src/reference/where-values.ts";

const vocabulary = createVocabulary(["Machinery", "Gulf states"]);
const parse = (text: string): Where => parseWhere(text, vocabulary);

function faultOf(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof UserError) return `${error.message}\n  ${error.hint}`;
    throw error;
  }
  return "no fault";
}

describe("a condition", () => {
  it.each([
    [
      "destination in (CN, JP) and year >= 2015 and not bloc = EU",
      "destination in (CN, JP) and year >= 2015 and bloc != EU",
    ],
    ["DESTINATION IN (China, japon) OR NOT (Year < 2015)", "destination in (CN, JP) or not year < 2015"],
    // Words of the grammar are values where a value stands: India, Norway and Oregon's code among them.
    ["destination in (IN, NO)", "destination in (IN, NO)"],
    ["destination = IN and chamber = or", "destination = IN and chamber = or"],
    ['chamber = "say ""a""" or chamber=\'it\'\'s\'', 'chamber = "say ""a""" or chamber = "it\'s"'],
    ["value>=1000 and value<2000.5", "value >= 1000.00 and value < 2000.50"],
    ['exporter_size = "" or value = ""', 'exporter_size = "" or value = ""'],
    ["(year = 2015 or year = 2016) and bloc = opec+", "(year = 2015 or year = 2016) and bloc = OPEC+"],
    ["year = 2015 or year = 2016 and year = 2017", "year = 2015 or year = 2016 and year = 2017"],
    [
      "quarter > 2015-q2 and month <= 2016-02 and date != 2016-02-29",
      "quarter > 2015-Q2 and month <= 2016-02 and date != 2016-02-29",
    ],
    ["sub_region = 'West-Azië' and region = Azië", "sub_region = 145 and region = 142"],
    ["exporter_size in (klein, Groß, MOYENNE)", "exporter_size in (small, large, medium)"],
    ['group = "gulf STATES"', 'group = "Gulf states"'],
    ["hs2 not in (84, 85, 84)", "hs2 not in (84, 85)"],
    ["destination = XX", "destination = XX"],
  ])("%s", (text, printed) => {
    expect(printWhere(parse(text))).toBe(printed);
    expect(parse(printed)).toEqual(parse(text));
  });

  it("binds and before or", () => {
    expect(parse("year = 2015 or year = 2016 and year = 2017")).toEqual({
      kind: "or",
      terms: [
        { kind: "in", field: "year", values: ["2015"] },
        {
          kind: "and",
          terms: [
            { kind: "in", field: "year", values: ["2016"] },
            { kind: "in", field: "year", values: ["2017"] },
          ],
        },
      ],
    });
  });
});

describe("a fault in a condition", () => {
  it("points at the character", () => {
    expect(faultOf("year > 2015 and destnation = CN")).toBe(
      [
        '--where, column 17: "destnation" is no field',
        "  year > 2015 and destnation = CN",
        "                  ^",
        "  did you mean destination?",
      ].join("\n"),
    );
  });

  it("points at the character also behind characters of two code units, and in the middle of a long text", () => {
    expect(faultOf('chamber = "😀" and yaer = 2015')).toContain(
      'column 19: "yaer" is no field\n  chamber = "😀" and yaer = 2015\n                    ^',
    );
    const long = `${"year = 2015 or ".repeat(50)}yaer = 2015`;
    expect(faultOf(long)).toMatch(/column 751: .*\n {2}….{60}yaer = 2015\n {63}\^/);
  });

  it.each([
    ["", "the condition ends here"],
    ["destination = Frnace", "did you mean France?"],
    ["destination = United States", "put a value of several words in quotes"],
    ["chamber = Den Haag", "put a value of several words in quotes"],
    ["bloc = Schengen", "not a trade bloc"],
    ["bloc = MERCOSUL", "did you mean MERCOSUR?"],
    ["year = 15", "expected a year such as 2017"],
    ["month = 2015-13", "expected a month"],
    ["date = 2015-02-29", "expected a day"],
    ["quarter = 2015-Q5", "expected a quarter"],
    ["hs2 = 841", "expected a chapter of 2 digits"],
    ["value > 1,000", "expected and, or, or the end"],
    ["value > -1", "has no meaning here"],
    ["value > 1.005", "expected an amount"],
    ["value > ''", "nothing is below or above what is not stated"],
    ["year = ''", "expected a year"],
    ["destination > CN", "destination has no order"],
    ["destination == CN", "expected a value"],
    ["destination <> CN", "destination has no order"],
    ["destination like CN", "expected =, !=,"],
    ["destination in CN", "expected a list in brackets"],
    ["destination in ()", "expected a value"],
    ["destination in (CN", "expected a comma or a closing bracket"],
    ["(year = 2015", "expected and, or, or a closing bracket"],
    ["year = 2015)", "expected and, or, or the end"],
    ["year = 2015; drop table certificates", "has no meaning here"],
    ["chamber = 'open", "this quote is not closed"],
    ["currency = EURO2", "expected an ISO 4217 code"],
    ["exporter_size = tiny", "expected one of micro, small, medium, large"],
    ["group = Machines", "did you mean Machinery?"],
    ["(".repeat(60), "nested more than 50 times"],
    [`year in (2015) ${"or year = 2016 ".repeat(200)}`, "more than 200 comparisons"],
  ])("%s", (text, expected) => {
    expect(faultOf(text)).toContain(expected);
  });

  it("asks for the groups file when there is none", () => {
    expect(() => parseWhere("group = Machinery", createVocabulary())).toThrow("there are no groups");
  });
});

describe("properties", () => {
  const value = fc.constantFrom("CN", "France", "2015", "2015-03", "84", "1000", "", "EU", "IN", "a b", "Asia", "💶");
  const comparison = fc.record({
    field: fc.constantFrom(...DIMENSIONS, "date", "value", "nonsense"),
    operator: fc.constantFrom("=", "!=", "<", ">=", "in", "not in", "like"),
    value,
  });
  const text = fc.letrec<{ condition: string; comparison: string }>((tie) => ({
    comparison: comparison.map((each) => {
      const quoted = `"${each.value}"`;
      return `${each.field} ${each.operator} ${each.operator.endsWith("in") ? `(${quoted}, ${quoted})` : quoted}`;
    }),
    condition: fc.oneof(
      { maxDepth: 5 },
      tie("comparison"),
      tie("condition").map((inner) => `not (${inner})`),
      tie("condition").map((inner) => `not ${inner}`),
      fc.tuple(tie("condition"), tie("condition")).map(([a, b]) => `${a} and (${b})`),
      fc.tuple(tie("condition"), tie("condition")).map(([a, b]) => `(${a}) or ${b}`),
    ),
  })).condition;

  /** A condition, or nothing when the text is a fault for the user; anything else that is thrown fails the property. */
  function parsed(condition: string): Where | null {
    try {
      return parse(condition);
    } catch (error) {
      if (error instanceof UserError && error.exitCode === 2) return null;
      throw error;
    }
  }

  it("any text is a condition or a fault for the user", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), text), (each) => void parsed(each)),
      {
        numRuns: 2000,
      },
    );
  });

  it("what is printed reads back as the same", () => {
    let conditions = 0;
    const valid = fc.letrec<{ condition: string }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(
          "destination = CN",
          "year >= 2015",
          "hs2 in (84, 85)",
          "bloc != EU",
          'chamber = "a ""b"" c"',
          "value < 5",
        ),
        fc.string({ unit: "grapheme", maxLength: 12 }).map((each) => `exporter = "${each.replaceAll('"', '""')}"`),
        tie("condition").map((inner) => `not (${inner})`),
        fc.tuple(tie("condition"), tie("condition")).map(([a, b]) => `(${a}) and (${b})`),
        fc.tuple(tie("condition"), tie("condition")).map(([a, b]) => `(${a}) or (${b})`),
      ),
    })).condition;
    fc.assert(
      fc.property(valid, (each) => {
        const where = parsed(each);
        if (where === null) return;
        conditions += 1;
        expect(parse(printWhere(where))).toEqual(where);
      }),
      { numRuns: 1000 },
    );
    expect(conditions).toBeGreaterThan(500);
  });
});
