/**
 * The generator: every random number of Praxis is a pure function of its position.
 *
 * Threefry-4x32 with 20 rounds turns a key of four words and a counter of four words into four words of
 * noise. The key is (seed, purpose), the counter is (entity, index, replication); there is no state to
 * advance, so no draw can disturb another one, and none has to be made in any order.
 *
 * @see Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, Proceedings of SC11
 * @module
 */

/** Skein's key-schedule parity, which keeps a key of zeros from being passed through unmixed. */
const PARITY = 0x1bd11bda;

/** The block computed last. One array for all, so that a draw allocates nothing. */
const block = new Int32Array(4);

/**
 * Returns the uniform number at a position, strictly between 0 and 1.
 *
 * The words of seed, purpose and entity, the index and the replication are integers of 32 bits (signed or
 * not: only their bits count). The result is an odd multiple of 2^-53: 52 random bits and a half, since 53
 * bits and a half would round to 1 at the very end, where inversion has no answer.
 *
 * The eight numbers stand side by side, against the habit of three parameters, because this function is
 * called for every draw of millions of patients and an object for each would cost more than the draw.
 *
 * @example
 * uniformAt(0, 0, 0, 0, 0, 0, 0, 0) // 0.6110330…
 */
export function uniformAt(
  seedLo: number,
  seedHi: number,
  purposeLo: number,
  purposeHi: number,
  entityLo: number,
  entityHi: number,
  index: number,
  replication: number,
): number {
  threefry(seedLo, seedHi, purposeLo, purposeHi, entityLo, entityHi, index, replication, block);
  // Word 0 gives the upper 26 bits, word 1 the lower 26. Each is scaled for itself, which is exact: put together as whole
  // numbers first, V8 would turn them into integers of 64 bits and back.
  return (block[0]! >>> 6) * 1.4901161193847656e-8 + ((block[1]! >>> 6) + 0.5) * 2.220446049250313e-16;
}

/**
 * Writes the 64-bit identity at a position into the first two words of `into`.
 *
 * It is made of the two words that `uniformAt` leaves alone, so that an identity and a draw at the same
 * position have nothing in common. Of n identities two are equal with a probability of about n² / 2^65:
 * for a billion patients, one in forty.
 *
 * @example
 * const identity = new Int32Array(2);
 * writeIdentity(0, 0, 0, 0, 0, 0, 0, 0, identity);
 * identity[0] // -65999660
 */
export function writeIdentity(
  seedLo: number,
  seedHi: number,
  purposeLo: number,
  purposeHi: number,
  entityLo: number,
  entityHi: number,
  index: number,
  replication: number,
  into: Int32Array,
): void {
  threefry(seedLo, seedHi, purposeLo, purposeHi, entityLo, entityHi, index, replication, block);
  into[0] = block[2]!;
  into[1] = block[3]!;
}

/**
 * Writes the four words of Threefry-4x32-20 for a key and a counter of four words each into `into`.
 *
 * The rounds are written out: rotations by constants become single instructions, and no array is read
 * between the first word and the last. Four rounds, then a piece of the key, five times over. Each word is
 * made an integer of 32 bits (`| 0`) on the way in and after every sum: without that, V8 adds them as
 * floating-point numbers, and a block takes twice as long.
 *
 * @example
 * const words = new Int32Array(4);
 * threefry(0, 0, 0, 0, 0, 0, 0, 0, words);
 * (words[0]! >>> 0).toString(16) // "9c6ca96a"
 */
