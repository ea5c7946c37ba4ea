import { createHash } from "node:crypto";
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import { type Scope, scopes } from "../store/keys.ts";
import { Problem } from "./problem.ts";

/** Whose tokens are trusted. */
export interface TokenIssuer {
  /** As it calls itself, and where its configuration is found: https://login.practice.example */
  readonly issuer: string;
  /** For whom its tokens must be. */
  readonly audience: string;
  /** The claim that names the tenant; undefined: all are of the first one. */
  readonly tenantClaim: string | undefined;
}

/** What a good token says. */
interface TokenClaims {
  /** Stands for who came with it, without telling who that is. */
  readonly id: string;
  /** Name of the tenant; undefined: the first one. */
  readonly tenant: string | undefined;
  readonly scopes: readonly Scope[];
}

/** Reads a token; undefined when it is none that lets anybody in. */
export type TokenReader = (token: string) => Promise<TokenClaims | undefined>;

/** Signatures that nobody can make who can check them. */
const algorithms = ["RS256", "PS256", "ES256", "ES384", "EdDSA"];

/** Seconds by which the clocks of others may be wrong. */
const CLOCK_SECONDS = 30;

/** Milliseconds that an issuer has to answer. */
const ISSUER_MILLISECONDS = 5000;

/** What a scope of a token begins with, if it is one of ours: `praxis:read`. */
const OURS = "praxis:";

const Discovered = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * Reads tokens of an OpenID Connect issuer: signed by it, for us, and not out of date.
 *
 * What the issuer signs with is found through its configuration when the first token comes, and looked up again when a
 * token names a key that is not known.
 *
 * @see OpenID Connect Discovery 1.0, section 4; RFC 9068
 */
export function tokenReader({ issuer, audience, tenantClaim }: TokenIssuer): TokenReader {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const keys: JWTVerifyGetKey = async (...asked) => {
    found ??= discover(issuer);
    // Who did not answer may the next time.
    const getKey = await found.catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return await getKey(...asked);
  };
  return async (token) => {
    try {
      const options = { issuer, audience, algorithms, clockTolerance: CLOCK_SECONDS, requiredClaims: ["exp", "sub"] };
      const { payload } = await jwtVerify(token, keys, options);
      return claimsOf(payload, { issuer, tenantClaim });
    } catch (error) {
      if (isFaultOfIssuer(error)) throw noIssuer();
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const at = new URL(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  const answer = await fetch(at, { redirect: "error", signal: AbortSignal.timeout(ISSUER_MILLISECONDS) }).catch(() => {
    throw noIssuer();
  });
  const read = Discovered.safeParse(await answer.json().catch(() => undefined));
  // Another issuer's keys would let another's tokens in; so would keys that somebody has changed on their way.
  if (!answer.ok || !read.success || read.data.issuer !== issuer) throw noIssuer();
  const keysAt = new URL(read.data.jwks_uri);
  if (keysAt.protocol !== "https:" && keysAt.origin !== at.origin) throw noIssuer();
  return createRemoteJWKSet(keysAt, { timeoutDuration: ISSUER_MILLISECONDS });
}

function isFaultOfIssuer(error: unknown): boolean {
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return false;
  // jose has only its general error for an answer that is no set of keys, and fetch a TypeError for none at all.
  const isGeneral = error instanceof errors.JOSEError && error.code === "ERR_JOSE_GENERIC";
  return (
    isGeneral ||
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    (error instanceof TypeError && error.message === "fetch failed")
  );
}

function noIssuer(): Problem {
  return new Problem("no-issuer", "whoever issues tokens does not answer as it should; try again", { retryAfter: 5 });
}

function claimsOf(payload: JWTPayload, { issuer, tenantClaim }: Pick<TokenIssuer, "issuer" | "tenantClaim">) {
  const claimed = tenantClaim === undefined ? undefined : payload[tenantClaim];
  // Who belongs nowhere is nobody here.
  if (tenantClaim !== undefined && (typeof claimed !== "string" || claimed.trim() === "")) return undefined;
  return {
    id: pseudonymOf(issuer, payload.sub!),
    tenant: claimed as string | undefined,
    scopes: scopesOf(payload["scope"]),
  };
}

function scopesOf(claim: unknown): readonly Scope[] {
  const words = typeof claim === "string" ? claim.split(" ") : [];
  return scopes.filter((scope) => words.includes(`${OURS}${scope}`));
}

/** A UUID that is always the same for somebody, and does not tell who it is. */
function pseudonymOf(issuer: string, subject: string): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([issuer, subject]))
    .digest("hex");
  // Version 8 is for those of one's own making, RFC 9562.
  const variant = ((Number.parseInt(hash[16]!, 16) & 3) | 8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join("-");
}
