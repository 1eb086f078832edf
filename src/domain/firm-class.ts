import { EXPORTER_SIZES, type ExporterSize } from "./certificate.ts";

/** Small and medium-sized enterprises: micro, small and medium ones together. */
export const SME = "sme";

/** All exporters, those whose size nobody states among them. */
export const ALL_FIRMS = "total";

/** A size, small and medium-sized enterprises together, or all; the empty one is of exporters whose size nobody states. */
export const FIRM_CLASSES = [...EXPORTER_SIZES, "", SME, ALL_FIRMS] as const;
export type FirmClass = (typeof FIRM_CLASSES)[number];

const SME_SIZES = ["micro", "small", "medium"] as const;

/** Each size with the classes that it is part of. */
export const CLASSES_OF_SIZE: readonly (readonly [size: ExporterSize | "", firmClass: FirmClass])[] = [
  ...([...EXPORTER_SIZES, ""] as const).flatMap((size) => [[size, size] as const, [size, ALL_FIRMS] as const]),
  ...SME_SIZES.map((size) => [size, SME] as const),
];

/** The sizes that a class is made of, for a table that has sizes only. */
export function sizesOf(firmClass: typeof SME | typeof ALL_FIRMS): readonly ExporterSize[] {
  return firmClass === SME ? SME_SIZES : EXPORTER_SIZES;
}
