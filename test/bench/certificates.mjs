/**
 * Made-up certificates, the same for the same number: as a clean file, and as the file that a chamber would export with the
 * same certificates in it. What origo counts of the second is exactly what stands in the first.
 */
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const FIRST_YEAR = 2007;
const YEARS = 12;
const BUFFER = 1 << 22;

/** Weight, ISO code, and how exports write it: the usual way first. */
export const DESTINATIONS = [
  [16, "CN", "China", "CHINA", "Volksrepubliek China", "CHN"],
  [14, "TR", "Turkije", "Turkey", "TUR", "TURKIJE"],
  [10, "US", "Verenigde Staten", "USA", "United States", "US"],
  [8, "IN", "India", "IND", "INDIA"],
  [7, "AE", "Verenigde Arabische Emiraten", "VAE", "United Arab Emirates"],
  [6, "RU", "Rusland", "Russia", "RU"],
  [5, "SA", "Saoedi-Arabië", "Saudi Arabia", "SAUDI ARABIA"],
  [5, "EG", "Egypte", "Egypt", "EGY"],
  [4, "GB", "Verenigd Koninkrijk", "United Kingdom", "UK"],
  [4, "CH", "Zwitserland", "Switzerland", "Suisse"],
  [3, "JP", "Japan", "JPN"],
  [3, "KR", "Zuid-Korea", "South Korea", "KR"],
  [3, "BR", "Brazilië", "Brazil", "Brésil"],
  [2, "MA", "Marokko", "Morocco", "Maroc"],
  [2, "DZ", "Algerije", "Algeria", "Algérie"],
  [2, "IL", "Israël", "Israel"],
  [2, "TN", "Tunesië", "Tunisia"],
  [1, "MX", "Mexico", "Mexique"],
  [1, "CL", "Chili", "Chile"],
  [1, "VN", "Vietnam", "Viet Nam"],
];
const GOODS = ["85369010", "722020", "39269097", "84818099", "30049000", "87089997", "0406", "70052980", "94036010"];
const CURRENCIES = ["USD", "GBP", "CHF"];
const FORMS = ["BVBA", "NV", "CVBA", "Comm.V"];

/** Mulberry32: the same numbers on every machine. */
function createRandom(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) % 1_000_003) % below;
  };
}

const DAYS = Array.from({ length: YEARS * 366 }, (_, day) => {
  const iso = new Date(Date.UTC(FIRST_YEAR, 0, 1 + day)).toISOString().slice(0, 10);
  return { iso, year: Number(iso.slice(0, 4)), written: `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}` };
}).filter(({ year }) => year < FIRST_YEAR + YEARS);

/** For each currency and day, the rate that is in force: units for one euro, times 10^6. */
function readRates() {
  const path = new URL("../../data/ecb-rates.csv.gz", import.meta.url);
  const [header, ...lines] = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split("\n");
  const columns = header.split(",");
  return new Map(
    CURRENCIES.map((currency) => {
      const column = columns.indexOf(currency);
      const published = new Map(lines.map((line) => [line.slice(0, 10), line.split(",")[column]]));
      let last = lines.findLast((line) => line.slice(0, 10) < DAYS[0].iso).split(",")[column];
      return [
        currency,
        DAYS.map(({ iso }) => {
          last = published.get(iso) || last;
          return Math.round(Number(last) * 1e6);
        }),
      ];
    }),
  );
}

/** cents x 10^6 / rate, half-up: exact as long as the product is below 2^53. */
function toEuro(cents, rate) {
  return Number((2n * BigInt(cents) * 1_000_000n + BigInt(rate)) / (2n * BigInt(rate)));
}

function point(cents) {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

function comma(cents, thousands) {
  const whole = String(Math.floor(cents / 100));
  const grouped = thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ".") : whole;
  return `${grouped},${String(cents % 100).padStart(2, "0")}`;
}

function writer(path) {
  const file = openSync(path, "w");
  let text = "";
  return {
    add(line) {
      text += `${line}\n`;
      if (text.length > BUFFER) {
        writeSync(file, text);
        text = "";
      }
    },
    close() {
      writeSync(file, text);
      closeSync(file);
    },
  };
}

