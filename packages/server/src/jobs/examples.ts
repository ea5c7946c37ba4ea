/**
 * Small examples of everything that the service is asked, for its description; tests send them.
 *
 * @module
 */

/** A scenario that simulates in moments. */
export const office = {
  praxis: 1,
  name: "Small office",
  calendar: { length: "4 h" },
  staff: { nurse: { count: 1 } },
  visitTypes: {
    visit: { pathway: [{ activity: "consult", needs: "nurse", takes: { exponential: { mean: "10 min" } } }] },
  },
  arrivals: { all: { visitType: "visit", poisson: "4 per hour" } },
};

/** A day of work for two people, one of whom is enough. */
export const week = {
  roster: 1,
  name: "Two days",
  start: "2026-12-07",
  days: 2,
  shifts: { early: { from: "08:00", to: "16:00" } },
  people: {
    "MA-1": { role: "medical assistant", costPerHour: "$20 per hour" },
    "MA-2": { role: "medical assistant", costPerHour: "$25 per hour" },
  },
  cover: { normal: [{ shift: "early", people: { atLeast: 1 } }] },
};

/** A session that is solved in moments. */
export const session = {
  session: { patients: 4, length: "60 min", grid: "5 min" },
  service: { exponential: { mean: "15 min" } },
  cost: { idle: 10, overtime: 15 },
  samples: 100,
};

/** A week of one provider, who sees patients of one kind on Monday mornings. */
export const mondays = {
  week: 1,
  name: "One provider",
  zone: "America/Chicago",
  start: "2026-12-07",
  sessions: { morning: { from: "08:00", to: "10:00", grid: "15 min" } },
  costs: { wait: "$24 per hour", idle: "$120 per hour", overtime: "$180 per hour" },
  visitTypes: { visit: { takes: { exponential: { mean: "15 min" } }, demand: "4 per week", unmet: "$90" } },
  providers: { "Dr-A": { role: "physician", sessions: { monday: "morning" } } },
};

/** An office whose appointments could be at better times. */
export const planned = {
  praxis: 1,
  name: "Two at eight",
  calendar: { start: "2026-01-05 08:00", length: "4 h", ends: "when empty", opening: "08:00-12:00" },
  staff: { physician: { count: 1, shift: "08:00-12:00" } },
  visitTypes: {
    visit: {
      pathway: [{ activity: "consult", needs: { my: "physician" }, takes: { exponential: { mean: "14 min" } } }],
    },
  },
  templates: { clinic: [{ from: "08:00", to: "11:00", every: "20 min", seats: 2, provider: "physician" }] },
  arrivals: { booked: { visitType: "visit", appointments: { template: "clinic", booked: "70 %" } } },
};

/** A roster for the days of `week`. */
export const tours = { "MA-1": ["early", null], "MA-2": [null, "early"] };
