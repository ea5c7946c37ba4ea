import type { ResourceStatistics } from "../kernel/pathway-model.ts";
import { WorkTally } from "./measures-activity-observers.ts";
import type { Family } from "./measures-family.ts";
import type { Observation } from "./measures-observation.ts";

const measured = "from the end of the warm-up to the end of the run";
const undefinedWhenUnlimited = "Undefined when there was none of it, or no limit.";
const firstNeed = "Work counts for what serves as the first need of its activity";

/** Measures of staff, rooms and equipment, and of what they cost. */
export const resourceFamilies: readonly Family[] = [
  {
    pattern: "utilisation.<resource>",
    unit: "share",
    definition: `Share of the time in which <resource> was there that it was busy or held, ${measured}. Breaks, failures and maintenance are neither; staff who stay or finish after their shift are there. ${undefinedWhenUnlimited}`,
    over: (observation, name) => {
      const now = statisticsOf(observation, name);
      return () => {
        const { busy, capacity, off } = now();
        return defined(busy / (capacity - off), capacity);
      };
    },
  },
  {
    pattern: "begunUtilisation.<resource>",
    unit: "share",
    definition: `Whole length of all work that <resource> began after the warm-up, the part after the end of the run included, as a share of its planned time ${measured}; may be above 1. Some published models count so. ${firstNeed}. ${undefinedWhenUnlimited}`,
    over: (observation, name) => workShare(observation, name, "begun"),
  },
  {
    pattern: "completedUtilisation.<resource>",
    unit: "share",
    definition: `Whole length of all work that <resource> completed after the warm-up and before the end of the run, as a share of its planned time ${measured}. Some published models count so. ${firstNeed}. ${undefinedWhenUnlimited}`,
    over: (observation, name) => workShare(observation, name, "completed"),
  },
  {
    pattern: "inUse.<resource>",
    unit: "units",
    definition: `How many of <resource> were busy or held, averaged over the time ${measured}.`,
    over: (observation, name) => {
      const now = statisticsOf(observation, name);
      return () => now().busy / now().minutes;
    },
  },
  {
    pattern: "queue.<resource>",
    unit: "patients",
    definition: `How many were waiting for <resource>, for whatever activity, averaged over the time ${measured}. Who waits for several things at once waits for each of them.`,
    over: (observation, name) => {
      const now = statisticsOf(observation, name);
      return () => now().waiting / now().minutes;
    },
  },
  {
    pattern: "delayProbability.<resource to plan for>.<n>",
    unit: "share",
    definition: `Probability that somebody who needs one of <n> of <resource to plan for> would find all of them taken, from the time that each number of them was in use ${measured}: P(N = <n>) / P(N ≤ <n>). Exact for random arrivals to as many as are needed (Erlang B). Undefined when there was never so few in use.`,
    over: (observation, name, count) => {
      const now = statisticsOf(observation, name);
      const beds = Number(count);
      return () => {
        const { levels } = now();
        const below = levels.slice(0, beds + 1).reduce((sum, minutes) => sum + minutes, 0);
        return (levels[beds] ?? 0) / below;
      };
    },
  },
  {
    pattern: "overtime.<role>",
    unit: "min",
    definition: `Minutes that all of <role> together were at work above plan: after the end of their shifts, until they had finished, or the office was empty; ${measured}. Breaks apart.`,
    over: (observation, name) => {
      const now = statisticsOf(observation, name);
      return () => now().overtime;
    },
  },
  {
    pattern: "staffCost",
    unit: "$",
    definition: `Cost of all staff ${measured}: hours of their shifts, breaks included, and hours above plan, each at costPerHour. Who has no costPerHour costs nothing.`,
    over: (observation) => {
      const { office } = observation;
      const paid = office.staff.map((name) => {
        const now = statisticsOf(observation, name);
        return () => (office.costPerHour(name) * (now().planned + now().overtime)) / 60;
      });
      return () => paid.reduce((sum, cost) => sum + cost(), 0);
    },
  },
];

/** The statistics of all units of a name together. */
function statisticsOf({ office }: Observation, name: string): () => ResourceStatistics {
  const units = office.unitsOf(name);
  const [only] = units;
  if (units.length === 1) return () => office.statistics(only!);
  return () => units.map((unit) => office.statistics(unit)).reduce(together);
}

function together(one: ResourceStatistics, other: ResourceStatistics): ResourceStatistics {
  return {
    minutes: one.minutes,
    planned: one.planned + other.planned,
    capacity: one.capacity + other.capacity,
    busy: one.busy + other.busy,
    off: one.off + other.off,
    overtime: one.overtime + other.overtime,
    waiting: one.waiting + other.waiting,
    levels: [],
  };
}

function workShare(observation: Observation, name: string, counted: "begun" | "completed") {
  const tally = observation.observer("work", (office) => new WorkTally(office));
  const indices = observation.office.unitsOf(name).map((unit) => observation.office.resources.indexOf(unit));
  const now = statisticsOf(observation, name);
  return () => {
    const work = indices.reduce((sum, index) => sum + tally[counted][index]!, 0);
    return defined(work / now().planned, now().planned);
  };
}

/** A share of something that has to be there, and limited. */
function defined(share: number, whole: number): number {
  return whole > 0 && whole < Infinity ? share : Number.NaN;
}
