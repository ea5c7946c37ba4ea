/** Where the service listens. */
export interface Configuration {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

/**
 * Reads the configuration from the environment: `PORT` (default 3000) and `HOST` (default 127.0.0.1).
 *
 * @throws {RangeError} when `PORT` is not a port number
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const { PORT = "3000", HOST = "127.0.0.1" } = environment;
  const port = Number(PORT);
  if (!/^\d+$/.test(PORT) || port > 65_535) {
    throw new RangeError(`PORT must be a whole number from 0 to 65535, got "${PORT}"`);
  }
  return { host: HOST, port };
}
