// The public names, grouped by room.

export { engineVersion } from "./version.ts";
