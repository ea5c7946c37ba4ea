import type { FastifyBaseLogger } from "fastify";
import pino from "pino";

/** Addresses of feeds are secrets. */
const SECRET = /^\/feeds\/[^/]*/;

/**
 * A log of lines of JSON, to whatever can be written to.
 *
 * Of requests it tells method and path, without what is secret in it: not what a query asks, a head holds, or a body says.
 */
export function serviceLog(level: string, destination: pino.DestinationStream): FastifyBaseLogger {
  const req = ({ method, url = "" }: { readonly method: string; readonly url?: string }) => {
    return { method, path: url.split("?", 1)[0]?.replace(SECRET, "/feeds/…") };
  };
  return pino({ level, serializers: { req, err: pino.stdSerializers.err } }, destination);
}
