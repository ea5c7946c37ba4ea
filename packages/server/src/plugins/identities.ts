import type { Issue } from "@praxis/engine";
import type { FastifyInstance } from "fastify";
import { Problem } from "./problem.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether bodies may say who patients are, because that is never looked at. */
    mayIdentify?: boolean;
  }
}

/** What tells who a patient is, wherever it stands in a text. */
const identities = [
  { what: "a social security number", pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/ },
  {
    what: "the number of a record",
    pattern:
      /\b(?:mrn|medical record|record (?:no|number)|patient (?:id|no|number))\b[^\p{L}\d]{0,4}(?=[a-z\d-]{0,6}\d)[a-z\d-]{4,}/iu,
  },
  { what: "a date of birth", pattern: /\b(?:dob|born(?: on)?|birth ?date|date of birth)\b[^\p{L}\d]{0,4}\d/iu },
] as const;

/** Places that are named at most. */
const MOST_PLACES = 20;

/** Keeps out what looks like the identity of a patient: nothing here needs it, and what is not here cannot be lost. */
export function keepIdentitiesOut(app: FastifyInstance): void {
  app.addHook("preValidation", async ({ body, routeOptions }) => {
    if (body === undefined || body === null || routeOptions.config.mayIdentify === true) return;
    const issues: Issue[] = [];
    collect(body, "", issues);
    if (issues.length === 0) return;
    throw new Problem("invalid", "texts look like identities of patients; issues names their places", { issues });
  });
}

function collect(value: unknown, path: string, issues: Issue[]): void {
  if (issues.length >= MOST_PLACES) return;
  if (typeof value === "string") {
    const found = identities.find(({ pattern }) => pattern.test(value));
    if (found === undefined) return;
    // What it says is not repeated.
    const message = `this looks like ${found.what}`;
    issues.push({ code: "looks-like-identity", path, message, hint: "leave it out: no patient has to be known here" });
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      collect(key, path, issues);
      collect(item, `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, issues);
    }
  }
}
