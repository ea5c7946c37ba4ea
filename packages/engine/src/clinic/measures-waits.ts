import { CompletedTally, PatientWaits, QueueTally, WaitTally } from "./measures-activity-observers.ts";
import type { Family } from "./measures-family.ts";
import type { Measurable, Observation } from "./measures-observation.ts";

const started = "who started <activity> after the warm-up, whenever they arrived";

/** Waits of those who started an activity, by activity. */
const waitsByActivity: readonly Family[] = [
  {
    pattern: "wait.<activity>",
    unit: "min",
    definition: `Mean minutes between asking for all that <activity> needs and having it, over all ${started}, even if the run ended before they were done. Who gave up or was turned away is not counted; interruptions afterwards are no wait. Undefined when nobody started.`,
    over: (observation, activity) => {
      const [tally, index] = [waits(observation), activityIndex(observation.office, activity)];
      return () => tally.waited[index]! / tally.started[index]!;
    },
  },
  waitQuantile("p50", 0.5, "half"),
  waitQuantile("p90", 0.9, "nine in ten"),
  {
    pattern: "wait.<activity>.max",
    unit: "min",
    definition: `Longest wait for <activity> in minutes, over all ${started}. Undefined when nobody started.`,
    over: (observation, activity) => {
      const [tally, index] = [waits(observation), activityIndex(observation.office, activity)];
      return () => tally.longest[index]!;
    },
  },
  {
    pattern: "wait.<activity>.completed",
    unit: "min",
    definition:
      "Mean wait in minutes for <activity>, over all who completed it after the warm-up and before the end of the run. Unlike wait.<activity>, it leaves out whom the end of the run interrupted. Undefined when nobody completed it.",
    over: (observation, activity) => {
      const tally = observation.observer("completed", (office) => new CompletedTally(office));
      const index = activityIndex(observation.office, activity);
      return () => tally.waited[index]! / tally.completed[index]!;
    },
  },
  {
    pattern: "wait.<activity>.arrived",
    unit: "min",
    definition:
      "Mean wait in minutes for <activity>, over all who started it and had arrived after the warm-up. Unlike wait.<activity>, it leaves out who arrived during the warm-up. Undefined when nobody is left.",
    over: (observation, activity) => {
      const { warmUp } = observation.office;
      return meanWaitOf(observation, activity, {
        name: "arrived",
        chosen: ({ arrived }, row) => arrived[row]! >= warmUp,
      });
    },
  },
  {
    pattern: "wait.<activity>.visitType=<visit type or task>",
    unit: "min",
    definition: `Mean wait in minutes for <activity> of “<visit type or task>”, over all ${started}. Work that a visit sent counts with the visit. Undefined when nobody started.`,
    over: (observation, activity, name) => {
      const index = pathwayIndex(observation.office, name);
      return meanWaitOf(observation, activity, {
        name: `visitType=${name}`,
        chosen: ({ pathway }, row) => pathway[row] === index,
      });
    },
  },
  {
    pattern: "wait.<activity>.<attribute=value>",
    unit: "min",
    definition: `Mean wait in minutes for <activity> of patients with <attribute=value> when they left, or when the run ended, over all ${started}. Undefined when nobody started.`,
    over: (observation, activity, name) => {
      const [attribute = "", value = ""] = name.split(/=(.*)/);
      const { index, value: wanted } = observation.office.attributeValue(attribute, value);
      return meanWaitOf(observation, activity, {
        name,
        chosen: ({ attributes }, row) => attributes[index]![row] === wanted,
      });
    },
  },
];

