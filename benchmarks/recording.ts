import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";

/** Whether what is measured is to be written down, too. */
export const isRecording = process.argv.includes("--record");

/** Puts a text into the README of the benchmarks, in the place of this name. */
export function recordIn(place: string, text: string): void {
  const readme = fileURLToPath(new URL("../README.md", import.meta.url));
  const [begin, end] = [`<!-- ${place} -->`, `<!-- end of ${place} -->`];
  const whole = readFileSync(readme, "utf8");
  const [from, to] = [whole.indexOf(begin), whole.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${readme} has no place for ${place}: ${begin} … ${end}`);
  writeFileSync(readme, `${whole.slice(0, from)}${begin}\n\n${text}\n\n${whole.slice(to)}`);
}

/** Where it was measured: `2 × AMD EPYC, Node v20.20.2`. */
export function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}, Node ${process.version}`;
}

/** What else the machine was doing. */
export function load(): string {
  return loadavg()[0]!.toFixed(1);
}
