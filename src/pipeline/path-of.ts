import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";

/** The path of an input from a folder, with slashes; a sheet is a part of its file. `null` of what is no file. */
export function pathOf(name: string, root: string): string | null {
  const path = [name, name.replace(/#[^#]*$/, "")].find((each) => existsSync(each));
  return path === undefined ? null : relative(root, resolve(path)).split(sep).join("/");
}
