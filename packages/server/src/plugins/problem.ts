import { STATUS_CODES } from "node:http";

/** What a client gets instead of an answer: problem details as in RFC 9457. */
export interface Problem {
  /** A URI that names the kind of problem; `about:blank` when the status says it all. */
  readonly type: string;
  /** The kind of problem in words. */
  readonly title: string;
  /** The HTTP status code, repeated. */
  readonly status: number;
  /** What went wrong this time, and what would be right. */
  readonly detail: string;
  /** The address of the request, without its query. */
  readonly instance: string;
  /** Everything that is wrong with the request, all at once; `path` is a JSON pointer into its body. */
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
}

/** The media type of problem details. */
export const problemMediaType = "application/problem+json";

/** A problem whose kind is fully told by the HTTP status. */
export function problem(status: number, more: Pick<Problem, "detail" | "instance" | "issues">): Problem {
  return { type: "about:blank", title: STATUS_CODES[status] ?? "Unknown problem", status, ...more };
}
