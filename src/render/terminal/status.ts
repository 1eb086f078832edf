import type { Balance } from "../../domain/balance.ts";
import type { Language } from "../../domain/language.ts";
import type { FileAccount, StoreStatus } from "../../domain/store-status.ts";
import { createFormatter, type Formatter } from "../format.ts";
import { statusWordsOf } from "../status-words.ts";
import type { Style } from "../style.ts";
import { renderTextTable, type TextColumn } from "../text-table.ts";
import { wordsOf } from "../words.ts";
import { wrap } from "../wrap.ts";
import { UNDEFINED } from "../format.ts";

const NARROWEST_NAME = 12;
const SHORT_HASH = 8;

/** What is in a store, for a terminal: its files, what became of their rows, and the problems. */
export function renderStatusTerminal(status: StoreStatus, language: Language, width: number, style: Style): string {
  const words = statusWordsOf(language);
  const format = createFormatter(language);
  const { info, balance } = status;
  const facts = words.facts(
    info.reportCurrency ?? UNDEFINED,
    info.ratesVersion ?? UNDEFINED,
    info.schemaVersion,
    fileSize(status.bytes, format),
  );
  const problems = status.problemCounts.map(({ code, count }) => `${format.count(count)} × ${code}`);
  const lines = [
    style.strong(
      `${status.store}: ${words.content(format.count(status.files.length), format.count(balance.rowsRead), format.count(status.certificates))}`,
    ),
    ...wrap(facts, width),
    ...(status.files.length === 0
      ? []
      : [
          "",
          style.heading(words.files),
          ...renderFiles(status, language, width, style),
          "",
          style.heading(words.balance),
          ...renderBalances(status, language, width, style),
        ]),
    ...(problems.length === 0 ? [] : ["", style.heading(words.problems), ...problems]),
    ...(balance.rejected === 0 ? [] : ["", ...wrap(words.rejectedStay, width, "")]),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function renderFiles({ files }: StoreStatus, language: Language, width: number, style: Style): readonly string[] {
  const words = statusWordsOf(language);
  const format = createFormatter(language);
  const covered = files.some(({ coverage }) => coverage.from !== null || coverage.to !== null);
  const columns: readonly TextColumn[] = [
    { header: words.file, align: "left", shrinkTo: NARROWEST_NAME },
    { header: "sha256", align: "left" },
    { header: words.rows, align: "right" },
    { header: words.first, align: "left" },
    { header: words.last, align: "left" },
    ...(covered ? [{ header: words.coverage, align: "left" } as const] : []),
  ];
  const rows = files.map((file) => [
    file.name,
    file.sha256.slice(0, SHORT_HASH),
    format.count(file.rowsRead),
    file.firstIssueDate ?? UNDEFINED,
    file.lastIssueDate ?? UNDEFINED,
    ...(covered ? [coverageText(file)] : []),
  ]);
  return renderTextTable(columns, rows, width, style.faint);
}

function coverageText({ coverage: { from, to } }: FileAccount): string {
  return from === null && to === null ? UNDEFINED : `${from ?? "…"}/${to ?? "…"}`;
}

function renderBalances(status: StoreStatus, language: Language, width: number, style: Style): readonly string[] {
  const words = statusWordsOf(language);
  const { balance: names } = wordsOf(language);
  const format = createFormatter(language);
  const columns: readonly TextColumn[] = [
    { header: words.file, align: "left", shrinkTo: NARROWEST_NAME },
    ...[words.rows, names.counted, names.copies, names.superseded, names.notIssued, names.rejected].map(
      (header) => ({ header, align: "right" }) as const,
    ),
  ];
  const cells = (name: string, balance: Balance): readonly string[] => [
    name,
    ...[balance.rowsRead, balance.counted, balance.copies, balance.superseded, balance.notIssued, balance.rejected].map(
      (count) => format.count(count),
    ),
  ];
  const rows = status.files.map((file) => cells(file.name, file.balance));
  return renderTextTable(columns, [...rows, cells(words.all, status.balance)], width, style.faint);
}

const BYTE_UNITS = { "": "B", k: "kB", m: "MB" } as const;

/** A size in the unit that suits it, by the formatter's own scale and rounding. */
function fileSize(bytes: number, format: Formatter): string {
  const size = BigInt(bytes) * 100n;
  const scale = format.scale(size);
  return `${scale.format(size)} ${BYTE_UNITS[scale.unit]}`;
}
