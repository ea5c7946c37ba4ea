import type { RequestCounts } from "./access-tally.ts";
import { PatientWaits } from "./measures-activity-observers.ts";
import type { Family } from "./measures-family.ts";

const during = "after the warm-up and before the end of the run";
const due = `whose appointment was ${during}, cancelled ones apart`;
const openings = `mean over the days whose opening was ${during}`;
const noneAsked = "Undefined when there was none.";
const third =
  "0 when that is today, and one more than the days of the booking horizon when there is none. Seats held for others do not count, nor places beside somebody";

/** A count of requests, of all sources and of each. */
function counted(pattern: string, what: keyof RequestCounts, definition: (whom: string) => string): Family[] {
  return [
    {
      pattern,
      unit: "patients",
      definition: definition(""),
      over:
        ({ office }) =>
        () =>
          office.access.total(what),
    },
    {
      pattern: `${pattern}.<source of requests>`,
      unit: "patients",
      definition: definition(" of “<source of requests>”"),
      over:
        ({ office }, source) =>
        () =>
          office.access.total(what, source),
    },
  ];
}

/** A ratio of two counts, of all sources and of each. */
function ratio(
  {
    pattern,
    unit,
    of,
    per,
  }: { pattern: string; unit: string; of: readonly (keyof RequestCounts)[]; per: readonly (keyof RequestCounts)[] },
  definition: (whom: string) => string,
): Family[] {
  const over: Family["over"] = ({ office }, source) => {
    const total = (all: readonly (keyof RequestCounts)[]) => {
      return all.reduce((sum, what) => sum + office.access.total(what, source), 0);
    };
    return () => total(of) / total(per);
  };
  return [
    { pattern, unit, definition: definition(""), over },
    { pattern: `${pattern}.<source of requests>`, unit, definition: definition(" of “<source of requests>”"), over },
  ];
}

/** How long patients wait for an appointment, and how many of them. */
const waiting: readonly Family[] = [
  {
    pattern: "thirdNextAvailable",
    unit: "d",
    definition: `Days from an opening to the day of the third free seat that somebody who asks then could have; ${openings}. ${third}.`,
    over: ({ office }) => office.access.watchThird({}),
  },
  {
    pattern: "thirdNextAvailable.<visit type asked for>",
    unit: "d",
    definition: `Days from an opening to the day of the third free seat that somebody who asks for “<visit type asked for>” then could have; ${openings}. ${third}.`,
    over: ({ office }, visitType) => office.access.watchThird({ visitType }),
  },
  {
    pattern: "thirdNextAvailable.provider=<provider>",
    unit: "d",
    definition: `Days from an opening to the day of the third free seat with <provider> (a person, or anybody of a role) that somebody who asks then could have; ${openings}. ${third}.`,
    over: ({ office }, provider) => office.access.watchThird({ provider }),
  },
  {
    pattern: "backlog",
    unit: "d",
    definition: `How many patients had an appointment ahead at opening, that day's included, as days of capacity: over the seats of a day that has any, on average over the week; ${openings}; of several templates on average.`,
    over:
      ({ office }) =>
      () =>
        office.access.days.backlog / office.access.days.days,
  },
  {
    pattern: "backlogUnder.<limit>",
    unit: "share",
    definition: `Share of the days whose opening was ${during} on which the backlog (see backlog) was less than <limit> days of capacity. Undefined when there was no such day.`,
    over: ({ office }, limit) => office.access.watchUnder(Number(limit)),
  },
  ...ratio({ pattern: "leadTime", unit: "d", of: ["leadDays"], per: ["due"] }, (whom) => {
    return `Mean days (midnights) from asking to the appointment, over all patients${whom} ${due}. ${noneAsked}`;
  }),
  ...ratio({ pattern: "sameDayShare", unit: "share", of: ["sameDay"], per: ["due"] }, (whom) => {
    return `Share of the patients${whom} ${due}, who had asked on that very day. ${noneAsked}`;
  }),
];

/** Who asks, and what becomes of it. */
const outcomes: readonly Family[] = [
  ...counted("requests", "asked", (whom) => {
    return `How many patients${whom} asked for an appointment ${during}; no-shows who asked again apart.`;
  }),
  ...ratio({ pattern: "noShowRate", unit: "share", of: ["noShows"], per: ["due"] }, (whom) => {
    return `Share of the patients${whom} ${due}, who did not come. ${noneAsked}`;
  }),
  ...counted("rebookings", "bookedAgain", (whom) => {
    return `How many patients${whom} who had missed an appointment asked for another ${during}.`;
  }),
  ...counted("balked", "balked", (whom) => {
    return `How many patients${whom} went elsewhere ${during}, as the first seat was too late for them.`;
  }),
  ...ratio(
    { pattern: "unmetShare", unit: "share", of: ["balked", "foundNoSeat"], per: ["asked", "bookedAgain"] },
    (whom) => {
      return `Share of the patients${whom} who asked ${during}, no-shows who asked again included, who went elsewhere, as the first seat was too late, or found none within the booking horizon. ${noneAsked}`;
    },
  ),
  ...counted("waitListFilled", "movedUp", (whom) => {
    return `How many patients${whom} moved from the wait list into a seat that had been cancelled, or left by somebody who moved, ${during}.`;
  }),
  ...counted("overbooked", "overbooked", (whom) => {
    return `How many patients${whom} were booked, ${during}, beside somebody who had the seat already.`;
  }),
  ...ratio({ pattern: "sharedSeats", unit: "share", of: ["shared"], per: ["due"] }, (whom) => {
    return `Share of the patients${whom} ${due}, whose seat somebody else had too. ${noneAsked}`;
  }),
  {
    pattern: "wait.source=<source of requests>",
    unit: "min",
    definition:
      "Mean minutes that a visit spent waiting in the office, for all its activities together, over all visits of patients of “<source of requests>” that left after the warm-up, however they ended. Undefined when nobody left.",
    over: (observation, name) => {
      const { sources, pathways, warmUp } = observation.office;
      const ofVisit = pathways.map(({ kind }) => kind === "visit type");
      const index = sources.findIndex((source) => source.name === name);
      const observer = observation.observer(`waits of ${name}`, () => {
        return new PatientWaits({
          counts: ({ pathway }, row) => ofVisit[pathway[row]!]!,
          chosen: ({ source, left }, row) => source[row] === index && left[row]! >= warmUp,
        });
      });
      return () => {
        const { waited, patients } = observer.totals();
        return waited / patients;
      };
    },
  },
  {
    pattern: "fillRate",
    unit: "share",
    definition: `Share of the seats ${during} that somebody had when their time came, whether he came or not; seats that a source books in advance are left out. Undefined when there was no seat.`,
    over:
      ({ office }) =>
      () =>
        office.access.days.filled / office.access.days.seats,
  },
  {
    pattern: "overflow",
    unit: "share",
    definition: `Share of the days with seats that ended ${during} on which more patients asked (for the first time) than there were seats. Undefined when there was no such day.`,
    over:
      ({ office }) =>
      () =>
        office.access.days.overflowing / office.access.days.asking,
  },
];

/** Measures of access to appointments. */
export const accessFamilies: readonly Family[] = [...waiting, ...outcomes];
