/**
 * Signatures as the Standard Webhooks specification has them, so that receivers can use its libraries.
 *
 * @see https://www.standardwebhooks.com (specification 1.0)
 * @module
 */

import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";

/** Random bytes of a secret. */
const SECRET_BYTES = 32;

/** What is signed. */
export interface SignedMessage {
  /** The same at every attempt, so that a receiver can tell what it has had already. */
  readonly id: string;
  /** When this attempt is made. */
  readonly at: Date;
  readonly body: string;
}

/** Makes the secret by which a receiver knows who is speaking. */
export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64");
}

/** The heads of a message, with a signature for each secret that is good at present. */
export function signedHeaders({ id, at, body }: SignedMessage, secrets: readonly string[]): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": signatures.join(" ") };
}
