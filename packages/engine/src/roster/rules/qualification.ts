/**
 * Whoever works at a workplace can do what it needs.
 *
 * @module
 */

import { allDays, dayName, type Person, type RosterProblem, type Shift, type Workplace } from "../problem.ts";
import type { Rule } from "../rule.ts";

export const qualification: Rule<Record<never, never>> = {
  name: "qualification",
  description: "Whoever works at a workplace has the skill that it needs.",
  constrain({ people }, problem) {
    const days = allDays(problem);
    return people.flatMap((person) =>
      problem.workplaces.flatMap((workplace) => {
        const { id, skills } = problem.people[person]!;
        if (workplace.skill === undefined || (skills.get(workplace.skill) ?? 0) >= workplace.level) return [];
        const reason = {
          rule: "qualification",
          text: `${id} lacks ${skillWords(workplace)}, which ${workplace.name} needs`,
        };
        return problem.shifts.flatMap(({ parts }, shift) =>
          parts.some((part) => part.workplace === workplace.name)
            ? days.map((day) => ({ kind: "cell" as const, reason, person, day, shift, cost: Infinity }))
            : [],
        );
      }),
    );
  },
  violations({ people }, problem, assignments) {
    return people.flatMap((person) =>
      assignments[person]!.flatMap((shift, day) => {
        const lacking = shift === null ? undefined : firstLacking(problem.people[person]!, shift, problem);
        if (lacking === undefined) return [];
        const text = `${problem.people[person]!.id} works at ${lacking.name} on ${dayName(problem, day)} without ${skillWords(lacking)}`;
        return [{ text, cost: Infinity, person, day }];
      }),
    );
  },
};

function firstLacking(person: Person, shift: Shift, { workplaces }: RosterProblem): Workplace | undefined {
  const there = new Set(shift.parts.map((part) => part.workplace));
  return workplaces.find(({ name, skill, level }) => {
    if (!there.has(name) || skill === undefined) return false;
    const own = person.skills.get(skill);
    return own === undefined || own < level;
  });
}

/** `phlebotomy`, or `phlebotomy of level 2`. */
function skillWords({ skill, level }: Workplace): string {
  return level > 1 ? `${skill} of level ${level}` : skill!;
}
