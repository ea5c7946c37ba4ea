import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { limitEach, limitGuesses } from "../plugins/limits.ts";
import { Problem, problemsOf } from "../plugins/problem.ts";
import type { Services } from "../services.ts";
import type { Feed } from "../store/feeds.ts";
import type { Job } from "../store/job-rows.ts";
import { hashOf } from "../store/keys.ts";
import type { TenantStore } from "../store/store.ts";

/** Times a minute that one feed may be read. */
const MOST_READS = 60;

/** Seconds for which readers need not ask again. */
const FRESH_SECONDS = 300;

/** What SMART Scheduling Links wants published, and who the slots are with. */
const resourceTypes = ["Location", "PractitionerRole", "Schedule", "Slot"] as const;

const Secret = z.object({ secret: z.string().max(100) });

const Manifest = z
  .object({
    transactionTime: z.iso.datetime(),
    request: z.url(),
    output: z.array(z.object({ type: z.enum(resourceTypes), url: z.url() })),
    error: z.array(z.never()),
  })
  .meta({ id: "BulkPublishManifest" });

/**
 * Feeds, as those read them who know the address; it is all that lets them in.
 *
 * @see SMART Scheduling Links: https://github.com/smart-on-fhir/smart-scheduling-links/blob/master/specification.md
 */
export function publishedRoutes(services: Services): FastifyPluginAsyncZod {
  const { store, threads } = services;
  const tags = ["feeds"];
  const problems = problemsOf("not-found", "too-many-requests", "busy", "no-database", "too-slow", "invalid");

  return async (app) => {
    const limitUnknown = limitGuesses(app, "requests for feeds that there are not");
    const limitReads = limitEach(app, MOST_READS, "requests for this feed", ({ params }) =>
      hashOf((params as { secret: string }).secret),
    );

    const published = async (request: FastifyRequest): Promise<Found> => {
      const { secret } = request.params as z.infer<typeof Secret>;
      const known = await store.feedAt(hashOf(secret));
      const job = known && (await known.tenant.jobs.find(known.feed.jobId));
      if (known === undefined || job === undefined) {
        await limitUnknown(request);
        throw new Problem("not-found", "there is no feed at this address; it may have ended");
      }
      await limitReads(request);
      return { ...known, job };
    };

    const written = async ({ feed, tenant, job }: Found, asked: { form: string; stamp: Date; resourceType?: string }) =>
      await threads.answer("writeResult", {
        kind: job.kind,
        form: asked.form,
        input: await tenant.jobs.inputOf(job.id),
        result: job.result,
        weeks: feed.weeks,
        stamp: asked.stamp.toISOString(),
        published: { sequence: feed.sequence, resourceType: asked.resourceType },
        ...(feed.person !== null && { person: feed.person }),
      });

    app.get(
      "/feeds/:secret/calendar.ics",
      {
        schema: {
          operationId: "readCalendarFeed",
          summary: "A plan as an iCalendar",
          tags,
          params: Secret,
          response: {
            200: { description: "An iCalendar.", content: { "text/calendar": { schema: z.string() } } },
            304: z.null().describe("It is what the reader has."),
            ...problems,
          },
        },
      },
      async (request, reply) => {
        const found = await published(request);
        const text = await written(found, { form: "calendar", stamp: found.feed.changedAt });
        return sendText(request, reply, { text, type: "text/calendar" });
      },
    );

    app.get(
      "/feeds/:secret/$bulk-publish",
      {
        schema: {
          operationId: "readManifest",
          summary: "What there is to be read of free slots, as SMART Scheduling Links has it",
          tags,
          params: Secret,
          response: { 200: Manifest.describe("The manifest."), ...problems },
        },
      },
      async (request, reply) => {
        const { job, feed } = await published(request);
        if (!hasSlots(job, feed)) throw new Problem("not-found", "this feed has no slots; read its calendar");
        const base = `${outsideOf(request, services)}/feeds/${request.params.secret}`;
        const output = resourceTypes.map((type) => ({ type, url: `${base}/${type}.ndjson` }));
        const manifest = { transactionTime: new Date().toISOString(), request: `${base}/$bulk-publish`, output };
        return reply.header("cache-control", fresh).send({ ...manifest, error: [] });
      },
    );

    app.get(
      "/feeds/:secret/:type.ndjson",
      {
        schema: {
          operationId: "readResources",
          summary: "FHIR R4 resources of one type, a line each: free slots from today on",
          tags,
          params: Secret.extend({ type: z.string().max(40) }),
          response: {
            200: { description: "A resource a line.", content: { "application/fhir+ndjson": { schema: z.string() } } },
            304: z.null().describe("It is what the reader has."),
            ...problems,
          },
        },
      },
      async (request, reply) => {
        const found = await published(request);
        const resourceType = resourceTypes.find((type) => type === request.params.type);
        if (resourceType === undefined || !hasSlots(found.job, found.feed)) {
          throw new Problem("not-found", "this feed has no such resources; its $bulk-publish names those there are");
        }
        const text = await written(found, { form: "ndjson", stamp: new Date(), resourceType });
        return sendText(request, reply, { text, type: "application/fhir+ndjson" });
      },
    );
  };
}

interface Found {
  readonly feed: Feed;
  readonly tenant: TenantStore;
  readonly job: Job;
}

const fresh = `private, max-age=${FRESH_SECONDS}`;

/** Whoever sees the slots of one person alone does not publish those of the practice. */
function hasSlots({ kind }: Job, { person }: Feed): boolean {
  return kind === "week" && person === null;
}

/** Where a feed is read, by what it is of. */
export function addressesOf(
  secret: string,
  { job, feed, request, publicUrl }: AddressOptions,
): { calendar: string; bulkPublish?: string } {
  const base = `${outsideOf(request, { publicUrl })}/feeds/${secret}`;
  return {
    calendar: `${base}/calendar.ics`,
    ...(hasSlots(job, feed) && { bulkPublish: `${base}/$bulk-publish` }),
  };
}

interface AddressOptions extends Pick<Services, "publicUrl"> {
  readonly job: Job;
  readonly feed: Feed;
  readonly request: FastifyRequest;
}

/** The address of the service as others know it. */
function outsideOf({ protocol, host }: FastifyRequest, { publicUrl }: Pick<Services, "publicUrl">): string {
  return publicUrl ?? `${protocol}://${host}`;
}

interface Text {
  readonly text: string;
  readonly type: string;
}

/** Sends a text, unless the reader has it. */
function sendText({ headers }: FastifyRequest, reply: FastifyReply, { text, type }: Text): FastifyReply {
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  reply.header("etag", etag).header("cache-control", fresh);
  if (headers["if-none-match"] === etag) return reply.code(304).send();
  return reply.type(`${type}; charset=utf-8`).serializer(String).send(text);
}
