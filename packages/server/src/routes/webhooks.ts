import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { refuseRepeating, repeatable } from "../plugins/idempotency.ts";
import { anyPost, anyRequest, Problem, problemsOf } from "../plugins/problem.ts";
import type { Services } from "../services.ts";
import { type Delivery, eventTypes, MOST_WEBHOOKS, type Webhook } from "../store/webhooks.ts";
import { type Targets, troubleWithTarget } from "../webhooks/targets.ts";
import { Cursor, cursorOf, numberOf, pageQuery } from "./job-schemas.ts";
import { Id, isId } from "./jobs.ts";

const Moment = z.iso.datetime({ offset: true });

const Url = z.string().min(1).max(2000).meta({ description: "Where to: https://tool.example/praxis" });

const Events = z
  .array(z.enum(eventTypes))
  .min(1)
  .nullable()
  .meta({ description: "Which events it is told; null: all." });

const WebhookSchema = z
  .object({
    id: z.uuid(),
    url: Url,
    events: Events,
    createdAt: Moment,
    pausedAt: Moment.nullable(),
    pauseReason: z.string().nullable().meta({ description: "Why it was paused, unless somebody did it." }),
  })
  .meta({ id: "Webhook" });

const WithSecret = z
  .object({
    ...WebhookSchema.shape,
    secret: z.string().meta({ description: "What signs its messages, shown here and never again." }),
  })
  .meta({ id: "WebhookWithSecret" });

const Attempt = z
  .object({
    at: Moment,
    milliseconds: z.number(),
    outcome: z.enum(["delivered", "refused", "gone", "too-slow", "unreachable", "forbidden"]),
    status: z.int().nullable().meta({ description: "The status of the answer, if there was one." }),
  })
  .meta({ id: "DeliveryAttempt" });

const DeliverySchema = z
  .object({
    id: z.uuid().meta({ description: "The same in webhook-id, at every attempt." }),
    webhookId: z.uuid(),
    type: z.enum([...eventTypes, "ping"]),
    state: z.enum(["pending", "delivered", "failed"]),
    attempts: z.array(Attempt),
    createdAt: Moment,
    nextAt: Moment.nullable().meta({ description: "When it is tried next." }),
  })
  .meta({ id: "Delivery" });

const NewWebhook = z
  .strictObject({ url: Url, events: Events.default(null) })
  .meta({ examples: [{ url: "https://tool.example/praxis", events: ["job.succeeded"] }] });

const Change = z
  .strictObject({
    url: Url.optional(),
    events: Events.optional(),
    paused: z
      .boolean()
      .optional()
      .meta({ description: "While it is paused nothing is announced to it, and what was to be told is given up." }),
  })
  .meta({ examples: [{ paused: true }] });

const tags = ["webhooks"];
const noBody = problemsOf(
  "not-found",
  "malformed-request",
  "conflict",
  "key-used",
  "media-type",
  "too-large",
  ...anyRequest,
);

