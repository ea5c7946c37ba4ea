import type { FastifyInstance } from "fastify";
import { Problem } from "./problem.ts";

/** Brackets within brackets: more than any document of ours has. */
const MOST_LEVELS = 100;

/** Commas: more values than any document of ours has. */
const MOST_SEPARATORS = 200_000;

/** Reads bodies: JSON that is neither too deep nor too long, and YAML as the text that it is. */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    // Many clients name a type for requests that have no body.
    if (body === "") return done(null, undefined);
    const excess = excessOf(body as string);
    if (excess !== undefined) return done(new Problem("too-large", excess));
    return parse(request, body as string, (error, value) => {
      if (error !== null || !hasHalfCharacters(body as string, value)) return done(error, value);
      return done(new Problem("malformed-request", "a text has half of a character in it: send whole Unicode"));
    });
  });
  app.addContentTypeParser(["application/yaml", "text/yaml"], { parseAs: "string" }, (_, body, done) =>
    done(null, body),
  );
}

/**
 * Whether texts of a value have a surrogate without its other half. JSON can escape one; UTF-8, and so a database and
 * all who are told of it later, cannot hold it.
 */
function hasHalfCharacters(text: string, value: unknown): boolean {
  // Only an escape can bring one in; and only what stands alone is escaped again.
  return /\\u[dD][89a-fA-F]/.test(text) && /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value));
}

/** Why a text is more than is looked at. */
function excessOf(text: string): string | undefined {
  let level = 0;
  let separators = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (inText) {
      if (character === 0x5c) at++;
      else if (character === 0x22) inText = false;
    } else if (character === 0x22) inText = true;
    else if (character === 0x5b || character === 0x7b) {
      if (++level > MOST_LEVELS) return `brackets stand inside each other more than ${MOST_LEVELS} levels deep`;
    } else if (character === 0x5d || character === 0x7d) level--;
    else if (character === 0x2c && ++separators > MOST_SEPARATORS)
      return `there are more than ${MOST_SEPARATORS} values`;
  }
  return undefined;
}
