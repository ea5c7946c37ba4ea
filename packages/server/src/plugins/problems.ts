/** One kind of problem. */
interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** Every kind of problem that a request can meet. Their names are part of the interface; docs/errors.md explains each. */
export const problemKinds = {
  "malformed-request": { status: 400, title: "The request cannot be read" },
  "wrong-shape": { status: 400, title: "The request does not have the documented shape" },
  "no-key": { status: 401, title: "A key is needed" },
  "not-allowed": { status: 403, title: "The key does not allow this" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  conflict: { status: 409, title: "It has gone another way meanwhile" },
  "too-large": { status: 413, title: "The request is too large" },
  "media-type": { status: 415, title: "This media type is not understood" },
  invalid: { status: 422, title: "What is asked for cannot be done" },
  "key-used": { status: 422, title: "The idempotency key belongs to another request" },
  "too-slow": { status: 422, title: "It takes longer than anybody waits for an answer" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong that is not your fault" },
  "no-database": { status: 503, title: "The database does not answer" },
  "no-issuer": { status: 503, title: "Whoever issues tokens does not answer" },
  busy: { status: 503, title: "The service is busy" },
} as const satisfies Record<string, ProblemKind>;

/** The name of a kind of problem. */
export type ProblemName = keyof typeof problemKinds;
