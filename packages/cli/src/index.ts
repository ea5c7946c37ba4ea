/** The command line as a library: what runs experiments in worker threads. */
export { type ClosableExecutor, type ExecutorOptions, localExecutor } from "./executor.ts";
