/** Ends what it watches, unless it is disposed of before. */
export class Watchdog {
  readonly #end = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  endIn(seconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end.abort(), 1000 * seconds);
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}
