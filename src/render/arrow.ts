import {
  Bool,
  DateDay,
  Decimal,
  Field,
  Float64,
  Int64,
  makeBuilder,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  Utf8,
  makeData,
  type DataType,
} from "apache-arrow";

import type { ExportCell, ExportColumn, ExportType } from "../domain/export.ts";

type Rows = readonly Readonly<Record<string, ExportCell>>[];

/** Rows as an Arrow file (the IPC format of Feather 2), one record batch for each batch. Money is decimal128(18, 2): exact. */
export async function* renderArrow(
  columns: readonly ExportColumn[],
  batches: AsyncIterable<Rows>,
): AsyncGenerator<Uint8Array> {
  const schema = new Schema(
    columns.map(({ name, type, description, unit }) => {
      const metadata = new Map([
        ["description", description],
        ...(unit === undefined ? [] : [["unit", unit] as const]),
      ]);
      return new Field(name, arrowType(type), true, metadata);
    }),
  );
  const writer = new RecordBatchFileWriter();
  writer.reset(undefined, schema);
  const written = (async (): Promise<void> => {
    for await (const rows of batches) writer.write(recordBatch(schema, columns, rows));
    writer.close();
  })();
  yield* writer;
  await written;
}

function arrowType(type: ExportType): DataType {
  switch (type) {
    case "string":
      return new Utf8();
    case "date":
      return new DateDay();
    case "decimal":
      return new Decimal(2, 18);
    case "integer":
      return new Int64();
    case "number":
      return new Float64();
    case "boolean":
      return new Bool();
  }
}

function recordBatch(schema: Schema, columns: readonly ExportColumn[], rows: Rows): RecordBatch {
  const children = columns.map(({ name, type }, index) => {
    const builder = makeBuilder({ type: schema.fields[index]?.type ?? arrowType(type), nullValues: [null] });
    for (const row of rows) builder.append(arrowValue(type, row[name] ?? null));
    return builder.finish().flush();
  });
  return new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: rows.length, children }));
}

function arrowValue(type: ExportType, cell: ExportCell): unknown {
  if (cell === null) return null;
  switch (type) {
    case "date":
      return new Date(`${cell}T00:00:00Z`);
    case "decimal":
      return decimal128(BigInt(String(cell).replace(".", "")));
    case "integer":
      return BigInt(cell);
    case "string":
    case "number":
    case "boolean":
      return cell;
  }
}

/** An integer as the four words of 32 bits of a decimal128, the lowest first, in two's complement. */
function decimal128(value: bigint): Uint32Array {
  const words = BigInt.asUintN(128, value);
  return Uint32Array.from([0n, 32n, 64n, 96n], (shift) => Number((words >> shift) & 0xffffffffn));
}
