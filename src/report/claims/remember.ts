import { windowOf } from "./find-period.ts";
import type { Subject } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import type { FoundClaim } from "./read-sentence.ts";
import { isOffset } from "./find-periods.ts";
import { isAside } from "./find-subject.ts";
import { isCompared, type Scene } from "./scene.ts";
import type { Cue } from "./words.ts";

/** What the next sentences may build on. */
export function remember(scene: Scene, found: readonly FoundClaim[], clock: Clock, context: Context): void {
  const statements = found.flatMap(({ reading }) => reading.readings.slice(0, 1));
  rememberPeriod(scene, clock, context);
  const named = scene.cues.findLast((span) => SUBJECTS.has(span.cue) && !isAside(scene, span));
  const last = statements.at(-1);
  if (named !== undefined) context.subject = named.cue === "certificates" ? "certificates" : "goods_value";
  else if (last?.kind === "number") context.subject = last.subject;
  const asked = askedIn(scene);
  if (asked !== null) context.subject = asked;
  const codes = [...new Set(scene.countries.map(({ code }) => code))];
  if (codes.length === 1) context.destination = codes[0] ?? null;
  else if (codes.length > 1) context.destination = null;
  else if (scene.cues.some(({ cue }) => cue === "total")) context.destination = null;
  if (codes.length > 0) context.group = codes.length > 1 ? codes : null;
  const ratio = statements.findLast(
    (statement) => statement.kind === "number" && (statement.relation === "growth" || statement.relation === "share"),
  );
  const heading = scene.cues.findLast(({ cue }) => cue === "share" || cue === "rise" || cue === "fall");
  if (ratio?.kind === "number") context.relation = ratio.relation;
  else if (heading !== undefined) context.relation = heading.cue === "share" ? "share" : "growth";
  const doubt = found.findLast(({ reading }) => reading.doubt?.kind === "foreign")?.reading.doubt;
  context.foreign = doubt?.kind === "foreign" && statements.length === 0 ? doubt.word : null;
}

/** `The average certificate? 53,000 euro`: what a question asks for. */
function askedIn({ cues, sentence, textOf }: Scene): Subject | null {
  if (textOf(sentence.end - 1) !== "?") return null;
  const has = (wanted: Cue): boolean => cues.some(({ cue }) => cue === wanted);
  if (has("perCertificate") || (has("average") && has("certificates"))) return "value_per_certificate";
  if (has("certificates") || has("value")) return null;
  return has("destinations") ? "destinations" : has("exporters") ? "exporters" : null;
}

const SUBJECTS: ReadonlySet<Cue> = new Set(["certificates", "value", "euro"]);

/** For so many sentences without a time of their own a reader may think of the one before. */
const LONGEST_MEMORY = 1;

function rememberPeriod(scene: Scene, clock: Clock, context: Context): void {
  const windows = scene.periods
    .filter(
      ({ role, isBase, owner, year, firstMonth }) =>
        role === "when" && !isBase && !isOffset(year) && firstMonth > 0 && !isCompared(scene, owner),
    )
    .map((period) => windowOf(period, clock, context.period ?? clock.period));
  context.sentencesSince += 1;
  if (windows.length === 0) {
    if (context.sentencesSince > LONGEST_MEMORY) context.mentioned = null;
    return;
  }
  context.sentencesSince = 0;
  context.mentioned = windows.at(-1) ?? null;
  context.period = windows.findLast(({ year }) => year === clock.period.year) ?? null;
}
