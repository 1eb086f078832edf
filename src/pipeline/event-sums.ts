import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import type { Dimension } from "../domain/dimension.ts";
import type { TradeEvent } from "../domain/event.ts";
import type { Metric } from "../domain/metric.ts";
import { monthOf, type MonthNumber } from "../domain/month.ts";
import type { Selection } from "../domain/scope.ts";
import { amountOf, type GroupTotals } from "../domain/totals.ts";
import type { Where } from "../domain/where.ts";
import type { MonthlyAmounts } from "../measures/event-study/amounts.ts";
import type { EventWindows } from "../measures/event-study/windows.ts";
import type { Panel } from "../measures/event-study/panel.ts";
import type { EventSums, EventUnit, GroupItem } from "../report/event-study.ts";
import type { Engine } from "../store/engine.ts";
import { sumsByGroup } from "../store/group-sums.ts";
import { largestConsignment } from "../store/largest-consignment.ts";
import { selectCertificates, type Selected } from "../store/selection.ts";

/** Adds up what an event is studied with. `isCompared` tells which other units the comparison group has. */
export async function readEventSums(
  engine: Engine,
  event: TradeEvent,
  selection: Selection,
  against: readonly GroupItem[] | null,
  isCompared: (unit: string) => boolean,
  windows: EventWindows,
): Promise<EventSums> {
  const { unit, whole, treated, others } = partsOf(event, selection);
  const own = await monthlyAmounts(engine, treated);
  const units = await monthlyAmounts(engine, others, unit);
  const totals = await monthlyAmounts(engine, whole);
  const exporters = await monthlyAmounts(engine, treated, "exporter");
  const consignments = [
    await largestConsignment(engine, treated, windows.before),
    await largestConsignment(engine, treated, windows.after),
  ].flatMap((each) => each ?? []);
  const panelOf = (metric: Metric): Panel => {
    const known = withoutItems(units[metric], ["", NOT_A_COUNTRY]);
    return { treated: totalOf(own[metric]), others: known, group: new Set([...known.keys()].filter(isCompared)) };
  };
  return {
    unit,
    against,
    panels: byMetric(panelOf),
    totals: byMetric((metric) => totalOf(totals[metric])),
    // Exporters that the records do not name are not one exporter; where certificates are counted, each consignment is one.
    parts: byMetric((metric) => ({
      exporters: withoutItems(exporters[metric], [""]),
      consignments: metric === "certificates" ? [] : consignments,
    })),
  };
}

/**
 * What an event is about, what it is held against, and the whole that shares are of. An event about destinations is held against other
 * destinations, of the same goods when it is about some; one about goods alone against the chapters of other goods.
 */
function partsOf(
  { destinations, themes }: TradeEvent,
  selection: Selection,
): {
  readonly unit: EventUnit;
  readonly whole: Selected;
  readonly treated: Selected;
  readonly others: Selected;
} {
  const goods: Where = { kind: "in", field: "theme", values: themes };
  if (destinations.length === 0) {
    // Of lines whose code does not tell the theme it is not known which side they are on.
    const untold: Where = { kind: "in", field: "theme", values: [...themes, ""] };
    return {
      unit: "hs2",
      whole: selectCertificates(selection),
      treated: selectCertificates(narrowed(selection, goods)),
      others: selectCertificates(narrowed(selection, { kind: "not", term: untold })),
    };
  }
  const whole = themes.length === 0 ? selection : narrowed(selection, goods);
  const markets: Where = { kind: "in", field: "destination", values: destinations };
  return {
    unit: "destination",
    whole: selectCertificates(whole),
    treated: selectCertificates(narrowed(whole, markets)),
    others: selectCertificates(narrowed(whole, { kind: "not", term: markets })),
  };
}

function narrowed(selection: Selection, condition: Where): Selection {
  const { where } = selection;
  return { ...selection, where: where === null ? condition : { kind: "and", terms: [where, condition] } };
}

type ItemAmounts = ReadonlyMap<string, MonthlyAmounts>;

function byMetric<Value>(of: (metric: Metric) => Value): Readonly<Record<Metric, Value>> {
  return { certificates: of("certificates"), goods_value: of("goods_value") };
}

/** The amounts by month, of each item of a dimension or of all together. Certificates without a value add nothing to the goods value. */
async function monthlyAmounts(
  engine: Engine,
  selected: Selected,
  dimension?: Dimension,
): Promise<Readonly<Record<Metric, ItemAmounts>>> {
  const dimensions = ["month" as const, ...(dimension === undefined ? [] : [dimension])];
  const groups = await sumsByGroup(engine, selected, { dimensions, counts: new Set() });
  return byMetric((metric) => byItem(groups, metric));
}

const ALL = "";

function byItem(groups: readonly GroupTotals[], metric: Metric): ItemAmounts {
  const items = new Map<string, Map<MonthNumber, bigint>>();
  for (const group of groups) {
    const [month = "", item = ALL] = group.items;
    const amounts = items.get(item) ?? new Map<MonthNumber, bigint>();
    items.set(item, amounts.set(monthOf(month), amountOf(group, metric) ?? 0n));
  }
  return items;
}

function totalOf(items: ItemAmounts): MonthlyAmounts {
  return items.get(ALL) ?? new Map<MonthNumber, bigint>();
}

function withoutItems(items: ItemAmounts, left: readonly string[]): ItemAmounts {
  return new Map([...items].filter(([item]) => !left.includes(item)));
}
