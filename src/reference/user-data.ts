import { homedir } from "node:os";
import { join } from "node:path";

/** Where origo keeps reference data that the user has updated: the place that the system has for such files. */
export function userDataPath(name: string): string {
  const { XDG_DATA_HOME: xdg, LOCALAPPDATA: local } = process.env;
  const folder =
    process.platform === "win32"
      ? (local ?? join(homedir(), "AppData", "Local"))
      : xdg || join(homedir(), ".local", "share");
  return join(folder, "origo", name);
}
