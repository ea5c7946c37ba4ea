import Fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { answerWithProblem, answerWithProblems } from "./plugins/errors.ts";
import { describeRoutes } from "./plugins/openapi.ts";
import { healthRoutes } from "./routes/health.ts";

/** What differs between a test, a terminal and a service. */
export interface AppOptions {
  /** Where the service writes its log; nothing is written by default. */
  readonly logger?: NonNullable<FastifyServerOptions["logger"]>;
}

/**
 * All of the service, without a port: requests can be injected, or `listen` called.
 *
 * @example
 * const app = await buildApp();
 * const answer = await app.inject("/health");
 * answer.json() // { status: "ok" }
 */
export async function buildApp({ logger = false }: AppOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({ logger, frameworkErrors: answerWithProblem });
  answerWithProblems(app);
  await describeRoutes(app);
  await app.register(async (scope) => {
    // Zod speaks for our own routes only: plugins bring routes with JSON Schema, which these compilers do not read.
    scope.setValidatorCompiler(validatorCompiler);
    scope.setSerializerCompiler(serializerCompiler);
    await scope.register(healthRoutes);
  });
  return app;
}
