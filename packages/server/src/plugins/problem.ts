import type { Issue } from "@praxis/engine";
import { z } from "zod";
import { type ProblemName, problemKinds } from "./problems.ts";

/** The media type of problem details. */
export const problemMediaType = "application/problem+json";

/** One thing that is wrong with a request. */
const IssueSchema = z
  .object({
    pointer: z.string().meta({ description: "Where in the body, as a JSON pointer." }),
    code: z.string().meta({ description: "The kind of issue, explained in docs/errors.md." }),
    detail: z.string().meta({ description: "What is wrong." }),
    hint: z.string().meta({ description: "What would be right." }),
    line: z.int().optional().meta({ description: "Line in a text, from 1." }),
    column: z.int().optional(),
  })
  .meta({ id: "Issue" });

/** Issues of a document, as clients get them. */
export const Issues = z.array(IssueSchema);

/** What a client gets instead of an answer: problem details as in RFC 9457. */
const ProblemSchema = z
  .object({
    type: z.string().meta({ description: "Names the kind of problem, and never changes; explained at this address." }),
    title: z.string().meta({ description: "The kind of problem in words." }),
    status: z.int(),
    detail: z.string().meta({ description: "What went wrong this time, and what would be right." }),
    instance: z.string().meta({ description: "The address of the request, without its query." }),
    issues: Issues.optional().meta({ description: "Everything that is wrong, all at once." }),
  })
  .meta({ id: "Problem" });

/** A problem as it is sent. */
export type ProblemBody = z.infer<typeof ProblemSchema>;

/** A problem that a request meets, thrown to be sent. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly kind: ProblemName;
  readonly issues: readonly Issue[] | undefined;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | undefined;

  constructor(
    kind: ProblemName,
    detail: string,
    { issues, retryAfter }: { readonly issues?: readonly Issue[]; readonly retryAfter?: number } = {},
  ) {
    super(detail);
    this.kind = kind;
    this.issues = issues;
    this.retryAfter = retryAfter;
  }
}

/** The body of a problem. */
export function problemBody(
  kind: ProblemName,
  {
    detail,
    instance,
    issues,
  }: Pick<ProblemBody, "detail" | "instance"> & { readonly issues?: readonly Issue[] | undefined },
): ProblemBody {
  const { status, title } = problemKinds[kind];
  return {
    type: `/problems/${kind}`,
    title,
    status,
    detail,
    instance,
    ...(issues === undefined ? {} : { issues: issues.map(issueBody) }),
  };
}

/** An issue as it is sent. */
export function issueBody({ code, path, message, hint, line, column }: Issue): z.infer<typeof IssueSchema> {
  return {
    pointer: path,
    code,
    detail: message,
    hint,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** Problems that every request can meet. */
export const anyRequest = ["no-key", "not-allowed", "too-many-requests", "internal", "no-issuer", "busy"] as const;

/** Problems that every request with a body can meet. */
export const anyPost = [
  "malformed-request",
  "wrong-shape",
  "conflict",
  "too-large",
  "media-type",
  "key-used",
  "too-slow",
  ...anyRequest,
] as const;

/** The problems that a route can answer with, for its description. */
export function problemsOf(...kinds: readonly ProblemName[]) {
  const titles = new Map<number, string[]>();
  for (const kind of kinds) {
    const { status, title } = problemKinds[kind];
    titles.set(status, [...(titles.get(status) ?? []), `${title} (${kind}).`]);
  }
  return Object.fromEntries(
    [...titles].map(([status, words]) => [
      status,
      { description: words.join(" "), content: { [problemMediaType]: { schema: ProblemSchema } } },
    ]),
  );
}
