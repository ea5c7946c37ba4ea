import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { kinds } from "./jobs/kinds.ts";
import { keepAudit } from "./plugins/audit.ts";
import { readBodies } from "./plugins/bodies.ts";
import { warnBrowsers } from "./plugins/browsers.ts";
import { answerWithProblem, answerWithProblems } from "./plugins/errors.ts";
import { answerOnce } from "./plugins/idempotency.ts";
import { keepIdentitiesOut } from "./plugins/identities.ts";
import { requireKeys } from "./plugins/login.ts";
import { describeRoutes } from "./plugins/openapi.ts";
import { documentRoutes } from "./routes/documents.ts";
import { feedRoutes } from "./routes/feeds.ts";
import { healthRoutes } from "./routes/health.ts";
import { jobRoutes } from "./routes/jobs.ts";
import { keyRoutes } from "./routes/keys.ts";
import { publishedRoutes } from "./routes/published.ts";
import { replanRoutes } from "./routes/replan.ts";
import { rosterQuestionRoutes } from "./routes/roster-questions.ts";
import { scenarioRoutes } from "./routes/scenarios.ts";
import { templateQuestionRoutes } from "./routes/template-questions.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import { weekQuestionRoutes } from "./routes/week-questions.ts";
import type { Services } from "./services.ts";
import { measure } from "./watching/measurements.ts";

/** Milliseconds that a client has to send a whole request, and its head. */
const REQUEST_MILLISECONDS = 30_000;
const HEAD_MILLISECONDS = 10_000;

/** Milliseconds for which a connection is kept on which nothing is asked. */
const IDLE_MILLISECONDS = 20_000;

const MEGABYTE = 1 << 20;

/** All of the service, without a port: requests can be injected, or `listen` called. */
export async function buildApp(
  services: Services,
  { log }: { readonly log?: FastifyBaseLogger } = {},
): Promise<FastifyInstance> {
  const app = Fastify({
    ...(log === undefined ? {} : { loggerInstance: log }),
    frameworkErrors: answerWithProblem,
    bodyLimit: services.bodyMegabytes * MEGABYTE,
    requestTimeout: REQUEST_MILLISECONDS,
    keepAliveTimeout: IDLE_MILLISECONDS,
    http: { headersTimeout: HEAD_MILLISECONDS },
    // A repeated key of a body or a query is not guessed at.
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
  });
  // Before all others, whose hooks belong to the span of their request.
  if (services.traceRequests !== undefined) await app.register(services.traceRequests);
  answerWithProblems(app);
  warnBrowsers(app);
  // Without origins no web page of another address may ask: the browser is told nothing that would allow it.
  if (services.origins.length > 0) {
    await app.register(cors, {
      origin: [...services.origins],
      exposedHeaders: ["location", "retry-after"],
      methods: ["GET", "HEAD", "POST", "PATCH", "DELETE"],
    });
  }
  await app.register(rateLimit, { global: false });
  measure(app, services);
  await describeRoutes(app);
  await app.register(async (scope) => {
    // Zod speaks for our own routes only: plugins bring routes with JSON Schema, which these compilers do not read.
    scope.setValidatorCompiler(validatorCompiler);
    scope.setSerializerCompiler(serializerCompiler);
    await scope.register(healthRoutes(services));
    await scope.register(publishedRoutes(services));
    await scope.register(async (v1) => await registerV1(v1, services), { prefix: "/v1" });
  });
  return app;
}

async function registerV1(v1: FastifyInstance, services: Services): Promise<void> {
  readBodies(v1);
  requireKeys(v1, services);
  keepIdentitiesOut(v1);
  answerOnce(v1);
  keepAudit(v1);
  await v1.register(documentRoutes(services));
  await v1.register(scenarioRoutes(services));
  for (const kind of kinds) await v1.register(jobRoutes(kind, services));
  await v1.register(rosterQuestionRoutes(services));
  await v1.register(replanRoutes(services));
  await v1.register(templateQuestionRoutes(services));
  await v1.register(weekQuestionRoutes(services));
  await v1.register(keyRoutes);
  await v1.register(webhookRoutes(services));
  await v1.register(feedRoutes(services));
}