export function threefry(
  key0: number,
  key1: number,
  key2: number,
  key3: number,
  counter0: number,
  counter1: number,
  counter2: number,
  counter3: number,
  into: Int32Array,
): void {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const k2 = key2 | 0;
  const k3 = key3 | 0;
  const k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
  let x0 = ((counter0 | 0) + k0) | 0;
  let x1 = ((counter1 | 0) + k1) | 0;
  let x2 = ((counter2 | 0) + k2) | 0;
  let x3 = ((counter3 | 0) + k3) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 10) | (x1 >>> 22)) ^ x0;
  x2 = (x2 + x3) | 0;
  x3 = ((x3 << 26) | (x3 >>> 6)) ^ x2;
  x0 = (x0 + x3) | 0;
  x3 = ((x3 << 11) | (x3 >>> 21)) ^ x0;
  x2 = (x2 + x1) | 0;
  x1 = ((x1 << 21) | (x1 >>> 11)) ^ x2;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x2 = (x2 + x3) | 0;
  x3 = ((x3 << 27) | (x3 >>> 5)) ^ x2;
  x0 = (x0 + x3) | 0;
  x3 = ((x3 << 23) | (x3 >>> 9)) ^ x0;
  x2 = (x2 + x1) | 0;
  x1 = ((x1 << 5) | (x1 >>> 27)) ^ x2;

  x0 = (x0 + k1) | 0;
  x1 = (x1 + k2) | 0;
  x2 = (x2 + k3) | 0;
  x3 = (x3 + ((k4 + 1) | 0)) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x2 = (x2 + x3) | 0;
  x3 = ((x3 << 20) | (x3 >>> 12)) ^ x2;
  x0 = (x0 + x3) | 0;
  x3 = ((x3 << 17) | (x3 >>> 15)) ^ x0;
  x2 = (x2 + x1) | 0;
  x1 = ((x1 << 11) | (x1 >>> 21)) ^ x2;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 25) | (x1 >>> 7)) ^ x0;
  x2 = (x2 + x3) | 0;
  x3 = ((x3 << 10) | (x3 >>> 22)) ^ x2;
  x0 = (x0 + x3) | 0;
  x3 = ((x3 << 18) | (x3 >>> 14)) ^ x0;
  x2 = (x2 + x1) | 0;
  x1 = ((x1 << 20) | (x1 >>> 12)) ^ x2;

  x0 = (x0 + k2) | 0;
  x1 = (x1 + k3) | 0;
  x2 = (x2 + k4) | 0;
  x3 = (x3 + ((k0 + 2) | 0)) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 10) | (x1 >>> 22)) ^ x0;
  x2 = (x2 + x3) | 0;
  x3 = ((x3 << 26) | (x3 >>> 6)) ^ x2;
  x0 = (x0 + x3) | 0;
  x3 = ((x3 << 11) | (x3 >>> 21)) ^ x0;
  x2 = (x2 + x1) | 0;
  x1 = ((x1 << 21) | (x1 >>> 11)) ^ x2;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x2 = (x2 + x3) | 0;
  x3 = ((x3 << 27) | (x3 >>> 5)) ^ x2;
  x0 = (x0 + x3) | 0;
  x3 = ((x3 << 23) | (x3 >>> 9)) ^ x0;
  x2 = (x2 + x1) | 0;
  x1 = ((x1 << 5) | (x1 >>> 27)) ^ x2;

  x0 = (x0 + k3) | 0;
  x1 = (x1 + k4) | 0;
  x2 = (x2 + k0) | 0;
  x3 = (x3 + ((k1 + 3) | 0)) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x2 = (x2 + x3) | 0;
  x3 = ((x3 << 20) | (x3 >>> 12)) ^ x2;
  x0 = (x0 + x3) | 0;
  x3 = ((x3 << 17) | (x3 >>> 15)) ^ x0;
  x2 = (x2 + x1) | 0;
  x1 = ((x1 << 11) | (x1 >>> 21)) ^ x2;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 25) | (x1 >>> 7)) ^ x0;
  x2 = (x2 + x3) | 0;
  x3 = ((x3 << 10) | (x3 >>> 22)) ^ x2;
  x0 = (x0 + x3) | 0;
  x3 = ((x3 << 18) | (x3 >>> 14)) ^ x0;
  x2 = (x2 + x1) | 0;
  x1 = ((x1 << 20) | (x1 >>> 12)) ^ x2;

  x0 = (x0 + k4) | 0;
  x1 = (x1 + k0) | 0;
  x2 = (x2 + k1) | 0;
  x3 = (x3 + ((k2 + 4) | 0)) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 10) | (x1 >>> 22)) ^ x0;
  x2 = (x2 + x3) | 0;
  x3 = ((x3 << 26) | (x3 >>> 6)) ^ x2;
  x0 = (x0 + x3) | 0;
  x3 = ((x3 << 11) | (x3 >>> 21)) ^ x0;
  x2 = (x2 + x1) | 0;
  x1 = ((x1 << 21) | (x1 >>> 11)) ^ x2;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x2 = (x2 + x3) | 0;
  x3 = ((x3 << 27) | (x3 >>> 5)) ^ x2;
  x0 = (x0 + x3) | 0;
  x3 = ((x3 << 23) | (x3 >>> 9)) ^ x0;
  x2 = (x2 + x1) | 0;
  x1 = ((x1 << 5) | (x1 >>> 27)) ^ x2;

  x0 = (x0 + k0) | 0;
  x1 = (x1 + k1) | 0;
  x2 = (x2 + k2) | 0;
  x3 = (x3 + ((k3 + 5) | 0)) | 0;

  into[0] = x0;
  into[1] = x1;
  into[2] = x2;
  into[3] = x3;
}
