import { relative } from "node:path";
import {
  type Comparison,
  compareWith,
  compileScenario,
  formatEstimate,
  parseScenario,
  type Report,
  reportComparison,
  reportReplications,
  type Scenario,
  type Section,
  traceOffice,
} from "@praxis/engine";
import { clockOf } from "../clock.ts";
import type { Action } from "../commands.ts";
import { conducted, experimentOptions } from "../experiment.ts";
import { readText } from "../files.ts";
import { namedChanges } from "../office.ts";
import { Presence } from "../presence.ts";
import { barsPicture, presencePicture } from "../render/pictures.ts";
import { comparisonRows } from "../rows.ts";
import { shippedFile } from "../shipped.ts";

/** The what-ifs that are shown: about people, about appointments, about patients. */
const shown = ["sixth medical assistant", "longer slots", "reminders"];

/** The measure that is drawn. */
const drawn = "timeInOffice";

const measures = [
  "throughput",
  "wait.consult",
  drawn,
  "lastDeparture",
  "noShows",
  "utilisation.physician",
  "utilisation.medical assistant",
  "wait.answer call",
];

/** Shows what Praxis does, with the family practice that it comes with: `praxis demo`. */
export const demo: Action = async (args, terminal) => {
  const file = shippedFile("family-practice", "scenario.yaml");
  const practice = parseScenario(readText(file), { file });
  const variants = Object.fromEntries(shown.map((name) => [name, namedChanges(practice, [name])]));
  const options = { ...experimentOptions(args), measures };
  const result = await conducted(args, terminal, (executor, progress) =>
    compareWith(executor, practice, variants, { ...options, progress }),
  );
  return { data: result, rows: () => comparisonRows(result), report: () => reportOf(practice, result, file) };
};

function reportOf(practice: Scenario, result: Comparison, file: string): Report {
  const wording = { clock: clockOf(practice) };
  const [day] = reportReplications(result, wording).sections;
  // The first section of a comparison says what its numbers rest on, which the table of the day has said already.
  const [, ...whatIfs] = reportComparison(result, wording).sections;
  return {
    title: practice.name,
    sections: [
      { lines: [practice.description ?? ""] },
      dayPicture(practice, result),
      { ...day!, title: "What to expect of a day" },
      { title: "What if …?", lines: ["The same patients come, with the same luck, to a changed office."] },
      ...whatIfs.map((section) => described(section, practice)),
      variantsPicture(result),
      { title: "Now you", lines: invitation(relative(process.cwd(), file)) },
    ],
  };
}

/** The first of the days simulated, as a picture. */
function dayPicture(practice: Scenario, { seed }: Comparison): Section {
  const isVisit = (pathway: string) => Object.hasOwn(practice.visitTypes ?? {}, pathway);
  const presence = new Presence({ isVisit, every: 30 });
  traceOffice(compileScenario(practice, { seed }), { replication: 0, tracer: presence.hear });
  return {
    title: "One of these days",
    lines: ["Each sign is a patient in the office: ● somebody is with them, ○ they wait."],
    table: presencePicture(presence.counts, clockOf(practice)),
  };
}

/** A variant's section with the sentence that describes it in the file. */
function described(section: Section, { variants = {} }: Scenario): Section {
  const description = variants[section.title ?? ""]?.description;
  return description === undefined ? section : { ...section, lines: [description, ...section.lines] };
}

/** What the what-ifs do to a patient's time in the office, as a picture. */
function variantsPicture({ measures, variants }: Comparison): Section {
  const offices = [
    ["as it is", measures] as const,
    ...Object.entries(variants).map(([name, { measures }]) => [name, measures] as const),
  ];
  const bars = offices.map(([name, measures]) => {
    const { mean, halfWidth, unit } = measures[drawn]!;
    return { name, mean, halfWidth, text: formatEstimate({ mean, halfWidth }, unit, { brief: true }) };
  });
  return {
    title: "A patient's time in the office, in pictures",
    lines: ["Solid as far as is certain, light over the interval."],
    table: barsPicture(bars),
  };
}

function invitation(file: string): string[] {
  return [
    `npx praxis compare ${file} --set staff.physician.count=3`,
    `npx praxis trace ${file} --patient 3`,
    "npx praxis init office.yaml",
  ];
}
