import { EventEmitter } from "node:events";

/** Somebody who follows a job. */
export interface Following extends Disposable {
  /** Waits until something has happened since the last wait, or for so long. */
  wait(milliseconds: number): Promise<void>;
}

/** Tells, within one process, that something happened to a job: there, or in another process that the database tells of. */
export class JobNews {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  tell(job: string): void {
    this.#emitter.emit(job);
  }

  /** @returns what ends listening */
  listen(job: string, heard: () => void): () => void {
    this.#emitter.on(job, heard);
    return () => this.#emitter.off(job, heard);
  }

  /** Follows a job: nothing is missed that happens between two waits. */
  follow(job: string): Following {
    let hasHeard = false;
    let wake = () => {};
    const unlisten = this.listen(job, () => {
      hasHeard = true;
      wake();
    });
    return {
      async wait(milliseconds) {
        if (!hasHeard) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, milliseconds);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
        hasHeard = false;
      },
      [Symbol.dispose]: unlisten,
    };
  }
}
