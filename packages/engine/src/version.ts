/**
 * The version of the engine. Every result carries it, because the numbers of a seed may change from version to version.
 *
 * @example
 * engineVersion.split(".").length // 3
 */
export const engineVersion = "0.1.0";
