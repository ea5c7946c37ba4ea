import { ScenarioError } from "@praxis/engine";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { LimitExceeded } from "../jobs/computing.ts";
import { isAway } from "../store/database.ts";
import { Busy } from "../threads/threads.ts";
import { Problem, problemBody, problemMediaType } from "./problem.ts";
import { type ProblemName, problemKinds } from "./problems.ts";

/** Answers every failure, unknown addresses included, with problem details (RFC 9457). */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>(answerWithProblem);
  app.setNotFoundHandler((request, reply) => {
    const detail = `there is no ${request.method} ${pathOf(request)}; /openapi.json lists what there is`;
    return send(reply, new Problem("not-found", detail), request);
  });
}

/** Also the answer to what fails before a route is found, such as an address that cannot be decoded. */
export function answerWithProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  // What went wrong inside is for our log, not for the client.
  if (problem.kind === "internal" || problem.kind === "no-database") request.log.error(error);
  return send(reply, problem, request);
}

/** An error as the problem that a client is told of. */
function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ScenarioError) {
    return new Problem("invalid", "what was handed in cannot be used; issues lists all that is wrong", {
      issues: error.issues,
    });
  }
  if (error instanceof Busy) return new Problem("busy", `${error.message}; try again`, { retryAfter: 5 });
  if (isAway(error)) {
    return new Problem("no-database", "the database does not answer at the moment; try again", { retryAfter: 2 });
  }
  if (error instanceof LimitExceeded) return new Problem("too-slow", error.message);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = error.validationContext === "body" ? "" : `/${error.validationContext}`;
    const issues = error.validation.map(({ instancePath, message = "" }) => ({
      code: "wrong-shape",
      path: `${place}${instancePath}`,
      message,
      hint: "see /openapi.json for the shape of this request",
    }));
    const what =
      error.validationContext === "body" ? "body" : `part of the address or head (${error.validationContext})`;
    return new Problem("wrong-shape", `the ${what} does not have the documented shape`, { issues });
  }
  if (error.statusCode === 415) return new Problem("media-type", mediaTypes);
  return new Problem(kindOf(error), error.statusCode === undefined ? ourFault : error.message);
}

const mediaTypes = "send JSON with content-type: application/json; scenarios also as YAML, application/yaml";

const ourFault = "the fault is ours; the log of the service tells more";

/** What fastify and its plugins report by status alone. */
function kindOf({ statusCode = 500 }: FastifyError): ProblemName {
  if (statusCode === 400) return "malformed-request";
  const kinds = Object.entries(problemKinds) as [ProblemName, { readonly status: number }][];
  const found = kinds.find(([, { status }]) => status === statusCode);
  return found?.[0] ?? (statusCode < 500 ? "malformed-request" : "internal");
}

/** Without the query, which may hold what should not be repeated. */
function pathOf(request: FastifyRequest): string {
  return request.url.split("?", 1)[0] ?? "";
}

function send(
  reply: FastifyReply,
  { kind, message, issues, retryAfter }: Problem,
  request: FastifyRequest,
): FastifyReply {
  const detail = kind === "internal" ? ourFault : message;
  const body = problemBody(kind, { detail, instance: pathOf(request), issues });
  if (retryAfter !== undefined) reply.header("retry-after", String(retryAfter));
  if (kind === "no-key") reply.header("www-authenticate", 'Bearer realm="praxis"');
  // A route's own serializer knows the route's answers only.
  return reply.code(body.status).type(problemMediaType).serializer(JSON.stringify).send(body);
}
