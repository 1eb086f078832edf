// @ts-check
// Writes data/limburg-2007-2018.csv.gz: synthetic certificates of the chamber of Belgian Limburg whose
// counted figures equal the figures that the chamber published.
//
//   node data/make/limburg.mjs
//
// Real: the yearly figures and shares of data/limburg-published.csv, the exchange rates, the names of the
// countries. Invented: every exporter, certificate and consignment. First the counted certificates are drawn
// and their values fitted to the published sums; then the rows that must not count (cancelled, replaced,
// copied ones) are laid on top. All chance comes from one seeded generator, so that the text is the same on
// every machine (its sha256 is printed); the gzip bytes around it are the same for the same Node.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

import { mulberry32 } from "./made-up.mjs";

const DATA = new URL("../", import.meta.url);
const SEED = 20180219; // the day on which the newspaper printed the figures of 2017
const FIRST_YEAR = 2007;
const LAST_YEAR = 2018;

/**
 * @typedef {() => number} Random uniform in [0, 1)
 *
 * @typedef {object} Product
 * @property {string} code HS or CN code, one nomenclature for all years
 * @property {string} goods description in Dutch
 *
 * @typedef {object} Sector
 * @property {string} word what an exporter of this sector is called after "Voorbeeld"
 * @property {number} weight relative number of exporters
 * @property {boolean} [food] Russia let no fruit, vegetables or meat in after August 2014
 * @property {readonly Product[]} products
 *
 * @typedef {object} Exporter
 * @property {number} firstYear
 * @property {number} lastYear
 * @property {Sector} sector
 * @property {number} valueWeight share of goods value that it aims at, in no unit
 * @property {number} scale size of its consignments relative to the others
 * @property {"micro" | "klein" | "middelgroot" | "groot"} size
 * @property {string} name
 * @property {string} number enterprise number, ten digits
 * @property {readonly (Product & { origin: string })[]} products
 * @property {Map<string, number>} homes destination code to the share of its certificates
 * @property {ReadonlyMap<number, number>} mood its luck per year, around 1
 * @property {boolean} cents whether it invoices to the cent or in whole units
 * @property {number} habit a number of its own, from which everything is drawn that it always does the same way
 *
 * @typedef {object} Line
 * @property {Product & { origin: string }} product
 * @property {number | null} hundredths value in hundredths of the currency; null: not declared
 *
 * @typedef {object} Certificate
 * @property {number} day days since 1970-01-01
 * @property {Exporter} exporter
 * @property {string} destination ISO code
 * @property {string} type
 * @property {"Afgegeven" | "Geannuleerd" | "Geweigerd" | "Ontwerp"} status
 * @property {string} currency
 * @property {number} rawValue relative value before the fit, 0 when not declared
 * @property {Line[]} lines
 * @property {Certificate | null} replaces
 * @property {string} id the number on the certificate
 *
 * @typedef {object} YearTarget
 * @property {number} certificates
 * @property {bigint} cents goods value in euro cents
 * @property {number} destinations
 * @property {ReadonlyMap<string, number>} shares destination code to per cent of goods value
 */

// --- The material: goods, exporters' sectors, destinations ---------------------------------------

/** @type {readonly Sector[]} */
const SECTORS = [
  sector(
    "Fruitveiling",
    7,
    ["08081080 Appelen, vers", "08083090 Peren, vers", "08092900 Zoete kersen, vers", "08101000 Aardbeien, vers"],
    true,
  ),
  sector(
    "Voeding",
    9,
    [
      "02071410 Kippenvlees zonder been, bevroren",
      "07108095 Groenten, bevroren",
      "18063290 Chocolade in tabletten, ongevuld",
      "18069019 Pralines zonder alcohol",
      "190531 Koekjes, gezoet",
      "200410 Aardappelen, bereid, bevroren",
      "200979 Appelsap",
      "210690 Voedingspreparaten",
      "22030001 Bier in flessen",
    ],
    true,
  ),
  sector("Autodelen", 13, [
    "87089997 Delen van voertuigen",
    "87082990 Carrosseriedelen",
    "870830 Remmen en delen daarvan",
    "870840 Versnellingsbakken",
    "84099900 Delen van dieselmotoren",
    "40169300 Pakkingen van rubber",
  ]),
  sector("Voertuigen", 6, [
    "870120 Trekkers voor opleggers",
    "870323 Personenwagens, 1500-3000 cc",
    "870423 Vrachtwagens, diesel, meer dan 20 ton",
    "871639 Aanhangwagens en opleggers",
  ]),
  sector("Kunststoffen", 11, [
    "39012090 Polyethyleen, hoge dichtheid",
    "39011090 Polyethyleen, lage dichtheid",
    "39021000 Polypropyleen",
    "39041000 Polyvinylchloride",
    "391723 Buizen van pvc",
    "392010 Folie van polyethyleen",
    "39233010 Flessen van kunststof",
    "39269097 Werken van kunststof",
  ]),
  sector("Metaalwerken", 12, [
    "79011100 Zink, ruw, 99,99 %",
    "79031000 Zinkstof",
    "74031100 Koperkathoden",
    "74091100 Koperband op rollen",
    "721933 Roestvrij staal, koudgewalst",
    "722020 Roestvrij bandstaal",
    "760612 Platen van aluminium",
    "76042990 Profielen van aluminium",
    "73089098 Constructiewerk van staal",
    "73269098 Werken van staal",
  ]),
  sector("Machinebouw", 13, [
    "841370 Centrifugaalpompen",
    "841459 Ventilatoren",
    "84212100 Toestellen voor waterzuivering",
    "84224000 Verpakkingsmachines",
    "84283300 Bandtransporteurs",
    "843149 Delen van graafmachines",
    "843360 Sorteermachines voor fruit",
    "84771000 Spuitgietmachines",
    "84798997 Machines met eigen functie",
    "84807100 Gietvormen voor kunststof",
    "848180 Kranen en afsluiters",
  ]),
  sector("Elektro", 10, [
    "850440 Statische omvormers",
    "85176200 Toestellen voor datatransmissie",
    "85369010 Verbindingselementen",
    "853710 Schakelborden",
    "854140 Zonnecellen en leds",
    "854442 Kabels met connectoren",
    "90318080 Meettoestellen",
    "940540 Verlichtingstoestellen",
  ]),
  sector("Chemie", 8, [
    "28070000 Zwavelzuur",
    "28170000 Zinkoxide",
    "28352500 Dicalciumfosfaat",
    "29025000 Styreen",
    "31043000 Kaliumsulfaat",
    "310520 NPK-meststoffen",
    "32041700 Synthetische pigmenten",
    "320890 Verf en vernis",
    "350691 Kleefmiddelen",
  ]),
  sector("Medica", 4, [
    "30049000 Geneesmiddelen, afgemeten doses",
    "38220000 Diagnosereagentia",
    "901839 Naalden en katheters",
    "901890 Medische instrumenten",
  ]),
  sector("Bouwstoffen", 7, [
    "69041000 Bakstenen",
    "69051000 Dakpannen",
    "68109100 Bouwelementen van beton",
    "68061000 Steenwol",
    "701939 Glaswol",
    "700719 Gehard glas",
  ]),
  sector("Textiel", 4, ["570320 Tapijt van nylon", "560312 Gebonden textielvlies", "940429 Matrassen"]),
  sector("Houtwerk", 4, ["441112 MDF-platen", "48192000 Vouwdozen van karton", "94036090 Houten meubelen"]),
  sector("Veevoeders", 3, ["230910 Honden- en kattenvoer", "230990 Diervoeder, bereid"]),
];

