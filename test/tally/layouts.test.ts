import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";

import { BLANKS } from "../../src/ingest/parse-rules.ts";
import { counted, newFolder, tallied, written, type Reading } from "./both-ways.ts";

interface Layout extends Reading {
  readonly files: readonly (string | Uint8Array)[];
  /** Who answers; the tally where absent. */
  readonly by?: "engine";
}

const HEADER = "Certificaatnummer;Datum afgifte;Bestemming;Waarde;Exporteur;GN-code;Omschrijving";
const NUMBERS = Array.from({ length: 12 }, (_, index) => index);
const ROWS = NUMBERS.map(
  (n) =>
    `N-${n};${13 + n}/05/${2016 + (n % 3)};${["China", "Turkije", "US"][n % 3]};${n},${n + 10};Firma ${n % 4};${n % 2 === 0 ? "85369010" : "0406"};stuk ${n}`,
);
const TABLE = [HEADER, ...ROWS];
const lf = (lines: readonly string[]): string => `${lines.join("\n")}\n`;
const plus = (...rows: readonly string[]): string => lf([...TABLE, ...rows]);
const under = (delimiter: string): string =>
  lf(TABLE)
    .replaceAll(",", delimiter === "," ? "." : ",")
    .replaceAll(";", delimiter);

/** One row; what is not given is plain. */
function row(
  number: string,
  own: { readonly day?: string; readonly to?: string; readonly value?: string; readonly by?: string } = {},
): string {
  const { day = "20/06/2017", to = "China", value = "5,00", by = "Firma" } = own;
  return [number, day, to, value, by, "850100", "goed"].join(";");
}

const BASIC = "nummer,date,destination,value,valuta,status,vervangt"
  .replace("nummer", "Certificate number")
  .replace("valuta", "currency")
  .replace("vervangt", "replaces");
const rates = join(newFolder(), "rates.csv");
writeFileSync(
  rates,
  "date,currency,rate\n2017-01-01,KES,108.35\n2017-02-01,KES,109.1\n2017-01-01,VES,999999999999.123456\n",
);

const ODD_AMOUNTS = [
  "-0",
  "-0,00",
  "+0",
  "0,005",
  "1,999",
  "-5,00",
  "1E3",
  "5 EUR",
  "€ 5",
  "1.5",
  "007",
  "1 234",
  "12,",
  ",5",
  "1'234,5",
  "(5,00)",
];

