import { SQL_TABLES } from "../domain/sql-result.ts";

/** Functions that give rows, and only of what they are given. All others read files, settings, logs or the catalogue. */
const TABLE_FUNCTIONS: ReadonlySet<string> = new Set(["range", "generate_series", "unnest", "json_each", "json_tree"]);

/** Functions of values that reach beyond them: the environment, settings, the catalogue, logs, other statements, the clock of the process. */
const DENIED_FUNCTIONS: readonly RegExp[] = [
  /^(getenv|getvariable|current_setting|set_config|nextval|currval|setseed|sleep.*|write_log|parse_duckdb_log_message)$/,
  /^(query|query_table|json_(de)?serialize_(sql|plan)|json_execute_.*|sql_auto_complete|which_secret|stats)$/,
  /^(read_|sniff_|glob$|parquet_|arrow_|duckdb_|pragma_|enable_|disable_|force_|checkpoint|truncate_|test_)/,
  /^(pg_(?!typeof$|size_pretty$)|has_.*_privilege|inet_|obj_description|col_description|shobj_description|get_block_size)/,
];

/** Names of the engine's own views: a common table expression of such a name would open the view where it is out of scope. */
const SYSTEM_NAME = /^(duckdb_|pragma_|sqlite_|pg_|information_schema)/;

const TABLE_KINDS: ReadonlySet<string> = new Set([
  "BASE_TABLE",
  "JOIN",
  "SUBQUERY",
  "EMPTY",
  "EXPRESSION_LIST",
  "TABLE_FUNCTION",
  "PIVOT",
]);

/** A statement, or a part of one, as the engine's parser gives it in JSON. */
export type SyntaxTree =
  | string
  | number
  | boolean
  | null
  | readonly SyntaxTree[]
  | { readonly [key: string]: SyntaxTree };

/** Why a parsed statement may not run; `null` when it may. The tree is that of the engine's own parser. */
export function faultOfTree(tree: SyntaxTree): string | null {
  const tables = new Set<string>(SQL_TABLES);
  for (const name of expressionNames(tree)) {
    if (SYSTEM_NAME.test(name)) return `"${name}" is the name of a part of the engine`;
    tables.add(name);
  }
  return faultIn(tree, tables);
}

function faultIn(node: SyntaxTree, tables: ReadonlySet<string>): string | null {
  if (isObject(node)) return faultOfNode(node, tables) ?? firstFault(Object.values(node), tables);
  return Array.isArray(node) ? firstFault(node, tables) : null;
}

function firstFault(nodes: readonly SyntaxTree[], tables: ReadonlySet<string>): string | null {
  for (const node of nodes) {
    const fault = faultIn(node, tables);
    if (fault !== null) return fault;
  }
  return null;
}

function faultOfNode(node: Readonly<Record<string, SyntaxTree>>, tables: ReadonlySet<string>): string | null {
  const type = textOf(node["type"]);
  const name = textOf(node["function_name"]).toLowerCase();
  if (name !== "" && DENIED_FUNCTIONS.some((denied) => denied.test(name)))
    return `the function ${name} is out of reach`;
  if (type === "TABLE_FUNCTION") {
    const called = node["function"];
    const table = isObject(called) ? textOf(called["function_name"]).toLowerCase() : "";
    if (!TABLE_FUNCTIONS.has(table)) return `the table function ${table} is out of reach`;
  }
  if (type === "BASE_TABLE") return faultOfTable(node, tables);
  if (type === "SHOW_REF") return "descriptions are not queries";
  // A kind of table that this list does not know is one that nobody has looked at.
  if ("sample" in node && "alias" in node && !TABLE_KINDS.has(type)) return `${type.toLowerCase()} is out of reach`;
  return null;
}

function faultOfTable(node: Readonly<Record<string, SyntaxTree>>, tables: ReadonlySet<string>): string | null {
  const [catalogue, schema, table] = [
    textOf(node["catalog_name"]),
    textOf(node["schema_name"]),
    textOf(node["table_name"]),
  ];
  if (catalogue === "" && (schema === "" || schema === "main") && tables.has(table.toLowerCase())) return null;
  return `there is no table ${[catalogue, schema, table].filter((part) => part !== "").join(".")}`;
}

/** The names of the common table expressions, wherever they are. */
function expressionNames(node: SyntaxTree): readonly string[] {
  if (!isObject(node)) return Array.isArray(node) ? node.flatMap(expressionNames) : [];
  const map = isObject(node["cte_map"]) ? node["cte_map"]["map"] : null;
  const names = Array.isArray(map)
    ? map.flatMap((entry: SyntaxTree) => (isObject(entry) ? [textOf(entry["key"]).toLowerCase()] : []))
    : [];
  const recursive = textOf(node["ctename"]);
  return [
    ...names,
    ...(recursive === "" ? [] : [recursive.toLowerCase()]),
    ...Object.values(node).flatMap(expressionNames),
  ];
}

function isObject(node: SyntaxTree | undefined): node is { readonly [key: string]: SyntaxTree } {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}

function textOf(node: SyntaxTree | undefined): string {
  return typeof node === "string" ? node : "";
}
