/**
 * Where webhooks may go: not to what only this machine and its network can reach.
 *
 * @module
 */

import { type LookupAddress, lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Whether addresses inside a network, and plain HTTP, may be told something. */
export type Targets = "public" | "any";

/** An address that nothing is sent to. */
export class ForbiddenTarget extends Error {
  override readonly name = "ForbiddenTarget";
}

/** Finds the addresses of a name, as `dns.lookup` with `all` does. */
export type Resolve = (
  host: string,
  options: { readonly all: true },
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * What is wrong with an address as it is written; undefined when nothing is.
 *
 * Names are not looked up here: what they mean may change, so they are looked up whenever something is sent.
 */
export function troubleWithTarget(text: string, targets: Targets): string | undefined {
  if (!URL.canParse(text)) return "is no address";
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return "must not hold a name or a password";
  if (url.protocol !== "https:" && !(targets === "any" && url.protocol === "http:")) return "must begin with https://";
  if (targets === "any") return undefined;
  const host = hostOf(url);
  const isInside = isIP(host) === 0 ? /(^|\.)localhost\.?$/i.test(host) : !isPublic(host);
  return isInside ? "is inside a network, where nothing is sent" : undefined;
}

/** The host of an address; an IPv6 one without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

/** Whether an IP address is anybody's in the internet: not private, nor local, nor reserved for anything else. */
export function isPublic(address: string): boolean {
  // An IPv4 address in an IPv6 one is what counts.
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/**
 * Looks names up for a connection, which then goes to the very address that was looked at.
 *
 * A name that means an address inside, among others, means none.
 */
export function lookupOf(targets: Targets, resolve: Resolve = lookup): LookupFunction {
  return (host, options, found) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) found(error, []);
      else if (targets === "public" && !addresses.every(({ address }) => isPublic(address))) {
        found(new ForbiddenTarget(`${host} is inside a network, where nothing is sent`), []);
      } else if (options.all === true) found(null, addresses);
      else found(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}
