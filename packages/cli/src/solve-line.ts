import { dollars, type SolveProgress } from "@praxis/engine";
import type { Terminal } from "./terminal.ts";

/** One line on the standard error that says how far a solve has come: cost, bound, gap, seconds. Only while somebody watches. */
export class SolveLine {
  readonly #stream: Terminal["progress"];
  readonly #began = performance.now();
  readonly #nothing: string;
  #shown = 0;

  /** @param nothing what it says until there is something */
  constructor({ progress }: Terminal, nothing = "no roster yet") {
    this.#stream = progress;
    this.#nothing = nothing;
  }

  update({ objective, bound, gap }: SolveProgress): void {
    const cost = objective === undefined ? this.#nothing : `${dollars(objective)}`;
    const least = bound === undefined || !Number.isFinite(bound) ? "" : `, at least ${dollars(bound)}`;
    const distance = Number.isFinite(gap) ? `, gap ${(gap * 100).toFixed(2)} %` : "";
    this.say(`${cost}${least}${distance}`);
  }

  /** Says something, and how many seconds have passed. */
  say(words: string): void {
    if (this.#stream === undefined) return;
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(1);
    const text = `${words}, ${seconds} s`.slice(0, (this.#stream.columns ?? 80) - 1);
    this.#stream.write(`\r${text.padEnd(this.#shown)}`);
    this.#shown = text.length;
  }

  clear(): void {
    if (this.#shown > 0) this.#stream?.write(`\r${" ".repeat(this.#shown)}\r`);
    this.#shown = 0;
  }
}
