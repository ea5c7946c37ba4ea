/**
 * What work took, measured in a process of its own.
 *
 * @module
 */

import { execFileSync } from "node:child_process";

/** What one process took for one piece of work, which it did several times. */
export interface Taken {
  /** What it found, in minutes: all that do the same work must find the same. */
  readonly meanWait: number;
  /** CPU seconds of the first time, while the program was still being compiled. */
  readonly coldSeconds: number;
  /** CPU seconds once it was compiled. */
  readonly seconds: number;
  /** The most memory that the process held. */
  readonly peakBytes: number;
}

/** Why something could not be measured. */
export interface Missing {
  readonly missing: string;
}

/** Runs a program that prints JSON, and returns what it printed, or why it could not. */
export function ask<Answer>(program: string, words: readonly string[]): Answer | Missing {
  try {
    return JSON.parse(execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })) as Answer;
  } catch (error) {
    const { stderr = "", message } = error as Error & { readonly stderr?: string };
    // The line that says it: Python has it last, Node among others.
    const said = stderr.split("\n").filter((line) => /^\w*Error\b/.test(line));
    return { missing: said.at(-1) ?? message.split("\n")[0]! };
  }
}

/** Tells what was measured from what was not. */
export function isMissing(answer: object): answer is Missing {
  return "missing" in answer;
}

/** The one that took least: what else the machine does only ever lengthens it. What is missing once is missing. */
export function fastestOf(all: readonly (Taken | Missing)[]): Taken | Missing {
  const missing = all.find(isMissing);
  if (missing) return missing;
  const taken = all as readonly Taken[];
  const fastest = taken.reduce((best, one) => (one.seconds < best.seconds ? one : best));
  const coldSeconds = Math.min(...taken.map((one) => one.coldSeconds));
  return { ...fastest, coldSeconds, peakBytes: Math.max(...taken.map((one) => one.peakBytes)) };
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
