import { EventEmitter } from "node:events";

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

  /** Waits until something happens, or for so long. */
  async wait(job: string, milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, milliseconds);
      const unlisten = this.listen(job, done);
      function done() {
        clearTimeout(timer);
        unlisten();
        resolve();
      }
    });
  }
}
