// Writes data/countries.csv: every code that a record may name as a country, with its name in five languages.
//
//   node data/make/countries.mjs data/countries.csv
//
// Codes: ISO 3166-1 and ISO 3166-3 as carried by the npm package iso-3166. Names: Unicode CLDR through
// Intl.DisplayNames, corrected by hand where a newspaper or a chamber prints something else. The names of
// former countries are all by hand, because CLDR renames them to their successors (SU becomes Russia).
// The committed file is what the program reads; a Node with a newer CLDR may propose other names, so look
// at the difference before committing it.

import { writeFileSync } from "node:fs";
import { iso31661, iso31663 } from "iso-3166";

const [output] = process.argv.slice(2);
if (output === undefined) {
  console.error("usage: node countries.mjs OUTPUT.csv");
  process.exit(2);
}

const LANGUAGES = ["en", "nl", "fr", "de", "es"];

// Names by hand, per code and language. A language that is not named keeps the name of CLDR.
const CURATED = {
  AG: { en: "Antigua and Barbuda" },
  AX: { es: "Islas Åland" },
  BA: { en: "Bosnia and Herzegovina" },
  BL: { en: "Saint Barthélemy", de: "Saint-Barthélemy" },
  BN: { de: "Brunei" },
  CD: {
    en: "Congo (Democratic Republic)",
    nl: "Congo (Democratische Republiek)",
    fr: "Congo (République démocratique)",
    de: "Kongo (Demokratische Republik)",
    es: "Congo (República Democrática)",
  },
  CG: {
    en: "Congo (Republic)",
    nl: "Congo (Republiek)",
    fr: "Congo (République)",
    de: "Kongo (Republik)",
    es: "Congo (República)",
  },
  CI: { de: "Elfenbeinküste", es: "Costa de Marfil" },
  CV: { de: "Kap Verde" },
  GS: { en: "South Georgia and the South Sandwich Islands" },
  HK: { en: "Hong Kong", nl: "Hongkong", fr: "Hong Kong", de: "Hongkong", es: "Hong Kong" },
  HM: { en: "Heard and McDonald Islands" },
  KN: { en: "Saint Kitts and Nevis" },
  LC: { en: "Saint Lucia" },
  MD: { de: "Moldau" },
  MF: { en: "Saint Martin", de: "Saint-Martin" },
  MM: { en: "Myanmar", nl: "Myanmar", fr: "Myanmar", de: "Myanmar", es: "Myanmar" },
  MO: { en: "Macao", nl: "Macau", fr: "Macao", de: "Macau", es: "Macao" },
  MU: { fr: "Île Maurice" },
  NF: { nl: "Norfolkeiland" },
  PM: { en: "Saint Pierre and Miquelon" },
  PS: { de: "Palästinensische Gebiete" },
  SH: { en: "Saint Helena" },
  SJ: { en: "Svalbard and Jan Mayen" },
  ST: { en: "São Tomé and Príncipe" },
  SX: { fr: "Sint Maarten" },
  TC: { en: "Turks and Caicos Islands" },
  TF: { nl: "Franse Zuidelijke Gebieden" },
  TL: { de: "Osttimor", es: "Timor Oriental" },
  TR: { en: "Turkey" },
  TT: { en: "Trinidad and Tobago" },
  UM: {
    en: "US Minor Outlying Islands",
    de: "Kleinere Amerikanische Überseeinseln",
    es: "Islas Menores Alejadas de Estados Unidos",
  },
  VA: { fr: "Vatican" },
  VC: { en: "Saint Vincent and the Grenadines" },
  VI: { en: "US Virgin Islands", fr: "Îles Vierges américaines", es: "Islas Vírgenes de Estados Unidos" },
  VN: { fr: "Vietnam" },
  WF: { en: "Wallis and Futuna" },
};

