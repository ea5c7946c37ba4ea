import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./description.ts";

/** A client of the service: every address, body and answer has its type, from the service's own description. */
export type PraxisClient = Client<paths>;

/** Where a service is, and what lets in. */
export interface PraxisClientOptions {
  /** As in http://127.0.0.1:3000 */
  readonly url: string;
  /** A key, or a token of the issuer whom the service trusts. */
  readonly key: string;
  /** What sends requests; the platform's own unless given. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * Makes a client of a service. What it is asked comes back as `{ data, error, response }`: an error is a problem as
 * docs/errors.md explains it, and is not thrown.
 *
 * @example
 * const fetch = async () => Response.json({ engineVersion: "0.1.0" });
 * const client = praxisClient({ url: "http://127.0.0.1:3000", key: "praxis_key", fetch });
 * const { data } = await client.GET("/version");
 * data.engineVersion // "0.1.0"
 */
export function praxisClient({ url, key, ...rest }: PraxisClientOptions): PraxisClient {
  return createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${key}` }, ...rest });
}
