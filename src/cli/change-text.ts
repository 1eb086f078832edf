import type { Ingest } from "../pipeline/ingest.ts";

/** What an input did to the store, in one line. */
export function describeIngested({ name, path, sha256, rowsRead, known, replaced }: Ingest["files"][number]): string {
  const what = replaced?.sha256 === sha256 ? "of its earlier reading" : "of its earlier content";
  const gone = replaced === null ? "" : `the ${replaced.rowsRead} rows ${what} (${short(replaced.sha256)})`;
  if (known !== null) {
    const where = known.path === path ? "already there" : `already there as ${known.name}`;
    return `${name}: ${where}, with the same content; ${gone === "" ? "nothing changed" : `${gone} removed`}`;
  }
  return gone === ""
    ? `${name}: ${rowsRead} rows added`
    : `${name}: ${rowsRead} rows (${short(sha256)}) in place of ${gone}`;
}

/** What a change did to the certificates that count, in one line. */
export function describeChange({ before, after, added, withdrawn, changed }: NonNullable<Ingest["change"]>): string {
  return `certificates: ${before} before, ${after} now: ${added} new, ${withdrawn} gone, ${changed} changed`;
}

function short(sha256: string): string {
  return `sha256 ${sha256.slice(0, 8)}`;
}