/** Writes both files; each has `count` certificates that count. Gives their figures: `year,destination,certificates,cents`. */
export function writeCertificates(count, cleanPath, dirtyPath) {
  const clean = writer(cleanPath);
  const dirty = writer(dirtyPath);
  const random = createRandom(count);
  const rates = readRates();
  const weighted = DESTINATIONS.flatMap(([weight, ...names]) => Array.from({ length: weight }, () => names));
  const exporters = Math.max(300, Math.round(Math.sqrt(count) * 4));
  clean.add("number,date,exporter_id,exporter,destination,origin,hs_code,value");
  dirty.add(
    "Certificaatnummer;Datum afgifte;Status;Vervangt;Ondernemingsnummer;Exporteur;Bestemming;Oorsprong;GN-code;Waarde;Munt",
  );
  const figures = new Map();
  const addTo = (key, cents) => {
    const sum = figures.get(key) ?? { certificates: 0, cents: 0 };
    figures.set(key, { certificates: sum.certificates + 1, cents: sum.cents + cents });
  };
  /** Rows that come once more, later in the file. */
  let later = [];
  for (let n = 0; n < count; n += 1) {
    const dayIndex = Math.min(DAYS.length - 1, Math.floor((n * DAYS.length) / count));
    const day = DAYS[dayIndex];
    const number = `LIM-${day.year}-${String(n).padStart(8, "0")}`;
    const [code, usual, ...spellings] = weighted[random(weighted.length)];
    // Few export much, many a little.
    const exporter = Math.floor((random(1000) * random(1000) * exporters) / 1_000_000);
    const id = `BE 0${String(100 + (exporter % 900))}.${String(100 + Math.floor(exporter / 900))}.${String(100 + (exporter % 97))}`;
    const name = `Voorbeeld Metaalwerken ${String(exporter).padStart(5, "0")} ${FORMS[exporter % FORMS.length]}`;
    const goods = GOODS[random(GOODS.length)];
    const cents = 1_000 + random(1000) * random(1000) * (1 + random(9));
    const chance = random(1000);
    const currency = chance < 40 ? CURRENCIES[random(CURRENCIES.length)] : "EUR";
    const euroCents = currency === "EUR" ? cents : toEuro(cents, rates.get(currency)[dayIndex]);
    const destination = random(100) < 8 && spellings.length > 0 ? spellings[random(spellings.length)] : usual;
    const date = random(100) < 20 ? day.iso : day.written;
    const amount = comma(cents, random(100) < 70);
    const row = (status, replaces, own = number) =>
      `${own};${date};${status};${replaces};${id};${name};${destination};België;${goods};${amount};${currency}`;

    addTo(`${day.year},`, euroCents);
    addTo(`${day.year},${code}`, euroCents);
    clean.add(`${number},${day.iso},${id.replace(/[ .]/g, "")},${name},${code},BE,${goods},${point(euroCents)}`);
    const kind = random(1000);
    if (kind < 10) {
      // A first version of it that it replaces.
      dirty.add(row("Afgegeven", "", `${number}-A`));
      dirty.add(row("Afgegeven", `${number}-A`));
    } else if (kind < 20 && cents > 2) {
      // In two lines.
      const [first, second] = [Math.floor(cents / 3), cents - Math.floor(cents / 3)];
      if (currency === "EUR") {
        for (const part of [first, second])
          dirty.add(row("Afgegeven", "").replace(`;${amount};`, `;${comma(part, true)};`));
      } else {
        dirty.add(row("Afgegeven", ""));
      }
    } else {
      dirty.add(row(kind < 500 ? "Afgegeven" : "afgegeven", ""));
    }
    if (kind >= 500 && kind < 512) later.push(row("afgegeven", ""));
    if (kind >= 600 && kind < 620) dirty.add(row("Geannuleerd", "", `${number}-X`));
    if (kind === 700) dirty.add(row("Afgegeven", "", `${number}-D`).replace(`;${date};`, ";31/02/2012;"));
    if (kind === 701) dirty.add(row("Afgegeven", "", `${number}-L`).replace(`;${destination};`, ";Atlantsi;"));
    if (kind === 702) dirty.add(row("Afgegeven", "", `${number}-V`).replace(`;${amount};`, ";n.v.t.;"));
    if (later.length > 100 || n === count - 1) {
      for (const copy of later) dirty.add(copy);
      later = [];
    }
  }
  clean.close();
  dirty.close();
  return [...figures].map(([key, { certificates, cents }]) => `${key},${certificates},${cents}\n`).join("");
}
