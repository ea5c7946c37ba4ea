import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf, InputError, systemTrouble } from "./trouble.ts";

/** Opening a named pipe would last until somebody writes into it, perhaps for ever. Windows has no such pipes. */
const WITHOUT_WAITING = constants.O_NONBLOCK ?? 0;

/** No scenario comes near it; what is larger is not a scenario, and is not read. */
const largestScenarioBytes = 5_000_000;

/**
 * Reads a file of text; "-" is what is piped in.
 *
 * @throws {InputError} when it cannot be read, is larger than a scenario can be, or is not text
 */
export function readText(path: string): string {
  const bytes = readBytes(path);
  if (bytes.includes(0)) {
    throw new InputError(`${shown(path)} is not text (it holds zero bytes)`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${shown(path)} is not UTF-8 text; save it as UTF-8`);
  }
}

function readBytes(path: string): Buffer {
  let descriptor: number | undefined;
  try {
    descriptor = path === "-" ? 0 : openSync(path, constants.O_RDONLY | WITHOUT_WAITING);
    const stats = statsOf(descriptor);
    if (stats.isDirectory()) throw new InputError(folderInstead(path));
    if (stats.isFile() && stats.size > largestScenarioBytes) throw tooLarge(path);
    return readAll(descriptor, path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot read ${shown(path)}: ${systemTrouble(error)}`, { cause: error });
  } finally {
    if (descriptor !== undefined && descriptor !== 0) closeSync(descriptor);
  }
}

/**
 * What has been opened.
 *
 * `realpathSync` of Node 20 breaks off wherever it is when the last thing that anybody looked at was a pipe, and then
 * modules that are loaded later are not found. So another look follows, at something that is no pipe.
 */
function statsOf(descriptor: number): Stats {
  const stats = fstatSync(descriptor);
  statSync("/", { throwIfNoEntry: false });
  return stats;
}

/** All there is to read, or an error as soon as it is too much: what is piped in has no size beforehand. */
function readAll(descriptor: number, path: string): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(65_536);
    const count = readSome(descriptor, chunk);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    total += count;
    if (total > largestScenarioBytes) throw tooLarge(path);
  }
}

function readSome(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk, 0, chunk.length, null);
    } catch (error) {
      // A terminal or pipe that has nothing yet; Windows reports the end of a pipe as an error.
      if (codeOf(error) === "EOF") return 0;
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function tooLarge(path: string): InputError {
  const limit = largestScenarioBytes / 1e6;
  return new InputError(`${shown(path)} is larger than ${limit} MB; no scenario is, so this is probably another file`);
}

function folderInstead(path: string): string {
  const inside = join(path, "scenario.yaml");
  const hint = statOf(inside)?.isFile() ? `; did you mean ${inside}?` : "; name the scenario file in it";
  return `${shown(path)} is a folder${hint}`;
}

/**
 * Refuses a file that could not be read again and again.
 *
 * @throws {InputError} when it is not there, may not be read, or is no file
 */
export function requireReadable(path: string): void {
  try {
    closeSync(openSync(path, constants.O_RDONLY | WITHOUT_WAITING));
  } catch (error) {
    throw new InputError(`cannot read ${shown(path)}: ${systemTrouble(error)}`, { cause: error });
  }
  if (!statOf(path)?.isFile()) throw new InputError(`cannot read ${shown(path)}: it is not a file`);
}

/** Whether a file is a roster on which people already rely. */
export function holdsPublished(path: string): boolean {
  const stats = statOf(path);
  if (stats === undefined || !stats.isFile() || stats.size > largestScenarioBytes) return false;
  try {
    const held: unknown = JSON.parse(readText(path));
    return typeof held === "object" && held !== null && "state" in held && held.state === "published";
  } catch {
    // What is no JSON is no roster.
    return false;
  }
}

/**
 * Refuses an output file that could not be written, before anybody waits for the result.
 *
 * @throws {InputError} when its folder does not exist, or one of them may not be written
 */
export function requireWritable(path: string): void {
  try {
    const stats = statOf(path);
    if (stats?.isDirectory()) throw new InputError(`cannot write ${shown(path)}: it is a folder; add a file name`);
    if (stats?.isFile()) closeSync(openSync(path, "r+"));
    if (stats === undefined || stats.isFile()) {
      const trial = temporaryFor(targetOf(path));
      writeFresh(trial, "", 0o600);
      rmSync(trial);
    }
  } catch (error) {
    throw writeTrouble(path, error);
  }
}

/**
 * Writes a file as a whole or not at all: into a temporary file beside it, which then takes its name.
 * What is not a regular file (a device, a pipe) is written directly.
 *
 * @throws {InputError} when it cannot be written; what stood there before is then untouched
 */
export function writeWhole(path: string, text: string): void {
  try {
    const stats = statOf(path);
    if (stats !== undefined && !stats.isFile()) writeFileSync(path, text);
    else replace(targetOf(path), text, stats?.mode);
  } catch (error) {
    throw writeTrouble(path, error);
  }
}

function replace(target: string, text: string, mode = 0o666): void {
  const temporary = temporaryFor(target);
  writeFresh(temporary, text, mode & 0o777);
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A name beside the file, on the same disk. */
function temporaryFor(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
}

/** Writes a file that does not exist yet; leaves none when it cannot be written to the end. */
function writeFresh(path: string, text: string, mode: number): void {
  const descriptor = openSync(path, "wx", mode);
  try {
    writeFileSync(descriptor, text);
    // Some disks notice only now that they are full.
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Writes a new file, and never over an old one.
 *
 * @throws {InputError} when it exists already, or cannot be written
 */
export function writeNew(path: string, text: string): void {
  try {
    writeFresh(path, text, 0o666);
  } catch (error) {
    if (codeOf(error) === "EEXIST") {
      throw new InputError(`${shown(path)} exists already and is left as it is; choose another name`);
    }
    throw writeTrouble(path, error);
  }
}

/** Whether two paths, of which the first exists, lead to the same file. */
export function isSameFile(path: string, other: string): boolean {
  return statOf(path) !== undefined && statOf(other) !== undefined && realpathSync(path) === realpathSync(other);
}

/** The file behind a link, which is to be replaced rather than the link. */
function targetOf(path: string): string {
  return statOf(path) === undefined ? path : realpathSync(path);
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function writeTrouble(path: string, error: unknown): InputError {
  if (error instanceof InputError) return error;
  const what = codeOf(error) === "ENOENT" ? "its folder does not exist" : systemTrouble(error);
  return new InputError(`cannot write ${shown(path)}: ${what}; nothing was left behind`, { cause: error });
}

function shown(path: string): string {
  return path === "-" ? "the standard input" : path;
}
