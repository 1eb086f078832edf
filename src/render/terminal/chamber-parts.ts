import type { Cents } from "../../domain/money.ts";
import type { Fraction } from "../../domain/fraction.ts";
import type { ItemRow } from "../../report/item-table.ts";
import { scaleOf, UNDEFINED, type Formatter } from "../format.ts";
import type { Style } from "../style.ts";
import { renderTextTable, type TextColumn } from "../text-table.ts";
import type { Words } from "../words.ts";

/** What a chamber is of its group in a year; `item` is its name. */
export interface PartLine extends ItemRow {
  readonly valuePerCertificate?: Cents | null;
  readonly exporters?: number | null;
  readonly destinations?: number;
}

export interface PartsView {
  readonly words: Words;
  readonly format: Formatter;
  readonly style: Style;
  readonly width: number;
  readonly currency: string;
}

/** One table for each quantity: level, growth, share and contribution of each chamber. The last line is the group. */
export function renderParts(lines: readonly PartLine[], view: PartsView): readonly string[] {
  const { words, format, style, width, currency } = view;
  const money = scaleOf(
    lines.map(({ goodsValue }) => goodsValue.total),
    format,
  );
  const share = (value: Fraction | null): string => (value === null ? UNDEFINED : format.percentNumber(value));
  const points = (value: Fraction | null): string => (value === null ? UNDEFINED : format.points(value));
  const count = (value: number | null | undefined): string => (value == null ? UNDEFINED : format.count(value));
  const figures = (of: ItemRow["certificates"]): readonly string[] => [
    points(of.growth),
    share(of.share),
    points(of.contribution),
  ];
  const right = (header: string): TextColumn => ({ header, align: "right" });
  const table = (
    columns: readonly TextColumn[],
    cells: (line: PartLine) => readonly string[],
    more: readonly (readonly [header: string, cell: (line: PartLine) => string])[],
  ): readonly string[] =>
    renderTextTable(
      [
        { header: words.term.chamber, align: "left", shrinkTo: 12 },
        ...columns,
        right(words.growth),
        right(words.share),
        right(words.contribution),
        ...more.map(([header]) => right(header)),
      ],
      lines.map((line) => [line.item, ...cells(line), ...more.map(([, cell]) => cell(line))]),
      width,
      style.faint,
    );
  const has = (key: "valuePerCertificate" | "exporters" | "destinations"): boolean =>
    lines.some((line) => line[key] != null);
  return [
    ...table(
      [right(words.column(words.metric.certificates))],
      ({ certificates }) => [format.count(certificates.total ?? 0n), ...figures(certificates)],
      [
        ...(has("exporters")
          ? [[words.column(words.exporters), ({ exporters }: PartLine) => count(exporters)] as const]
          : []),
        ...(has("destinations")
          ? [[words.column(words.destinations), ({ destinations }: PartLine) => count(destinations)] as const]
          : []),
      ],
    ),
    ...(lines.every(({ goodsValue }) => goodsValue.total === null)
      ? []
      : [
          "",
          ...table(
            [right(`${currency} ${money.unit}`.trim())],
            ({ goodsValue }) => [
              goodsValue.total === null ? UNDEFINED : money.format(goodsValue.total),
              ...figures(goodsValue),
            ],
            has("valuePerCertificate")
              ? [
                  [
                    words.perCertificateShort,
                    ({ valuePerCertificate: cents }) => (cents == null ? UNDEFINED : format.units(cents)),
                  ],
                ]
              : [],
          ),
        ]),
  ];
}