// Codes that ISO leaves to the user: XK as the EU and the World Bank use it (with the alpha-3 XKX); XX is
// origo's own "not a country".
const USER_ASSIGNED = {
  XK: { alpha3: "XKX", names: ["Kosovo", "Kosovo", "Kosovo", "Kosovo", "Kosovo"] },
  XX: { alpha3: "", names: ["No country", "Geen land", "Hors pays", "Kein Land", "Sin país"] },
};

// Former countries by their ISO 3166-3 code: the date (or year) on which ISO withdrew the alpha-2, and the
// names in the order of LANGUAGES. A name that a current country still goes by has the year added, so
// that the plain word ("Burma", "East Timor") stays free for the current one.
const FORMER = {
  ANHH: [
    "2010-12-15",
    "Netherlands Antilles",
    "Nederlandse Antillen",
    "Antilles néerlandaises",
    "Niederländische Antillen",
    "Antillas Neerlandesas",
  ],
  BUMM: [
    "1989-12-05",
    "Burma (until 1989)",
    "Birma (tot 1989)",
    "Birmanie (jusqu'en 1989)",
    "Birma (bis 1989)",
    "Birmania (hasta 1989)",
  ],
  CSXX: [
    "2006-09-26",
    "Serbia and Montenegro",
    "Servië en Montenegro",
    "Serbie-et-Monténégro",
    "Serbien und Montenegro",
    "Serbia y Montenegro",
  ],
  CTKI: [
    "1984",
    "Canton and Enderbury Islands",
    "Canton en Enderbury",
    "Îles Canton et Enderbury",
    "Canton und Enderbury",
    "Islas Canton y Enderbury",
  ],
  DDDE: [
    "1990-10-30",
    "East Germany",
    "Oost-Duitsland",
    "Allemagne de l'Est",
    "Ostdeutschland (DDR)",
    "Alemania Oriental",
  ],
  DYBJ: ["1977", "Dahomey", "Dahomey", "Dahomey", "Dahomey", "Dahomey"],
  FQHH: [
    "1979",
    "French Southern and Antarctic Territories (until 1979)",
    "Franse Zuidelijke en Antarctische Gebieden (tot 1979)",
    "Terres australes et antarctiques françaises (jusqu'en 1979)",
    "Französische Süd- und Antarktisgebiete (bis 1979)",
    "Tierras Australes y Antárticas Francesas (hasta 1979)",
  ],
  FXFR: [
    "1997-07-14",
    "Metropolitan France",
    "Europees Frankrijk",
    "France métropolitaine",
    "Metropolitan-Frankreich",
    "Francia metropolitana",
  ],
  HVBF: ["1984", "Upper Volta", "Opper-Volta", "Haute-Volta", "Obervolta", "Alto Volta"],
  JTUM: ["1986", "Johnston Island", "Johnston", "Île Johnston", "Johnstoninsel", "Isla Johnston"],
  MIUM: ["1986", "Midway Islands", "Midwayeilanden", "Îles Midway", "Midwayinseln", "Islas Midway"],
  NHVU: ["1980", "New Hebrides", "Nieuwe Hebriden", "Nouvelles-Hébrides", "Neue Hebriden", "Nuevas Hébridas"],
  NQAQ: [
    "1983",
    "Dronning Maud Land",
    "Koningin Maudland",
    "Terre de la Reine-Maud",
    "Königin-Maud-Land",
    "Tierra de la Reina Maud",
  ],
  NTHH: [
    "1993-07-12",
    "Neutral Zone (Iraq and Saudi Arabia)",
    "Neutrale Zone (Irak en Saoedi-Arabië)",
    "Zone neutre (Irak et Arabie saoudite)",
    "Neutrale Zone (Irak und Saudi-Arabien)",
    "Zona Neutral (Irak y Arabia Saudí)",
  ],
  PCHH: [
    "1986",
    "Pacific Islands (Trust Territory)",
    "Pacifische Eilanden (trustgebied)",
    "Îles du Pacifique (territoire sous tutelle)",
    "Pazifische Inseln (Treuhandgebiet)",
    "Islas del Pacífico (territorio en fideicomiso)",
  ],
  PUUM: [
    "1986",
    "US Miscellaneous Pacific Islands",
    "Diverse Amerikaanse Pacifische eilanden",
    "Îles diverses du Pacifique (États-Unis)",
    "Verschiedene Pazifikinseln der USA",
    "Islas diversas del Pacífico (Estados Unidos)",
  ],
  PZPA: [
    "1980",
    "Panama Canal Zone",
    "Panamakanaalzone",
    "Zone du canal de Panama",
    "Panamakanalzone",
    "Zona del Canal de Panamá",
  ],
  RHZW: ["1980", "Southern Rhodesia", "Zuid-Rhodesië", "Rhodésie du Sud", "Südrhodesien", "Rodesia del Sur"],
  SUHH: ["1992-08-30", "Soviet Union", "Sovjet-Unie", "Union soviétique", "Sowjetunion", "Unión Soviética"],
  TPTL: [
    "2002-05-20",
    "East Timor (until 2002)",
    "Oost-Timor (tot 2002)",
    "Timor oriental (jusqu'en 2002)",
    "Osttimor (bis 2002)",
    "Timor Oriental (hasta 2002)",
  ],
  VDVN: ["1977", "North Vietnam", "Noord-Vietnam", "Nord-Vietnam", "Nordvietnam", "Vietnam del Norte"],
  WKUM: ["1986", "Wake Island", "Wake", "Île de Wake", "Wake-Insel", "Isla Wake"],
  YDYE: ["1990-08-14", "South Yemen", "Zuid-Jemen", "Yémen du Sud", "Südjemen", "Yemen del Sur"],
  YUCS: ["2003-07-23", "Yugoslavia", "Joegoslavië", "Yougoslavie", "Jugoslawien", "Yugoslavia"],
  ZRCD: ["1997-07-14", "Zaire", "Zaïre", "Zaïre", "Zaire", "Zaire"],
};

