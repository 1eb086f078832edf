/** Files in which users define sets of codes of their own. */
export interface SetFiles {
  /** A CSV of group, dimension and code. */
  readonly groups?: string;
  /** A CSV of theme and code; the themes that origo ships when absent. */
  readonly themes?: string;
}

/** The files among other options. */
export function setFilesOf({ groups, themes }: SetFiles): SetFiles {
  return { ...(groups === undefined ? {} : { groups }), ...(themes === undefined ? {} : { themes }) };
}
