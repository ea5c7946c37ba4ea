/**
 * Staff, rooms and equipment as resources of the kernel.
 *
 * People who are alike are one resource of several units. Where persons matter (they have names, skills or a pace of
 * their own, or patients have *their* physician) each person is a resource of one unit.
 *
 * @module
 */

import type { ResourceSpec } from "../kernel/pathway-model.ts";
import type { Streams } from "../random/streams.ts";
import type { Days } from "../scenario/days.ts";
import type { Scenario, StaffMember, StaffRole } from "../scenario/schema.ts";
import { money, share } from "../scenario/units.ts";
import { appointmentAttribute, type Names } from "./attributes.ts";
import type { Unit } from "./office.ts";
import { type Illness, StaffPlan } from "./staffing.ts";

/** One resource of the kernel, with what the clinic knows of it. */
interface Member {
  readonly name: string;
  /** Its index in the model. */
  readonly index: number;
  readonly skills: readonly string[];
  readonly plan: StaffPlan | undefined;
  /** Units when all are there. */
  readonly count: number;
}

/** What one name of staff, rooms or equipment stands for. */
export interface Group {
  readonly name: string;
  readonly kind: Unit["kind"];
  /** One when pooled, one for each person else. */
  readonly members: readonly Member[];
  readonly pooled: boolean;
}

/** All resources of an office. */
export interface Resources {
  readonly specs: readonly ResourceSpec[];
  readonly units: ReadonlyMap<string, Unit>;
  /** Groups by name; a named person is a group of one. */
  readonly groups: ReadonlyMap<string, Group>;
  /** Roles of which patients have their own. */
  readonly mine: ReadonlySet<string>;
}

/** What resources are made from. */
export interface ResourcesOptions {
  readonly scenario: Scenario;
  readonly days: Days;
  readonly streams: Streams;
  readonly names: Names;
  /** Roles of which somebody needs his own. */
  readonly mine: ReadonlySet<string>;
}

/** Makes the resources of a scenario. */
export function resourcesOf(options: ResourcesOptions): Resources {
  const { scenario, mine } = options;
  const specs: ResourceSpec[] = [];
  const units = new Map<string, Unit>();
  const groups = new Map<string, Group>();
  const add = (group: Group, costPerHour: number, count: number) => {
    const { name, kind, members } = group;
    groups.set(name, group);
    units.set(name, { name, kind, person: false, members: members.map((one) => one.name), costPerHour, count });
  };
  for (const [name, role] of Object.entries(scenario.staff ?? {})) {
    const members = membersOf(name, role, options, specs);
    const cost = role.costPerHour === undefined ? 0 : money(role.costPerHour);
    const count = members.reduce((sum, member) => sum + member.count, 0);
    add({ name, kind: "staff", members, pooled: role.people === undefined && !mine.has(name) }, cost, count);
    for (const member of role.people === undefined ? [] : members) {
      groups.set(member.name, { name: member.name, kind: "staff", members: [member], pooled: false });
      const one = { name: member.name, kind: "staff", person: true, members: [member.name], count: 1 } as const;
      units.set(member.name, { ...one, costPerHour: cost });
    }
  }
  for (const kind of ["rooms", "equipment"] as const) {
    for (const [name, { count, discipline, planFor }] of Object.entries(scenario[kind] ?? {})) {
      const capacity = count === "unlimited" ? Infinity : (count ?? 1);
      const levels = planFor !== undefined || capacity === Infinity;
      specs.push({ name, capacity, levels, ...disciplineOf(discipline, options.names) });
      const member = { name, index: specs.length - 1, skills: [], plan: undefined, count: capacity };
      add({ name, kind: kind === "rooms" ? "room" : "equipment", members: [member], pooled: true }, 0, capacity);
    }
  }
  return { specs, units, groups, mine };
}

function membersOf(
  roleName: string,
  role: StaffRole,
  { scenario, days, streams, names, mine }: ResourcesOptions,
  specs: ResourceSpec[],
): Member[] {
  const illness = illnessOf(roleName, role, streams);
  const planOf = (count: number, person: StaffMember, number?: number) =>
    new StaffPlan(
      {
        count,
        person: number,
        shift: person.shift ?? role.shift,
        roster: person.roster,
        absent: person.absent && new Set(person.absent.map((date) => days.dayOf(date))),
        illness,
      },
      days,
      scenario.shifts ?? {},
    );
  const push = (name: string, { speed, skills = [] }: StaffMember, plan: StaffPlan): Member => {
    specs.push({
      name,
      capacity: plan.initial,
      changes: () => plan.changes(),
      falling: role.atShiftEnd ?? "stay",
      ...(speed === undefined ? {} : { speed }),
      ...disciplineOf(role.discipline, names),
    });
    return { name, index: specs.length - 1, skills, plan, count: plan.most };
  };
  if (role.people !== undefined) {
    return Object.entries(role.people).map(([name, person], index) =>
      push(name, person ?? {}, planOf(1, person ?? {}, index)),
    );
  }
  const all = planOf(role.count ?? 1, {});
  if (!mine.has(roleName)) return [push(roleName, {}, all)];
  return Array.from({ length: all.most }, (_, index) => push(`${roleName} ${index + 1}`, {}, planOf(1, {}, index)));
}

/** Whether a person of a role is ill on a day: a draw of that person and day. */
function illnessOf(roleName: string, { sickness }: StaffRole, streams: Streams): Illness | undefined {
  if (sickness === undefined || share(sickness) === 0) return undefined;
  const chance = share(sickness);
  const draw = streams.keyedUniform(`staff.${roleName}.sickness`);
  return { replication: () => streams.replication, isIll: (person, day) => draw(person, day, 0) < chance };
}

function disciplineOf(discipline: string | undefined, names: Names): Pick<ResourceSpec, "discipline"> {
  if (discipline === undefined) return {};
  if (discipline === "fifo" || discipline === "lifo" || discipline === "first fit") return { discipline };
  const by = discipline.slice("by ".length);
  const attribute = by === "appointment" ? appointmentAttribute : by;
  names.add(attribute);
  return { discipline: { by: attribute } };
}
