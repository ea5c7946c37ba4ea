import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { type Problem, problem, problemMediaType } from "./problem.ts";

/** Answers every failure, unknown addresses included, with problem details (RFC 9457). */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>(answerWithProblem);
  app.setNotFoundHandler((request, reply) => {
    const detail = `there is no ${request.method} ${path(request)}; /openapi.json lists what there is`;
    return send(reply, problem(404, { detail, instance: path(request) }));
  });
}

/** Also the answer to what fails before a route is found, such as an address that cannot be decoded. */
export function answerWithProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const instance = path(request);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map(({ instancePath, message }) => ({
      path: instancePath,
      message: message ?? "",
    }));
    return send(reply, problem(400, { detail: "the request does not have the documented shape", instance, issues }));
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return send(reply, problem(status, { detail: error.message, instance }));

  // What went wrong inside is for our log, not for the client.
  request.log.error(error);
  return send(reply, problem(500, { detail: "the fault is ours; the log of the service tells more", instance }));
}

/** Without the query, which may hold what should not be repeated. */
function path(request: FastifyRequest): string {
  return request.url.split("?", 1)[0] ?? "";
}

function send(reply: FastifyReply, body: Problem): FastifyReply {
  // A route's own serializer knows the route's answers only.
  return reply.code(body.status).type(problemMediaType).serializer(JSON.stringify).send(body);
}
