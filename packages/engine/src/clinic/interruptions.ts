/**
 * What takes people and equipment away from work: breaks, failures, maintenance.
 *
 * Each is an entity of the office's own that holds a unit `off`. A break and maintenance wait until the current work is
 * done; a failure interrupts it. Somebody's break that could not begin before the end of the shift is not taken.
 *
 * @module
 */

import type { Source, Step } from "../kernel/pathway-model.ts";
import type { Break, Equipment, StaffRole } from "../scenario/schema.ts";
import { minutes } from "../scenario/units.ts";
import { clockTime } from "../time-of-day.ts";
import { decision } from "./conditions.ts";
import { timeOf } from "./pathways.ts";
import type { Group } from "./resources.ts";
import type { Workshop } from "./workshop.ts";

/** Before everything else that waits. */
const first = Number.MIN_SAFE_INTEGER;

/** Longer than any run, where nothing ends. */
const never = 1e9;

const personAttribute = "@person";
const endAttribute = "@end of shift";
const patienceAttribute = "@minutes left";

/** Somebody's turn: from when on, until when it is of use, and whose. */
interface Turn {
  readonly time: number;
  readonly end: number;
  /** Index of the resource in the model. */
  readonly member: number;
}

/** The sources of everything that interrupts work; their pathways go to the workshop. */
export function interruptionsOf(shop: Workshop): Source[] {
  const { staff = {}, equipment = {} } = shop.scenario;
  return [
    ...Object.entries(staff).flatMap(([name, role]) => breaksOf(shop, name, role)),
    ...Object.entries(equipment).flatMap(([name, kind]) => downtimesOf(shop, name, kind)),
  ];
}

function breaksOf(shop: Workshop, roleName: string, { breaks = [] }: StaffRole): Source[] {
  const group = shop.resources.groups.get(roleName)!;
  return breaks.map((pause, index) => {
    const name = `break of ${roleName}${index === 0 ? "" : ` #${index + 1}`}`;
    const turnsNow = "at" in pause ? () => clockTurns(shop, group, pause) : () => shiftTurns(shop, group);
    const steps = "at" in pause ? [] : waitForTurn(minutes(pause.every));
    const rest = takeOff(shop, name, group, pause.lasts, { patience: { attribute: patienceAttribute } });
    const pathway = "at" in pause ? rest : [forEver([...steps, ...rest])];
    return sourceOf(shop, name, pathway, perReplication(shop, group, turnsNow));
  });
}

/** Clock times are taken in turn: person k has the (k mod n)-th. */
function clockTurns({ days }: Workshop, group: Group, { at }: Extract<Break, { at: unknown }>): Turn[] {
  const clocks = [at].flat().map(clockTime);
  return peopleOf(group).flatMap(({ member, spans }, index) => {
    const clock = clocks[index % clocks.length]!;
    return spans.flatMap(({ from, to }) => {
      const end = Math.min(to, days.latest);
      const turns: Turn[] = [];
      for (let time = days.nextClock(from, clock); time < end; time = days.nextClock(time + 1, clock)) {
        turns.push({ time, end: to, member });
      }
      return turns;
    });
  });
}

/** One turn a shift, from its beginning on. */
function shiftTurns(_: Workshop, group: Group): Turn[] {
  return peopleOf(group).flatMap(({ member, spans }) => spans.map(({ from, to }) => ({ time: from, end: to, member })));
}

function peopleOf(group: Group) {
  return group.members.flatMap(({ index, plan, count }) =>
    Array.from({ length: count }, (_, person) => ({ member: index, spans: plan!.spansOfPerson(person) })),
  );
}

function downtimesOf(shop: Workshop, kindName: string, { failures, maintenance }: Equipment): Source[] {
  const group = shop.resources.groups.get(kindName)!;
  const [{ index: member, count }] = group.members as readonly [Group["members"][number]];
  const all = Array.from({ length: count }, () => ({ time: 0, end: never, member }));
  const sources: Source[] = [];
  if (failures !== undefined) {
    const name = `failure of ${kindName}`;
    const works: Step = { do: "delay", time: timeOf(failures.after, `${name}.after`, shop) };
    const broken = takeOff(shop, name, group, failures.repair, { preempt: "resume" });
    sources.push(sourceOf(shop, name, [forEver([works, ...broken])], () => all));
  }
  if (maintenance !== undefined) {
    const name = `maintenance of ${kindName}`;
    const turns: Turn[] = [];
    const start = shop.days.nextClock(0, clockTime(maintenance.at));
    for (let time = start; time < shop.days.latest; time += minutes(maintenance.every)) {
      turns.push(...all.map((turn) => ({ ...turn, time })));
    }
    sources.push(sourceOf(shop, name, takeOff(shop, name, group, maintenance.lasts, {}), () => turns));
  }
  return sources;
}

/** Waits so long since the last break, and finds out how long the shift still lasts. */
function waitForTurn(every: number): Step[] {
  return [
    { do: "delay", time: every },
    { do: "call", hook: patienceAttribute, into: patienceAttribute },
    decision({ attribute: patienceAttribute, is: "<=", value: 0 }, [{ do: "leave", outcome: "shift over" }]),
  ];
}

function takeOff(
  shop: Workshop,
  name: string,
  { members, pooled }: Group,
  lasts: Parameters<typeof timeOf>[0],
  how: Pick<Extract<Step, { do: "seize" }>, "patience" | "preempt">,
): Step[] {
  const oneOf = members.map((member) => member.name);
  const part = pooled ? { oneOf } : { oneOf, my: personAttribute };
  const gaveUp: readonly Step[] = [{ do: "leave", outcome: "shift over" }];
  return [
    { do: "seize", hold: name, parts: [part], priority: first, off: true, ...how, ...(how.patience ? { gaveUp } : {}) },
    { do: "delay", time: timeOf(lasts, `${name}.lasts`, shop) },
    { do: "release", holds: [name] },
  ];
}

function forEver(steps: readonly Step[]): Step {
  return { do: "repeat", steps, times: never, most: never };
}

/** The turns of a group in the present replication, worked out once for it. */
function perReplication({ streams }: Workshop, group: Group, turnsNow: () => Turn[]): () => readonly Turn[] {
  const sorted = () => turnsNow().sort((a, b) => a.time - b.time);
  if (!group.members.some(({ plan }) => plan!.differs)) {
    const turns = sorted();
    return () => turns;
  }
  let replication = -1;
  let turns: Turn[] = [];
  return () => {
    if (replication !== streams.replication) turns = sorted();
    replication = streams.replication;
    return turns;
  };
}

function sourceOf(shop: Workshop, name: string, steps: readonly Step[], turns: () => readonly Turn[]): Source {
  const pathway = shop.addPathway({ name, visit: false, steps });
  const [person, end, left] = [personAttribute, endAttribute, patienceAttribute].map((one) => shop.names.add(one));
  const identity = shop.identityWriter(`identity.${name}`);
  shop.hooks[patienceAttribute] = (columns, row, now) => columns.attributes[end!]![row]! - now;
  return {
    name,
    cycles: 1,
    begins: () => 0,
    arrival: (_, k) => turns()[k]?.time ?? Number.NaN,
    admit(columns, row, _, k) {
      const turn = turns()[k]!;
      identity(columns, row, 0, 0, k);
      const { attributes } = columns;
      attributes[person!]![row] = turn.member;
      attributes[end!]![row] = Math.min(turn.end, never);
      attributes[left!]![row] = Math.min(turn.end, never) - turn.time;
      return pathway;
    },
  };
}
