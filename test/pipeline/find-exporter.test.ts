/** Who a sheet is for: found by number or whole name, never by something near. */
import { describe, expect, it } from "vitest";

import type { KnownExporter } from "../../src/domain/exporter.ts";
import { UserError } from "../../src/domain/user-error.ts";
import { findExporter } from "../../src/pipeline/find-exporter.ts";

const KNOWN: readonly KnownExporter[] = [
  { exporter: "BE0401000001", names: ["Alpha Fruit NV", "Alpha-Fruit"] },
  { exporter: "NL0401000002", names: ["Alpha Staal BV"] },
  { exporter: "BE0403000003", names: [] },
  { exporter: "BE0404000004", names: ["Écluse & Fils"] },
  { exporter: "NAME:ALPHA STAAL BV", names: ["ALPHA STAAL BV"] },
  { exporter: "NAME:ZONDER NUMMER", names: ["Zonder Nummer"] },
];

const find = (text: string): string => findExporter(text, KNOWN).exporter;

function failure(text: string): UserError {
  try {
    find(text);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`${text} was found`);
}

describe("an exporter", () => {
  it.each([
    ["BE0401000001", "BE0401000001"],
    ["be 0401.000.001", "BE0401000001"],
    ["0401.000.001", "BE0401000001"],
    ["alpha fruit nv", "BE0401000001"],
    ["Alpha Fruit", "BE0401000001"],
    ["ecluse et fils", null],
    ["ECLUSE & FILS", "BE0404000004"],
    ["0403 000 003", "BE0403000003"],
    ["zonder nummer", "NAME:ZONDER NUMMER"],
    ["NAME:ALPHA STAAL BV", "NAME:ALPHA STAAL BV"],
    ["NL0401000002", "NL0401000002"],
  ] as const)("%j is %j", (text, expected) => {
    if (expected === null) expect(failure(text).exitCode).toBe(2);
    else expect(find(text)).toBe(expected);
  });

  it("of a name that two have is asked for by its code, also when it has no number", () => {
    const { message, hint } = failure("Alpha Staal BV");
    expect(message).toBe('"Alpha Staal BV" is the name of 2 exporters');
    expect(hint).toBe('name it by its code: NL0401000002 (Alpha Staal BV) or "NAME:ALPHA STAAL BV"');
  });

  it("that is not there is told with those that are near, by number and by name", () => {
    expect(failure("BE0401000010").hint).toContain("BE0401000001 (Alpha Fruit NV)");
    expect(failure("Alfa Fruit NV").hint).toBe("did you mean BE0401000001 (Alpha Fruit NV)?");
    expect(failure("staal").hint).toBe('did you mean NL0401000002 (Alpha Staal BV) or "NAME:ALPHA STAAL BV"?');
    expect(failure("Qwertyuiop").hint).toBe("origo shares --by exporter lists the exporters");
  });
});
