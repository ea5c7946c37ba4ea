/**
 * Checks of who comes: for what, how many, and which share of those booked.
 *
 * @module
 */

import { checkShares } from "./checks-pathways.ts";
import { checkPositive } from "./checks-resources.ts";
import { type Checks, pathwaysOf } from "./checks-scope.ts";
import type { Keys } from "./complaints.ts";
import type { ShareCurve, ShareRule, SharesByVisitType, VisitTypeChoice } from "./schema.ts";
import { isCurve, isForAll } from "./schema-shares.ts";
import { minutes, share } from "./units.ts";

/** The most arrivals of one source that can be expected in a run. */
const MOST_ARRIVALS = 20_000_000;

/** Complains when more are to be expected than could ever be simulated. */
export function checkMany(checks: Checks, expected: number, keys: Keys): void {
  if (!(expected > MOST_ARRIVALS)) return;
  const message = `some ${expected.toExponential(1)} arrivals are to be expected, more than ${MOST_ARRIVALS}`;
  checks.complain(keys, "too-many-arrivals", message, "is the unit of the rate right? Or simulate a shorter span");
}

/** Checks the shares of no-shows or cancellations. */
export function checkSharesByVisitType(checks: Checks, rule: SharesByVisitType | undefined, keys: Keys): void {
  if (rule === undefined) return;
  if (isForAll(rule)) {
    checkRule(checks, rule, keys);
    return;
  }
  for (const [name, each] of Object.entries(rule)) {
    checks.known(name, Object.keys(checks.scenario.visitTypes ?? {}), [...keys, name], "visit type");
    checkRule(checks, each, [...keys, name]);
  }
}

/** Complains of a share of more than everybody. */
export function checkShare(checks: Checks, text: string | undefined, keys: Keys): void {
  if (text === undefined || share(text) <= 1) return;
  checks.complain(keys, "shares", `${text} is more than everybody`, "write 100 % at most");
}

/** Checks the visit types, or tasks, for which somebody comes. */
export function checkChoice(checks: Checks, choice: VisitTypeChoice, kind: "visitTypes" | "tasks", keys: Keys): void {
  const known = pathwaysOf(checks.scenario).flatMap((pathway) => (pathway.kind === kind ? [pathway.name] : []));
  const what = kind === "visitTypes" ? "visit type" : "task";
  if (typeof choice === "string") checks.known(choice, known, keys, what);
  else {
    for (const name of Object.keys(choice)) checks.known(name, known, [...keys, name], what);
    checkShares(checks, Object.values(choice), keys);
  }
}

/** Shares by lead time: ascending, the last for all longer. */
function checkRule(checks: Checks, rule: ShareRule, keys: Keys): void {
  if (typeof rule === "string") {
    checkShare(checks, rule, keys);
    return;
  }
  if (isCurve(rule)) {
    checkCurve(checks, rule, keys);
    return;
  }
  let before = -1;
  for (const [index, { upTo, share: part }] of rule.entries()) {
    checkShare(checks, part, [...keys, index, "share"]);
    const end = upTo === undefined ? Infinity : minutes(upTo);
    if (end <= before) {
      const message = `no lead time is left for this row: the one before reaches as far`;
      const hint = "let upTo ascend from row to row; only the last goes without";
      checks.complain([...keys, index], "lead-times", message, hint);
    }
    before = end;
  }
}

function checkCurve(checks: Checks, curve: ShareCurve, keys: Keys): void {
  for (const key of ["sameDay", "from", "to"] as const) checkShare(checks, curve[key], [...keys, key]);
  checkPositive(checks, curve.over, [...keys, "over"]);
  if (curve.by !== "backlog" || keys[2] === "requests") return;
  const message = "nobody asks here, so there is no backlog to go by";
  checks.complain([...keys, "by"], "no-backlog", message, "write by: lead time, or let patients ask (requests)");
}
