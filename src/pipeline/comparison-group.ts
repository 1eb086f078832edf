import { UserError } from "../domain/user-error.ts";
import { loadMemberships } from "../reference/blocs.ts";
import { loadCountryRegions } from "../reference/regions.ts";
import { createVocabulary } from "../reference/where-values.ts";
import type { GroupItem } from "../report/event-study.ts";
import type { TradeEvent } from "../domain/event.ts";

/** The kinds of name that a comparison group can have, in the order in which a name is looked up. */
const KINDS = ["destination", "region", "sub_region", "bloc"] as const satisfies readonly GroupItem["dimension"][];

/**
 * What `--against` names: destinations, regions, sub-regions and blocs with commas between them, or `region`, the region of the event's own
 * destinations. `null`, all other destinations, when it is absent.
 */
export function readComparisonGroup(against: string | undefined, event: TradeEvent): readonly GroupItem[] | null {
  if (against === undefined) return null;
  if (event.destinations.length === 0) {
    throw new UserError(
      2,
      `--against names destinations, and ${event.name === "" ? "the event" : `"${event.name}"`} is about goods alone`,
      "leave it out: goods are held against the chapters of all other goods",
    );
  }
  if (against === "region") {
    const regions = loadCountryRegions().flatMap(([country, region]) =>
      event.destinations.includes(country) ? [region] : [],
    );
    return [...new Set(regions)].map((code) => ({ dimension: "region", code }));
  }
  const vocabulary = createVocabulary();
  return against.split(",").map((part) => {
    const text = part.trim();
    for (const dimension of KINDS) {
      const read = vocabulary.read(dimension, text);
      if (text !== "" && "value" in read) return { dimension, code: read.value };
    }
    throw new UserError(
      2,
      `--against: "${text}" is no destination, region or bloc`,
      'give names with commas between them, such as "JP,KR,Vietnam", "Asia" or "ASEAN"; or region',
    );
  });
}

/** Whether a destination belongs to a comparison group: to one of its items, on the date of the event. */
export function membersOf(items: readonly GroupItem[] | null, { date }: TradeEvent): (destination: string) => boolean {
  if (items === null) return () => true;
  const day = date.length === "YYYY-MM".length ? `${date}-01` : date;
  const members = new Set(items.flatMap((item) => destinationsOf(item, day)));
  return (destination) => members.has(destination);
}

function destinationsOf({ dimension, code }: GroupItem, day: string): readonly string[] {
  switch (dimension) {
    case "destination":
      return [code];
    case "region":
      return loadCountryRegions().flatMap(([country, region]) => (region === code ? [country] : []));
    case "sub_region":
      return loadCountryRegions().flatMap(([country, , subRegion]) => (subRegion === code ? [country] : []));
    case "bloc":
      return loadMemberships().flatMap(({ bloc, country, from, until }) =>
        bloc === code && from <= day && (until === null || day < until) ? [country] : [],
      );
  }
}
