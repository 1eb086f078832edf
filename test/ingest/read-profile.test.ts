import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { UserError } from "../../src/domain/user-error.ts";
import { readProfile } from "../../src/ingest/read-profile.ts";
import { dataPath } from "../../src/reference/data-file.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "origo-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function errorOf(profile: unknown): UserError {
  const path = join(folder, "faulty.profile.json");
  writeFileSync(path, JSON.stringify(profile));
  try {
    readProfile(path);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("the profile was read");
}

describe("a profile", () => {
  it.each([
    [{ columns: { destnation: "Land" } }, "columns.destnation: unknown field; did you mean destination?", "issue_date"],
    [{ constants: { curency: "EUR" } }, "constants.curency: unknown field; did you mean currency?", "chamber"],
    [{ colums: {} }, "colums: unknown key; did you mean columns?", "value_unit"],
    [{ xyz: 1 }, "xyz: unknown key", "value_unit"],
    [{ coverage: { form: "2017-01-01" } }, "coverage.form: unknown key; did you mean from?", "from, to"],
    [{ date_order: "ymd" }, 'date_order: "ymd" is not allowed', '"dmy" or "mdy"'],
    [{ decimal_mark: 5 }, "decimal_mark: 5 is not allowed", '"," or "."'],
    [{ value_unit: 0 }, "value_unit: 0 is not allowed", "a whole number from 1"],
    [{ value_unit: "1000" }, 'value_unit: "1000" is not allowed', "a whole number from 1"],
    [{ grain: "row" }, 'grain: "row" is not allowed', '"certificate" or "record"'],
    [{ statuses: { "0": "ok" } }, 'statuses.0: "ok" is not allowed', "issued, cancelled, refused, draft"],
    [{ destinations: { Corea: "kr" } }, 'destinations.Corea: "kr" is not allowed', "ISO 3166-1"],
    [{ destinations: { Corea: "ZQ" } }, 'destinations.Corea: "ZQ" is not allowed', "ISO 3166-1"],
    [{ constants: { currency: "ABC" } }, 'constants.currency: "ABC" is not allowed', "ISO 4217"],
    [{ columns: { value: [] } }, "columns.value: [] is not allowed", "a list of headers"],
    [{ columns: { value: 3 } }, "columns.value: 3 is not allowed", "a list of headers"],
    [{ columns: "Waarde" }, 'columns: "Waarde" is not allowed', "an object"],
    [{ coverage: { from: "2017" } }, 'coverage.from: "2017" is not allowed', "YYYY-MM-DD"],
    [{ delimiter: ";;" }, 'delimiter: ";;" is not allowed', "a single character"],
    [[], "it is not a JSON object", "JSON object"],
  ])("%j is refused with its path and a remedy", (profile, message, hint) => {
    const error = errorOf(profile);
    expect(error.message).toBe(`the profile ${join(folder, "faulty.profile.json")}: ${message}`);
    expect(error.hint).toContain(hint);
    expect(error.exitCode).toBe(2);
  });

  it("may name its schema, a sheet and several columns for a field", () => {
    const path = join(folder, "good.profile.json");
    const profile = { $schema: "x.json", sheet: "Blad1", columns: { issue_date: ["Anio", "Mes"], value: "Valor" } };
    writeFileSync(path, JSON.stringify(profile));
    expect(readProfile(path)).toEqual(profile);
  });

  it("that ships is one that is read", () => {
    for (const file of readdirSync(dataPath("profiles"))) {
      expect(() => readProfile(file.replace(".profile.json", ""))).not.toThrow();
    }
  });
});
