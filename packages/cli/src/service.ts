import type { Configuration } from "@praxis/server";
import { codeOf, InputError, systemTrouble } from "./trouble.ts";

/**
 * How the service is set up, from the environment.
 *
 * @throws {InputError} when a setting is not good
 */
export async function configurationOf(environment: NodeJS.ProcessEnv): Promise<Configuration> {
  const { ConfigurationError, readConfiguration } = await import("@praxis/server");
  try {
    return readConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new InputError(error.message, { cause: error });
    throw error;
  }
}

/**
 * Starts what needs the database of the service.
 *
 * @throws {InputError} when whoever started it can put right what keeps it from starting
 */
export async function started<Running>(configuration: Configuration, start: () => Promise<Running>): Promise<Running> {
  const { FolderInUse } = await import("@praxis/server");
  try {
    return await start();
  } catch (error) {
    if (error instanceof FolderInUse) throw new InputError(error.message, { cause: error });
    const code = codeOf(error);
    if (code === undefined) throw error;
    const { host, port } = configuration;
    if (code in listening) {
      throw new InputError(`cannot listen on ${host}:${port}: ${listening[code]}`, { cause: error });
    }
    throw new InputError(`cannot use ${placeName(configuration)}: ${systemTrouble(error)}`, { cause: error });
  }
}

/** Where the data is, in words. An address of a database holds a password, and is not repeated. */
export function placeName({ database }: Pick<Configuration, "database">): string {
  return "folder" in database ? database.folder : "the database of PRAXIS_DATABASE_URL";
}

const listening: Readonly<Record<string, string>> = {
  EADDRINUSE: "something else listens there; choose another --port",
  EADDRNOTAVAIL: "this machine has no such address; choose another --host",
};
