import type { FastifyBaseLogger } from "fastify";
import pino from "pino";

/** Addresses of feeds are secrets. */
const SECRET = /^\/feeds\/[^/]*/;

/** An address as it may be written down: without its query, and without what is secret in it. */
export function pathInLogs(url: string): string {
  return (url.split("?", 1)[0] ?? "").replace(SECRET, "/feeds/…");
}

/**
 * A log of lines of JSON, to whatever can be written to.
 *
 * Of requests it tells method and path, without what is secret in it: not what a query asks, a head holds, or a body says.
 */
export function serviceLog(level: string, destination: pino.DestinationStream): FastifyBaseLogger {
  const req = ({ method, url = "" }: { readonly method: string; readonly url?: string }) => {
    return { method, path: pathInLogs(url) };
  };
  return pino({ level, serializers: { req, err: pino.stdSerializers.err } }, destination);
}
