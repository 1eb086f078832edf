import { isOfSets, ITEM_DIMENSIONS, type ItemDimension } from "../domain/dimension.ts";
import { UserError } from "../domain/user-error.ts";
import { readUserTable } from "./user-table.ts";
import { createVocabulary } from "./where-values.ts";

/** One code of a user's group: certificates with this destination, or lines with this heading, belong to it. */
export interface GroupMember {
  /** The group. */
  readonly item: string;
  readonly dimension: ItemDimension;
  readonly code: string;
}

/** What a group can be made of: what each line has one of. */
const MEMBERS: readonly ItemDimension[] = ITEM_DIMENSIONS.filter(
  (dimension) => !isOfSets(dimension) && dimension !== "bloc" && dimension !== "exporter",
);

const REMEDY = `a groups file is a CSV with the columns group,dimension,code, such as "Machinery,hs2,84" or "Gulf,destination,Kuwait"; the dimensions are ${MEMBERS.join(", ")}`;

/** Reads a user's own groups. A line belongs to a group when any of the group's rows fits it; groups may overlap. */
export function readGroups(path: string): readonly GroupMember[] {
  const vocabulary = createVocabulary();
  const rows = readUserTable(path, { what: "groups file", columns: ["group", "dimension", "code"], remedy: REMEDY });
  const members = rows.map(({ place, cells: { group, dimension: dimensionText, code: text } }) => {
    const dimension = MEMBERS.find((each) => each === dimensionText.toLowerCase());
    if (group === "") throw new UserError(2, `${place}: the group has no name`, REMEDY);
    if (dimension === undefined) {
      throw new UserError(2, `${place}: "${dimensionText}" is no dimension that groups are made of`, REMEDY);
    }
    const read = vocabulary.read(dimension, text);
    if ("fault" in read) throw new UserError(2, `${place}: ${read.fault}`, read.remedy);
    if (read.value === "") throw new UserError(2, `${place}: the code is empty`, REMEDY);
    return { item: group, dimension, code: read.value };
  });
  if (members.length === 0) throw new UserError(2, `the groups file ${path} has no rows`, REMEDY);
  return members;
}
