import type { Answer } from "./answer.ts";
import type { Arguments } from "./arguments.ts";
import type { OptionName, Words } from "./options.ts";
import type { Format } from "./render/render.ts";
import type { Terminal } from "./terminal.ts";

/** What carries a command out; gives nothing when there is nothing to print. Loaded when it is needed, so that `praxis --help` does not wait for the engine. */
export type Action = (args: Arguments, terminal: Terminal) => Promise<Answer | undefined>;

/** A file that a command takes, or may take. */
interface FileArgument {
  readonly required: boolean;
  readonly describe: string;
}

/** A command as the help shows it. */
export interface Command {
  /** One word, or two when it belongs to a group: `roster solve`. */
  readonly name: string;
  readonly file?: FileArgument;
  /** A roster, beside the problem that it belongs to. */
  readonly roster?: FileArgument;
  readonly describe: string;
  readonly options: readonly OptionName[];
  /** What flags mean here, where it is not what they mean elsewhere. */
  readonly words?: Readonly<Partial<Record<OptionName, Words>>>;
  /** Formats that its result can be written in besides those of all commands. */
  readonly formats?: readonly Format[];
  /** Command lines that work in a folder that holds `scenarios/`, with what they do. Tests run them. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  readonly load: () => Promise<Action>;
}

const result: readonly OptionName[] = ["format", "output", "quiet"];
const office = "Scenario file; - reads what is piped in";
const practice = "scenarios/family-practice/scenario.yaml";

const rosterProblem = "Roster problem: YAML, JSON, or the public benchmark's text; - reads what is piped in";
const support = "scenarios/family-practice/roster.yaml";
const week = "scenarios/family-practice/week.yaml";
const session = "Session file: YAML or JSON; - reads what is piped in";
const morning = "scenarios/family-practice/session.yaml";
const question = { "time-limit": { otherwise: "10" } };
const solving: readonly OptionName[] = ["time-limit", "work-limit", "gap", "seed"];

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: "demo",
    describe: "Show a day in a family practice, and what three changes would do to it",
    options: ["seed", "replications", "workers", ...result],
    examples: [["praxis demo", "see what Praxis does, in a few seconds"]],
    load: async () => (await import("./commands/demo.ts")).demo,
  },
  {
    name: "init",
    file: { required: false, describe: "File to write [scenario.yaml]" },
    describe: "Write a small commented scenario to start from",
    options: result,
    examples: [["praxis init office.yaml", "write office.yaml, unless it exists"]],
    load: async () => (await import("./commands/init.ts")).init,
  },
  {
    name: "check",
    file: { required: true, describe: office },
    describe: "Find everything that is wrong or strange in a scenario",
    options: result,
    examples: [[`praxis check ${practice}`, "list issues and warnings with line and column"]],
    load: async () => (await import("./commands/check.ts")).check,
  },
  {
    name: "run",
    file: { required: false, describe: office },
    describe: "Simulate a scenario, and say what to expect and how surely",
    options: [
      "replications",
      "seed",
      "set",
      "variant",
      "changes",
      "roster",
      "roster-problem",
      "absent",
      "measures",
      "confidence",
      "until-half-width",
      "measure",
      "workers",
      "explain",
      ...result,
    ],
    examples: [
      [`praxis run ${practice}`, "a hundred days, with intervals"],
      [`praxis run ${practice} --set staff.physician.count=3`, "what if one physician is away"],
      [
        `praxis run ${practice} --until-half-width 0.5min --measure wait`,
        "go on until the wait is known to half a minute",
      ],
      [`praxis run ${practice} --format json --output result.json`, "results for another program"],
      ["praxis run --explain wait.consult", "what exactly is counted"],
    ],
    load: async () => (await import("./commands/run.ts")).run,
  },
  {
    name: "trace",
    file: { required: true, describe: office },
    describe: "Follow one day, line by line",
    options: ["seed", "replication", "day", "from", "to", "patient", "set", "variant", ...result],
    examples: [
      [`praxis trace ${practice} --to 08:15`, "the first quarter of an hour"],
      [`praxis trace ${practice} --patient 3`, "one patient's way through the office"],
    ],
    load: async () => (await import("./commands/trace.ts")).trace,
  },
  {
    name: "compare",
    file: { required: true, describe: office },
    describe: "Simulate what-ifs beside the office as it is, with the same patients and the same luck",
    options: [
      "variant",
      "changes",
      "set",
      "roster",
      "roster-problem",
      "absent",
      "replications",
      "seed",
      "measures",
      "confidence",
      "rank",
      "smallest",
      "largest",
      "indifference",
      "until-half-width",
      "measure",
      "workers",
      ...result,
    ],
    examples: [
      [`praxis compare ${practice}`, "every variant named in the file"],
      [`praxis compare ${practice} --set "staff.medical assistant.count=6"`, "a what-if of your own"],
      [`praxis compare ${practice} --measures wait.consult,overtime`, "only what you want to know"],
      [`praxis compare ${practice} --rank wait --indifference 1min`, "which is best, and how surely"],
    ],
    load: async () => (await import("./commands/compare.ts")).compare,
  },
  {
    name: "sweep",
    file: { required: true, describe: office },
    describe: "Simulate a scenario at several values of one or two settings",
    options: ["over", "set", "variant", "replications", "seed", "measures", "confidence", "workers", ...result],
    examples: [[`praxis sweep ${practice} --over staff.physician.count=3..5`, "three, four or five physicians"]],
    load: async () => (await import("./commands/sweep.ts")).sweep,
  },
  {
    name: "plan",
    file: { required: true, describe: office },
    describe: "Find a better plan with the same people, rooms and patients, and say what it is worth",
    options: [
      ...(["time-limit", "work-limit", "change-price", "replications", "seed"] as const),
      ...(["set", "variant", "changes", "workers"] as const),
      ...result,
    ],
    words: {
      "time-limit": { otherwise: "300" },
      "change-price": {
        describe: "What a change has to take off waiting and overtime, or whatever the goals are, together: 2%",
        otherwise: "0%",
      },
      "work-limit": {
        describe: "Replications of the search instead of seconds; the answer is then the same on every machine",
      },
      replications: { describe: "How many fresh replications say what the plan is worth", otherwise: "400" },
    },
    formats: ["yaml"],
    examples: [
      ["praxis plan scenarios/clinic-day/scenario.yaml --work-limit 1500", "better appointment times, in seconds"],
    ],
    load: async () => (await import("./commands/plan.ts")).plan,
  },
  {
    name: "roster init",
    file: { required: true, describe: office },
    describe: "Say how many people a scenario needs when, and write its roster problem",
    options: ["share", "within", "replications", "seed", "set", "variant", "changes", ...result],
    words: { replications: { describe: "How often each look at a role is simulated", otherwise: "40" } },
    formats: ["yaml"],
    examples: [
      [`praxis roster init ${practice} --replications 10`, "who is needed when, beside who is there"],
      [`praxis roster init ${practice} --replications 10 --output roster.yaml`, "a file for praxis roster solve"],
    ],
    load: async () => (await import("./commands/roster-init.ts")).rosterInit,
  },
  {
    name: "roster solve",
    file: { required: true, describe: rosterProblem },
    describe: "Find the cheapest roster, say how good it is, or why there is none",
    options: [...solving, "threads", "for-staff", ...result],
    formats: ["html"],
    examples: [
      [`praxis roster solve ${support} --time-limit 10`, "four weeks of a practice's support staff"],
      [`praxis roster solve ${support} --work-limit 2000 --output roster.json`, "the same bytes on every machine"],
    ],
    load: async () => (await import("./commands/roster-solve.ts")).rosterSolve,
  },
  {
    name: "roster check",
    file: { required: true, describe: rosterProblem },
    roster: { required: false, describe: "Roster to judge: JSON of praxis, or a CSV grid" },
    describe: "Find what is wrong in a roster problem; judge any roster, whoever made it",
    options: result,
    examples: [[`praxis roster check ${support}`, "list issues and warnings with line and column"]],
    load: async () => (await import("./commands/roster-check.ts")).rosterCheck,
  },
  {
    name: "roster import",
    file: { required: true, describe: "Roster file into which the tables are put; it is left as it is" },
    describe: "Put tables of a spreadsheet into a roster file: people, days away, demand",
    options: ["people", "away", "demand", ...result],
    examples: [],
    load: async () => (await import("./commands/roster-import.ts")).rosterImport,
  },
  {
    name: "roster repair",
    file: { required: true, describe: rosterProblem },
    roster: { required: true, describe: "The published roster: JSON of praxis, or a CSV grid" },
    describe: "Mend a published roster with the fewest changes when somebody cannot come",
    options: ["absent", "today", "change-price", ...solving, ...result],
    words: question,
    examples: [],
    load: async () => (await import("./commands/roster-repair.ts")).rosterRepair,
  },
  {
    name: "roster why",
    file: { required: true, describe: rosterProblem },
    roster: { required: true, describe: "The present roster: JSON of praxis, or a CSV grid" },
    describe: "Say what it would cost if somebody had another shift, and which rules would pay",
    options: ["person", "on", "shift", ...solving, ...result],
    words: question,
    examples: [],
    load: async () => (await import("./commands/roster-why.ts")).rosterWhy,
  },
  {
    name: "roster publish",
    file: { required: true, describe: rosterProblem },
    roster: { required: true, describe: "The roster: JSON of praxis, or a CSV grid" },
    describe: "Write a roster as published: from then on it is only repaired, never overwritten",
    options: result,
    examples: [],
    load: async () => (await import("./commands/roster-export.ts")).rosterPublish,
  },
  {
    name: "roster export",
    file: { required: true, describe: rosterProblem },
    roster: { required: true, describe: "The roster: JSON of praxis, or a CSV grid" },
    describe: "Hand a roster out: a page to print, a grid for spreadsheets, a person's calendar",
    options: ["for-staff", "person", ...result],
    words: { person: { describe: "Whose calendar to write; everybody's when absent" } },
    formats: ["html", "ics"],
    examples: [],
    load: async () => (await import("./commands/roster-export.ts")).rosterExport,
  },
  {
    name: "template solve",
    file: { required: true, describe: session },
    describe: "Find when the patients of a session should come, with a proof, and what simpler templates cost",
    options: ["time-limit", "work-limit", "seed", ...result],
    examples: [
      [`praxis template solve ${morning}`, "a morning of a family physician"],
      [`praxis template solve ${morning} --format json --output template.json`, "results for another program"],
    ],
    load: async () => (await import("./commands/template-solve.ts")).templateSolve,
  },
  {
    name: "template cost",
    file: { required: true, describe: session },
    describe: "Say what any template costs: waits, idle time and overtime to be expected",
    options: ["times", "seed", ...result],
    examples: [],
    load: async () => (await import("./commands/template-cost.ts")).templateCost,
  },
  {
    name: "template week",
    file: { required: true, describe: "Week to be made: YAML or JSON; - reads what is piped in" },
    describe: "Find everybody's appointment templates for a week, and say how good they are",
    options: ["today", ...solving, "threads", "weeks", "person", ...result],
    words: {
      today: {
        describe: "CSV of the template that is in use, as --output week.csv writes it",
        otherwise: "what the file says",
      },
      gap: { otherwise: "0.1%" },
      threads: { describe: "Threads that price sessions together" },
      person: { describe: "With ics: the provider whose calendar to write", otherwise: "everybody's" },
    },
    formats: ["html", "fhir", "ndjson", "ics"],
    examples: [[`praxis template week ${week} --output week.html`, "a page to print; week.csv is for record systems"]],
    load: async () => (await import("./commands/template-week.ts")).templateWeek,
  },
  {
    name: "template access",
    file: { required: true, describe: office },
    describe: "Say whether all who ask for appointments can be seen, and what would help",
    options: [
      "reminders",
      "same-day",
      "growth",
      "set",
      "variant",
      "replications",
      "seed",
      "confidence",
      "workers",
      ...result,
    ],
    examples: [
      [
        "praxis template access scenarios/access/scenario.yaml --replications 20",
        "how far from the cliff, and what moves it",
      ],
    ],
    load: async () => (await import("./commands/template-access.ts")).templateAccess,
  },
  {
    name: "schema",
    describe: "Print the JSON Schema of scenario, roster, session or week files, for editors",
    options: ["of", ...result],
    examples: [
      ["praxis schema --output scenario.schema.json", "completion and checks while you type"],
      ["praxis schema --of roster --output roster.schema.json", "the same for roster files"],
      ["praxis schema --of week --output week.schema.json", "and for week files"],
      ["praxis schema --of template --output template.schema.json", "the same for session files"],
    ],
    load: async () => (await import("./commands/schema.ts")).schema,
  },
  {
    name: "serve",
    describe: "Start the HTTP service: nothing to set up, a key is printed once",
    options: ["host", "port", "data", "new-key", "format"],
    examples: [],
    load: async () => (await import("./commands/serve.ts")).serve,
  },
  {
    name: "worker",
    describe: "Compute jobs of a service that keeps its data in PostgreSQL",
    options: [],
    examples: [],
    load: async () => (await import("./commands/serve.ts")).worker,
  },
  {
    name: "backup",
    file: { required: true, describe: "File to write, and never over an old one" },
    describe: "Write all data of the service into one file, and read it again",
    options: ["data", ...result],
    examples: [],
    load: async () => (await import("./commands/backup.ts")).backup,
  },
  {
    name: "restore",
    file: { required: true, describe: "File that praxis backup wrote" },
    describe: "Bring a backup into a new folder or database",
    options: ["data", ...result],
    examples: [],
    load: async () => (await import("./commands/backup.ts")).restore,
  },
];