// Other countries of origin beside Belgium, for goods that are only partly made there.
const SECOND_ORIGINS = ["DE", "DE", "NL", "NL", "FR", "IT"];

// Per cent of the certificates of an ordinary year, about. The five that limburg-published.csv gives a
// share of goods value are not here.
const GRAVITY = weights(`
  SA 4.6 US 4.4 MA 3.2 DZ 3.0 EG 3.1 IL 2.7 KR 2.6 JP 2.6 BR 2.5 HK 2.3 UA 2.0 TW 2.0 SG 1.9 CH 1.8 IR 1.9
  IQ 1.5 TN 1.5 ZA 1.5 KW 1.3 MX 1.3 LB 1.3 TH 1.3 QA 1.2 AU 1.2 VN 1.2 ID 1.2 MY 1.2 JO 1.1 PK 1.1 CA 0.9
  BD 0.8 PH 0.7 KZ 0.7 CL 0.7 NG 0.7 CO 0.6 BY 0.6 AR 0.6 OM 0.6 LY 0.6 BH 0.5 PE 0.5 RS 0.4 SY 0.4
  GH 0.35 CI 0.35 KE 0.35 NZ 0.35 VE 0.5 EC 0.3 NO 0.3 SN 0.3 CD 0.3 AO 0.3 YE 0.3 AZ 0.3 LK 0.3 CM 0.25 GE 0.25
  UZ 0.25 TZ 0.2 ET 0.2 PA 0.2 DO 0.2 UY 0.15 CR 0.15 GT 0.15 AM 0.15 BA 0.15 MU 0.15 CU 0.12 TM 0.12 MD 0.12 AL 0.12
  MM 0.12 KH 0.12 SD 0.12 PY 0.1 BO 0.1 UG 0.1 MK 0.1 MO 0.1 MG 0.1 MZ 0.1 BJ 0.1 TG 0.1 GN 0.1 IS 0.08 NP 0.08
  ML 0.08 GA 0.08 CG 0.08 AF 0.08 SR 0.08 TT 0.07 ZM 0.06 NA 0.06 RW 0.06 BF 0.06 MR 0.06 KG 0.06 HN 0.06 SV 0.06
  ME 0.05 ZW 0.05 MN 0.05 PR 0.05 JM 0.05 AN 0.05 BW 0.04 TJ 0.04 BN 0.04 NI 0.04 CW 0.04 HT 0.04 NC 0.04 PF 0.04
  DJ 0.04 GQ 0.04 PS 0.04 LA 0.03 BS 0.03 GY 0.03 AW 0.03 NE 0.03 LR 0.03 SL 0.03 CV 0.03 MV 0.03 FJ 0.02 PG 0.02
  TD 0.02 GM 0.02 BI 0.02 SC 0.02 GI 0.015 BZ 0.015 CF 0.01 GW 0.01 KM 0.01 SZ 0.01 AD 0.01 FO 0.01 BM 0.01 KY 0.01
  SX 0.01 MH 0.01 LS 0.008 ST 0.008 BT 0.008 TL 0.006 LC 0.006 AG 0.006 SM 0.006 GL 0.006 VU 0.006 GU 0.006
  VG 0.005 LI 0.005 GD 0.005 BQ 0.005 VC 0.004 DM 0.004 KN 0.004 WS 0.004 SB 0.004 VI 0.004 TO 0.003 TC 0.003
  NL 0.06 DE 0.05 FR 0.05 GB 0.05 IT 0.04 BG 0.05 GR 0.05 RO 0.03 HR 0.09 ES 0.03 PL 0.02 CY 0.02 MT 0.015 CZ 0.015
  HU 0.015 PT 0.015 SE 0.01 DK 0.01 AT 0.01 SI 0.01 LT 0.01 FI 0.008 IE 0.008 SK 0.008 LV 0.006 EE 0.006 LU 0.005
  SS 0.02 MW 0.03 SO 0.03 BB 0.03 ER 0.02
`);

// What the certificates of a published destination are worth, relative to the average: the reason why the
// ranking by certificates is not the one by goods value.
const VALUE_PER_CERTIFICATE = weights("CN 1.15 IN 1.25 RU 0.92 AE 0.85 TR 1.1");

// Served in every year. Croatia joins the European Union on 2013-07-01 and Britain has left it since, so
// that the composition of the day and that of today differ.
const ALWAYS_SERVED = ["HR", "NL", "DE", "FR", "GB", "IT", "ES", "BG", "GR"];

// Years in which a destination can appear at all: the Antilles ceased to exist in October 2010.
/** @type {Readonly<Record<string, readonly [number, number]>>} */
const LIFESPAN = { AN: [2007, 2009], CW: [2011, 2018], SX: [2011, 2018], BQ: [2011, 2018] };

// Events that bend a destination: crises, sanctions, wars. First year, then one factor per year; the last
// factor stays.
/** @type {Readonly<Record<string, readonly [number, readonly number[]]>>} */
const EVENTS = {
  BR: [2013, [1.05, 0.9, 0.7, 0.55, 0.65, 0.7]],
  IR: [2011, [1, 0.85, 0.6, 0.6, 0.7, 1.25, 1.6, 1.2]],
  UA: [2009, [0.6, 0.8, 1, 1.05, 1, 0.6, 0.45, 0.55, 0.65, 0.7]],
  LY: [2011, [0.2, 0.9, 1.1, 0.7, 0.5, 0.4, 0.5, 0.6]],
  SY: [2011, [0.8, 0.35, 0.15, 0.12, 0.12, 0.1, 0.12, 0.15]],
  VE: [2013, [0.9, 0.6, 0.35, 0.15, 0.08, 0.05]],
  QA: [2017, [0.85, 0.8]],
  YE: [2015, [0.4, 0.5]],
  IQ: [2007, [0.4, 0.5, 0.6, 0.8, 0.9, 1.1, 1.3, 1.1, 1, 0.9, 1, 1.1]],
  VN: [2007, [0.5, 0.55, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.5, 1.6]],
  EG: [2016, [0.9, 0.75, 0.95]],
  HR: [2014, [0.5]], // from 2014 an ordinary member state, which asks for few certificates
};