// Czechoslovakia shares the alpha-2 CS with Serbia and Montenegro, which has it here.
const NOT_KEPT = new Set(["CSHH"]);

// The number 891 went from Yugoslavia to Serbia and Montenegro, which has it here; 890 was the number of
// Yugoslavia until 1992.
const NUMERIC = { YUCS: "890" };

const rows = [];

const cldr = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: "region", fallback: "none" }));
for (const { alpha2, alpha3, numeric } of iso31661) {
  const names = LANGUAGES.map((language, index) => CURATED[alpha2]?.[language] ?? cldr[index].of(alpha2));
  rows.push([alpha2, alpha3, numeric, ...names, ""]);
}
for (const [code, { alpha3, names }] of Object.entries(USER_ASSIGNED)) {
  rows.push([code, alpha3, "", ...names, ""]);
}

const taken = rows.map((row) => new Set(row.slice(0, 3))).reduce((all, one) => new Set([...all, ...one]));
for (const { alpha4, from } of iso31663) {
  if (taken.has(from.alpha2) || NOT_KEPT.has(alpha4)) continue; // a current country has the code
  const former = FORMER[alpha4];
  if (former === undefined) throw new Error(`${alpha4} (${from.name}) has no names`);
  const [until, ...names] = former;
  const numeric = NUMERIC[alpha4] ?? from.numeric ?? "";
  rows.push([
    from.alpha2,
    taken.has(from.alpha3) ? "" : from.alpha3,
    taken.has(numeric) ? "" : numeric,
    ...names,
    until,
  ]);
}

const cells = rows
  .sort((a, b) => (a[0] < b[0] ? -1 : 1))
  .map((row) => row.map((cell) => cell.replaceAll("’", "'").normalize("NFC")));
for (const row of cells) {
  if (row.length !== 9 || row.slice(3, 8).some((name) => name === "")) throw new Error(`incomplete: ${row}`);
}
const quote = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const lines = [["code", "alpha3", "numeric", ...LANGUAGES, "until"], ...cells].map((row) => row.map(quote).join(","));
writeFileSync(output, lines.join("\n") + "\n");
console.error(`${rows.length} countries`);
