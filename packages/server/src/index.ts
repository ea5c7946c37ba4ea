export { type Configuration, ConfigurationError, readConfiguration } from "./configuration.ts";
export { type RunningService, type RunningWorker, type ServeOptions, serve, work } from "./service.ts";
export { FolderInUse } from "./store/folder-lock.ts";
