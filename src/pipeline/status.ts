import { statSync } from "node:fs";

import type { StoreStatus } from "../domain/store-status.ts";
import { readAccount } from "../store/account.ts";
import { countCertificates } from "../store/certificate-change.ts";
import { readFileAccounts } from "../store/stored-files.ts";
import { openStore, storePath, type StoreOptions } from "./open-store.ts";
import type { Output } from "./output.ts";
import { withWorkFolder } from "./work-folder.ts";

/** The account of a store and of each of its files. */
export async function status(options: StoreOptions): Promise<StoreStatus> {
  const store = storePath(options);
  return withWorkFolder(async (folder) => {
    const { engine, info } = await openStore(options, true, folder);
    try {
      const { balance, problemCounts } = await readAccount(engine);
      return {
        store,
        bytes: statSync(store).size,
        info,
        certificates: await countCertificates(engine),
        files: await readFileAccounts(engine),
        balance,
        problemCounts,
      };
    } finally {
      engine.close();
    }
  });
}

export async function renderStatus(
  result: StoreStatus,
  output: Pick<Output, "readerLanguage" | "width" | "colour">,
): Promise<string> {
  const { renderStatusTerminal } = await import("../render/terminal/status.ts");
  const { createStyle } = await import("../render/style.ts");
  return renderStatusTerminal(result, output.readerLanguage, output.width, createStyle(output.colour));
}

/** The same for scripts. */
export function statusJson({ store, bytes, info, certificates, files, balance, problemCounts }: StoreStatus): string {
  const document = {
    schemaVersion: 1,
    kind: "status",
    store,
    bytes,
    storeSchemaVersion: info.schemaVersion,
    currency: info.reportCurrency,
    ratesVersion: info.ratesVersion,
    certificates,
    balance,
    problems: Object.fromEntries(problemCounts.map(({ code, count }) => [code, count])),
    files: files.map((file) => ({
      name: file.name,
      path: file.path,
      sha256: file.sha256,
      bytes: file.bytes,
      firstIssueDate: file.firstIssueDate,
      lastIssueDate: file.lastIssueDate,
      coverage: file.coverage,
      balance: file.balance,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
