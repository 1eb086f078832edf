import type { Command } from "commander";

/** The options about chambers that are put together, as commander hands them over. */
export interface RegionFlags {
  readonly region?: string;
  readonly countBoth?: boolean;
}

export function addRegionOptions(command: Command): Command {
  return command
    .option("--region <file>", "chambers with the inputs of each: a *.region.json")
    .option("--count-both", "count a certificate that two chambers have at both");
}