/** Addresses that are told when jobs end, and what they were told. */
export function webhookRoutes({ webhookTargets }: Pick<Services, "webhookTargets">): FastifyPluginAsyncZod {
  const config = { scope: "admin" } as const;
  return async (app) => {
    app.post(
      "/webhooks",
      {
        config,
        schema: {
          operationId: "createWebhook",
          summary: "Lets an address be told when jobs end, signed as Standard Webhooks has it",
          tags,
          headers: repeatable,
          body: NewWebhook,
          response: { 201: WithSecret.describe("The webhook."), ...problemsOf("invalid", ...anyPost) },
        },
      },
      async (request, reply) => {
        const { tenant, body } = request;
        refuseRepeating(request, "a secret");
        requireTarget(body.url, webhookTargets);
        const made = await tenant.webhooks.create(body);
        if (made === undefined) {
          throw new Problem("invalid", `there are ${MOST_WEBHOOKS} webhooks, which is the most; take one away`);
        }
        const shown = { ...webhookShown(made.webhook), secret: made.secret };
        return reply.code(201).header("location", `/v1/webhooks/${shown.id}`).send(shown);
      },
    );

    app.get(
      "/webhooks",
      {
        config,
        schema: {
          operationId: "listWebhooks",
          summary: "Lists webhooks, the newest first; secrets are not told",
          tags,
          querystring: z.object(pageQuery),
          response: {
            200: z.object({ items: z.array(WebhookSchema), next: Cursor.nullable() }).describe("A part of the list."),
            ...problemsOf("wrong-shape", ...anyRequest),
          },
        },
      },
      async ({ tenant, query: { limit, cursor } }) => {
        const { items, next } = await tenant.webhooks.list({ limit, before: numberOf(cursor) });
        return { items: items.map(webhookShown), next: cursorOf(next) };
      },
    );

    app.get(
      "/webhooks/:id",
      {
        config,
        schema: {
          operationId: "getWebhook",
          summary: "Shows a webhook",
          tags,
          params: Id,
          response: { 200: WebhookSchema.describe("The webhook."), ...problemsOf("not-found", ...anyRequest) },
        },
      },
      async ({ tenant, params: { id } }) => webhookShown(found(id, isId(id) && (await tenant.webhooks.find(id)))),
    );

    app.patch(
      "/webhooks/:id",
      {
        config,
        schema: {
          operationId: "changeWebhook",
          summary: "Changes where a webhook goes and what it is told, pauses it, or lets it go on",
          tags,
          headers: repeatable,
          params: Id,
          body: Change,
          response: {
            200: WebhookSchema.describe("The webhook as it is now."),
            ...problemsOf("invalid", "not-found", ...anyPost),
          },
        },
      },
      async ({ tenant, params: { id }, body }) => {
        if (body.url !== undefined) requireTarget(body.url, webhookTargets);
        return webhookShown(found(id, isId(id) && (await tenant.webhooks.change(id, body))));
      },
    );

    app.delete(
      "/webhooks/:id",
      {
        config,
        schema: {
          operationId: "deleteWebhook",
          summary: "Takes a webhook away, with what it was told and was still to be told",
          tags,
          params: Id,
          response: {
            200: WebhookSchema.describe("It is told nothing more."),
            ...problemsOf("not-found", ...anyRequest),
          },
        },
      },
      async ({ tenant, params: { id } }) => webhookShown(found(id, isId(id) && (await tenant.webhooks.remove(id)))),
    );

    app.post(
      "/webhooks/:id/rotate",
      {
        config,
        schema: {
          operationId: "rotateWebhookSecret",
          summary: "Gives a webhook another secret; for a day the old one signs as well",
          tags,
          headers: repeatable,
          params: Id,
          response: {
            200: WithSecret.describe("The webhook with its new secret."),
            ...problemsOf("invalid"),
            ...noBody,
          },
        },
      },
      async (request) => {
        const { tenant, params } = request;
        const { id } = params;
        refuseRepeating(request, "a secret");
        const { webhook, secret } = found(id, isId(id) && (await tenant.webhooks.rotate(id)));
        return { ...webhookShown(webhook), secret };
      },
    );

    app.post(
      "/webhooks/:id/ping",
      {
        config,
        schema: {
          operationId: "pingWebhook",
          summary: "Tells a webhook something to see whether it hears, whatever it listens to",
          tags,
          headers: repeatable,
          params: Id,
          response: { 202: DeliverySchema.describe("It will be told at once."), ...noBody },
        },
      },
      async ({ tenant, params: { id } }, reply) =>
        reply.code(202).send(deliveryShown(found(id, isId(id) && (await tenant.webhooks.ping(id))))),
    );

    app.get(
      "/webhooks/:id/deliveries",
      {
        config,
        schema: {
          operationId: "listDeliveries",
          summary: "Lists what a webhook was told and is still to be told, the newest first",
          tags,
          params: Id,
          querystring: z.object(pageQuery),
          response: {
            200: z.object({ items: z.array(DeliverySchema), next: Cursor.nullable() }).describe("A part of the list."),
            ...problemsOf("wrong-shape", "not-found", ...anyRequest),
          },
        },
      },
      async ({ tenant, params: { id }, query: { limit, cursor } }) => {
        const page = isId(id) && (await tenant.webhooks.deliveries(id, { limit, before: numberOf(cursor) }));
        const { items, next } = found(id, page);
        return { items: items.map(deliveryShown), next: cursorOf(next) };
      },
    );

    app.post(
      "/deliveries/:id/redeliver",
      {
        config,
        schema: {
          operationId: "redeliver",
          summary: "Tells a webhook something once more",
          tags,
          headers: repeatable,
          params: Id,
          response: { 202: DeliverySchema.describe("It will be told at once."), ...noBody },
        },
      },
      async ({ tenant, params: { id } }, reply) =>
        reply.code(202).send(deliveryShown(found(id, isId(id) && (await tenant.webhooks.redeliver(id)), "delivery"))),
    );
  };
}

function found<Item>(id: string, item: Item | false | undefined, what = "webhook"): Item {
  if (item === undefined || item === false) throw new Problem("not-found", `there is no ${what} ${id}`);
  return item;
}

function requireTarget(url: string, targets: Targets): void {
  const trouble = troubleWithTarget(url, targets);
  if (trouble === undefined) return;
  const hint = "give a public address that begins with https://, such as https://tool.example/praxis";
  const issue = { code: "wrong-value", path: "/url", message: `the address ${trouble}`, hint };
  throw new Problem("invalid", `the address ${trouble}`, { issues: [issue] });
}

function webhookShown({ createdAt, pausedAt, events, ...webhook }: Webhook) {
  return {
    ...webhook,
    events: events === null ? null : [...events],
    createdAt: createdAt.toISOString(),
    pausedAt: pausedAt?.toISOString() ?? null,
  };
}

function deliveryShown({ createdAt, nextAt, type, attempts, ...delivery }: Delivery) {
  return {
    ...delivery,
    type: type as "ping",
    attempts: [...attempts],
    createdAt: createdAt.toISOString(),
    nextAt: nextAt?.toISOString() ?? null,
  };
}
