import { commonSpan, runsOf } from "../domain/common-period.ts";
import { isEmptyWindow, yearWindows } from "../domain/period.ts";
import type { ChambersTogether } from "../domain/region.ts";
import { UserError } from "../domain/user-error.ts";
import type { ChamberGroup, ComparedChamber } from "../report/comparison.ts";
import type { ItemYears } from "../report/item-table.ts";
import type { SeriesRow } from "../report/yearly-series.ts";
import { totalsByItem } from "../store/aggregate.ts";
import { chamberAccounts, chamberCoverage, crossBorderCertificates } from "../store/chambers.ts";
import type { Engine } from "../store/engine.ts";
import { inMonths, type Selected } from "../store/selection.ts";

/** The chambers that are put together, and the months that all of them cover. */
export async function readChamberGroup(engine: Engine, { region, countBoth }: ChambersTogether): Promise<ChamberGroup> {
  const coverage = await chamberCoverage(engine);
  const accounts = await chamberAccounts(engine);
  const known =
    region?.chambers ??
    coverage.map(({ chamber }) => ({ id: chamber, name: chamber, country: null, home: [], language: null }));
  const chambers = known.map(({ id, name, country, home, language }): ComparedChamber => {
    const covered = coverage.find(({ chamber }) => chamber === name);
    const account = accounts.find(({ chamber }) => chamber === name);
    if (covered === undefined || account === undefined) {
      throw new UserError(
        1,
        `not one certificate of chamber ${id} counts`,
        "look at its files with: origo summary FILE; or take a region without it",
      );
    }
    const windows = yearWindows(covered.months, covered.stated).filter((window) => !isEmptyWindow(window));
    return { id, name, country, home, language, windows, account };
  });
  if (chambers.length < 2) throw nothingToCompare(chambers);
  const common = commonSpan(chambers.map(({ windows }) => windows));
  if (common === null) {
    throw new UserError(
      1,
      `the chambers have no month in common: ${chambers.map(describeCoverage).join(", ")}`,
      "give files of the same years, or take a region of chambers whose data overlap",
    );
  }
  const crossBorder = await crossBorderCertificates(engine);
  return { name: region?.name ?? null, chambers, common, crossBorder, countBoth };
}

function nothingToCompare([only]: readonly ComparedChamber[]): UserError {
  const remedy = "give files with a column of chambers, or the files of each chamber in a region file: --region FILE";
  if (only === undefined) return new UserError(1, "there are no certificates to compare", remedy);
  return new UserError(
    1,
    only.name === "" ? "no certificate names its chamber" : `there is one chamber: ${only.name}`,
    remedy,
  );
}

function describeCoverage({ id, windows }: ComparedChamber): string {
  const runs = runsOf(windows).map(({ from, to }) => `${from.slice(0, 7)} to ${to.slice(0, 7)}`);
  return `${id} covers ${runs.length === 0 ? "no month to its end" : runs.join(" and ")}`;
}

/**
 * The sums by chamber of the year of each row, and of what its growth compares: the same months of the year before. `selected`
 * has the year before the first row, too.
 */
export async function readChamberYears(
  engine: Engine,
  selected: Selected,
  series: readonly SeriesRow[],
): Promise<readonly (ItemYears & { readonly row: SeriesRow })[]> {
  const all = await totalsByItem(engine, "chamber", selected);
  const years = [];
  for (const row of series) {
    const same = row.complete ? all : await totalsByItem(engine, "chamber", inMonths(selected, row.window));
    years.push({
      row,
      current: all.filter(({ year }) => year === row.year),
      comparable: same.filter(({ year }) => year === row.year),
      previous: row.certificatesGrowth === null ? null : same.filter(({ year }) => year === row.year - 1),
    });
  }
  return years;
}
