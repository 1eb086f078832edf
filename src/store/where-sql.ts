import { isOfLines, NO_ITEM, type ItemDimension, type SetDimension } from "../domain/dimension.ts";
import { normalizeExporterId } from "../domain/exporter-id.ts";
import { daysInMonth, type DayRange } from "../domain/period.ts";
import { fieldsOf, type Where, type WhereField } from "../domain/where.ts";
import { ITEM_SQL } from "./dimension-sql.ts";

/** What a condition needs to become SQL. */
export interface WhereContext {
  readonly level: "certificates" | "lines";
  /** The day that periods are made of: an expression over `c`. */
  readonly day: string;
  /** Takes a value and gives the parameter that it is bound to. */
  readonly bind: (value: string) => string;
}

/** Whether a condition tells lines of one certificate apart. */
export function isAboutLines(where: Where | null): boolean {
  return [...fieldsOf(where)].some(isOfLines);
}

/** A condition as SQL that is true or false, never null: fields from a fixed list, values bound. */
export function whereSql(where: Where, context: WhereContext): string {
  switch (where.kind) {
    case "and":
    case "or":
      return `(${where.terms.map((term) => whereSql(term, context)).join(` ${where.kind} `)})`;
    case "not":
      return `(not ${whereSql(where.term, context)})`;
    case "in":
      return inSql(where.field, where.values, context);
    case "order":
      return orderSql(where.field, where.operator, where.value, context);
  }
}

function inSql(field: WhereField, values: readonly string[], context: WhereContext): string {
  const { level, day, bind } = context;
  switch (field) {
    case "year":
    case "quarter":
    case "month":
    case "date": {
      const ranges = values.map((value) => daysOf(field, value));
      return anyOf(ranges.map(({ from, to }) => `${day} between ${bind(from)}::date and ${bind(to)}::date`));
    }
    case "value": {
      const cents = centsSql(level);
      return anyOf(
        values.map((value) =>
          value === "" ? `${cents} is null` : `${cents} is not distinct from ${bind(centsOf(value))}::bigint`,
        ),
      );
    }
    case "bloc":
      return anyOf(values.map((value) => blocSql(value, bind)));
    case "region":
    case "sub_region":
      return `coalesce((select r.${field} from country_region r where r.country = c.destination), '') in (${values.map(bind).join(", ")})`;
    case "origin":
      return anyOf(
        values.map((value) =>
          value === ""
            ? "c.origin is null"
            : `coalesce(list_contains(string_split(c.origin, ','), ${bind(value)}), false)`,
        ),
      );
    case "group":
    case "theme":
      return anyOf(values.map((value) => setSql(field, value, bind)));
    case "exporter":
      return anyOf(values.map((value) => exporterSql(value, bind)));
    case "chamber":
      return `lower(${ITEM_SQL.chamber.expression}) in (${values.map((value) => `lower(${bind(value)})`).join(", ")})`;
    case "destination":
    case "exporter_size":
    case "certificate_type":
    case "hs2":
    case "hs4":
    case "hs6":
    case "currency":
      return `${columnSql(field)} in (${values.map(bind).join(", ")})`;
  }
}

function columnSql(field: ItemDimension): string {
  return ITEM_SQL[field].expression;
}

/** In no bloc at all, when the value is empty. */
function blocSql(value: string, bind: (value: string) => string): string {
  const member = `exists (select 1 from bloc_member m where m.country = c.destination and m.first_day <= c.issue_date
    and (m.until_day is null or c.issue_date < m.until_day)`;
  return value === "" ? `not ${member})` : `${member} and m.bloc = ${bind(value)})`;
}

/** In no set at all, when the value says so: of a line without a code it is not known whether it has a theme. */
function setSql(field: SetDimension, value: string, bind: (value: string) => string): string {
  const member = `exists (select 1 from line_${field} s where s.file_id = c.file_id and s.line = c.line`;
  return value === (field === "group" ? "" : NO_ITEM) ? `not ${member})` : `${member} and s.item = ${bind(value)})`;
}

/** An exporter goes by its number in any notation, by its name in any case, and by the code that tables show. */
function exporterSql(value: string, bind: (value: string) => string): string {
  if (value === "") return "c.exporter is null";
  return `coalesce(c.exporter in (${bind(value)}, ${bind(normalizeExporterId(value))}) or lower(c.exporter_name) = lower(${bind(value)}), false)`;
}

function orderSql(field: WhereField, operator: string, value: string, { level, day, bind }: WhereContext): string {
  if (field === "value") return `coalesce(${centsSql(level)} ${operator} ${bind(centsOf(value))}::bigint, false)`;
  const { from, to } = daysOf(field, value);
  // Below a period is before its first day; up to it is up to its last.
  return `${day} ${operator} ${bind(operator === "<" || operator === ">=" ? from : to)}::date`;
}

/** The value of the certificate, also where its lines are looked at one by one. */
function centsSql(level: WhereContext["level"]): string {
  if (level === "certificates") return "c.goods_cents";
  return `(case when c.shared then (select v.goods_cents from certificates v
    where v.certificate = c.certificate and v.chamber is not distinct from c.chamber) else c.goods_cents end)`;
}

function centsOf(amount: string): string {
  return amount.replace(".", "");
}

/** The days of a year, quarter or month; a date is its own only day. */
function daysOf(field: WhereField, value: string): Readonly<Record<keyof DayRange, string>> {
  const year = value.slice(0, 4);
  if (field === "year") return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (field === "date") return { from: value, to: value };
  const first = field === "quarter" ? Number(value.slice(6)) * 3 - 2 : Number(value.slice(5));
  const last = field === "quarter" ? first + 2 : first;
  const pad = (month: number): string => String(month).padStart(2, "0");
  return { from: `${year}-${pad(first)}-01`, to: `${year}-${pad(last)}-${daysInMonth(Number(year), last)}` };
}

function anyOf(conditions: readonly string[]): string {
  return `(${conditions.join(" or ")})`;
}
