/** `COLUMN:PERIOD`, or `COLUMN:PERIOD:destination=CODE`: which figure a text prints. */
export type FigureId = string;

export function figureId(column: string, period: string | number, destination?: string): FigureId {
  return `${column}:${period}${destination === undefined ? "" : `:destination=${destination}`}`;
}
