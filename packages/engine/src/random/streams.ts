/**
 * Named streams: chance has a name.
 *
 * Every draw belongs to a purpose ("consult") and an entity (a patient), and is a pure function of (seed,
 * replication, purpose, entity, index). So the same patient lives in every variant, and a new draw disturbs
 * no old one.
 *
 * @module
 */

import seedrandom from "seedrandom";
import { uniformAt, writeIdentity } from "./counter.ts";
import type { Distribution } from "./distributions/distribution.ts";

/** The 64 bits by which an entity is known to the generator, as two words of 32 bits. */
export interface Identity {
  readonly lo: number;
  readonly hi: number;
}

/** Gives the next draw each time it is called. */
export type Sampler = () => number;

/** Gives the draw of an entity (its two identity words) at an index; pure within a replication. */
export type KeyedSampler = (entityLo: number, entityHi: number, index: number) => number;

/** What a `Streams` is made from. */
export interface StreamsOptions {
  /** A phrase or a number; 42 and "42" are the same seed. */
  readonly seed: number | string;
  /** The number of the replication, from 0 (the default) to 4,294,967,295. */
  readonly replication?: number;
}

const WORD = 2 ** 32;

/** All the chance of one replication: a stream for every purpose and entity. */
export class Streams {
  readonly #seed: Identity;
  readonly #purposes = new Map<string, Identity>();
  #replication = 0;

  /**
   * @throws {RangeError} when the seed is a number that is not finite, or the replication is not a whole
   * number from 0 to 4,294,967,295
   * @example
   * new Streams({ seed: "spring" }).of("consult").uniform(0) // 0.15027173417…
   */
  constructor({ seed, replication = 0 }: StreamsOptions) {
    if (typeof seed === "number" && !Number.isFinite(seed)) {
      throw new RangeError(`a seed must be a finite number or a phrase, got ${seed}`);
    }
    this.#seed = hash("seed", String(seed));
    this.replication = replication;
  }

  /** The replication whose chance keyed samplers give, and to which new streams will belong. */
  get replication(): number {
    return this.#replication;
  }

  /** Goes on to another replication: keyed samplers follow at once, streams made before keep theirs. */
  set replication(replication: number) {
    if (replication >>> 0 !== replication) {
      throw new RangeError(`a replication must be a whole number from 0 to ${WORD - 1}, got ${replication}`);
    }
    this.#replication = replication;
  }

