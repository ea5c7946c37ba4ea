import { availableParallelism } from "node:os";
import {
  differenceInWords,
  engineVersion,
  type Improvement,
  improveWith,
  type PlanningNews,
  reportImprovement,
  variantText,
} from "@praxis/engine";
import type { Row } from "../answer.ts";
import { type Arguments, seed, share, text, wholeNumber } from "../arguments.ts";
import { clockOf } from "../clock.ts";
import type { Action } from "../commands.ts";
import { localExecutor } from "../executor.ts";
import { readOffice } from "../office.ts";
import { secondsOf } from "../roster.ts";
import type { Terminal } from "../terminal.ts";
import { exitCodes, InputError } from "../trouble.ts";

/** Seconds that a plan may take when nobody says otherwise. */
const USUAL_SECONDS = 300;

/** The part of the time that is left for estimating what the plan is worth. */
const FOR_THE_CLAIM = 0.15;

/** Looks for a better plan for an office with what it has: `praxis plan`. */
export const plan: Action = async (args, terminal) => {
  const { scenario } = readOffice(args, terminal);
  const work = wholeNumber(args, "work-limit", { from: 1, to: Number.MAX_SAFE_INTEGER });
  const ended = ending(args, work !== undefined);
  const workers = wholeNumber(args, "workers", { from: 1, to: 256 }) ?? availableParallelism();
  const replications = wholeNumber(args, "replications", { from: 10, to: 1_000_000 }) ?? 400;
  const executor = localExecutor({ workers });
  try {
    const result = await improveWith(executor, scenario, {
      ...{ seed: seed(args), replications, pricePerChange: share(args, "change-price", "0%") },
      ...{ cancelled: ended.cancelled, onNews: (news) => tell(news, terminal) },
      ...(work === undefined ? { workLimit: Number.MAX_SAFE_INTEGER } : { workLimit: work }),
    });
    if (result.claim !== undefined) terminal.tell(`${descriptionOf(result)}\n`);
    return {
      data: { engineVersion, ...result },
      rows: () => rowsOf(result),
      report: () => reportImprovement(result, { clock: clockOf(scenario) }),
      texts: { yaml: () => variantText(result.changes, descriptionOf(result)) },
      isEmptyHanded: result.claim === undefined,
      exitCode: result.claim === undefined ? exitCodes.noFeasibleAnswer : exitCodes.done,
    };
  } finally {
    ended.forget();
    await executor.close();
  }
};

/** When the search has to end: at the time limit, or when somebody interrupts it; a second interruption ends the program. */
function ending(args: Arguments, isByWork: boolean) {
  if (isByWork && text(args, "time-limit") !== undefined) {
    throw new InputError("--work-limit and --time-limit exclude each other: give the one by which the plan should end");
  }
  const seconds = isByWork ? Number.POSITIVE_INFINITY : secondsOf(args, USUAL_SECONDS);
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
  };
  process.once("SIGINT", interrupt);
  return {
    cancelled: () => interrupted || performance.now() / 1000 > (1 - FOR_THE_CLAIM) * seconds,
    forget: () => process.removeListener("SIGINT", interrupt),
  };
}

/** Says on the standard error what was tried, and what came of it. */
function tell(news: PlanningNews, terminal: Terminal): void {
  if (news.what === "claim") {
    terminal.tell(`what it is worth: ${news.replications} replications that the search has not seen …\n`);
  } else if (news.what === "round") {
    terminal.tell(`round ${news.round}: ranking ${news.moves} moves (${news.spent} replications so far) …\n`);
  } else {
    const { move, kept, reason, worth } = news.step;
    const values = Object.entries(worth).map(([name, { mean, halfWidth }]) => {
      return `${name} ${mean < 0 ? "−" : "+"}${Math.abs(mean).toFixed(2)} ± ${halfWidth.toFixed(2)}`;
    });
    terminal.tell(`  ${kept ? "kept" : "left"}: ${move} (${values.join(", ")}${kept ? "" : `: ${reason}`})\n`);
  }
}

/** What the plan is for, and what it is worth, for whoever opens the file. */
function descriptionOf({ claim, scenario, goals }: Improvement): string {
  if (claim === undefined) return `A plan for ${scenario} that changes nothing.`;
  const { measures } = Object.values(claim.variants)[0]!;
  const worth = goals.less.map(
    (goal) => `${goal}: ${differenceInWords(measures[goal]!.difference, measures[goal]!.unit)}`,
  );
  return `A plan for ${scenario}. ${worth.join("; ")} (${claim.replications} fresh replications).`;
}

/** A row for each step that was tried in earnest. */
function rowsOf({ steps }: Improvement): Row[] {
  return steps.flatMap(({ round, move, kept, reason = "", worth }) =>
    Object.entries(worth).map(([measure, { mean, halfWidth, confidence, replications }]) => {
      return {
        round,
        move,
        kept,
        reason,
        measure,
        differenceMean: mean,
        differenceHalfWidth: halfWidth,
        confidence,
        replications,
      };
    }),
  );
}
