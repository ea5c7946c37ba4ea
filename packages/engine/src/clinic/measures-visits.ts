import type { Family } from "./measures-family.ts";
import type { Measurable, Observation } from "./measures-observation.ts";
import { GrowingSample } from "./measures-sample.ts";
import { FINISHED, OvertimeTally, VisitTally } from "./measures-visit-observers.ts";
import type { PathwayKind } from "./office.ts";

const booked = "with an appointment after the warm-up and before the end of the run";

/** Who came, and who did not. */
const arrivals: readonly Family[] = [
  {
    pattern: "arrivals",
    unit: "patients",
    definition:
      "How many patients (visits, not tasks) arrived after the warm-up and before the end of the run; those turned away, too. Who did not come is not counted.",
    over: (observation) => {
      const [tally, pathways] = [visits(observation), ofKind(observation.office, "visit type")];
      return () => total(tally.arrived, pathways);
    },
  },
  {
    pattern: "arrivals.<visit type or task>",
    unit: "patients",
    definition:
      "How many of “<visit type or task>” arrived, or were sent, after the warm-up and before the end of the run.",
    over: (observation, name) => {
      const [tally, pathways] = [visits(observation), named(observation.office, name)];
      return () => total(tally.arrived, pathways);
    },
  },
  {
    pattern: "noShows",
    unit: "patients",
    definition: `How many patients ${booked} did not come, and had not cancelled.`,
    over: ({ office }) => {
      return () => office.bookings.noShows + office.access.total("noShows");
    },
  },
  {
    pattern: "cancellations",
    unit: "patients",
    definition: `How many patients ${booked} cancelled it; of those who had asked, who cancelled in that span.`,
    over: ({ office }) => {
      return () => office.bookings.cancellations + office.access.total("cancellations");
    },
  },
  {
    pattern: "followUpDelay",
    unit: "d",
    definition:
      "Mean days from the day wished for to the day of the seat found, over all follow-up visits booked after the warm-up. Undefined when none was booked.",
    over: ({ office }) => {
      return () => office.bookings.followUpDays / office.bookings.followUps;
    },
  },
];

/** Who left, and how. */
const departures: readonly Family[] = [
  {
    pattern: "throughput",
    unit: "patients",
    definition:
      "How many visits were finished after the warm-up and before the end of the run. Who gave up, was turned away or left early is not counted.",
    over: (observation) => {
      const [tally, pathways] = [visits(observation), ofKind(observation.office, "visit type")];
      return () => finished(tally, pathways);
    },
  },
  {
    pattern: "throughput.<visit type>",
    unit: "patients",
    definition: "How many visits “<visit type>” were finished after the warm-up and before the end of the run.",
    over: (observation, name) => {
      const [tally, pathways] = [visits(observation), named(observation.office, name)];
      return () => finished(tally, pathways);
    },
  },
  {
    pattern: "completed.<task>",
    unit: "tasks",
    definition: "How many tasks “<task>” were finished after the warm-up and before the end of the run.",
    over: (observation, name) => {
      const [tally, pathways] = [visits(observation), named(observation.office, name)];
      return () => finished(tally, pathways);
    },
  },
  {
    pattern: "unfinished.<visit type or task>",
    unit: "patients",
    definition: "How many of “<visit type or task>” were still open at the end of the run, whenever they had begun.",
    over: (observation, name) => {
      const [tally, pathways] = [visits(observation), named(observation.office, name)];
      return () => total(tally.present, pathways);
    },
  },
  {
    pattern: "present",
    unit: "patients",
    definition: "How many patients (visits, not tasks) were in the office at the end of the run.",
    over: (observation) => {
      const [tally, pathways] = [visits(observation), ofKind(observation.office, "visit type")];
      return () => total(tally.present, pathways);
    },
  },
  {
    pattern: "leftEarly.<outcome>",
    unit: "patients",
    definition: "How many visits ended with the outcome “<outcome>” after the warm-up and before the end of the run.",
    over: (observation, name) => {
      const [tally, pathways] = [visits(observation), ofKind(observation.office, "visit type")];
      const outcome = observation.office.outcomes.indexOf(name);
      return () => pathways.reduce((sum, pathway) => sum + tally.outcomes(outcome, pathway), 0);
    },
  },
];

