import { measureNamed, rankWith, reportRanking, type Scenario, type Variants } from "@praxis/engine";
import type { Answer } from "./answer.ts";
import { type Arguments, confidence, flag, seed, text, wholeNumber } from "./arguments.ts";
import { clockOf } from "./clock.ts";
import { amountOf, conducted, MOST_REPLICATIONS } from "./experiment.ts";
import { rankingRows } from "./rows.ts";
import type { Terminal } from "./terminal.ts";
import { exitCodes, InputError } from "./trouble.ts";

/** What the office without any change is called beside its variants. */
const unchanged = "as it is";

/** More variants side by side take more memory than they are worth. */
const MOST_VARIANTS = 500;

/** Ranks the office as it is and its variants by one measure: `praxis compare --rank`. */
export async function ranked(
  base: Scenario,
  variants: Variants,
  { args, terminal }: { readonly args: Arguments; readonly terminal: Terminal },
): Promise<Answer> {
  const options = rankOptions(args, base);
  const all = { [unchanged]: [], ...variants };
  const count = Object.keys(all).length;
  if (count > MOST_VARIANTS) throw new InputError(`${count} variants are too many to rank; at most ${MOST_VARIANTS}`);
  const result = await conducted(args, terminal, (executor, progress) =>
    rankWith(executor, base, all, { ...options, progress }),
  );
  return {
    data: result,
    rows: () => rankingRows(result),
    report: () => reportRanking(result, { clock: clockOf(base) }),
    exitCode: result.decided ? exitCodes.done : exitCodes.noFeasibleAnswer,
  };
}

/**
 * Refuses flags that mean something beside --rank alone.
 *
 * @throws {InputError} when one of them is there
 */
export function refuseAlone(args: Arguments): void {
  const alone = (["smallest", "largest", "indifference"] as const).find((name) => args[name] !== undefined);
  if (alone !== undefined) throw new InputError(`--${alone} needs --rank and a measure, as in --rank wait`);
}

function rankOptions(args: Arguments, base: Scenario) {
  const measure = text(args, "rank")!;
  const beside = (["measures", "measure", "until-half-width"] as const).find((name) => args[name] !== undefined);
  if (beside !== undefined) throw new InputError(`--${beside} and --rank exclude each other: --rank names its measure`);
  if (flag(args, "smallest") && flag(args, "largest")) {
    throw new InputError("--smallest and --largest exclude each other; give one of them");
  }
  const { unit } = measureNamed(measure, base);
  const wish = text(args, "indifference");
  const level = confidence(args);
  if (wish !== undefined && !(level > 0.5)) {
    throw new InputError(`--confidence of a choice must be above 50 %, got "${text(args, "confidence")}"`);
  }
  const indifference = wish === undefined ? undefined : amountOf(wish, { unit, measure, flag: "indifference" });
  const most = wholeNumber(args, "replications", { from: 10, to: MOST_REPLICATIONS });
  return {
    ...{ measure, seed: seed(args), confidence: level },
    best: flag(args, "largest") ? ("largest" as const) : ("smallest" as const),
    replications: most ?? (indifference === undefined ? 100 : 10_000),
    ...(indifference !== undefined && { indifference }),
  };
}
