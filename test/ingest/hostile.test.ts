import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { deflateRawSync, gzipSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, it } from "vitest";

import { runOrigo, type Run } from "../run-origo.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = "Nummer;Datum;Bestemming;Waarde\n";
const line = (number: number): string => `${number};2017-03-${10 + (number % 20)};China;${number}.50\n`;
const lines = (count: number): string => Array.from({ length: count }, (_, at) => line(at + 1)).join("");

async function read(name: string, content: string | Uint8Array, ...options: readonly string[]): Promise<Run> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const run = await runOrigo(["summary", path, "--format", "csv", ...options]);
  return { ...run, stderr: run.stderr.replaceAll(`${folder}/`, "") };
}

interface Part {
  readonly name: string;
  readonly packed: Buffer;
  readonly unpacked: number;
}

/** A zip archive that declares what it is told to. */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, unpacked } of parts) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(unpacked, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(unpacked, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook with one sheet, whose shared texts are given. */
function workbookParts(sharedStrings: Buffer, sheet: string): readonly Part[] {
  const part = (name: string, text: string | Buffer): Part => ({
    name,
    packed: deflateRawSync(text),
    unpacked: text.length,
  });
  const relations = (...targets: readonly string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map((target, at) => {
        const type = /sheet1/.test(target) ? "worksheet" : /shared/.test(target) ? "sharedStrings" : "officeDocument";
        return `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
      })
      .join("")}</Relationships>`;
  return [
    part("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`),
    part("_rels/.rels", relations("xl/workbook.xml")),
    part("xl/_rels/workbook.xml.rels", relations("worksheets/sheet1.xml", "sharedStrings.xml")),
    part(
      "xl/workbook.xml",
      `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part("xl/sharedStrings.xml", sharedStrings),
    part("xl/worksheets/sheet1.xml", sheet),
  ];
}

describe("a damaged file", () => {
  it("is told: gzip that was cut off", async () => {
    const packed = gzipSync(HEADER + lines(5000));
    const { code, stderr, stdout } = await read("cut.csv.gz", packed.subarray(0, packed.length / 2));
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^error: cut\.csv\.gz cannot be unpacked: unexpected end of file\n {2}the gzip file is/);
  });

  it("is told: zstd that was cut off", async () => {
    const packed = execFileSync("zstd", ["-c"], { input: HEADER + lines(5000) });
    const { code, stderr, stdout } = await read("cut.csv.zst", packed.subarray(0, packed.length - 9));
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^error: cut\.csv\.zst cannot be unpacked: .*\n {2}the zstd file is damaged/);
  });

  it("is told: a workbook that was cut off", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "S", rows: [["Nummer", "Datum", "Bestemming"]] }] });
    const { code, stderr } = await read("cut.xlsx", bytes.subarray(0, bytes.length - 40));
    expect([code, stderr]).toEqual([
      1,
      "error: cut.xlsx is a damaged workbook: its end is missing\n  it was cut off on its way: fetch it or export it again\n",
    ]);
  });

  it("is told: Parquet that was cut off", async () => {
    const { code, stderr } = await read("cut.parquet", `PAR1${"x".repeat(500)}`);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: cut\.parquet cannot be read as Parquet: /);
  });

  it("is told with its record: a JSON array that was cut off", async () => {
    const { code, stderr } = await read(
      "cut.json",
      '[{"Nummer":1,"Datum":"2017-01-02","Bestemming":"CN"},\n{"Nummer":2,',
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: cut\.json:\d+ cannot be read as JSON: .*unexpected end of data/);
  });

  it("is told with its line, and the rest is read: JSON lines of which one is none", async () => {
    const record = (number: number): string => `{"Nummer":${number},"Datum":"2017-01-02","Bestemming":"CN"}\n`;
    const { code, stderr, stdout } = await read(
      "lines.ndjson",
      `${record(1)}\n${record(2)}[3]\n${record(4)}{"Nummer":5,`,
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n2017,3,/);
    expect(stderr).toContain('lines.ndjson:4: invalid-record: "[3]": expected one JSON object');
    expect(stderr).toContain('lines.ndjson:6: invalid-record: "{"Nummer":5,"');
    expect(stderr).toContain("5 rows read = 3 counted");
  });

  it("is told with its line: a NUL byte in a text", async () => {
    const { code, stderr } = await read("nul.csv", `${HEADER}${lines(9000)}9001;2017-01-01;Chi\0na;1\n`);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: nul\.csv:9002: the line has a NUL byte/);
  });

  it("is told with its line: a byte that is no UTF-8 in a text that is", async () => {
    const content = Buffer.concat([
      Buffer.from(`${HEADER}1;2017-01-01;Côte d'Ivoire;1\n2;2017-01-01;België;1\n3;2017-01-01;Belgi`),
      Buffer.from([0xeb]),
      Buffer.from(";1\n"),
    ]);
    const { code, stderr } = await read("damaged.csv", content);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: damaged\.csv:4: the text is UTF-8, but not in this line/);
  });

  it("is told with its line: bytes that no encoding here has", async () => {
    const content = Buffer.from(`${HEADER}1;2017-01-01;Belgi\u00EB;1\n2;2017-01-01;\u0081\u008D;1\n`, "latin1");
    const { code, stderr } = await read("c1.csv", content);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: c1\.csv:3: the line has bytes that are text neither in UTF-8 nor in Windows-1252/);
  });

  it("is told with its line: a quote that opens after 900,000 rows and never closes", async () => {
    const path = join(folder, "quote.csv");
    writeFileSync(path, HEADER);
    for (let at = 0; at < 90; at += 1) appendFileSync(path, lines(10_000));
    appendFileSync(path, `1000000;2017-01-01;"China;1\n${lines(10_000)}`);
    const { code, stderr } = await runOrigo(["summary", path]);
    expect(code).toBe(1);
    expect(stderr).toContain("quote.csv:900002: a quote that opens here is never closed");
  });
});

describe("a file made to do harm", () => {
  it("is refused before it is unpacked: a workbook that declares more than memory holds", async () => {
    const bomb = {
      name: "xl/worksheets/sheet1.xml",
      packed: deflateRawSync(Buffer.alloc(10)),
      unpacked: 3_000_000_000,
    };
    const types = { name: "[Content_Types].xml", packed: deflateRawSync("<Types/>"), unpacked: 8 };
    const { code, stderr } = await read("bomb.xlsx", zip([types, bomb]));
    expect([code, stderr]).toEqual([
      1,
      "error: bomb.xlsx would unpack to 2862 MiB: this is no workbook of certificates\n  save the sheet as CSV (UTF-8) and pass that file\n",
    ]);
  });

  it("is held to the sizes it declares: a workbook that declares less than it has", async () => {
    const parts = workbookParts(Buffer.from("<sst/>"), `<worksheet>${" ".repeat(1 << 24)}</worksheet>`);
    const { code, stderr } = await read(
      "liar.xlsx",
      zip(parts.map((part) => ({ ...part, unpacked: Math.min(part.unpacked, 5000) }))),
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: liar\.xlsx cannot be read as a workbook: /);
  });

  it("ends in an error, not in a crash: a workbook with ten million shared texts", async () => {
    const texts = Array.from({ length: 1000 }, (_, at) => `<si><t>${Math.imul(at, 2_654_435_761)}</t></si>`).join("");
    const sharedStrings = Buffer.from(`<sst>${texts.repeat(10_000)}</sst>`);
    const { code, stderr } = await read("texts.xlsx", zip(workbookParts(sharedStrings, "<worksheet/>")));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: texts\.xlsx (cannot be read as a workbook|would unpack)/);
  });

  it("is refused with its line: 100 MB without a line end", async () => {
    const path = join(folder, "long.csv");
    writeFileSync(path, `${HEADER}${line(1)}`);
    for (let at = 0; at < 100; at += 1) appendFileSync(path, "x;".repeat(500_000));
    const { code, stderr } = await runOrigo(["summary", path]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/long\.csv:3: the line is 96 MiB long; a line may have 16 MiB/);
  });
});

describe("an odd file", () => {
  it("is read with memory enough for it, or says how to give it: 10,000 columns", async () => {
    const extra = Array.from({ length: 10_000 }, (_, at) => `Kolom ${at}`).join(";");
    const file = `${HEADER.trim()};${extra}\n${line(1).trim()}${";x".repeat(10_000)}\n`;
    // The engine keeps a vector of every column for each thread: by default there is room for few threads' worth of these.
    const { code, stderr } = await read("wide.csv", file);
    if (code !== 0)
      expect([code, stderr]).toEqual([2, expect.stringContaining("allow more memory with --memory-limit")]);
    const roomy = await read("wide.csv", file, "--memory-limit", "8GB");
    expect([roomy.code, roomy.stdout.includes("\n2017,1,")]).toEqual([0, true]);
  });

  it("is read: headers that are empty or repeated, where no field is meant", async () => {
    const { code, stdout } = await read("headers.csv", `;x;x;${HEADER}a;b;c;${line(1)}`);
    expect([code, stdout.includes("\n2017,1,")]).toEqual([0, true]);
  });

  it("is read: blank rows are no rows, and the lines stay right", async () => {
    const { stderr } = await read("blank.csv", `${HEADER};;;\n${line(1)};;;\n2;2017-01-01;Nergens;1\n ; ;;\n;;\n`);
    expect(stderr).toContain('blank.csv:5: Bestemming: unknown-destination: "Nergens"');
    expect(stderr).toContain("2 rows read = 1 counted + 0 copies + 0 superseded + 0 not issued + 1 rejected");
  });
});

describe("a workbook", () => {
  const workbook = writeXlsx({
    sheets: [
      {
        name: "2016",
        rows: [
          ["Overzicht"],
          ["Nummer", "Datum", "Bestemming", "Waarde"],
          ["1", new Date(Date.UTC(2016, 4, 1)), "China", 0.1 + 0.2],
        ],
      },
      {
        name: "Per land",
        rows: [
          ["Bestemming", "Aantal"],
          ["China", 2],
        ],
      },
      {
        name: "2017",
        rows: [
          ["Nummer", "Datum", "Bestemming", "Waarde"],
          ["2", "2017-05-01", "China", "#REF!"],
          ["3", "2017-05-01", "#N/A", 1],
        ],
      },
    ],
  });

  it("gives every sheet of certificates, each with its own places", async () => {
    const { stdout, stderr } = await read("years.xlsx", await workbook);
    expect(stdout).toContain("\n2016,1,,0.30,");
    expect(stderr).toContain('years.xlsx#2017:2: Waarde: invalid-value: "#REF!"');
    expect(stderr).toContain('years.xlsx#2017:3: Bestemming: unknown-destination: "#N/A"');
    expect(stderr).toContain("3 rows read = 1 counted");
  });

  it("gives the one sheet that is asked for", async () => {
    const { stderr } = await read("one.xlsx", await workbook, "--sheet", "2016");
    expect(stderr).toContain("1 rows read = 1 counted");
  });

  it("lists its sheets when it has not the one that is asked for", async () => {
    const { code, stderr } = await read("none.xlsx", await workbook, "--sheet", "2018");
    expect([code, stderr]).toEqual([
      2,
      'error: none.xlsx has no sheet "2018"\n  its sheets are: "2016", "Per land", "2017"\n',
    ]);
  });

  it("of the old format, or with a password, is an error that says what to do", async () => {
    const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
    expect((await read("old.xls", old)).stderr).toContain("save it as .xlsx");
    const locked = Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le")]);
    expect((await read("locked.xlsx", locked)).stderr).toContain("is a workbook with a password");
  });
});

describe("inputs", () => {
  it("are files, folders within folders and globs; each file is read once", async () => {
    const place = mkdtempSync(join(folder, "exports-"));
    execFileSync("mkdir", ["-p", join(place, "2017", ".hidden")]);
    writeFileSync(join(place, "a.csv"), HEADER + line(1));
    writeFileSync(join(place, "2017", "b.csv"), HEADER + line(2));
    writeFileSync(join(place, "2017", "c.ndjson"), '{"number":"3","date":"2017-01-01","destination":"CN"}\n');
    writeFileSync(join(place, "2017", ".hidden", "d.csv"), HEADER + line(4));
    writeFileSync(join(place, "readme.pdf"), "no data");
    const rowsRead = async (...inputs: readonly string[]): Promise<string | undefined> =>
      /^(\d+) rows read/m.exec((await runOrigo(["summary", ...inputs])).stderr)?.[1];
    expect(await rowsRead(place)).toBe("3");
    expect(await rowsRead(join(place, "**", "*.csv"))).toBe("2");
    expect(await rowsRead(join(place, "*.csv"))).toBe("1");
    expect(await rowsRead(join(place, "**"))).toBe("3");
    expect(await rowsRead(join(place, "a.csv"), join(place, "2017", "..", "a.csv"), join(place, "{a,x}.csv"))).toBe(
      "1",
    );
  });
});

describe("the numbers of JSON", () => {
  it("keep every digit that counts", async () => {
    const record = (number: number, value: string): string =>
      `{"Nummer":"${number}","Datum":"2017-01-02","Bestemming":"CN","Waarde":${value}}\n`;
    const { stdout } = await read(
      "digits.ndjson",
      record(1, "0.1") +
        record(2, "1234567.89") +
        record(3, "12345678901234.56") +
        record(4, "1.005") +
        record(5, "1.234"),
    );
    expect(stdout).toContain("\n2017,5,,12345680135804.79,");
    expect(readFileSync(join(folder, "digits.ndjson"), "utf8")).toContain("1.005");
  });
});
