// Writes data/regions.csv and data/country-regions.csv: the regions and sub-regions of the United Nations' M49
// standard, and the sub-region of each country.
//
//   node data/make/regions.mjs UNSD-M49-en.csv data/regions.csv data/country-regions.csv
//
// Input: the M49 table as `data/UNSD-M49-en.csv` of github.com/datasets/country-codes. Sub-regions are the column
// "Sub-region" (Latin America and Sub-Saharan Africa are not divided further). Names: M49 in English, Unicode CLDR in
// the other languages, corrected below. Codes that M49 does not list get the sub-region below; it says so in `note`.

import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

const [input, regionsFile, countriesFile] = process.argv.slice(2);
if (input === undefined || regionsFile === undefined || countriesFile === undefined) {
  console.error("usage: node regions.mjs UNSD-M49-en.csv REGIONS.csv COUNTRY-REGIONS.csv");
  process.exit(2);
}

const LANGUAGES = ["nl", "fr", "de", "es"];

// What CLDR calls otherwise than trade statistics do.
const NAMES = {
  "019": { nl: "Amerika", fr: "Amériques", de: "Amerika", es: "América" },
  "021": { nl: "Noord-Amerika", fr: "Amérique septentrionale", de: "Nordamerika", es: "América septentrional" },
  "053": {
    nl: "Australië en Nieuw-Zeeland",
    fr: "Australie et Nouvelle-Zélande",
    de: "Australien und Neuseeland",
    es: "Australia y Nueva Zelandia",
  },
  "057": { nl: "Micronesië", fr: "Micronésie", de: "Mikronesien", es: "Micronesia" },
  202: { nl: "Sub-Saharaans Afrika", fr: "Afrique subsaharienne", de: "Subsahara-Afrika", es: "África subsahariana" },
  419: {
    nl: "Latijns-Amerika en de Caraïben",
    fr: "Amérique latine et Caraïbes",
    de: "Lateinamerika und Karibik",
    es: "América Latina y el Caribe",
  },
};

// Not in M49: the sub-region in which the country lies, or, for a former country, in which its territory lay.
const NOT_LISTED = {
  TW: ["030", "not listed by the United Nations; by its place"],
  XK: ["039", "not listed by the United Nations; with Serbia"],
  AN: ["419", "former country; with Curaçao"],
  BU: ["035", "former code of Myanmar"],
  CS: ["039", "former country; with Serbia"],
  CT: ["061", "former territory; with Kiribati's islands, by its place"],
  DD: ["155", "former country; with Germany"],
  DY: ["202", "former code of Benin"],
  FX: ["155", "former code; with France"],
  HV: ["202", "former code of Burkina Faso"],
  JT: ["057", "former territory; with the United States Minor Outlying Islands"],
  MI: ["057", "former territory; with the United States Minor Outlying Islands"],
  NH: ["054", "former code of Vanuatu"],
  NT: ["145", "former territory, between Iraq and Saudi Arabia"],
  PC: ["057", "former territory; with Micronesia"],
  PU: ["057", "former territory; with the United States Minor Outlying Islands"],
  PZ: ["419", "former territory; with Panama"],
  RH: ["202", "former code of Zimbabwe"],
  SU: ["151", "former country; with Russia"],
  TP: ["035", "former code of Timor-Leste"],
  VD: ["035", "former country; with Vietnam"],
  WK: ["057", "former territory; with the United States Minor Outlying Islands"],
  YD: ["145", "former country; with Yemen"],
  YU: ["039", "former country; with Serbia"],
  ZR: ["202", "former code of the Democratic Republic of the Congo"],
};

const rows = parse(readFileSync(input, "utf8"), { columns: true, bom: true });
const regions = new Map();
const countries = [];
for (const row of rows) {
  const [region, subRegion, country] = [row["Region Code"], row["Sub-region Code"], row["ISO-alpha2 Code"]];
  // Antarctica is in no region.
  if (subRegion === "" || country === "") continue;
  regions.set(region, { kind: "region", parent: "", name: row["Region Name"] });
  regions.set(subRegion, { kind: "sub_region", parent: region, name: row["Sub-region Name"] });
  if (NOT_LISTED[country] === undefined) countries.push([country, subRegion, ""]);
}
for (const [country, [subRegion, note]] of Object.entries(NOT_LISTED)) countries.push([country, subRegion, note]);

const displayNames = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Intl.DisplayNames([language], { type: "region", fallback: "none" })]),
);
function nameOf(code, language) {
  const name = NAMES[code]?.[language] ?? displayNames[language].of(code);
  if (name === undefined) throw new Error(`${code} has no name in ${language}`);
  return name.replaceAll("’", "'").normalize("NFC");
}
const quote = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const write = (file, header, lines) =>
  writeFileSync(file, [header, ...lines].map((cells) => cells.map(quote).join(",")).join("\n") + "\n");
const byCode = (a, b) => (a[0] < b[0] ? -1 : 1);

write(
  regionsFile,
  ["code", "kind", "parent", "en", ...LANGUAGES],
  [...regions]
    .map(([code, { kind, parent, name }]) => [code, kind, parent, name, ...LANGUAGES.map((each) => nameOf(code, each))])
    .sort(byCode),
);
write(countriesFile, ["country", "sub_region", "note"], countries.sort(byCode));
console.error(`${regions.size} regions, ${countries.length} countries`);
