/**
 * Work without a patient, done by others.
 *
 * @module
 */

import type { Scenario, Steps } from "../scenario/schema.ts";
import type { Move } from "./moves.ts";

/**
 * For every activity of a task that one of several can do: only the first of them, or another first. And for tasks that
 * are put off while patients wait: nobody begins unless a second of the role is free, so that one is there for patients.
 */
export function taskMoves({ tasks = {}, staff = {} }: Scenario): Move[] {
  return Object.entries(tasks).flatMap(([task, { pathway }]) => [
    ...pathway.flatMap((step, index): Move[] => {
      if (!("activity" in step) || typeof step.needs !== "object" || !("oneOf" in step.needs)) return [];
      const { oneOf } = step.needs;
      const path = ["tasks", task, "pathway", index, "needs"];
      const about = `who does ${step.activity}`;
      const alone = { name: `${step.activity}: ${oneOf[0]} alone`, about, changes: [{ path, value: oneOf[0] }] };
      const turned = [...oneOf.slice(1), oneOf[0]!];
      const name = `${step.activity}: ${turned[0]} first`;
      return [alone, { name, about, changes: [{ path, value: { ...step.needs, oneOf: turned } }] }];
    }),
    ...keepingOneBack(task, pathway, staff),
  ]);
}

/** A task whose first activity is done without patience, by a role of several people, waits until two of them are free. */
function keepingOneBack(task: string, pathway: Steps, staff: NonNullable<Scenario["staff"]>): Move[] {
  const [first] = pathway;
  if (first === undefined || !("activity" in first) || first.patience !== undefined) return [];
  const [need] = [first.needs ?? []].flat();
  const words = typeof need === "string" ? [need] : need !== undefined && "oneOf" in need ? need.oneOf : [];
  return words
    .filter((role) => (staff[role]?.count ?? 1) > 1)
    .map((role) => ({
      name: `${task}: only while two of ${role} are free`,
      about: `when ${task} is done`,
      changes: [{ path: ["tasks", task, "pathway"], value: [{ waitUntil: { free: role, atLeast: 2 } }, ...pathway] }],
    }));
}
