import type { FullEvaluation } from "./evaluation.ts";
import { ExponentialEvaluation } from "./exponential-evaluation.ts";
import type { Line } from "./line.ts";
import { MinuteEvaluation } from "./minute-evaluation.ts";
import { areExponential } from "./problem.ts";

/** What prices templates of a line exactly: in continuous time where that is known, else in whole minutes. */
export function exactEvaluation(line: Line): FullEvaluation {
  const isExponential = areExponential(line.items, line.breakAfterAll > 0 ? 1 : 0);
  return isExponential ? new ExponentialEvaluation(line) : new MinuteEvaluation(line);
}
