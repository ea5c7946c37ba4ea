/**
 * Property tests draw the same cases every time, so that no change fails by bad luck.
 *
 * `PRAXIS_SEED=7` draws others, and `PRAXIS_SEED=fresh` new ones in every run; who fails tells its seed.
 *
 * @module
 */

import fc from "fast-check";

const wanted = process.env["PRAXIS_SEED"] ?? "1";
if (wanted !== "fresh") {
  const seed = Number(wanted);
  // fast-check keeps 32 bits of a seed, and takes what is no number for 0.
  if (wanted.trim() === "" || seed !== (seed | 0)) {
    throw new RangeError(`PRAXIS_SEED must be “fresh” or a whole number of 32 bits, got “${wanted}”`);
  }
  fc.configureGlobal({ seed });
}