// Destinations with a preferential agreement, for which the movement certificate EUR.1 is also issued.
const EUR1_DESTINATIONS = codeSet("MA TN DZ EG IL JO LB ZA MX CL CH NO IS RS MK BA AL ME GE MD CO PE");

/**
 * Destinations that are sometimes invoiced in another currency: currency, share of exporters that do.
 * @type {readonly [string, number, ReadonlySet<string>][]}
 */
const FOREIGN_INVOICING = [
  ["CHF", 0.4, codeSet("CH LI")],
  ["JPY", 0.35, codeSet("JP")],
  ["GBP", 0.15, codeSet("GB NG GH KE HK MU")],
  ["CNY", 0.03, codeSet("CN")],
  [
    "USD",
    0.2,
    codeSet("CN IN AE US SA KR TW HK SG TH VN ID MY PK BD PH MX CO PE CL BR EC PA IQ KW QA OM BH LB JO IL EG NG AU CA"),
  ],
];

// Per cent of goods value that the ten largest exporters aim at; customers' tastes and luck move it.
const AIMS_OF_THE_TEN_LARGEST = [9.6, 6.6, 5.4, 4.6, 4.1, 3.6, 3.2, 2.9, 2.6, 2.4];
const EXPORTERS = 660;
const DAILY_WEIGHT_OF_MONTH = [0.94, 1.02, 1.13, 1.04, 1.02, 1.04, 0.9, 0.74, 1.04, 1.12, 1.08, 0.84];

const WITHOUT_VALUE = 0.006;
const WITH_LINES = 0.025;
const NOT_ISSUED = /** @type {const} */ ([
  ["Geannuleerd", 0.015],
  ["Geweigerd", 0.004],
  ["Ontwerp", 0.003],
]);
const REPLACED = 0.012;
const REPLACED_BY_TWO = 4; // per year, as are the next three
const REPLACED_TWICE = 3;
const REPLACED_IN_VAIN = 3;
const REPLACED_OVER_NEW_YEAR = 3;
const COPIED = 0.004;
const LEAST_CENTS = 3000; // a consignment is worth at least this, so that a smaller original is still above 25 euro

// --- Chance --------------------------------------------------------------------------------------

/**
 * A standard normal number, cut at three so that no single consignment decides a year.
 * @param {Random} random
 * @returns {number}
 */
function normal(random) {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  const number = radius * Math.cos(2 * Math.PI * random());
  return Math.abs(number) <= 3 ? number : normal(random);
}

/** @param {Random} random @param {number} count @returns {number} an integer from 0 to count - 1 */
const below = (random, count) => Math.floor(random() * count);

/** @template T @param {Random} random @param {readonly T[]} items @returns {T} */
const anyOf = (random, items) => must(items[below(random, items.length)]);

/**
 * A drawer of items by weight.
 * @template T
 * @param {readonly (readonly [T, number])[]} weighted
 * @returns {(random: Random) => T}
 */
function drawerOf(weighted) {
  let total = 0;
  const ends = weighted.map(([, weight]) => (total += weight));
  return (random) => {
    const point = random() * total;
    const index = firstIndex(ends, (end) => end > point);
    return must(weighted[Math.min(index, weighted.length - 1)])[0];
  };
}

/** @template T @param {Random} random @param {readonly T[]} items @returns {T[]} the items in any order */
function shuffled(random, items) {
  const keyed = items.map((item) => /** @type {const} */ ([random(), item]));
  return keyed.sort((a, b) => a[0] - b[0]).map(([, item]) => item);
}

// --- Small tools ---------------------------------------------------------------------------------

/** @template T @param {T | undefined} value @returns {T} */
function must(value) {
  if (value === undefined) throw new Error("the generator looked for something that is not there");
  return value;
}

/**
 * Binary search in an ascending list: the first index for which the test holds, else the length.
 * @template T
 * @param {readonly T[]} list
 * @param {(item: T) => boolean} test
 */
