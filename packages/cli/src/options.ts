/** A flag. Values stay text until a command reads them, so that each can say what would be right. */
export interface Option {
  readonly describe: string;
  /** "flag" takes no value, "text" takes one, "list" may be repeated. */
  readonly takes: "flag" | "text" | "list";
  /** Shown in the help; what happens when the flag is not there. */
  readonly otherwise?: string;
}

/** What the help says of a flag. */
export type Words = Partial<Pick<Option, "describe" | "otherwise">>;

/** Every flag of every command; a command picks those that it understands. */
export const options = {
  format: {
    takes: "text",
    describe: "How the result is written: table, json, csv, markdown",
    otherwise: "as --output ends, else table",
  },
  output: { takes: "text", describe: "Write the result to this file, as a whole or not at all" },
  quiet: { takes: "flag", describe: "No warnings and no progress on the standard error" },
  seed: { takes: "text", describe: "A number or a phrase; the same seed gives the same numbers", otherwise: "1" },
  replications: {
    takes: "text",
    describe: "How often the span is simulated, each time with other luck",
    otherwise: "100, or with --until-half-width at most 10000",
  },
  workers: {
    takes: "text",
    describe: "Threads to compute in; the numbers do not depend on it",
    otherwise: "one for each core",
  },
  set: { takes: "list", describe: "What if: a path into the scenario, = and a value; may be repeated" },
  changes: { takes: "text", describe: "A file of changes, as plan writes it" },
  variant: { takes: "list", describe: "A variant that the scenario names; may be repeated" },
  measures: { takes: "list", describe: "Only these measures, with commas between; may be repeated" },
  confidence: { takes: "text", describe: "Level of the intervals", otherwise: "95%" },
  "until-half-width": {
    takes: "text",
    describe: "Go on until the interval of --measure is no wider than ± this, or --replications are spent",
  },
  measure: { takes: "text", describe: "The measure that --until-half-width is about" },
  rank: { takes: "text", describe: "Only say which variant is best by this measure, and how surely" },
  smallest: { takes: "flag", describe: "With --rank: the smallest is best; so it is unless --largest is given" },
  largest: { takes: "flag", describe: "With --rank: the largest is best" },
  indifference: {
    takes: "text",
    describe: "With --rank: the smallest difference that matters; the choice is then right with --confidence",
    otherwise: "a budget of replications is spent where it tells most",
  },
  explain: { takes: "text", describe: "Only say how this measure is defined" },
  over: { takes: "list", describe: "A path, = and its values, as 2,3,4 or 1..5; once or twice" },
  replication: { takes: "text", describe: "Which replication to follow", otherwise: "0" },
  day: { takes: "text", describe: "Which day to follow, counted from the first", otherwise: "1" },
  from: { takes: "text", describe: "Begin when the clock shows this, as in 09:30", otherwise: "the start" },
  to: { takes: "text", describe: "End when the clock shows this", otherwise: "the end" },
  patient: { takes: "text", describe: "Follow only this patient, by number, and the work done for them" },
  of: { takes: "text", describe: "Which files: scenario, roster, template or week", otherwise: "scenario" },
  times: {
    takes: "text",
    describe: "Appointments with commas between: 0,0,10,20 minutes after the start, or times of day as 08:00",
  },
  "time-limit": {
    takes: "text",
    describe: "Seconds after which the best answer so far has to do",
    otherwise: "60",
  },
  "work-limit": {
    takes: "text",
    describe: "Units of work instead of seconds; the answer is then the same on every machine",
  },
  threads: {
    takes: "text",
    describe: "Threads that look for the roster together",
    otherwise: "2, or 1 with --work-limit",
  },
  "for-staff": { takes: "flag", describe: "Without costs, prices and what the rules say of people" },
  gap: {
    takes: "text",
    describe: "Go on until the cost is proven to be so near to the best",
    otherwise: "0.01%",
  },
  roster: {
    takes: "text",
    describe: "Simulate with this roster: JSON of praxis, or a CSV grid; needs --roster-problem",
  },
  "roster-problem": { takes: "text", describe: "The problem that --roster belongs to" },
  share: { takes: "text", describe: "So large a share should be served in time", otherwise: "80%" },
  within: {
    takes: "text",
    describe: "In time, where the scenario names no service level: a wait of at most this",
    otherwise: "2min",
  },
  absent: {
    takes: "list",
    describe: "Who cannot come, and when, as in MA-2=2026-12-08..2026-12-09; may be repeated",
  },
  today: {
    takes: "text",
    describe: "The first date of the roster that can still be changed",
    otherwise: "its first day",
  },
  weeks: { takes: "text", describe: "Weeks for which slots are written as fhir or ndjson", otherwise: "1" },
  "change-price": { takes: "text", describe: "Dollars for each day of a person that changes", otherwise: "50" },
  person: { takes: "text", describe: "Whom it is about" },
  on: { takes: "list", describe: "The date, as in 2026-12-08; may be repeated" },
  shift: { takes: "text", describe: "The shift that they should have, or off", otherwise: "any shift" },
  people: {
    takes: "text",
    describe: "CSV with columns person, role, and if wanted skills, contract, available, cost per hour",
  },
  away: { takes: "text", describe: "CSV with columns person, from, and if wanted to, why" },
  demand: {
    takes: "text",
    describe: "CSV with columns people, and shift, or from and to; if wanted plan, at, days, under …",
  },
  data: {
    takes: "text",
    describe: "Folder that the service keeps its data in",
    otherwise: "praxis-data, unless PRAXIS_DATABASE_URL names a PostgreSQL",
  },
  "new-key": { takes: "flag", describe: "Make and print another key that opens everything" },
  reminders: { takes: "text", describe: "What if no-shows were rarer by this share", otherwise: "30%" },
  "same-day": {
    takes: "text",
    describe: "What if this share of the seats were held for the same day",
    otherwise: "30%",
  },
  growth: { takes: "text", describe: "What if this share more patients asked", otherwise: "10%" },
  host: { takes: "text", describe: "Address to listen on", otherwise: "127.0.0.1" },
  port: { takes: "text", describe: "Port to listen on; 0 lets the system choose", otherwise: "3000" },
} as const satisfies Record<string, Option>;

/** The name of a flag. */
export type OptionName = keyof typeof options;
