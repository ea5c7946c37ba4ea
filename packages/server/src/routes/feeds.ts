import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { roster } from "../jobs/kinds/roster.ts";
import { refuseRepeating, repeatable } from "../plugins/idempotency.ts";
import { anyPost, anyRequest, Problem, problemsOf } from "../plugins/problem.ts";
import type { Services } from "../services.ts";
import { type Feed, MOST_FEEDS, type NewFeed } from "../store/feeds.ts";
import type { Job } from "../store/job-rows.ts";
import { addressOf } from "../store/jobs.ts";
import type { TenantStore } from "../store/store.ts";
import { Cursor, cursorOf, numberOf, pageQuery } from "./job-schemas.ts";
import { Id, isId, isWritable, withoutPlan } from "./jobs.ts";
import { addressesOf } from "./published.ts";

const Moment = z.iso.datetime({ offset: true });

const JobId = z.uuid().meta({ description: "The roster or the week that is shown: a job with a plan." });

const exampleId = "7d9f1c62-3c0e-4b7e-9a51-0f6f2f4f6f11";

const NewFeedBody = z
  .strictObject({
    jobId: JobId,
    person: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: "Whose part of it alone; of a roster somebody has to be named." }),
    weeks: z.int().min(1).max(53).default(4).meta({ description: "How many weeks ahead slots are told." }),
  })
  .meta({ examples: [{ jobId: exampleId, person: "MA-1" }] });

const FeedSchema = z
  .object({
    id: z.uuid(),
    jobId: z.uuid(),
    job: z.string().meta({ description: "The address of the job." }),
    person: z.string().nullable(),
    weeks: z.int(),
    sequence: z.int().meta({ description: "How often it was given another plan." }),
    createdAt: Moment,
    changedAt: Moment,
  })
  .meta({ id: "Feed" });

const FeedWithAddresses = z
  .object({
    ...FeedSchema.shape,
    addresses: z
      .object({
        calendar: z.url().meta({ description: "An iCalendar, for telephones and mail programs." }),
        bulkPublish: z
          .url()
          .optional()
          .meta({ description: "The manifest of SMART Scheduling Links, of weeks without a person." }),
      })
      .meta({ description: "Where it is read, without a key; shown here and never again." }),
  })
  .meta({ id: "FeedWithAddresses" });

/** Plans at secret addresses: for calendars that can send no key, and for whoever publishes free slots. */
export function feedRoutes(services: Services): FastifyPluginAsyncZod {
  const { threads } = services;
  const tags = ["feeds"];
  const config = { scope: "admin" } as const;

  /** @throws {Problem} when there is no such plan, or nothing of the person in it */
  const planOf = async (tenant: TenantStore, { jobId, person }: Pick<NewFeed, "jobId" | "person">): Promise<Job> => {
    const job = await tenant.jobs.find(jobId);
    if (job === undefined) throw invalid("/jobId", `there is no job ${jobId}`, "give the id of a roster or a week");
    const { result, kind } = job;
    if (!isWritable(result)) throw invalid("/jobId", ...withoutPlan(job));
    if (person === null && kind === roster.name) {
      throw invalid("/person", "a roster is shown to one person each", "name one of its people");
    }
    const input = await tenant.jobs.inputOf(jobId);
    const writing = { kind, form: "calendar", input, result, weeks: 1, stamp: new Date().toISOString() };
    await threads.answer("writeResult", { ...writing, ...(person !== null && { person }) });
    return job;
  };

  return async (app) => {
    app.post(
      "/feeds",
      {
        config,
        schema: {
          operationId: "createFeed",
          summary: "Shows a plan at a secret address, as a calendar that can be subscribed to",
          tags,
          headers: repeatable,
          body: NewFeedBody,
          response: { 201: FeedWithAddresses.describe("The feed."), ...problemsOf("invalid", ...anyPost) },
        },
      },
      async (request, reply) => {
        const { tenant, body } = request;
        refuseRepeating(request, "an address");
        const wanted = { ...body, person: body.person ?? null };
        const job = await planOf(tenant, wanted);
        const made = await tenant.feeds.create(wanted);
        if (made === undefined) throw new Problem("invalid", `there are ${MOST_FEEDS} feeds, which is the most`);
        const addresses = addressesOf(made.secret, { job, feed: made.feed, request, ...services });
        const shown = { ...feedShown(made.feed, job), addresses };
        return reply.code(201).header("location", `/v1/feeds/${shown.id}`).send(shown);
      },
    );

    app.get(
      "/feeds",
      {
        config,
        schema: {
          operationId: "listFeeds",
          summary: "Lists feeds, the newest first; addresses are not told",
          tags,
          querystring: z.object(pageQuery),
          response: {
            200: z
              .object({ items: z.array(FeedSchema.omit({ job: true })), next: Cursor.nullable() })
              .describe("A part of the list."),
            ...problemsOf("wrong-shape", ...anyRequest),
          },
        },
      },
      async ({ tenant, query: { limit, cursor } }) => {
        const { items, next } = await tenant.feeds.list({ limit, before: numberOf(cursor) });
        return { items: items.map(feedListed), next: cursorOf(next) };
      },
    );

    app.patch(
      "/feeds/:id",
      {
        config,
        schema: {
          operationId: "changeFeed",
          summary: "Shows a newer plan at the same address",
          tags,
          headers: repeatable,
          params: Id,
          body: z.strictObject({ jobId: JobId }).meta({ examples: [{ jobId: exampleId }] }),
          response: {
            200: FeedSchema.describe("The feed as it is now."),
            ...problemsOf("invalid", "not-found", ...anyPost),
          },
        },
      },
      async ({ tenant, params: { id }, body: { jobId } }) => {
        const { person, jobId: former } = found(id, isId(id) && (await tenant.feeds.find(id)));
        const job = await planOf(tenant, { jobId, person });
        const { kind } = (await tenant.jobs.find(former))!;
        if (job.kind !== kind) throw invalid("/jobId", `it is a ${job.kind}`, `give the id of another ${kind}`);
        return feedShown(found(id, await tenant.feeds.show(id, jobId)), job);
      },
    );

    app.delete(
      "/feeds/:id",
      {
        config,
        schema: {
          operationId: "deleteFeed",
          summary: "Ends a feed: nothing is found at its address any more",
          tags,
          params: Id,
          response: {
            200: FeedSchema.omit({ job: true }).describe("It is shown no more."),
            ...problemsOf("not-found", ...anyRequest),
          },
        },
      },
      async ({ tenant, params: { id } }) => feedListed(found(id, isId(id) && (await tenant.feeds.remove(id)))),
    );
  };
}

function found<Item>(id: string, item: Item | false | undefined): Item {
  if (item === undefined || item === false) throw new Problem("not-found", `there is no feed ${id}`);
  return item;
}

function invalid(path: string, message: string, hint: string): Problem {
  return new Problem("invalid", message, { issues: [{ code: "wrong-value", path, message, hint }] });
}

function feedListed({ createdAt, changedAt, ...feed }: Feed) {
  return { ...feed, createdAt: createdAt.toISOString(), changedAt: changedAt.toISOString() };
}

function feedShown(feed: Feed, job: Job) {
  return { ...feedListed(feed), job: addressOf(job) };
}
