import { DESTINATION_COLUMNS, parseFigureId, WHOLE_COLUMNS, type Figure } from "../domain/figure.ts";
import { parsePeriod } from "../domain/period-id.ts";
import { UserError } from "../domain/user-error.ts";
import { loadCountries } from "./countries.ts";
import { nearestText } from "./nearest.ts";

/** The figure of an id; a `UserError` that names the nearest one when there is none. */
export function readFigure(text: string): Figure {
  const figure = parseFigureId(text);
  if (figure === null) throw noSuchFigure(text);
  return figure;
}

/** Says which part of the id is wrong, and what comes nearest. */
function noSuchFigure(text: string): UserError {
  const [name = "", period = "", item] = text.split(":");
  const columns: readonly string[] = item === undefined ? WHOLE_COLUMNS : DESTINATION_COLUMNS;
  const column = columns.includes(name) ? name : nearestText(name, [...columns, ...DESTINATION_COLUMNS]);
  const { resolve, nearest } = loadCountries();
  const place = item?.replace(/^destination=/, "");
  const country = place === undefined ? null : (resolve(place) ?? resolve(nearest(place)[0] ?? ""));
  const ofDestination = item !== undefined || (column !== null && !columns.includes(column));
  const suggestion = [
    column ?? "goods_value_growth",
    parsePeriod(period) === null ? "2017" : period,
    ...(ofDestination ? [`destination=${country ?? "CN"}`] : []),
  ].join(":");
  const hint =
    column === null
      ? `a figure is a column of the report's CSV and a period, as in ${suggestion}`
      : parsePeriod(period) === null
        ? `a period is 2017, 2018-H1, 2018-Q3, 2018-06 or 2018-01/2018-05, as in ${suggestion}`
        : ofDestination && country === null
          ? `it takes a destination, by its ISO code, as in ${suggestion}`
          : `did you mean ${suggestion}?`;
  return new UserError(2, `there is no figure "${text}"`, hint);
}