/** How many started, gave up or were turned away, and how many were waiting. */
const countsByActivity: readonly Family[] = [
  {
    pattern: "serviceLevel.<activity with target>",
    unit: "share",
    definition:
      "Share of those whose wait for <activity with target> was no longer than its target (serviceLevels in the scenario), of all who started it, gave up waiting for it or were turned away from it after the warm-up. Undefined when there was nobody.",
    over: (observation, activity) => {
      const [tally, index] = [waits(observation), activityIndex(observation.office, activity)];
      tally.setTarget(index, observation.office.serviceLevel(activity));
      return () =>
        tally.withinTarget[index]! / (tally.started[index]! + tally.gaveUp[index]! + tally.turnedAway[index]!);
    },
  },
  {
    pattern: "started.<activity>",
    unit: "patients",
    definition: `How often <activity> was started after the warm-up; who started it during the warm-up is not counted, even if it ended later.`,
    over: (observation, activity) => {
      const [tally, index] = [waits(observation), activityIndex(observation.office, activity)];
      return () => tally.started[index]!;
    },
  },
  {
    pattern: "gaveUp",
    unit: "patients",
    definition: "How often anybody, patient or caller, gave up waiting after the warm-up.",
    over: (observation) => {
      const tally = waits(observation);
      return () => sum(tally.gaveUp);
    },
  },
  {
    pattern: "gaveUp.<activity>",
    unit: "patients",
    definition: "How often anybody gave up waiting for <activity> after the warm-up.",
    over: (observation, activity) => {
      const [tally, index] = [waits(observation), activityIndex(observation.office, activity)];
      return () => tally.gaveUp[index]!;
    },
  },
  {
    pattern: "turnedAway",
    unit: "patients",
    definition: "How often anybody was turned away after the warm-up, because too many were waiting already.",
    over: (observation) => {
      const tally = waits(observation);
      return () => sum(tally.turnedAway);
    },
  },
  {
    pattern: "turnedAway.<activity>",
    unit: "patients",
    definition:
      "How often anybody was turned away from <activity> after the warm-up, because too many were waiting for it already.",
    over: (observation, activity) => {
      const [tally, index] = [waits(observation), activityIndex(observation.office, activity)];
      return () => tally.turnedAway[index]!;
    },
  },
  {
    pattern: "queue.<activity>",
    unit: "patients",
    definition:
      "How many were waiting for <activity>, averaged over the time from the end of the warm-up to the end of the run; those who later gave up, and those still waiting at the end, too.",
    over: (observation, activity) => {
      const tally = observation.observer("queues", (office) => new QueueTally(office));
      const { office } = observation;
      const index = activityIndex(office, activity);
      return () => tally.minutes[index]! / (office.now - office.warmUp);
    },
  },
];

const waitOfVisits: Family = {
  pattern: "wait",
  unit: "min",
  definition:
    "Mean minutes that a visit spent waiting, for all its activities together, over all visits that left after the warm-up, however they ended; minutes waited before giving up count. What was done without the patient (tasks, and what goes on after an activity) is left out. Undefined when nobody left.",
  over: (observation) => {
    const { pathways, warmUp } = observation.office;
    const ofVisit = pathways.map(({ kind }) => kind === "visit type");
    const observer = observation.observer("waits of visits", () => {
      return new PatientWaits({
        counts: ({ pathway }, row) => ofVisit[pathway[row]!]!,
        chosen: ({ pathway, left }, row) => ofVisit[pathway[row]!]! && left[row]! >= warmUp,
      });
    });
    return () => {
      const { waited, patients } = observer.totals();
      return waited / patients;
    };
  },
};

/** Measures of waiting. */
export const waitFamilies: readonly Family[] = [...waitsByActivity, waitOfVisits, ...countsByActivity];

function waitQuantile(name: string, probability: number, who: string): Family {
  return {
    pattern: `wait.<activity>.${name}`,
    unit: "min",
    definition: `Of all ${started}, ${who} had waited so many minutes for it, or less (type 7 quantile; of more than 65,536 waits estimated within half a per cent). Undefined when nobody started.`,
    over: (observation, activity) => {
      const sample = waits(observation).sample(activityIndex(observation.office, activity));
      return () => sample.quantile(probability);
    },
  };
}

/** Mean wait for an activity of patients chosen by what is known when they have left. */
function meanWaitOf(
  observation: Observation,
  activity: string,
  { name, chosen }: { readonly name: string } & Pick<ConstructorParameters<typeof PatientWaits>[0], "chosen">,
) {
  const { warmUp } = observation.office;
  const index = activityIndex(observation.office, activity);
  const observer = observation.observer(`waits for ${activity} of ${name}`, () => {
    const counts = (rows: { activity: Int32Array; started: Float64Array }, row: number) =>
      rows.activity[row] === index && rows.started[row]! >= warmUp;
    return new PatientWaits({ counts, chosen });
  });
  return () => {
    const { waited, waits } = observer.totals();
    return waited / waits;
  };
}

function waits(observation: Observation): WaitTally {
  return observation.observer("waits", (office) => new WaitTally(office));
}

function activityIndex(office: Measurable, activity: string): number {
  return office.activities.indexOf(activity);
}

function pathwayIndex(office: Measurable, name: string): number {
  return office.pathways.findIndex((pathway) => pathway.kind !== "other" && pathway.name === name);
}

function sum(counts: Float64Array): number {
  return counts.reduce((total, count) => total + count, 0);
}
