import type { MeasureInfo } from "./measure.ts";

/** The sums and distinct counts that the engine computes; everything else in this folder is derived from them. */
export const SUMS: readonly MeasureInfo[] = [
  {
    id: "certificates",
    title: "Certificates",
    unit: "count",
    formula: "distinct counted certificates",
    undefinedWhen: "never",
    source: "counting policy",
  },
  {
    id: "goods_value",
    title: "Goods value",
    unit: "money",
    formula: "sum of goods value over counted certificates, in the report currency",
    undefinedWhen: "no certificate has a value",
    source: "counting policy",
  },
  {
    id: "exporters",
    title: "Exporters",
    unit: "count",
    formula: "distinct exporter_id, or normalised exporter_name where there is no id",
    undefinedWhen: "the source has neither",
    source: "counting policy",
  },
  {
    id: "destinations",
    title: "Destinations",
    unit: "count",
    formula: "distinct countries of destination (what is no country is not one)",
    undefinedWhen: "never",
    source: "counting policy",
  },
  {
    id: "products",
    title: "Products",
    unit: "count",
    formula: "distinct HS subheadings (6 digits)",
    undefinedWhen: "the source has no HS codes",
    source: "Harmonized System",
  },
];
