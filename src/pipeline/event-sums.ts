import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import type { TradeEvent } from "../domain/event.ts";
import type { Metric } from "../domain/metric.ts";
import { METRICS } from "../domain/metric.ts";
import { monthOf, type MonthNumber } from "../domain/month.ts";
import type { Selection } from "../domain/scope.ts";
import { amountOf, type GroupTotals } from "../domain/totals.ts";
import type { Where } from "../domain/where.ts";
import { addAmounts, type MonthlyAmounts } from "../measures/event-study/amounts.ts";
import type { EventWindows } from "../measures/event-study/windows.ts";
import type { Panel } from "../measures/event-study/panel.ts";
import type { EventSums, GroupItem } from "../report/event-study.ts";
import type { Engine } from "../store/engine.ts";
import { sumsByGroup } from "../store/group-sums.ts";
import { largestConsignment } from "../store/largest-consignment.ts";
import { selectCertificates, type Selected } from "../store/selection.ts";

/** Adds up what an event is studied with. `isCompared` tells which other destinations the comparison group has. */
export async function readEventSums(
  engine: Engine,
  event: TradeEvent,
  selection: Selection,
  against: readonly GroupItem[] | null,
  isCompared: (destination: string) => boolean,
  windows: EventWindows,
): Promise<EventSums> {
  const about: Where = { kind: "in", field: "destination", values: event.destinations };
  const treated = selectCertificates(narrowed(selection, about));
  const units = await monthlyAmounts(engine, selectCertificates(selection), "destination");
  const exporters = await monthlyAmounts(engine, treated, "exporter");
  const consignments = [
    await largestConsignment(engine, treated, windows.before),
    await largestConsignment(engine, treated, windows.after),
  ].flatMap((each) => each ?? []);
  const own = new Set(event.destinations);
  const panelOf = (metric: Metric): Panel => {
    const others = [...units[metric]].filter(([unit]) => !own.has(unit) && unit !== NOT_A_COUNTRY);
    return {
      treated: addAmounts(event.destinations.map((each) => units[metric].get(each) ?? new Map())),
      others: new Map(others),
      group: new Set(others.flatMap(([unit]) => (isCompared(unit) ? [unit] : []))),
    };
  };
  const byMetric = <Value>(of: (metric: Metric) => Value): Record<Metric, Value> => ({
    certificates: of("certificates"),
    goods_value: of("goods_value"),
  });
  return {
    unit: "destination",
    against,
    panels: byMetric(panelOf),
    totals: byMetric((metric) => addAmounts(units[metric].values())),
    parts: {
      certificates: { exporters: named(exporters.certificates), consignments: [] },
      goods_value: { exporters: named(exporters.goods_value), consignments },
    },
  };
}

function narrowed(selection: Selection, about: Where): Selection {
  const { where } = selection;
  return { ...selection, where: where === null ? about : { kind: "and", terms: [where, about] } };
}

/** Exporters that the records do not name are not one exporter. */
function named(exporters: ReadonlyMap<string, MonthlyAmounts>): ReadonlyMap<string, MonthlyAmounts> {
  return new Map([...exporters].filter(([id]) => id !== ""));
}

/** The amounts of each item by month. Certificates without a value add nothing to the goods value. */
async function monthlyAmounts(
  engine: Engine,
  selected: Selected,
  dimension: "destination" | "exporter",
): Promise<Readonly<Record<Metric, ReadonlyMap<string, MonthlyAmounts>>>> {
  const groups = await sumsByGroup(engine, selected, { dimensions: ["month", dimension], counts: new Set() });
  const [certificates, goodsValue] = METRICS.map((metric) => byItem(groups, metric));
  return { certificates: certificates ?? new Map(), goods_value: goodsValue ?? new Map() };
}

function byItem(groups: readonly GroupTotals[], metric: Metric): ReadonlyMap<string, MonthlyAmounts> {
  const items = new Map<string, Map<MonthNumber, bigint>>();
  for (const group of groups) {
    const [month = "", item = ""] = group.items;
    const amounts = items.get(item) ?? new Map<MonthNumber, bigint>();
    items.set(item, amounts.set(monthOf(month), amountOf(group, metric) ?? 0n));
  }
  return items;
}
