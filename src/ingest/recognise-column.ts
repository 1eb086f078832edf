import type { Field } from "../domain/certificate.ts";
import { loadColumnNames } from "../reference/columns.ts";
import { loadHeaderReader, type Concept, type HeaderReading } from "../reference/header-words.ts";

/**
 * How a header was recognised: it is a known name, a known name with words of language, currency or unit around it, or
 * its words together mean the field.
 */
export type HeaderFit = "name" | "variant" | "words";

/** What a header says about its column. */
export interface RecognisedHeader {
  readonly field: Field;
  readonly fit: HeaderFit;
  /** How loose the fit is: of two columns for one field the one with less is right. */
  readonly cost: number;
  readonly reading: HeaderReading;
}

export interface HeaderRecogniser {
  readonly read: (header: string) => HeaderReading;
  readonly recognise: (header: string) => RecognisedHeader | null;
  /** `year`, `month` or `day` when that is all that a header says of a date. */
  readonly partOfDate: (header: string) => DatePart | null;
  /** The field that a header which names none has most in common with, for a person to judge. */
  readonly nearest: (header: string) => Field | null;
}

export const DATE_PARTS = ["year", "month", "day"] as const;
type DatePart = (typeof DATE_PARTS)[number];

/**
 * The headers of a field as a closed grammar: one word of each group in `needs`, any of `allows`, and no other word.
 * Ports, weights, unit prices, percentages and the names of buyers stay out because their words are not allowed, not
 * because somebody thought of them.
 */
interface Grammar {
  readonly field: Field;
  readonly needs: readonly (readonly Concept[])[];
  readonly allows: readonly Concept[];
  /** How much a header with the concept is worse than one without. */
  readonly costs?: Readonly<Partial<Record<Concept, number>>>;
  /** How much the whole grammar is a looser fit than others of the field. */
  readonly loose?: number;
  /** A condition on more than concepts. */
  readonly when?: (reading: HeaderReading) => boolean;
}

const ALWAYS: readonly Concept[] = ["filler", "version"];
const DATE_WORDS: readonly Concept[] = [
  "issue",
  "certificate",
  "origin",
  "export",
  "shipment",
  "registration",
  "release",
];
const DATE_COSTS = { export: 2, shipment: 4, month: 6, registration: 8, release: 9 };
const VALUE_WORDS: readonly Concept[] = [
  "value",
  "amount",
  "fob",
  "cif",
  "invoice",
  "customs",
  "goods",
  "total",
  "net",
  "export",
  "shipment",
  "certificate",
  "money",
  "unit",
  "currency",
  "partner",
];

/** Fees are charged in the currency of the house: an amount that is goods value says so, or is in another currency. */
const isOtherMoney = ({ currency }: HeaderReading): boolean => currency?.kind === "code" && currency.code !== "EUR";
/** "Foreign currency" is about a value; "currency" alone is a column of its own. */
const currencyIsForeign = ({ concepts, currency }: HeaderReading): boolean =>
  !(concepts.has("currency") || concepts.has("partner")) || currency?.kind === "foreign";

const GRAMMARS: readonly Grammar[] = [
  { field: "certificate_number", needs: [["certificate"], ["code"]], allows: ["origin", "issue"] },
  { field: "issue_date", needs: [["date"]], allows: [...DATE_WORDS, "time"], costs: DATE_COSTS },
  { field: "issue_date", needs: [["month"], ["year"]], allows: [...DATE_WORDS, "date"], costs: DATE_COSTS },
  { field: "destination", needs: [["destination"]], allows: ["country", "code", "name", "final"], costs: { code: 1 } },
  {
    field: "destination",
    needs: [["country"], ["partner", "import", "consignment"]],
    allows: ["code", "name", "final"],
    costs: { code: 1 },
    loose: 2,
  },
  {
    field: "destination",
    needs: [["country"]],
    allows: ["code", "name", "digits"],
    costs: { code: 1, digits: 1 },
    loose: 15,
  },
  {
    field: "exporter_id",
    needs: [["exporter"], ["code", "tin", "tax"]],
    allows: ["company", "registration"],
  },
  { field: "exporter_id", needs: [["tin"]], allows: ["code", "tax", "company"], loose: 4 },
  { field: "exporter_id", needs: [["tax"], ["code"]], allows: ["company", "registration"], loose: 4 },
  { field: "exporter_name", needs: [["exporter"]], allows: ["company", "name"] },
  { field: "exporter_name", needs: [["company"]], allows: ["name"], loose: 15 },
  { field: "origin", needs: [["origin"]], allows: ["country", "code", "name", "goods"], costs: { code: 1 } },
  {
    field: "hs_code",
    needs: [["hs"]],
    allows: ["code", "goods", "digits", "customs"],
    costs: { digits: 2 },
    when: ({ digits }) => digits === null || [2, 4, 6, 8, 10, 12].includes(digits),
  },
  {
    field: "goods",
    needs: [["description"]],
    allows: ["goods", "hs", "code", "name", "digits"],
    costs: { hs: 4, digits: 2 },
  },
  { field: "goods", needs: [["goods"], ["name"]], allows: [] },
  { field: "value", needs: [["value", "fob", "cif"]], allows: VALUE_WORDS, when: currencyIsForeign },
  {
    field: "value",
    needs: [["amount"], ["invoice", "goods", "export", "certificate"]],
    allows: VALUE_WORDS,
    when: currencyIsForeign,
  },
  { field: "value", needs: [["amount", "total"]], allows: VALUE_WORDS, loose: 3, when: isOtherMoney },
  {
    field: "currency",
    needs: [["currency"]],
    allows: ["code", "name", "invoice", "value", "goods", "fob", "amount", "total"],
    // An ISO code is certain where names are in words.
    costs: { code: -1 },
  },
];

