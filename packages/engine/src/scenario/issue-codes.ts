/**
 * The kinds of issues and warnings; docs/errors.md explains each.
 *
 * @module
 */

/** Codes of issues in a scenario; most of them may come up in a roster file, too. */
export const scenarioIssueCodes = [
  "atLeast-and-atMost",
  "count-and-people",
  "duplicate-key",
  "empty",
  "endless-work",
  "ends-before",
  "forbidden-name",
  "impossible-change",
  "impossible-law",
  "invalid",
  "key-not-text",
  "lead-times",
  "list-too-short",
  "missing-key",
  "name-taken",
  "negative-time",
  "no-backlog",
  "no-comparison",
  "no-limit",
  "no-patience",
  "no-such-place",
  "no-time",
  "nobody",
  "nobody-comes",
  "nobody-needed",
  "nobody-offers",
  "not-a-count",
  "not-a-date",
  "not-a-list",
  "not-a-map",
  "not-a-name",
  "not-a-number",
  "not-a-quantity",
  "not-a-role",
  "not-a-speed",
  "not-a-text",
  "not-finite",
  "not-held",
  "not-one-for-each",
  "not-text",
  "not-yaml",
  "nothing-measured",
  "otherwise-last",
  "overloaded",
  "rates-too-long",
  "same-as-base",
  "several-documents",
  "shares",
  "shares-and-conditions",
  "source-of-nothing",
  "times-or-again",
  "too-deep",
  "too-few",
  "too-large",
  "too-long",
  "too-many-arrivals",
  "too-many-held",
  "too-many-names",
  "too-many-seats",
  "too-many-units",
  "too-many-values",
  "unit-missing",
  "unknown-discipline",
  "unknown-key",
  "unknown-law",
  "unknown-name",
  "unknown-tag",
  "unknown-value",
  "unknown-version",
  "unknown-word",
  "unlimited-fails",
  "unreachable",
  "unused",
  "weak-source",
  "wrong-form",
] as const;

/** Codes of issues in files of rosters alone. */
const rosterIssueCodes = [
  "cheap-overtime",
  "contradictory-contract",
  "contradictory-pin",
  "days-and-to",
  "least-above-most",
  "no-shift",
  "nobody-can",
  "not-a-table",
  "not-an-interval",
  "not-json",
  "nothing-to-share",
  "outside-horizon",
  "outside-shift",
  "roster-too-large",
] as const;

/** Codes of issues in files of sessions alone. */
const sessionIssueCodes = [
  "grid-and-session",
  "grid-and-slots",
  "impossible-session",
  "not-whole-minutes",
  "outside-range",
  "outside-session",
  "session-too-full",
  "unbounded-bookings",
  "value-and-count",
] as const;

/** Codes of issues in files of weeks alone. */
const weekIssueCodes = [
  "no-pattern",
  "nobody-sees",
  "overlapping-sessions",
  "splits-session",
  "too-many-patterns",
  "unknown-zone",
  "week-too-large",
] as const;

/** All codes of issues. */
export const issueCodes = [...scenarioIssueCodes, ...rosterIssueCodes, ...sessionIssueCodes, ...weekIssueCodes];

/** A kind of issue. */
export type IssueCode = (typeof issueCodes)[number];