const left = "visits that left after the warm-up, however they ended";
const present = "Who was still there at the end of the run is not counted. Undefined when nobody left.";

/** How long visits took, and how long the day. */
const times: readonly Family[] = [
  {
    pattern: "timeInOffice",
    unit: "min",
    definition: `Mean minutes from arrival to leaving, over all ${left}. ${present}`,
    over: (observation) => meanTime(observation, ofKind(observation.office, "visit type")),
  },
  {
    pattern: "timeInOffice.p50",
    unit: "min",
    definition: `Of all ${left}, half had taken so many minutes from arrival to leaving, or less (type 7 quantile). ${present}`,
    over: (observation) => timeQuantile(observation, 0.5),
  },
  {
    pattern: "timeInOffice.p90",
    unit: "min",
    definition: `Of all ${left}, nine in ten had taken so many minutes from arrival to leaving, or less (type 7 quantile). ${present}`,
    over: (observation) => timeQuantile(observation, 0.9),
  },
  {
    pattern: "timeInOffice.<visit type>",
    unit: "min",
    definition: `Mean minutes from arrival to leaving of “<visit type>”, over all ${left}. ${present}`,
    over: (observation, name) => meanTime(observation, named(observation.office, name)),
  },
  {
    pattern: "lastDeparture",
    unit: "clock",
    definition:
      "When the last visit left that left within the run, after the warm-up. Undefined when nobody left; who was still there at the end is not counted.",
    over: (observation) => {
      const [tally, pathways] = [visits(observation), ofKind(observation.office, "visit type")];
      return () => {
        const known = pathways.map((pathway) => tally.lastLeft[pathway]!).filter((time) => !Number.isNaN(time));
        return known.length === 0 ? Number.NaN : Math.max(...known);
      };
    },
  },
  {
    pattern: "overtime",
    unit: "min",
    definition:
      "Minutes from closing until the last patient had left, 0 when nobody was there at closing or came later that day; mean over the open days that closed after the warm-up and before the end of the run. Counted at most until the office opened again, or the run ended. Undefined for an office without opening hours.",
    over: (observation) => {
      const tally = observation.observer("overtime", (office) => new OvertimeTally(office));
      return () => tally.mean();
    },
  },
];

/** Measures of who came, who left, and how long they were there. */
export const visitFamilies: readonly Family[] = [...arrivals, ...departures, ...times];

function visits(observation: Observation): VisitTally {
  return observation.observer("visits", (office) => new VisitTally(office));
}

function meanTime(observation: Observation, pathways: readonly number[]) {
  const tally = visits(observation);
  return () => total(tally.minutes, pathways) / total(tally.left, pathways);
}

function timeQuantile(observation: Observation, probability: number) {
  const { sample } = observation.observer("times in office", (office) => {
    const sample = new GrowingSample();
    visits(observation).keep(sample, ofKind(office, "visit type"));
    return { sample, reset: () => sample.clear() };
  });
  return () => sample.quantile(probability);
}

function finished(tally: VisitTally, pathways: readonly number[]): number {
  return pathways.reduce((sum, pathway) => sum + tally.outcomes(FINISHED, pathway), 0);
}

function total(counts: Float64Array, pathways: readonly number[]): number {
  return pathways.reduce((sum, pathway) => sum + counts[pathway]!, 0);
}

function ofKind({ pathways }: Measurable, kind: PathwayKind): number[] {
  return pathways.flatMap((pathway, index) => (pathway.kind === kind ? [index] : []));
}

function named({ pathways }: Measurable, name: string): number[] {
  return pathways.flatMap((pathway, index) => (pathway.kind !== "other" && pathway.name === name ? [index] : []));
}
