import { EXPORTER_SIZES, type ExporterSize } from "../domain/certificate.ts";
import { enterpriseSize } from "../domain/enterprise-size.ts";
import { normalizeExporterId } from "../domain/exporter-id.ts";
import type { Register, RegisterEntry } from "../domain/register.ts";
import { UserError } from "../domain/user-error.ts";
import { nearestText } from "./nearest.ts";
import { loadTerms } from "./terms.ts";
import { readUserTable, type UserRow } from "./user-table.ts";

const REMEDY =
  'a register is a CSV with the column exporter_id (enterprise or VAT number), and size, or employees and, if known, turnover and balance in euros, such as "exporter_id,size" and "BE 0417.497.106,small"; with from (a year), an enterprise can have several lines';

type Column = "exporter_id" | "size" | "employees" | "turnover" | "balance" | "from";

/** What one line of a register says. */
interface RegisterLine {
  readonly place: string;
  readonly exporterId: string;
  readonly size: ExporterSize | null;
  readonly fromYear: number | null;
}

/** Reads a register of enterprises: how large each is, from which year on. A stated class goes before figures. */
export function readRegister(path: string): Register {
  const rows = readUserTable<Column>(path, {
    what: "register",
    columns: ["exporter_id"],
    optional: ["size", "employees", "turnover", "balance", "from"],
    oneOf: ["size", "employees"],
    remedy: REMEDY,
  });
  const readSize = createSizeReader();
  const enterprises = new Map<string, RegisterLine[]>();
  for (const row of rows) {
    const line: RegisterLine = {
      place: row.place,
      exporterId: readId(row),
      size: readSize(row),
      fromYear: readYear(row),
    };
    const earlier = enterprises.get(line.exporterId) ?? [];
    const same = earlier.find(({ fromYear }) => fromYear === line.fromYear);
    if (same !== undefined) {
      throw new UserError(
        2,
        `${line.place}: ${row.cells.exporter_id} is in the register already, at ${same.place}`,
        "leave one of the lines, or say in the column from since which year each holds",
      );
    }
    enterprises.set(line.exporterId, [...earlier, line]);
  }
  if (enterprises.size === 0) throw new UserError(2, `the register ${path} has no rows`, REMEDY);
  return { file: path, entries: [...enterprises.values()].flatMap(entriesOf) };
}

/** Each line holds until the next one begins. */
function entriesOf(lines: readonly RegisterLine[]): readonly RegisterEntry[] {
  const inOrder = lines.toSorted((a, b) => (a.fromYear ?? 0) - (b.fromYear ?? 0));
  return inOrder.map(({ exporterId, size, fromYear }, index) => ({
    exporterId,
    size,
    fromYear,
    untilYear: inOrder[index + 1]?.fromYear ?? null,
  }));
}

function readId({ place, cells }: UserRow<Column>): string {
  const id = normalizeExporterId(cells.exporter_id);
  if (id === "") throw new UserError(2, `${place}: there is no enterprise number`, REMEDY);
  return id;
}

function readYear({ place, cells }: UserRow<Column>): number | null {
  if (cells.from === "") return null;
  if (/^[1-9]\d{3}$/.test(cells.from)) return Number(cells.from);
  throw new UserError(
    2,
    `${place}: "${cells.from}" is no year`,
    "from is the first year of which the line holds, such as 2018",
  );
}

function createSizeReader(): (row: UserRow<Column>) => ExporterSize | null {
  const { exporterSize } = loadTerms();
  return ({ place, cells }) => {
    if (cells.size !== "") {
      const size = exporterSize(cells.size);
      if (size !== null) return size;
      const nearest = nearestText(cells.size, EXPORTER_SIZES);
      throw new UserError(
        2,
        `${place}: "${cells.size}" is no size`,
        `${nearest === null ? "" : `did you mean ${nearest}? `}Expected ${EXPORTER_SIZES.join(", ")}, or the word in nl, fr, de, en`,
      );
    }
    const [staff, turnover, balance] = (["employees", "turnover", "balance"] as const).map((column) => {
      const hundredths = cells[column] === "" ? null : hundredthsOf(cells[column]);
      if (hundredths !== undefined) return hundredths;
      throw new UserError(
        2,
        `${place}: "${cells[column]}" is no number of ${column === "employees" ? "employees" : "euros"}`,
        "expected digits, with a point before decimals and without separators of thousands, such as 12 or 1500000.50",
      );
    });
    if (staff == null) return null;
    return enterpriseSize({ staff, turnover: turnover ?? null, balance: balance ?? null });
  };
}

function hundredthsOf(text: string): bigint | undefined {
  const [, whole, decimals = ""] = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return whole === undefined ? undefined : BigInt(whole + decimals.padEnd(2, "0"));
}