/** An equal fit for words of languages, so that two of them are a question. */
const NAME_COSTS = { name: 0, tradeName: 4, variant: 5, words: 10 } as const;

/** Reads the names and the words of headers, once for all files. */
export function loadHeaderRecogniser(): HeaderRecogniser {
  const nameOf = loadColumnNames();
  const read = loadHeaderReader();
  return {
    read,
    recognise: (header) => {
      // A share of a total is never the total; its sign would be lost in folding.
      if (/[%‰]/u.test(header)) return null;
      const reading = read(header);
      const name = nameOf(header);
      if (name !== null) {
        const cost = (name.trade ? NAME_COSTS.tradeName : NAME_COSTS.name) + grammarCost(name.field, reading);
        return { field: name.field, fit: "name", cost, reading };
      }
      const variant = isVariant(reading) ? nameOf(reading.plain) : null;
      if (variant !== null && (variant.field === "value" || !hasMoney(reading))) {
        const cost = (variant.trade ? NAME_COSTS.tradeName : NAME_COSTS.name) + NAME_COSTS.variant;
        return { field: variant.field, fit: "variant", cost: cost + grammarCost(variant.field, reading), reading };
      }
      const grammar = reading.unknown ? undefined : GRAMMARS.find((each) => fits(each, reading));
      if (grammar === undefined) return null;
      return { field: grammar.field, fit: "words", cost: NAME_COSTS.words + costOf(grammar, reading), reading };
    },
    partOfDate: (header) => {
      const { concepts, unknown } = read(header);
      const parts = DATE_PARTS.filter((part) => concepts.has(part));
      const [part] = parts;
      const known = [...concepts].every((concept) => concept === part || [...ALWAYS, ...DATE_WORDS].includes(concept));
      return unknown || part === undefined || parts.length > 1 || !known ? null : part;
    },
    nearest: (header) => {
      const { concepts } = read(header);
      const met = ({ needs }: Grammar): boolean =>
        needs.every((group) => group.some((concept) => concepts.has(concept)));
      return GRAMMARS.find(met)?.field ?? null;
    },
  };
}

/** Whether there is anything around the name: a language, a currency, a unit, "sum of". */
function isVariant({ concepts, plain }: HeaderReading): boolean {
  const around = (["version", "money", "unit", "filler"] as const).some((concept) => concepts.has(concept));
  return around && plain !== "";
}

function hasMoney({ concepts }: HeaderReading): boolean {
  return concepts.has("money") || concepts.has("unit");
}

function fits(grammar: Grammar, reading: HeaderReading): boolean {
  if (!grammar.needs.every((group) => group.some((concept) => reading.concepts.has(concept)))) return false;
  const allowed = new Set([...ALWAYS, ...grammar.allows, ...grammar.needs.flat()]);
  return [...reading.concepts].every((concept) => allowed.has(concept)) && (grammar.when?.(reading) ?? true);
}

function costOf(grammar: Grammar, { concepts }: HeaderReading): number {
  const costs = [...concepts].map((concept) => grammar.costs?.[concept] ?? 0);
  return costs.reduce((sum, cost) => sum + cost, grammar.loose ?? 0);
}

/** What the words of a name say about the fit: "Country" is a looser name of the destination than "Destination". */
function grammarCost(field: Field, reading: HeaderReading): number {
  const grammar = GRAMMARS.find((each) => each.field === field && fits(each, reading));
  return grammar === undefined ? 0 : costOf(grammar, reading);
}
