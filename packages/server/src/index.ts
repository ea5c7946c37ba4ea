export { backUp, inspect, type OpenBackup, restore, type Unfinished } from "./backup.ts";
export { type Configuration, ConfigurationError, readConfiguration } from "./configuration.ts";
export { type RunningService, type RunningWorker, type ServeOptions, serve, work } from "./service.ts";
export { DumpError, type DumpSummary } from "./store/dump.ts";
export { FolderInUse } from "./store/folder-lock.ts";
