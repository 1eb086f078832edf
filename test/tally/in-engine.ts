import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { FIELDS, type Field } from "../../src/domain/certificate.ts";
import type { Profile } from "../../src/domain/profile.ts";
import { classify } from "../../src/ingest/classify.ts";
import { ingestFiles } from "../../src/ingest/ingest-files.ts";
import { openEngine, type Engine } from "../../src/store/engine.ts";
import { createSchema } from "../../src/store/schema.ts";

/** The texts of a row; a field without one is blank. */
export type Texts = Partial<Readonly<Record<Field, string>>>;

export const headerOf = (field: Field): string => `the ${field}`;

/** Has the engine count the certificates of files with these rows, `1.csv`, `2.csv` ..., and asks it about them. */
export async function inEngine<Result>(
  files: readonly (readonly Texts[])[],
  profile: Profile,
  currency: string,
  ask: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
  const engine = await openEngine({ spillFolder: folder });
  try {
    const paths = files.map((rows, index) => {
      const path = join(folder, `${index + 1}.csv`);
      writeFileSync(path, [FIELDS.map(headerOf), ...rows.map(cellsOf)].map(csvLine).join(""));
      return path;
    });
    const columns = Object.fromEntries(FIELDS.map((field) => [field, headerOf(field)]));
    await createSchema(engine);
    await ingestFiles(engine, paths, { delimiter: ",", columns, ...profile }, folder, { temporary: true });
    await engine.run("update files set name = right(name, 5)");
    await classify(engine, currency, { temporary: true });
    return await ask(engine);
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function cellsOf(row: Texts): readonly string[] {
  return FIELDS.map((field) => row[field] ?? "");
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;
}
