import type { FullEvaluation } from "./evaluation.ts";
import { ExponentialEvaluation, isExponential } from "./exponential-evaluation.ts";
import type { Line } from "./line.ts";
import { MinuteEvaluation } from "./minute-evaluation.ts";

/** What prices templates of a line exactly: in continuous time where that is known, else in whole minutes. */
export function exactEvaluation(line: Line): FullEvaluation {
  return isExponential(line) ? new ExponentialEvaluation(line) : new MinuteEvaluation(line);
}
