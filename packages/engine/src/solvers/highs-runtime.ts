/**
 * HiGHS in WebAssembly: loaded once for a thread, and anew after it broke.
 *
 * @module
 */

import type { Highs } from "highs";

/** Where the browser finds `highs.wasm`; Node finds it by itself. */
export interface HighsLoading {
  /** The address of a file of HiGHS, by its name. */
  readonly locateFile?: (file: string) => string;
  /** The bytes of `highs.wasm`, when the caller has them. */
  readonly wasmBinary?: ArrayBuffer | ArrayBufferView;
}

/** One instance for all solves, as loading costs 0.1 s and every instance a heap of its own. */
export class HighsRuntime {
  readonly #loading: HighsLoading;
  #instance: Promise<Highs> | undefined;

  constructor(loading: HighsLoading) {
    this.#loading = loading;
  }

  /** The instance, loaded at the first call. */
  get(): Promise<Highs> {
    if (this.#instance === undefined) {
      const loading = loadHighs(this.#loading);
      this.#instance = loading;
      // Who failed to load, for want of a file or of the network, may try again.
      loading.catch(() => {
        if (this.#instance === loading) this.#instance = undefined;
      });
    }
    return this.#instance;
  }

  /**
   * Runs something on the instance, which is given up when WebAssembly itself fails: out of memory, or aborted.
   * The heap of a failed instance cannot be trusted, so who comes next gets a fresh one.
   */
  guard<Result>(use: () => Result): Result {
    try {
      return use();
    } catch (error) {
      if (isBreakdown(error)) this.#instance = undefined;
      throw error;
    }
  }
}

/** Most programs that load the engine solve nothing: they are spared a module of this size. */
async function loadHighs(loading: HighsLoading): Promise<Highs> {
  const { default: load } = await import("highs");
  // Its declarations call the default export a namespace, which Node's ES modules do not.
  return await (load as unknown as typeof load.default)(loading);
}

/** Whether WebAssembly itself failed, after which an instance must not be used again. */
export function isBreakdown(error: unknown): boolean {
  return error instanceof Error && error.name === "RuntimeError";
}

/** HiGHS takes only finite numbers for its options; thirty years are as good as no limit. */
export const secondsWithoutEnd = 1e9;
