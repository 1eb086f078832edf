import { describe, expect, it } from "vitest";

import type { Field } from "../../src/domain/certificate.ts";
import type { Profile } from "../../src/domain/profile.ts";
import { mapColumns, proposeMapping } from "../../src/ingest/map-columns.ts";
import { loadHeaderRecogniser } from "../../src/ingest/recognise-column.ts";

const recogniser = loadHeaderRecogniser();
const COMPLETE = ["Certificaatnummer", "Datum", "Bestemming"];

function headersOf(headers: readonly string[], field: Field, profile: Profile = {}): readonly (string | undefined)[] {
  const { columns } = mapColumns(headers, recogniser, profile, "f.csv");
  return (columns.get(field) ?? []).map((column) => headers[column]);
}

describe("two columns for one field", () => {
  it.each([
    ["Datum", "Issue date", "issue_date"],
    ["Bestemming", "Country of destination", "destination"],
    ["Certificaatnummer", "Certificate no.", "certificate_number"],
  ])("%s and %s are a question", (first, second, field) => {
    const headers = [...COMPLETE, second];
    expect(() => mapColumns(headers, recogniser, {}, "f.csv")).toThrow(
      `f.csv: the columns "${first}" and "${second}" both look like ${field}`,
    );
    expect(
      headersOf(headers, "destination", {
        columns: { issue_date: "Datum", destination: "Bestemming", certificate_number: "Certificaatnummer" },
      }),
    ).toEqual(["Bestemming"]);
  });

  it("of equal amounts are a question", () => {
    expect(() => mapColumns([...COMPLETE, "Waarde", "Goods value"], recogniser, {}, "f.csv")).toThrow(
      "both look like value",
    );
  });

  it.each([
    ["exporter_name", "EXPORTER_NAME", "EXPORTER_NAME_EN"],
    ["exporter_name", "Exporteur", "Exporter"],
    ["goods", "PRODUCT_DESCRIPTION", "HS_CODE_DESCRIPTION"],
    ["currency", "CURRENCY_CODE", "CURRENCY"],
    ["value", "FOB_USD", "CIF_USD"],
    ["value", "FOB_USD", "FOB"],
    ["value", "Waarde EUR", "Waarde USD"],
    ["value", "CUSTOMS_VALUE_USD", "TOTAL_CUSTOMS_VALUE_USD"],
    ["value", "Waarde in EUR", "Waarde in duizend EUR"],
    ["hs_code", "HS_CODE", "HS_CODE_4"],
  ] as const)("%s: %s before %s", (field, better, worse) => {
    expect(headersOf([...COMPLETE, better, worse], field)).toEqual([better]);
    if (worse !== "Exporter") expect(headersOf([...COMPLETE, worse, better], field)).toEqual([better]);
  });

  it("a destination is named before a country", () => {
    expect(headersOf(["Nummer", "Datum", "Land", "Bestimmungsland"], "destination")).toEqual(["Bestimmungsland"]);
  });

  it("an export date is chosen before a date of registration", () => {
    expect(headersOf(["Nummer", "REGISTRATION_DATE", "EXP_DATE", "Land"], "issue_date")).toEqual(["EXP_DATE"]);
  });
});

describe("the currency of the values", () => {
  const currencyOf = (headers: readonly string[], profile: Profile = {}): string | undefined =>
    proposeMapping([...COMPLETE, ...headers], recogniser, profile, "f.csv").constants.get("currency");

  it("is the one that the header names", () => {
    expect(currencyOf(["FOB_VALUE_IN_USD"])).toBe("USD");
    expect(currencyOf(["Value (GBP)"])).toBe("GBP");
    expect(currencyOf(["Waarde"])).toBeUndefined();
  });

  it("is asked for when the header leaves it open", () => {
    for (const header of ["Waarde ($)", "Value (£)", "VALUE_IN_FOREIGN_CURRENCY"]) {
      const read = (): unknown => mapColumns([...COMPLETE, header], recogniser, {}, "f.csv");
      expect(read).toThrow(`f.csv: which currency is "${header}" in?`);
      expect(currencyOf([header], { constants: { currency: "CAD" } })).toBe("CAD");
    }
  });

  it("stands in a column before a header that leaves it open", () => {
    const mapping = mapColumns([...COMPLETE, "TOTAL_VALUE_FC", "CURRENCY"], recogniser, {}, "f.csv");
    expect(mapping.columns.get("currency")).toEqual([4]);
    expect(mapping.headerCurrency).toBeNull();
  });

  it("has to agree with a column of currencies", () => {
    const mapping = mapColumns([...COMPLETE, "Waarde (EUR)", "Munt"], recogniser, {}, "f.csv");
    expect([mapping.columns.get("currency"), mapping.headerCurrency]).toEqual([[4], "EUR"]);
  });

  it("leaves a column of currencies to the amounts that need it", () => {
    const mapping = mapColumns([...COMPLETE, "FOB_USD", "FOB_IN_FC", "CURRENCY"], recogniser, {}, "f.csv");
    expect([mapping.columns.get("currency"), mapping.constants.get("currency")]).toEqual([undefined, "USD"]);
  });
});

describe("the unit of the values", () => {
  it("is read from the header, and the profile's word is the last", () => {
    const headers = [...COMPLETE, "ValorMilesDolar", "ValorMilesPesos"];
    expect(mapColumns(headers, recogniser, {}, "f.csv").valueUnit).toBe(1000);
    expect(mapColumns(headers, recogniser, { value_unit: 1 }, "f.csv").valueUnit).toBe(1);
    expect(headersOf(headers, "value")).toEqual(["ValorMilesDolar"]);
  });
});

describe("a date in several columns", () => {
  const headers = ["Mes", "Anio", "Dia", "Nr. certificaat", "PaisDestino"];

  it("is found when no column is a date", () => {
    expect(headersOf(headers, "issue_date")).toEqual(["Anio", "Mes", "Dia"]);
    expect(headersOf([...headers, "Fecha"], "issue_date")).toEqual(["Fecha"]);
  });

  it("is what the profile says, in its order", () => {
    expect(headersOf(headers, "issue_date", { columns: { issue_date: ["Anio", "Mes"] } })).toEqual(["Anio", "Mes"]);
  });

  it("is a question when two columns are years", () => {
    expect(() => headersOf([...headers, "Jahr"], "issue_date")).toThrow("no column for issue_date");
  });
});
