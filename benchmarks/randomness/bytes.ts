/**
 * Writes the random bits of the engine to stdout, for a battery of tests to read:
 *
 *     node benchmarks/dist/randomness/bytes.js office | dieharder -a -g 200
 *
 * The bits are taken from the uniform numbers that the engine draws, all 52 of each, in an order of
 * positions that a simulation would use. docs/randomness.md holds the results.
 */

import { writeSync } from "node:fs";
import { Streams } from "@praxis/engine";

const WORDS_PER_EIGHT_DRAWS = 13;

/** How the positions follow each other: each order returns a function that gives the next uniform number. */
const orders: Record<string, (seed: string) => () => number> = {
  /** The patients of a year: each an identity, eight purposes, three draws for each. */
  office: (seed) => {
    const streams = new Streams({ seed });
    const purposes = ["arrival", "check-in", "rooming", "consult", "patience", "turnover", "no-show", "lateness"];
    const samplers = purposes.map((purpose) => streams.keyedUniform(purpose));
    const identity = new Int32Array(2);
    let patient = -1;
    let purpose = purposes.length;
    let index = 3;
    return () => {
      if (++index > 2) {
        index = 0;
        if (++purpose >= purposes.length) {
          purpose = 0;
          patient++;
          streams.identity("identity.walk-ins", Math.floor(patient / 100), 0, patient % 100, identity);
        }
      }
      return samplers[purpose]!(identity[0]!, identity[1]!, index);
    };
  },
  /** The first draw of entity 0, 1, 2, …: neighbouring entities that nobody has hashed. */
  entities: (seed) => {
    const draw = new Streams({ seed }).keyedUniform("consult");
    let entity = 0;
    return () => {
      const number = entity++;
      return draw(number | 0, Math.floor(number / 2 ** 32), 0);
    };
  },
  /** Draw 0, 1, 2, … of one entity. */
  indices: (seed) => {
    const draw = new Streams({ seed }).keyedUniform("consult");
    let index = 0;
    let entity = 0;
    return () => {
      if (index === 2 ** 32) {
        index = 0;
        entity++;
      }
      return draw(entity, 0, index++);
    };
  },
  /** The same draw of one patient in replication 0, 1, 2, … */
  replications: (seed) => {
    const streams = new Streams({ seed });
    const draw = streams.keyedUniform("consult");
    let replication = 0;
    let entity = 0;
    return () => {
      if (replication === 2 ** 32) {
        replication = 0;
        entity++;
      }
      streams.replication = replication++;
      return draw(entity, 0, 0);
    };
  },
};

/** Fills `words` with all bits of the next uniform numbers, eight of them (8 × 52 bits) to 13 words. */
function fill(words: Int32Array, next: () => number): void {
  for (let at = 0; at < words.length; at += WORDS_PER_EIGHT_DRAWS) {
    let rest = 0;
    for (let pair = 0; pair < 4; pair++) {
      const first = next() * 2 ** 26;
      const second = next() * 2 ** 26;
      const a = Math.floor(first);
      const b = Math.floor((first - a) * 2 ** 26);
      const c = Math.floor(second);
      const d = Math.floor((second - c) * 2 ** 26);
      words[at + 3 * pair] = (a << 6) | (b >>> 20);
      words[at + 3 * pair + 1] = (b << 12) | (c >>> 14);
      words[at + 3 * pair + 2] = (c << 18) | (d >>> 8);
      rest = (rest << 8) | (d & 0xff);
    }
    words[at + 12] = rest;
  }
}

const [order = "office", seed = "1"] = process.argv.slice(2);
const start = orders[order];
if (start === undefined) {
  console.error(`"${order}" is not an order of draws; known: ${Object.keys(orders).join(", ")}`);
  process.exit(2);
}

const next = start(seed);
const words = new Int32Array(WORDS_PER_EIGHT_DRAWS * 4096);
const bytes = new Uint8Array(words.buffer);
try {
  for (;;) {
    fill(words, next);
    for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written);
  }
} catch (error) {
  // The battery closes the pipe when it has read enough.
  if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
}