  /**
   * Returns the stream of a purpose and an entity, in the present replication.
   *
   * @param entity a number, a name or an identity; entity 0 where there is nobody to tell apart
   * @throws {RangeError} when `entity` is a number but not a safe integer of at least 0
   * @example
   * new Streams({ seed: 42 }).of("consult", 7).uniform(0) // 0.59440521578…
   */
  of(purpose: string, entity: number | string | Identity = 0): Stream {
    return new Stream(this.#seed, this.#purpose(purpose), identityOf(entity), this.#replication);
  }

  /**
   * Returns the sampler of a purpose for the compiled road: it draws for any entity at any index.
   *
   * It reads the replication at each draw, so what was compiled once serves every replication. Nothing is
   * checked there: words and index count as 32 bits.
   *
   * @example
   * const minutes = new Streams({ seed: 42 }).keyed("consult", exponential({ mean: 18 }));
   * minutes(7, 0, 0) === minutes(7, 0, 0) // true
   */
  keyed(purpose: string, distribution: Pick<Distribution, "draw">): KeyedSampler {
    const { lo: seedLo, hi: seedHi } = this.#seed;
    const { lo, hi } = this.#purpose(purpose);
    const { draw } = distribution;
    // What a closure has captured is at hand, while V8 walks through all scopes to what is imported.
    const uniform = uniformAt;
    return (entityLo, entityHi, index) =>
      draw(uniform(seedLo, seedHi, lo, hi, entityLo, entityHi, index, this.#replication));
  }

  /**
   * Returns the sampler of a purpose that gives the bare uniform numbers, strictly between 0 and 1.
   *
   * @example
   * new Streams({ seed: 42 }).keyedUniform("consult")(7, 0, 0) // 0.59440521578…
   */
  keyedUniform(purpose: string): KeyedSampler {
    const { lo: seedLo, hi: seedHi } = this.#seed;
    const { lo, hi } = this.#purpose(purpose);
    const uniform = uniformAt;
    return (entityLo, entityHi, index) => uniform(seedLo, seedHi, lo, hi, entityLo, entityHi, index, this.#replication);
  }

  /**
   * Writes the two identity words of a new entity into `into`.
   *
   * The position says who it is, for instance patient k of a source on a day: purpose "identity.<source>",
   * entity words (day, 0), index k. So nobody's identity depends on who else came.
   *
   * @example
   * const words = new Int32Array(2);
   * new Streams({ seed: 42 }).identity("identity.walk-ins", 3, 0, 1, words);
   * words[0] // -53861960
   */
  identity(purpose: string, entityLo: number, entityHi: number, index: number, into: Int32Array): void {
    const { lo, hi } = this.#purpose(purpose);
    const { lo: seedLo, hi: seedHi } = this.#seed;
    writeIdentity(seedLo, seedHi, lo, hi, entityLo, entityHi, index, this.#replication, into);
  }

  #purpose(name: string): Identity {
    let words = this.#purposes.get(name);
    if (words === undefined) {
      words = hash("purpose", name);
      this.#purposes.set(name, words);
    }
    return words;
  }
}

/** The draws of one entity for one purpose in one replication; `Streams.of` makes it. */
export class Stream {
  readonly #seed: Identity;
  readonly #purpose: Identity;
  readonly #entity: Identity;
  readonly #replication: number;

  constructor(seed: Identity, purpose: Identity, entity: Identity, replication: number) {
    this.#seed = seed;
    this.#purpose = purpose;
    this.#entity = entity;
    this.#replication = replication;
  }

  /**
   * Returns the uniform number at an index, strictly between 0 and 1; the same one every time.
   *
   * @throws {RangeError} when `index` is not a whole number from 0 to 4,294,967,295
   */
  uniform(index: number): number {
    if (index >>> 0 !== index) {
      throw new RangeError(`the index of a draw must be a whole number from 0 to ${WORD - 1}, got ${index}`);
    }
    const { lo: seedLo, hi: seedHi } = this.#seed;
    const { lo: purposeLo, hi: purposeHi } = this.#purpose;
    const { lo: entityLo, hi: entityHi } = this.#entity;
    return uniformAt(seedLo, seedHi, purposeLo, purposeHi, entityLo, entityHi, index, this.#replication);
  }
}

/**
 * Returns a function that gives the draws of a stream one after the other, from index 0.
 *
 * @example
 * const consult = sampler(lognormal({ mean: 18, sd: 7 }), new Streams({ seed: 42 }).of("consult", 7));
 * consult() // 18.3495586846…
 */
export function sampler(distribution: Pick<Distribution, "draw">, stream: Pick<Stream, "uniform">): Sampler {
  let index = 0;
  return () => distribution.draw(stream.uniform(index++));
}

function identityOf(entity: number | string | Identity): Identity {
  if (typeof entity === "object") return entity;
  if (typeof entity === "string") return hash("entity", entity);
  if (!Number.isSafeInteger(entity) || entity < 0) {
    throw new RangeError(`the number of an entity must be a whole number from 0 to 2^53 - 1, got ${entity}`);
  }
  return { lo: (entity % WORD) | 0, hi: Math.floor(entity / WORD) };
}

/**
 * Turns a name into 64 bits with `seedrandom`.
 *
 * Two habits of `seedrandom` have to be met halfway. It repeats its key to a fixed length, so "11" and
 * "1111" would be one seed: a last character that occurs nowhere else makes every key its own period. And
 * it sees the low eight bits of a character only, so those beyond ASCII are spelled out. The first word
 * keeps seeds, purposes and entities of the same name apart.
 */
function hash(kind: "seed" | "purpose" | "entity", name: string): Identity {
  const spelled = name.replace(/[^\x20-\x5b\x5d-\x7e]/g, (unit) => `\\${unit.charCodeAt(0).toString(16)};`);
  const generator = seedrandom(`${kind}:${spelled}\n`);
  return { lo: generator.int32(), hi: generator.int32() };
}
