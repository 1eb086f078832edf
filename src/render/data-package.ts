import type { ExportColumn } from "../domain/export.ts";
import type { InputAccount } from "../domain/balance.ts";

/** A CSV file of a package. */
export interface PackageFile {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  readonly columns: readonly ExportColumn[];
  readonly primaryKey: readonly string[];
}

const PROFILE = "https://datapackage.org/profiles/2.0";

/** The descriptor of a Data Package (version 2.0) of tables: what each column means, its unit and its constraints. */
export function renderDataPackage(files: readonly PackageFile[], inputs: readonly InputAccount[]): string {
  const descriptor = {
    $schema: `${PROFILE}/datapackage.json`,
    name: "origo-certificates",
    title: "Certificates of origin, cleaned and counted by origo",
    sources: inputs.map(({ name, sha256 }) => ({ title: `${name} (sha256 ${sha256})` })),
    resources: files.map(({ name, title, path, bytes, sha256, rows, columns, primaryKey }) => ({
      $schema: `${PROFILE}/dataresource.json`,
      name,
      type: "table",
      title,
      path,
      scheme: "file",
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      bytes,
      hash: `sha256:${sha256}`,
      rowCount: rows,
      schema: {
        $schema: `${PROFILE}/tableschema.json`,
        fields: columns.map(describeField),
        missingValues: [""],
        ...(primaryKey.length === 0 ? {} : { primaryKey }),
      },
    })),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function describeField(column: ExportColumn): object {
  const { name, type, description, unit, required, pattern, minimum, enum: values } = column;
  const constraints = {
    ...(required === true ? { required } : {}),
    ...(values === undefined ? {} : { enum: values }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(minimum === undefined ? {} : { minimum: type === "decimal" ? minimum.toFixed(2) : minimum }),
  };
  return {
    name,
    // A decimal of Table Schema is a "number": digits, not a binary float.
    type: type === "decimal" ? "number" : type,
    description,
    ...(type === "boolean" ? { trueValues: ["true"], falseValues: ["false"] } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}
