/**
 * Short ways through programs: what most visits consist of, said in fewer instructions.
 *
 * @module
 */

import { op, type Program } from "./pathway-program.ts";

/** How somebody is served, in full. */
const inFull = [op.seize, op.delay, op.end, op.release];

/**
 * Turns seizes whose units come back as soon as the delay that follows is over into `serve`, and the delays into `work`,
 * which knows what is to come: the end of the activity and the release stay where they are, and are passed over.
 *
 * It is so when the request is plain, for one resource that works at speed 1 and that nobody interrupts, and when the
 * units are handed over to nobody. Then where an entity is says what it holds, and no claim has to be written and struck.
 * Whoever gave up waiting for something else may still be sent to the release: it finds nothing to give back, as before.
 */
export function shorten({ instructions, lists, requests, model, interruptible }: Program): void {
  const { op: codes, a, b } = instructions;
  const handedOver = new Set<number>();
  for (const [pc, code] of codes.entries()) {
    if (code !== op.send) continue;
    // The list begins with the pathway and the slot.
    for (const hold of lists.subarray(a[pc]! + 2, a[pc]! + 2 + b[pc]!)) handedOver.add(hold);
  }
  for (const request of requests) {
    const { pc, plain, off, single, hold, activity } = request;
    if (!inFull.every((code, step) => codes[pc + step] === code) || requests[a[pc]!] !== request) continue;
    if (b[pc + 3] !== 1 || lists[a[pc + 3]!] !== hold || handedOver.has(hold)) continue;
    if (!plain || off || activity < 0 || interruptible[single] === 1) continue;
    if ((model.resources[single]!.speed ?? 1) !== 1) continue;
    request.brief = true;
    codes[pc] = op.serve;
    codes[pc + 1] = op.work;
    a[pc + 1] = a[pc]!;
  }
}