const LAYOUTS: Readonly<Record<string, Layout>> = {
  plain: { files: [lf(TABLE)] },
  "no last line end": { files: [TABLE.join("\n")] },
  CRLF: { files: [TABLE.join("\r\n")] },
  "CRLF and LF": { files: [`${TABLE.slice(0, 5).join("\r\n")}\n${lf(TABLE.slice(5))}`] },
  CR: { files: [TABLE.join("\r")] },
  "a lone CR in a cell": { files: [plus("N-20;20/05/2017;China;1,00;Firma\r1;0406;x")], by: "engine" },
  "a lone CR in quotes": {
    files: [plus('N-20;20/05/2017;China;1,00;Firma 1;0406;"x\ry"', row("N-21", { to: "???" }))],
  },
  "CRLF in quotes of a file with CRLF": {
    files: [
      [...TABLE, 'N-20;20/05/2017;China;1,00;Firma 1;0406;"x\r\ny"', row("N-21", { to: "???" }), ""].join("\r\n"),
    ],
    by: "engine",
  },
  "LF in quotes of a file with CRLF": {
    files: [
      [...TABLE, 'N-20;20/05/2017;China;1,00;"Firma\n1";0406;"x\ny"', row("N-21", { to: "???" }), ""].join("\r\n"),
    ],
  },
  "byte order mark": { files: [`\uFEFF${lf(TABLE)}`] },
  "byte order mark and titles": { files: [`\uFEFFKamer van Limburg\n\nUitvoer;2017\n${lf(TABLE)}`] },
  "blank lines": { files: [`\n\n${HEADER}\n\n${ROWS.join("\n\n")}\n\n${row("N-30", { to: "??" })}\n\n\n`] },
  "blank lines of CRLF": {
    files: [`\r\n${HEADER}\r\n\r\n${ROWS.join("\r\n\r\n")}\r\n${row("N-30", { to: "??" })}\r\n\r\n`],
  },
  "lines of blanks": { files: [plus("  ", row("N-20"))], by: "engine" },
  "rows of delimiters": { files: [plus(";;;;;;", row("N-20", { to: "?" }), ";; ;;;\u00A0;")] },
  tabs: { files: [under("\t")] },
  bars: { files: [under("|")] },
  commas: { files: [under(",")] },
  "a delimiter of the user's": { files: [under("~")], profile: { delimiter: "~" } },
  "a delimiter of two bytes": { files: [under("¦")], profile: { delimiter: "¦" }, by: "engine" },
  "quoted cells": {
    files: [
      lf(
        TABLE.map((line) =>
          line
            .split(";")
            .map((cell) => `"${cell}"`)
            .join(";"),
        ),
      ),
    ],
  },
  "quoted cells with delimiters, and cells without quotes like them": {
    files: [
      plus(
        'N-20;20/05/2017;"Korea; Rep";1,00;Firma 1;0406;x',
        "N-21;20/05/2017;China;1,00;Firma 1;0406;x",
        'N-22;20/05/2017;Korea, Rep;1,00;"Firma 1;0406";"x;";y',
      ),
    ],
  },
  "a row with a cell too many after a quoted one with a delimiter": {
    files: [
      lf([
        "Certificaatnummer;Datum;Waarde;Bestemming",
        ...NUMBERS.map((n) => `N-${n};1${n % 3}/12/2017;1,50;"China; PR"`),
        "N-20;20/12/2017;1,00;China; PR",
      ]),
    ],
    profile: { destinations: { "China; PR": "CN" }, date_order: "dmy" },
    by: "engine",
  },
  "quotes in quotes": {
    files: [plus('N-20;20/05/2017;China;1,00;Firma 1;0406;"een ""woord"""', row("N-21", { to: "?" }))],
  },
  "quotes in quotes of the name of an exporter": {
    files: [
      plus('N-20;20/05/2017;China;1,00;"Firma ""1""";0406;x', 'N-21;20/05/2017;Japan;1,00;"Firma ""9""; NV";0406;x'),
    ],
  },
  "quotes in quotes of a cell that is read": {
    files: [plus('N-20;20/05/2017;"China ""PR""";1,00;Firma 1;0406;x')],
    by: "engine",
  },
  "a quote that is not closed": { files: [plus('N-20;20/05/2017;China;1,00;Firma 1;0406;"x')], by: "engine" },
  "a quote within a cell": { files: [plus('N-20;20/05/2017;China;1,00;Firma "1";0406;x')], by: "engine" },
  "a blank before a quote": { files: [plus('N-20;20/05/2017; "China";1,00;Firma;0406;x')], by: "engine" },
  "one column": { files: ["Certificaatnummer\nN-1\nN-2\n"], by: "engine" },
  "header only": { files: [`${HEADER}\n`], by: "engine" },
  nothing: { files: [""], by: "engine" },
  "two headers of one name": {
    files: [lf(TABLE.map((line, n) => `${line};${n === 0 ? "Bestemming" : "x"}`))],
    by: "engine",
  },
  "a delimiter after every row": { files: [lf(TABLE.map((line) => `${line};`))] },
  "a delimiter after every row but the header": {
    files: [lf(TABLE.map((line, n) => (n === 0 ? line : `${line};`)))],
    by: "engine",
  },
  "a short row": { files: [plus("N-20;20/05/2017;China")], by: "engine" },
  "a sum row at the end": { files: [plus("Totaal;;;123,45;;;")] },
  "blanks of every kind": {
    files: [
      plus(
        ...Array.from(BLANKS, (blank, n) =>
          [
            `N-${n + 20}${blank}`,
            `${blank}20/05/2017`,
            `${blank}China${blank}`,
            `${blank}5,10${blank}`,
            `Firma${blank}`,
            `${blank}0406`,
            blank,
          ].join(";"),
        ),
        row("N-20"),
      ),
    ],
  },
  "blanks that are none": {
    files: [
      plus(
        ...Array.from("\u2003\u2009\u3000\u0085\v\f", (blank, n) =>
          [`N-${n + 20}${blank}`, "20/05/2017", `China${blank}`, "5,00", `Firma${blank}`, "0406", blank].join(";"),
        ),
        row("N-20"),
      ),
    ],
  },
  "numbers beyond ASCII": {
    files: [
      plus(
        row("Ñ-1"),
        row("Ñ-1 "),
        row("N\u0303-1"),
        row("№ 5\u00A0"),
        row("№ 5", { value: "6,00" }),
        row("\u{1F600}"),
      ),
    ],
  },
  "Windows-1252": {
    files: [iconv.encode(lf([HEADER, ...ROWS, row("N-20", { to: "België", by: "Société" })]), "win1252")],
  },
  "UTF-16": { files: [iconv.encode(`\uFEFF${lf(TABLE)}`, "utf16le")] },
  gz: { files: [gzipSync(plus(row("N-20", { to: "?" })))] },
  "a NUL byte": { files: [plus(row("N-\u0000"))], by: "engine" },
  "a line of 5 MiB": {
    files: [plus(`N-20;20/05/2017;China;1,00;Firma 1;0406;${"x".repeat(5 * 2 ** 20)}`)],
    by: "engine",
  },
  "marks that say nothing": { files: [lf([HEADER, ...NUMBERS.map((n) => row(`N-${n}`, { value: "100" }))])] },
  "marks that may be either": {
    files: [lf([HEADER, ...NUMBERS.map((n) => row(`N-${n}`, { value: "1.234" }))])],
    by: "engine",
  },
  "1 % of another mark": {
    files: [
      lf([
        HEADER,
        ...Array.from({ length: 99 }, (_, n) => row(`N-${n}`, { value: "7,25" })),
        row("N-99", { value: "7.25" }),
      ]),
    ],
  },
  "2 % of another mark": {
    files: [
      lf([
        HEADER,
        ...Array.from({ length: 98 }, (_, n) => row(`N-${n}`, { value: "7,25" })),
        row("N-98", { value: "7.25" }),
        row("N-99", { value: "7.25" }),
      ]),
    ],
    by: "engine",
  },
  "another mark in the first rows": {
    files: [
      lf([
        HEADER,
        row("N-a", { value: "7.25" }),
        ...Array.from({ length: 200 }, (_, n) => row(`N-${n}`, { value: "-7,25" })),
      ]),
    ],
  },
  "an order of dates that is open": {
    files: [lf([HEADER, ...NUMBERS.map((n) => row(`N-${n}`, { day: "01/02/2017" }))])],
    by: "engine",
  },
  "1 % of another order of dates": {
    files: [lf([HEADER, ...Array.from({ length: 99 }, (_, n) => row(`N-${n}`)), row("N-99", { day: "12/31/2017" })])],
  },
  "2 % of another order of dates": {
    files: [
      lf([
        HEADER,
        ...Array.from({ length: 98 }, (_, n) => row(`N-${n}`)),
        row("N-98", { day: "12/31/2017" }),
        row("N-99", { day: "12/30/2017" }),
      ]),
    ],
    by: "engine",
  },
  "amounts of 13 digits": {
    files: [plus(...NUMBERS.slice(0, 8).map((n) => row(`M-${n}`, { value: `9.999.999.999.99${n},99` })))],
  },
  "amounts of 14 digits": { files: [plus(row("M", { value: "99999999999999,99" }))], by: "engine" },
  "a sum just below 2^53 cents": { files: [plus(row("M", { value: "90.071.992.547.409,91", to: "Brazilië" }))] },
  "a sum just beyond 2^53 cents": {
    files: [
      plus(row("M", { value: "90.071.992.547.409,91", to: "Brazilië" }), row("L", { value: "0,01", to: "Brazilië" })),
    ],
    by: "engine",
  },
  "odd amounts": {
    files: [plus(...[...ODD_AMOUNTS, "1e-2"].map((value, n) => row(`M-${n}`, { value })))],
    profile: { decimal_mark: "," },
    by: "engine",
  },
  "odd amounts without exponents": {
    files: [plus(...ODD_AMOUNTS.map((value, n) => row(`M-${n}`, { value })))],
    profile: { decimal_mark: "," },
  },
  "days of 1900 and 2099": {
    files: [plus(row("M-1", { day: "01/01/1900" }), row("M-2", { day: "31/12/2099" }))],
    by: "engine",
  },
  "days of 1899, 1900 and 2100": {
    files: [
      lf([
        HEADER,
        ...["31/12/1899", "01/01/1900", "13/07/1930", "29/02/1900", "01/01/2100"].map((day, n) =>
          row(`M-${n}`, { day }),
        ),
      ]),
    ],
  },
  "31 years": {
    files: [
      lf([
        HEADER,
        ...Array.from({ length: 31 }, (_, n) => row(`M-${n}`, { day: `13/07/${1989 + n}`, by: `Firma ${n % 5}` })),
      ]),
    ],
  },
  "40 years": {
    files: [lf([HEADER, ...Array.from({ length: 40 }, (_, n) => row(`M-${n}`, { day: `13/07/${1980 + n}` }))])],
    by: "engine",
  },
  "years without certificates between": {
    files: [lf([HEADER, ...[2007, 2009, 2010, 2014].map((year) => row(`M-${year}`, { day: `13/07/${year}` }))])],
  },
  "a last year without exporters": {
    files: [
      lf([
        HEADER,
        row("1", { day: "13/07/2015" }),
        row("2", { day: "13/07/2017", by: "" }),
        row("3", { day: "13/07/2018", by: "..." }),
      ]),
    ],
  },
  "no exporters and no products": {
    files: [lf([HEADER.replace("Exporteur", "Nota").replace("GN-code", "Iets"), ...ROWS])],
  },
  "numbers of exporters, and names": {
    files: [
      "Certificaatnummer;Datum;Bestemming;Waarde;Ondernemingsnummer;Exporteur\n1;13/05/2017;China;1,50;BE 1;A\n2;13/05/2017;China;1,50;BE1;B\n3;13/05/2017;China;1,50; ;A\n4;13/05/2017;China;1,50;-;a\n5;13/05/2017;China;1,50;;\n",
    ],
  },
  "chambers in a column": {
    files: [
      lf(TABLE.map((line, n) => `${line};${n === 0 ? "Kamer" : ["Limburg", "", " Antwerpen"][n % 3]}`)),
      plus(row("N-1")),
    ],
  },
  "chambers in a column and one for the others": {
    files: [
      lf([
        ...TABLE.map((line, n) => `${line};${n === 0 ? "Kamer" : ["Limburg", "", " Antwerpen"][n % 3]}`),
        `${row("N-1")};Limburg`,
        `${row("N-1")};Gent`,
      ]),
    ],
    profile: { constants: { chamber: "Gent" } },
  },
  "files with the same numbers": {
    files: [
      lf(TABLE),
      plus(row("N-20"), row("N-3")),
      lf([HEADER, ...ROWS.slice(3, 6), row("N-1", { day: "29/12/2018" })]),
    ],
  },
  "the same file twice": { files: [lf(TABLE), lf(TABLE)], by: "engine" },
  "files of different layouts": {
    files: [
      lf(TABLE),
      under("\t").replaceAll("N-", "T-"),
      iconv.encode(under("|").replaceAll("N-", "ß-"), "win1252"),
      `Waarde,Certificaatnummer,Bestemming,Datum\n"1,50",X-1,CN,13/05/2017\n"2,50",X-1,CN,13/05/2017\n`,
    ],
  },
  "a file with rows and one without": { files: [lf(TABLE), `${HEADER}\n\n`], by: "engine" },
  "constants for every field": {
    files: [plus("N-20;;;;;;", "N-21;20/05/2017;;5,00;;;")],
    profile: {
      constants: {
        issue_date: "2017-08-09",
        destination: "Japan",
        status: "issued",
        origin: "BE",
        hs_code: "010121",
        exporter_size: "klein",
        currency: "USD",
        chamber: "Gent",
        goods: "x",
        certificate_type: "CO",
      },
    },
  },
  "a constant for exporters": { files: [lf(TABLE)], profile: { constants: { exporter_name: "Wij" } }, by: "engine" },
  "a constant that is not known": { files: [lf(TABLE)], profile: { constants: { origin: "Atlantis", status: "???" } } },
  "columns of the user's": {
    files: [lf(TABLE)],
    profile: {
      columns: { destination: "Exporteur", exporter_name: "Bestemming" },
      destinations: { "Firma 0": "CN", "Firma 1": "XX", "Firma 2": "TR" },
    },
  },
  "a column for two fields": {
    files: [lf(TABLE)],
    profile: { columns: { exporter_name: "Exporteur", goods: "Exporteur", hs_code: "GN-code" } },
  },
  "several columns for a field": {
    files: [lf(TABLE)],
    profile: { columns: { exporter_name: ["Exporteur", "Omschrijving"] } },
    by: "engine",
  },
  "values in thousands": { files: [lf(TABLE)], profile: { value_unit: 1000 }, by: "engine" },
  "rows as certificates": { files: [lf(TABLE)], profile: { grain: "record" }, by: "engine" },
  "the grain of certificates": { files: [lf(TABLE)], profile: { grain: "certificate" } },
  coverage: { files: [lf(TABLE)], profile: { coverage: { from: "2016-01-01", to: "2018-12-31" } } },
  "statuses, replacements and currencies": {
    files: [
      lf([
        BASIC,
        "1,2017-01-13,CN,1.50,USD,ok,",
        "2,2017-01-14,CN,2.50,,weg,",
        "3,2017-01-15,CN,3.50,KES,,1",
        "4,2017-01-16,CN,4.50,GBP,???,",
        "5,1998-06-01,CN,5.50,EUR,,9",
        "6,2017-03-01,CN,,ZZZ,,6",
        "7,2017-03-01,CN,7.005,VES,,",
        "8,2017-03-02,CN,8,USD,,3",
        "8,2017-03-02,CN,9,USD,,3",
      ]),
    ],
    profile: { statuses: { ok: "issued", weg: "cancelled" }, default_currency: "USD", destinations: { CN: "TR" } },
  },
  "copies that differ in a column that is not read": {
    files: [lf([`Bericht;${HEADER}`, ...[...ROWS, ...ROWS].map((line, n) => `${n};${line}`)])],
  },
  "two certificates that replace one, the last row not the last day": {
    files: [
      lf([
        "Certificate number,replaces,date,destination,value",
        "1,,2017-06-10,CN,1.57",
        "2,1,2017-06-20,CN,2.57",
        "3,1,2017-06-01,CN,3.57",
      ]),
    ],
  },
  "the same row in files with other orders of dates": {
    files: [
      plus(row("X", { day: "01/02/2017" })),
      lf([HEADER, row("Y", { day: "12/31/2017" }), row("X", { day: "01/02/2017" })]),
    ],
  },
  "rates of the user's": {
    files: [
      lf([BASIC, ...NUMBERS.map((n) => `${n},2017-0${1 + (n % 9)}-13,CN,${n}.57,${n % 2 === 0 ? "KES" : "USD"},,`)]),
    ],
    rates,
  },
  "rates of the user's for the report": {
    files: [
      lf([BASIC, ...NUMBERS.map((n) => `${n},2017-01-1${n % 10},CN,${n}999999.57,${n % 2 === 0 ? "EUR" : "USD"},,`)]),
    ],
    rates,
    currency: "KES",
  },
  "rates beyond 2^53": {
    files: [lf([BASIC, ...NUMBERS.map((n) => `${n},2017-01-13,CN,99999999999.57,VES,,`)])],
    rates,
    by: "engine",
  },
  "a report in dollars": { files: [lf(TABLE)], currency: "USD" },
  "dollars in dollars": { files: [lf(TABLE)], profile: { default_currency: "usd" }, currency: "USD" },
  "a currency in the header": { files: [lf(TABLE).replace("Waarde", "Value USD")] },
};

describe("a tally gives what the engine gives, or leaves it to it:", () => {
  it.each(Object.entries(LAYOUTS))("%s", async (_, { files, by = "tally", ...reading }) => {
    const inputs = written(files);
    const sums = await tallied(inputs, reading);
    expect(sums === null ? "engine" : "tally").toBe(by);
    if (sums === null) return;
    const expected = await counted(inputs, reading);
    expect(sums).toEqual(expected);
    // Ranges, chunks and buckets make no difference.
    const cutUp = await tallied(inputs, reading, { parts: 3, bucketBits: 2, chunkBytes: 500 });
    expect(cutUp ?? expected).toEqual(expected);
  });
});
