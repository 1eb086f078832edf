import { exporterName, exporterNumber, type KnownExporter } from "../domain/exporter.ts";
import { printable } from "../domain/printable.ts";
import { UserError } from "../domain/user-error.ts";
import { fold } from "../reference/fold.ts";
import { nearestText } from "../reference/nearest.ts";

/** So many are named when several may be meant. */
const NAMED = 10;

/**
 * The exporter that goes by a number (in any notation, with or without its country) or by a whole name (in any case). Part of a name
 * is not enough: a sheet in the wrong hands is worse than an error that names those that may be meant.
 */
export function findExporter(text: string, known: readonly KnownExporter[]): KnownExporter {
  const number = text.replaceAll(/[^0-9A-Za-z]/g, "").toUpperCase();
  const byCode = known.filter(({ exporter }) => exporter === text);
  const byNumber = known.filter((each) => exporterNumber(each) === number);
  const byDigits = known.filter((each) => withoutCountry(each) === number);
  const byName = known.filter((each) => namesOf(each).some((name) => fold(name) === fold(text)));
  const found = [byCode, byNumber, byDigits, byName].find((each) => each.length > 0) ?? [];
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  if (first !== undefined) {
    throw new UserError(
      2,
      `"${printable(text)}" is the name of ${found.length} exporters`,
      `name it by its code: ${list(found)}`,
    );
  }
  throw new UserError(2, `no certificate is of an exporter "${printable(text)}"`, hintFor(text, number, known));
}

function withoutCountry(each: KnownExporter): string | null {
  return exporterNumber(each)?.replace(/^[A-Z]{2}(?=\d)/, "") ?? null;
}

function namesOf(each: KnownExporter): readonly string[] {
  const name = exporterName(each);
  return each.names.length > 0 || name === null ? each.names : [name];
}

function hintFor(text: string, number: string, known: readonly KnownExporter[]): string {
  const part = fold(text);
  const containing = part === "" ? [] : known.filter((each) => namesOf(each).some((name) => fold(name).includes(part)));
  const [byNumber, byName] = [nearestNumber(number, known), nearestName(text, known)];
  const near = [...new Set([...containing, byName, byNumber])].filter((each) => each !== null);
  return near.length === 0 ? "origo shares --by exporter lists the exporters" : `did you mean ${list(near)}?`;
}

function nearestNumber(number: string, known: readonly KnownExporter[]): KnownExporter | null {
  if (!/\d/.test(number)) return null;
  const nearest = nearestText(
    number,
    known.flatMap((each) => [exporterNumber(each) ?? [], withoutCountry(each) ?? []].flat()),
  );
  return (
    known.find((each) => nearest !== null && [exporterNumber(each), withoutCountry(each)].includes(nearest)) ?? null
  );
}

function nearestName(text: string, known: readonly KnownExporter[]): KnownExporter | null {
  const nearest = nearestText(text, known.flatMap(namesOf));
  return known.find((each) => nearest !== null && namesOf(each).includes(nearest)) ?? null;
}

/** The exporters by their codes, which are numbers or, where there is none, names. */
function list(exporters: readonly KnownExporter[]): string {
  const texts = exporters.slice(0, NAMED).map((each) => {
    const [number, name] = [exporterNumber(each), exporterName(each)];
    if (number === null) return printable(`"${each.exporter}"`);
    return printable(name === null ? number : `${number} (${name})`);
  });
  const more = exporters.length - texts.length;
  return more === 0 ? texts.join(" or ") : `${texts.join(", ")} ... and ${more} more`;
}