function firstIndex(list, test) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(must(list[middle]))) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @template T, K @param {readonly T[]} items @param {(item: T) => K} key @returns {Map<K, T[]>} */
function groupBy(items, key) {
  /** @type {Map<K, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** @param {string} text codes and numbers by turns @returns {ReadonlyMap<string, number>} */
function weights(text) {
  const words = text.trim().split(/\s+/);
  return new Map(words.flatMap((word, index) => (index % 2 === 0 ? [[word, Number(words[index + 1])]] : [])));
}

/**
 * @param {string} word
 * @param {number} weight
 * @param {readonly string[]} goods
 * @param {boolean} [food]
 * @returns {Sector}
 */
function sector(word, weight, goods, food = false) {
  const products = goods.map((text) => ({
    code: text.slice(0, text.indexOf(" ")),
    goods: text.slice(text.indexOf(" ") + 1),
  }));
  return { word, weight, food, products };
}

/** @param {string} text codes with a space between @returns {ReadonlySet<string>} */
function codeSet(text) {
  return new Set(text.split(" "));
}

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** @param {number} first @param {number} last @returns {number[]} */
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

const YEARS = range(FIRST_YEAR, LAST_YEAR);

/**
 * Whole numbers near the wishes that add up to the total, none below one.
 * @param {readonly number[]} wishes
 * @param {number} total
 * @returns {number[]}
 */
function apportion(wishes, total) {
  const scale = (total - wishes.length) / sum(wishes);
  const whole = wishes.map((wish) => 1 + Math.floor(wish * scale));
  const byRest = wishes
    .map((wish, index) => ({ index, rest: (wish * scale) % 1 }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const missing = total - sum(whole);
  for (const { index } of byRest.slice(0, missing)) whole[index] = must(whole[index]) + 1;
  return whole;
}

// --- Calendar ------------------------------------------------------------------------------------

const DAY = 86_400_000;

/** @param {number} year @param {number} month 1 to 12 @param {number} date */
const dayOf = (year, month, date) => Date.UTC(year, month - 1, date) / DAY;

/** @param {number} day @returns {string} yyyy-mm-dd */
const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** @param {number} day */
const yearOf = (day) => Number(isoOf(day).slice(0, 4));

/** 0 = Sunday. @param {number} day */
const weekdayOf = (day) => (day + 4) % 7;

/**
 * Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms).
 * @param {number} year
 */
function easter(year) {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1);
}

/** The public holidays of Belgium. @param {number} year @returns {Set<number>} */
function holidays(year) {
  const fixed = [
    [1, 1],
    [5, 1],
    [7, 21],
    [8, 15],
    [11, 1],
    [11, 11],
    [12, 25],
  ];
  const afterEaster = [1, 39, 50]; // Easter Monday, Ascension Day, Whit Monday
  return new Set([
    ...fixed.map(([month, date]) => dayOf(year, must(month), must(date))),
    ...afterEaster.map((days) => easter(year) + days),
  ]);
}

/** @param {number} year @returns {number[]} */
function workingDays(year) {
  const closed = holidays(year);
  return range(dayOf(year, 1, 1), dayOf(year, 12, 31)).filter((day) => weekdayOf(day) % 6 !== 0 && !closed.has(day));
}

/** How busy the counter is, relative to an ordinary day. @param {number} day */
function busyness(day) {
  const [month, date] = isoOf(day).slice(5).split("-").map(Number);
  const betweenTheYears = month === 12 && must(date) >= 24 ? 0.55 : 1;
  const friday = weekdayOf(day) === 5 ? 0.9 : 1;
  return must(DAILY_WEIGHT_OF_MONTH[must(month) - 1]) * betweenTheYears * friday;
}

// --- The published figures, the countries, the rates ---------------------------------------------

/** @param {string} name @returns {Record<string, string>[]} */
function readRecords(name) {
  const bytes = readFileSync(new URL(name, DATA));
  return parse(name.endsWith(".gz") ? gunzipSync(bytes) : bytes, { columns: true });
}

/** @param {string} euro an amount with two decimals @returns {bigint} */
const centsOf = (euro) => BigInt(euro.replace(".", ""));

/**
 * @param {readonly Record<string, string>[]} figures
 * @param {(name: string) => string} codeOf
 * @returns {Map<number, YearTarget>}
 */
function yearTargets(figures, codeOf) {
  // A figure that is published "about" is carried beside the exact one that was chosen for it.
  const exact = figures.filter((figure) => figure.precision === "exact");
  return new Map(
    YEARS.map((year) => {
      const ofYear = exact.filter((figure) => must(figure.period_start).startsWith(`${year}`));
      /** @param {string} metric */
      const only = (metric) => {
        const found = ofYear.filter((figure) => figure.metric === metric && figure.dimension === "total");
        if (found.length !== 1) {
          throw new Error(`limburg-published.csv: ${found.length} exact rows for ${metric} of ${year}, one is needed`);
        }
        return must(must(found[0]).value);
      };
      const shares = ofYear
        .filter((figure) => figure.metric === "share")
        .map((figure) => /** @type {const} */ ([codeOf(must(figure.key)), Number(figure.value)]));
      return [
        year,
        {
          certificates: Number(only("co_count")),
          cents: centsOf(only("goods_value")),
          destinations: Number(only("destination_count")),
          shares: new Map(shares),
        },
      ];
    }),
  );
}

/**
 * Destination code to the first year in which it is served, for those published as new.
 * @param {readonly Record<string, string>[]} figures
 * @param {(name: string) => string} codeOf
 */
function newDestinations(figures, codeOf) {
  const rows = figures.filter((figure) => figure.metric === "new_destination");
  return new Map(rows.map((figure) => [codeOf(must(figure.key)), Number(must(figure.period_start).slice(0, 4))]));
}

/**
 * The rate in force on a day, in millionths of the currency per euro: that of the day, else the last one
 * published before it.
 * @param {readonly Record<string, string>[]} records ascending by date
 * @returns {(currency: string, day: number) => bigint}
 */
function ratesOf(records) {
  const days = records.map((record) => Date.parse(`${record.date}T00:00:00Z`) / DAY);
  return (currency, day) => {
    for (let index = firstIndex(days, (published) => published > day) - 1; index >= 0; index -= 1) {
      const rate = must(records[index])[currency];
      if (rate === undefined) break;
      if (rate !== "") return millionthsOf(rate);
    }
    throw new Error(`no rate of ${currency} on ${isoOf(day)}`);
  };
}

/** @param {string} decimal @returns {bigint} */
function millionthsOf(decimal) {
  const [whole, fraction = ""] = decimal.split(".");
  if (fraction.length > 6) throw new Error(`a rate with more than six decimals: ${decimal}`);
  return BigInt(whole + fraction.padEnd(6, "0"));
}

/**
 * Euro cents of an amount, half-up.
 * @param {number} hundredths
 * @param {bigint} rate in millionths
 * @returns {bigint}
 */
const convert = (hundredths, rate) => (2_000_000n * BigInt(hundredths) + rate) / (2n * rate);

// --- Exporters -----------------------------------------------------------------------------------

/**
 * A number of the range 9xxx.xxx.xxx, which no register assigns, with a valid check number.
 * @param {number} serial
 */
function enterpriseNumber(serial) {
  const base = 90_000_000 + serial * 10;
  return `${base}${String(97 - (base % 97)).padStart(2, "0")}`;
}

/**
 * Real exports write one number in several ways; an exporter changes its way when its software does.
 * @param {Exporter} exporter
 * @param {number} year
 */
function writtenNumber({ number, habit }, year) {
  const dotted = `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
  const style = (habit % 5) + (year >= 2013 ? 1 : 0);
  if (style <= 1) return `BE ${dotted}`;
  return style <= 4 ? `BE${number}` : `BE${dotted}`;
}

/** @param {Random} random @param {number} rank 0 = largest @returns {[first: number, last: number]} */
function lifetime(random, rank) {
  if (rank < 12) return [rank === 9 ? 2010 : rank === 10 ? 2012 : FIRST_YEAR, rank === 11 ? 2015 : LAST_YEAR];
  const old = random() < (rank < 100 ? 0.78 : 0.5);
  const first = old ? FIRST_YEAR : FIRST_YEAR + 1 + below(random, LAST_YEAR - FIRST_YEAR);
  const hazard = rank < 80 ? 0.02 : 0.075;
  return [first, first + Math.floor(Math.log(1 - random()) / Math.log(1 - hazard))];
}

/** @param {number} rank 0 = largest @returns {Exporter["size"]} */
function sizeOf(rank) {
  if (rank < 45) return "groot";
  if (rank < 170) return "middelgroot";
  return rank < 400 ? "klein" : "micro";
}

/** A name that nobody can take for a real company. @param {Sector} sector @param {number} serial @param {string} form */
function exporterName({ word }, serial, form) {
  return `Voorbeeld ${word} ${String(serial).padStart(3, "0")} ${form}`;
}

/** How many destinations an exporter serves over the years. @param {Random} random @param {number} rank */
function reachOf(random, rank) {
  if (rank < 10) return 60 + below(random, 50);
  const [least, more] = { groot: [18, 40], middelgroot: [7, 18], klein: [2, 9], micro: [1, 4] }[sizeOf(rank)];
  return must(least) + below(random, must(more));
}

/**
 * Destinations of an exporter, drawn by their gravity, each with the share of its certificates.
 * @param {Random} random @param {number} reach @param {readonly (readonly [string, number])[]} gravity
 */
function homesOf(random, reach, gravity) {
  // Exponential race: the earliest arrivals are a draw by weight without replacement.
  const race = gravity.map(([code, weight]) => ({ code, weight, arrival: -Math.log(1 - random()) / weight }));
  const homes = race.sort((a, b) => a.arrival - b.arrival).slice(0, reach);
  const taste = homes.map(({ weight }) => weight * Math.exp(0.8 * normal(random)));
  return new Map(homes.map(({ code }, index) => [code, must(taste[index]) / sum(taste)]));
}

/**
 * @param {Random} random
 * @param {Sector} from
 * @param {number} rank
 * @param {(code: string) => string} nameOf
 */
function productsOf(random, from, rank, nameOf) {
  const count = Math.min(from.products.length, rank < 45 ? 3 + below(random, 3) : 1 + below(random, 4));
  return shuffled(random, from.products)
    .slice(0, count)
    .map((product) => {
      const second = random() < 0.15 ? `, ${nameOf(anyOf(random, SECOND_ORIGINS))}` : "";
      return { ...product, origin: nameOf("BE") + second };
    });
}

/**
 * @param {Random} random
 * @param {readonly (readonly [string, number])[]} gravity
 * @param {(code: string) => string} nameOf
 * @returns {Exporter[]}
 */
function makeExporters(random, gravity, nameOf) {
  const drawSector = drawerOf(SECTORS.map((one) => [one, one.weight]));
  const tail = range(0, EXPORTERS - 11)
    .map(() => Math.exp(1.55 * normal(random)))
    .sort((a, b) => b - a);
  // About half of the exporters are active in one year; the ten largest nearly always.
  const tailUnit = (100 - sum(AIMS_OF_THE_TEN_LARGEST)) / (0.55 * sum(tail));
  const drafts = range(0, EXPORTERS - 1).map((rank) => {
    const [firstYear, lastYear] = lifetime(random, rank);
    const from = drawSector(random);
    const spread = rank < 10 ? 0.35 : 0.8;
    let mood = 0;
    return {
      rank,
      firstYear,
      lastYear,
      sector: from,
      valueWeight: AIMS_OF_THE_TEN_LARGEST[rank] ?? Math.min(must(tail[rank - 10]) * tailUnit, 1.9),
      scale: Math.exp(spread * Math.max(-1.8, Math.min(1.8, normal(random)))),
      size: sizeOf(rank),
      products: productsOf(random, from, rank, nameOf),
      homes: homesOf(random, reachOf(random, rank), gravity),
      mood: new Map(
        YEARS.map((year) => [year, Math.exp((mood = 0.85 * mood + (rank < 10 ? 0.08 : 0.3) * normal(random)))]),
      ),
      cents: random() < 0.55,
      entry: random(),
    };
  });
  // Numbers follow the year of the first certificate, as the chamber's register would.
  const habits = shuffled(random, range(0, EXPORTERS - 1));
  const registered = drafts.toSorted((a, b) => a.firstYear - b.firstYear || a.entry - b.entry);
  return registered.map(({ rank, entry, ...draft }, index) => ({
    ...draft,
    name: exporterName(draft.sector, index + 1, rank < 45 || entry < 0.3 ? "NV" : "BVBA"),
    number: enterpriseNumber(index + 1),
    habit: must(habits[index]),
  }));
}

/**
 * Every destination gets exporters that can serve it in every year, or it would be drawn and stay empty.
 * @param {Random} random
 * @param {readonly Exporter[]} exporters
 * @param {Iterable<string>} destinations
 */
function coverDestinations(random, exporters, destinations) {
  const steady = exporters.filter(
    (one) => one.size === "groot" && one.firstYear === FIRST_YEAR && one.lastYear >= LAST_YEAR,
  );
  for (const destination of destinations) {
    for (const exporter of shuffled(random, steady).slice(0, 5)) {
      if (!exporter.homes.has(destination)) exporter.homes.set(destination, 0.0004 + 0.001 * random());
    }
  }
}

// --- Destinations and how many certificates each gets --------------------------------------------

/** @param {string} code @param {number} year */
function eventFactor(code, year) {
  const event = EVENTS[code];
  if (event === undefined || year < event[0]) return 1;
  return must(event[1][Math.min(year - event[0], event[1].length - 1)]);
}

/**
 * The destinations of every year; the small ones come and go.
 * @param {Random} random
 * @param {ReadonlyMap<number, YearTarget>} targets
 * @param {ReadonlyMap<string, number>} newcomers
 */
function chooseDestinations(random, targets, newcomers) {
  /** @type {Map<string, number>} */
  const luck = new Map();
  const served = new Set();
  const yearOfNewcomers = Math.max(...newcomers.values());
  return new Map(
    YEARS.map((year) => {
      const { destinations, shares } = must(targets.get(year));
      const sure = new Set([
        ...shares.keys(),
        ...ALWAYS_SERVED,
        ...[...newcomers].filter(([, first]) => year === first).map(([code]) => code),
      ]);
      const scored = [...GRAVITY].flatMap(([code, weight]) => {
        luck.set(code, 0.65 * (luck.get(code) ?? 0) + 0.45 * normal(random));
        const [first, last] = LIFESPAN[code] ?? [newcomers.get(code) ?? FIRST_YEAR, LAST_YEAR];
        // One that nobody published as new must not be new in the year for which the new ones are named.
        const unnamed = year === yearOfNewcomers && !served.has(code);
        if (sure.has(code) || unnamed || year < first || year > last) return [];
        return [{ code, score: Math.log(weight * eventFactor(code, year)) + must(luck.get(code)) }];
      });
      const others = scored.sort((a, b) => b.score - a.score).slice(0, destinations - sure.size);
      const chosen = [...sure, ...others.map(({ code }) => code)].sort();
      for (const code of chosen) served.add(code);
      return [year, chosen];
    }),
  );
}

/**
 * Certificates per destination of one year. The published shares are of goods value; the others follow gravity.
 * @param {YearTarget} target @param {readonly string[]} destinations @param {(code: string) => number} trend
 */
function certificatesPerDestination(target, destinations, trend) {
  const shareOfCertificates = new Map(
    [...target.shares].map(([code, share]) => [code, share / 100 / must(VALUE_PER_CERTIFICATE.get(code))]),
  );
  const rest = 1 - sum([...shareOfCertificates.values()]);
  const pull = new Map(
    destinations
      .filter((code) => !target.shares.has(code))
      .map((code) => [code, must(GRAVITY.get(code)) * trend(code)]),
  );
  const total = sum([...pull.values()]);
  const wishes = destinations.map((code) => shareOfCertificates.get(code) ?? (rest * must(pull.get(code))) / total);
  const counts = apportion(wishes, target.certificates);
  return new Map(destinations.map((code, index) => [code, must(counts[index])]));
}

// --- The counted certificates --------------------------------------------------------------------

/**
 * A fixed number from 0 to 1 per exporter and destination: habits of a customer that do not change.
 * @param {Exporter} exporter
 * @param {string} destination
 * @param {number} salt
 */
function habitOf(exporter, destination, salt) {
  const key = exporter.habit * 65_536 + destination.charCodeAt(0) * 256 + destination.charCodeAt(1);
  return mulberry32(Math.imul(key, 2_654_435_761) + salt)();
}

/** @param {Exporter} exporter @param {string} destination */
function currencyOf(exporter, destination) {
  const usual = FOREIGN_INVOICING.find(([, , destinations]) => destinations.has(destination));
  return usual !== undefined && habitOf(exporter, destination, 1) < usual[1] ? usual[0] : "EUR";
}

/** @param {Random} random @param {Exporter} exporter @param {string} destination */
function typeOf(random, exporter, destination) {
  // A.TR is for goods in free circulation between the Union and Turkey, not for agricultural ones.
  const habit = habitOf(exporter, destination, 2);
  if (destination === "TR" && exporter.sector.food !== true) return habit < 0.4 && random() < 0.85 ? "A.TR" : "CO";
  return EUR1_DESTINATIONS.has(destination) && habit < 0.3 && random() < 0.85 ? "EUR.1" : "CO";
}

/** @param {Random} random @param {Exporter} exporter @param {string} destination */
function productOf(random, exporter, destination) {
  const usual = Math.floor(habitOf(exporter, destination, 3) ** 2 * exporter.products.length);
  return must(exporter.products[random() < 0.75 ? usual : below(random, exporter.products.length)]);
}

/** @param {Exporter} exporter @param {string} destination @param {number} year */
function appetite(exporter, destination, year) {
  const share = exporter.homes.get(destination) ?? 0;
  const embargo = destination === "RU" && year >= 2015 && exporter.sector.food === true;
  if (embargo || year < exporter.firstYear || year > exporter.lastYear) return 0;
  return (share * exporter.valueWeight * must(exporter.mood.get(year))) / exporter.scale;
}

/**
 * @param {Random} random
 * @param {readonly Exporter[]} exporters
 * @param {number} year
 * @param {ReadonlyMap<string, number>} counts
 * @returns {Certificate[]}
 */
function drawCertificates(random, exporters, year, counts) {
  return [...counts].flatMap(([destination, count]) => {
    const drawExporter = drawerOf(
      exporters
        .map((one) => /** @type {const} */ ([one, appetite(one, destination, year)]))
        .filter(([, weight]) => weight > 0),
    );
    return range(1, count).map(() => {
      const exporter = drawExporter(random);
      return {
        day: 0,
        exporter,
        destination,
        type: typeOf(random, exporter, destination),
        status: /** @type {const} */ ("Afgegeven"),
        currency: currencyOf(exporter, destination),
        rawValue: random() < WITHOUT_VALUE ? 0 : exporter.scale * Math.exp(1.45 * normal(random)),
        lines: [{ product: productOf(random, exporter, destination), hundredths: null }],
        replaces: null,
        id: "",
      };
    });
  });
}

/**
 * Exporters come to the counter with several certificates at a time.
 * @param {Random} random
 * @param {readonly Certificate[]} certificates of one year
 * @param {readonly number[]} days
 */
function spreadOverDays(random, certificates, days) {
  const drawDay = drawerOf(days.map((day) => [day, busyness(day)]));
  for (const [, own] of groupBy(certificates, ({ exporter }) => exporter)) {
    const visits = range(1, Math.ceil(own.length / 1.6)).map(() => {
      const day = drawDay(random);
      return weekdayOf(day) === 5 && random() < 0.02 ? day + 1 : day; // the platform is open on Saturday too
    });
    const lastDay = must(days.at(-1));
    for (const certificate of own) certificate.day = Math.min(anyOf(random, visits), lastDay);
  }
}

/**
 * Turns some certificates into ones of several lines, all of different goods.
 * @param {Random} random
 * @param {readonly Certificate[]} certificates
 */
function addLines(random, certificates) {
  const able = certificates.filter(({ exporter, rawValue }) => exporter.products.length > 1 && rawValue > 0.1);
  const share = (WITH_LINES * certificates.length) / able.length;
  for (const certificate of able.filter(() => random() < share)) {
    const count = Math.min(certificate.exporter.products.length, 2 + below(random, 3));
    const products = shuffled(random, certificate.exporter.products).slice(0, count);
    certificate.lines = products.map((product) => ({
      product: { ...product, origin: must(products[0]).origin },
      hundredths: null,
    }));
  }
}

/** How many hundredths an amount is rounded to. @param {Certificate} certificate */
const unitOf = ({ exporter, currency }) => (exporter.cents && currency !== "JPY" ? 1 : 100);

/**
 * Gives the certificates values that add up to a target, to the cent. One ordinary certificate in euro
 * takes what rounding and conversion leave over.
 * @param {Random} random
 * @param {readonly Certificate[]} certificates
 * @param {bigint} target euro cents
 * @param {ReturnType<typeof ratesOf>} rates
 */
function fitValues(random, certificates, target, rates) {
  const valued = certificates.filter(({ rawValue }) => rawValue > 0);
  const perRaw = Number(target) / sum(valued.map(({ rawValue }) => rawValue));
  let reached = 0n;
  for (const certificate of valued) {
    const parts = certificate.lines.map(() => 0.3 + random());
    const rate = certificate.currency === "EUR" ? 1_000_000n : rates(certificate.currency, certificate.day);
    const unit = unitOf(certificate);
    for (const [index, line] of certificate.lines.entries()) {
      const cents = Math.max(LEAST_CENTS, (certificate.rawValue * perRaw * must(parts[index])) / sum(parts));
      line.hundredths = Math.ceil((cents * Number(rate)) / 1_000_000 / unit) * unit;
      reached += convert(line.hundredths, rate);
    }
  }
  const ordinary = valued.filter(({ currency, lines }) => currency === "EUR" && lines.length === 1);
  const line = must(ordinary.toSorted((a, b) => b.rawValue - a.rawValue)[0]?.lines[0]);
  line.hundredths = Number(line.hundredths) + Number(target - reached);
  if (line.hundredths < LEAST_CENTS) throw new Error("rounding left over more than the largest certificate can take");
}

/**
 * Goods value of the published destinations: a share that prints as published, without being it exactly.
 * @param {Random} random
 * @param {YearTarget} target
 */
function publishedValues(random, target) {
  return new Map(
    [...target.shares].map(([code, share]) => {
      const millionths = BigInt(Math.round((share + 0.006 * (random() - 0.5)) * 10_000));
      return [code, (target.cents * millionths) / 1_000_000n];
    }),
  );
}

/**
 * @param {Random} random
 * @param {readonly Certificate[]} certificates of one year
 * @param {YearTarget} target
 * @param {ReturnType<typeof ratesOf>} rates
 */
function fitYear(random, certificates, target, rates) {
  const published = publishedValues(random, target);
  const groups = groupBy(certificates, ({ destination }) => (published.has(destination) ? destination : ""));
  let rest = target.cents;
  for (const [code, cents] of published) {
    fitValues(random, must(groups.get(code)), cents, rates);
    rest -= cents;
  }
  fitValues(random, must(groups.get("")), rest, rates);
}

// --- The rows that must not count ----------------------------------------------------------------

/**
 * The working day some days away, kept inside the list.
 * @param {readonly number[]} days
 * @param {number} day
 * @param {number} steps
 */
function stepDays(days, day, steps) {
  const index = firstIndex(days, (one) => one >= day) + steps;
  return must(days[Math.max(0, Math.min(days.length - 1, index))]);
}

/**
 * A certificate like another one, for other amounts.
 * @param {Random} random
 * @param {Certificate} like
 * @param {Partial<Certificate>} changes
 * @returns {Certificate}
 */
function similar(random, like, changes) {
  const unit = unitOf(like);
  const factor = 0.9 + 0.3 * random();
  const lines = like.lines.map(({ product, hundredths }) => ({
    product,
    hundredths: hundredths === null ? null : Math.ceil((hundredths * factor) / unit) * unit,
  }));
  return { ...like, replaces: null, lines, ...changes };
}

/**
 * An earlier certificate that the given one replaces.
 * @param {Random} random
 * @param {Certificate} replacement
 * @param {readonly number[]} days
 * @param {number} steps at most this many working days earlier
 */
function originalOf(random, replacement, days, steps) {
  // The list of working days has no Saturday: the step from one may lead past it.
  const day = Math.min(replacement.day, stepDays(days, replacement.day, -below(random, steps + 1)));
  return similar(random, replacement, { day });
}

/**
 * @param {Random} random
 * @param {readonly Certificate[]} counted of one year
 * @param {readonly number[]} days of that year
 */
function notIssued(random, counted, days) {
  return NOT_ISSUED.flatMap(([status, share]) =>
    range(1, Math.round(share * counted.length)).map(() => {
      const like = anyOf(random, counted);
      return similar(random, like, { status, day: stepDays(days, like.day, below(random, 21) - 10) });
    }),
  );
}

/**
 * Replaced certificates of one year's counted ones, simple and not so simple. Sets `replaces` on the counted
 * ones and returns the certificates to add.
 * @param {Random} random
 * @param {readonly Certificate[]} counted of one year
 * @param {readonly number[]} days of all years
 * @param {ReadonlyMap<string, number>} newcomers
 */
function replaced(random, counted, days, newcomers) {
  // An original may fall into the year before, and must not serve a destination before its first year.
  const pool = shuffled(
    random,
    counted.filter(({ destination }) => !newcomers.has(destination)),
  );
  const free = new Set(pool);
  /** @param {(certificate: Certificate) => boolean} [suits] */
  const take = (suits = () => true) => {
    const found = must(pool.find((certificate) => free.has(certificate) && suits(certificate)));
    free.delete(found);
    return found;
  };
  /** @type {Certificate[]} */
  const added = [];
  /** @param {Certificate} replacement @param {number} steps */
  const replace = (replacement, steps) => {
    const original = originalOf(random, replacement, days, steps);
    replacement.replaces = original;
    added.push(original);
    return original;
  };

  for (const [earlier, later] of pairsOfOneExporter(random, pool).slice(0, REPLACED_BY_TWO)) {
    free.delete(earlier);
    free.delete(later);
    later.replaces = replace(earlier, 6);
  }
  for (let left = REPLACED_TWICE; left > 0; left -= 1) replace(replace(take(), 5), 5);
  const year = yearOf(must(counted[0]).day);
  const newYear = dayOf(year, 1, 1);
  for (let left = year > FIRST_YEAR ? REPLACED_OVER_NEW_YEAR : 0; left > 0; left -= 1) {
    const replacement = take(({ day }) => day < newYear + 11);
    replace(replacement, 0).day = stepDays(days, newYear, -1 - below(random, 3));
  }
  for (let left = REPLACED_IN_VAIN; left > 0; left -= 1) {
    const kept = take(({ day }) => day < dayOf(year, 12, 1));
    const status = left === 1 ? "Geweigerd" : "Geannuleerd";
    added.push(similar(random, kept, { status, day: stepDays(days, kept.day, 1 + below(random, 6)), replaces: kept }));
  }
  while (added.length < Math.round(REPLACED * counted.length)) replace(take(), 10);
  return added;
}

/**
 * Pairs of certificates of one exporter to one destination within ten days.
 * @param {Random} random
 * @param {readonly Certificate[]} certificates
 * @returns {[Certificate, Certificate][]}
 */
function pairsOfOneExporter(random, certificates) {
  const customers = groupBy(certificates, ({ exporter, destination }) => exporter.name + destination);
  const pairs = [...customers.values()].flatMap((own) => {
    const [earlier, later] = own.toSorted((a, b) => a.day - b.day);
    return earlier !== undefined && later !== undefined && later.day - earlier.day <= 10
      ? [/** @type {[Certificate, Certificate]} */ ([earlier, later])]
      : [];
  });
  return shuffled(random, pairs);
}

// --- Rows ----------------------------------------------------------------------------------------

/**
 * How many replacements lie between a certificate and the first of its chain.
 * @param {Certificate} certificate
 * @returns {number}
 */
const depthOf = ({ replaces }) => (replaces === null ? 0 : 1 + depthOf(replaces));

/**
 * The order of the counter: by day, then by exporter in any order; an original before its replacement.
 * @param {readonly Certificate[]} certificates
 */
function inCounterOrder(certificates) {
  const keyed = certificates.map((certificate) => ({
    certificate,
    day: certificate.day,
    turn: mulberry32(certificate.day * 1024 + certificate.exporter.habit)(),
    depth: depthOf(certificate),
  }));
  return keyed
    .sort((a, b) => a.day - b.day || a.turn - b.turn || a.depth - b.depth)
    .map(({ certificate }) => certificate);
}

/** Numbers per year, without gaps. @param {readonly Certificate[]} ordered */
function giveNumbers(ordered) {
  for (const [year, own] of groupBy(ordered, ({ day }) => yearOf(day))) {
    for (const [index, certificate] of own.entries()) {
      certificate.id = `LIM-${year}-${String(index + 1).padStart(6, "0")}`;
    }
  }
}

/** 1234567 hundredths as 12.345,67. @param {number} hundredths */
function dutchAmount(hundredths) {
  const digits = String(hundredths).padStart(3, "0");
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ".")},${digits.slice(-2)}`;
}

const HEADER = [
  "Kamer",
  "Certificaatnummer",
  "Datum afgifte",
  "Type",
  "Status",
  "Vervangt",
  "Ondernemingsnummer",
  "Exporteur",
  "Grootte",
  "Bestemming",
  "Oorsprong",
  "GN-code",
  "Omschrijving",
  "Waarde",
  "Munt",
];

/**
 * @param {Certificate} certificate
 * @param {(code: string) => string} nameOf
 * @returns {string[][]} one row per line of the certificate
 */
function rowsOf({ id, day, type, status, replaces, exporter, destination, lines, currency }, nameOf) {
  const date = isoOf(day).split("-").reverse().join("/");
  const number = writtenNumber(exporter, yearOf(day));
  return lines.map(({ product, hundredths }) => [
    "Limburg (synthetisch)",
    id,
    date,
    type,
    status,
    replaces?.id ?? "",
    number,
    exporter.name,
    exporter.size,
    nameOf(destination),
    product.origin,
    product.code,
    product.goods,
    hundredths === null ? "" : dutchAmount(hundredths),
    currency,
  ]);
}

/**
 * Lays copies of some rows a little further down, as two exports pasted together would.
 * @param {Random} random
 * @param {readonly string[][]} rows
 * @param {ReadonlySet<string>} uncounted numbers that are not copied, so that a copy is always one of a
 *   counted row
 * @param {number} count
 */
function addCopies(random, rows, uncounted, count) {
  const able = range(0, rows.length - 1).filter((index) => !uncounted.has(must(must(rows[index])[1])));
  const copied = new Set(shuffled(random, able).slice(0, count));
  const placed = rows.map((row, index) => ({ row, place: index }));
  const copies = [...copied].map((index) => ({ row: must(rows[index]), place: index + 0.5 + below(random, 40) }));
  return [...placed, ...copies].sort((a, b) => a.place - b.place).map(({ row }) => row);
}

/** The bytes of gzip without a time, a name or a system in them. @param {string} text @returns {Buffer} */
function gzipped(text) {
  const bytes = gzipSync(text, { level: 9, memLevel: 9 });
  bytes[9] = 255; // operating system: unknown
  return bytes;
}

// --- The whole -----------------------------------------------------------------------------------

function main() {
  const countries = readRecords("countries.csv");
  const names = new Map(countries.map(({ code, nl }) => [must(code), must(nl)]));
  const codes = new Map(countries.map(({ code, nl }) => [must(nl), must(code)]));
  /** @param {string} code */
  const nameOf = (code) => must(names.get(code));
  /** @param {string} name */
  const codeOf = (name) => must(codes.get(name));

  const figures = readRecords("limburg-published.csv");
  const targets = yearTargets(figures, codeOf);
  const newcomers = newDestinations(figures, codeOf);
  const rates = ratesOf(readRecords("ecb-rates.csv.gz"));

  const random = mulberry32(SEED);
  const usualShare = new Map(
    [...must(targets.get(LAST_YEAR)).shares].map(([code]) => [
      code,
      sum(YEARS.map((year) => must(targets.get(year)?.shares.get(code)))) / YEARS.length,
    ]),
  );
  const gravity = [...GRAVITY, ...usualShare];
  const exporters = makeExporters(random, gravity, nameOf);
  coverDestinations(
    random,
    exporters,
    gravity.map(([code]) => code),
  );
  const destinations = chooseDestinations(random, targets, newcomers);
  const slopes = new Map([...GRAVITY.keys()].map((code) => [code, 0.025 * normal(random)]));
  const allDays = YEARS.flatMap(workingDays);

  /** @type {Certificate[]} */
  const all = [];
  /** @type {Set<Certificate>} */
  const allCounted = new Set();
  for (const year of YEARS) {
    const target = must(targets.get(year));
    const counts = certificatesPerDestination(
      target,
      must(destinations.get(year)),
      (code) => eventFactor(code, year) * Math.exp(must(slopes.get(code)) * (year - 2013) + 0.1 * normal(random)),
    );
    const counted = drawCertificates(random, exporters, year, counts);
    const days = workingDays(year);
    spreadOverDays(random, counted, days);
    addLines(random, counted);
    fitYear(random, counted, target, rates);
    for (const certificate of counted) allCounted.add(certificate);
    all.push(...counted, ...notIssued(random, counted, days), ...replaced(random, counted, allDays, newcomers));
  }

  const ordered = inCounterOrder(all);
  giveNumbers(ordered);
  const uncounted = new Set(all.filter((certificate) => !allCounted.has(certificate)).map(({ id }) => id));
  const rows = addCopies(
    random,
    ordered.flatMap((certificate) => rowsOf(certificate, nameOf)),
    uncounted,
    Math.round(COPIED * allCounted.size),
  );
  const text = stringify([HEADER, ...rows], { delimiter: ";", record_delimiter: "\n" });
  const bytes = gzipped(text);
  writeFileSync(new URL("limburg-2007-2018.csv.gz", DATA), bytes);
  const sha256 = createHash("sha256").update(text).digest("hex");
  console.log(`${rows.length} rows, ${allCounted.size} counted certificates, ${bytes.length} bytes`);
  console.log(`sha256 of the text: ${sha256}`);
}

main();
