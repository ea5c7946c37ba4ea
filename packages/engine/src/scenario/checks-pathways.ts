/**
 * Checks of pathways: that what a step speaks of is there, and that every pathway comes to an end.
 *
 * @module
 */

import { type Checks, everyStep, pathwaysOf } from "./checks-scope.ts";
import type { Keys } from "./complaints.ts";
import type {
  ActivityStep,
  AttributeLaw,
  BranchWay,
  Condition,
  Need,
  Scenario,
  Step,
  Steps,
  TakeStep,
} from "./schema.ts";
import { share } from "./units.ts";

/** Checks all pathways. */
export function checkPathways(checks: Checks): void {
  const { scenario } = checks;
  const activities = new Set(activitiesOf(scenario));
  for (const [name, law] of Object.entries(scenario.attributes ?? {}))
    checkAttribute(checks, law, ["attributes", name]);
  for (const kind of ["visitTypes", "tasks"] as const) {
    for (const [name, { priority, ...rest }] of Object.entries(scenario[kind] ?? {})) {
      checkPriority(checks, priority, [kind, name, "priority"]);
      for (const [attribute, law] of Object.entries(("attributes" in rest && rest.attributes) || {})) {
        checkAttribute(checks, law, [kind, name, "attributes", attribute]);
      }
    }
  }
  for (const pathway of pathwaysOf(scenario)) new PathwayChecks(checks, pathway, activities).check();
  for (const activity of Object.keys(scenario.serviceLevels ?? {})) {
    checks.known(activity, activities, ["serviceLevels", activity], "activity");
  }
  checkEndlessWork(checks);
}

/** Names of all activities, what is taken included. */
function activitiesOf(scenario: Scenario): string[] {
  return pathwaysOf(scenario).flatMap(({ pathway, keys }) =>
    [...everyStep(pathway, keys)].flatMap(({ step }) => {
      if ("activity" in step)
        return [step.activity, ...(step.afterwards === undefined ? [] : [step.afterwards.activity])];
      return "take" in step ? [wordsOf([step.take].flat()[0]!)[0]!] : [];
    }),
  );
}

/** The kinds of units of which a need speaks. */
function wordsOf(need: Need): readonly string[] {
  if (typeof need === "string") return [need];
  if ("my" in need) return [need.my];
  return "oneOf" in need ? need.oneOf : [need.of];
}

function checkPriority(checks: Checks, priority: number | string | undefined, keys: Keys): void {
  if (typeof priority === "string") checks.known(priority, checks.attributes, keys, "attribute");
}

function checkAttribute(checks: Checks, law: AttributeLaw, keys: Keys): void {
  if (!("shares" in law)) checks.law(law, keys, true);
  else checkShares(checks, Object.values(law.shares), [...keys, "shares"]);
}

/** Shares of categories are all there is. */
export function checkShares(checks: Checks, shares: readonly string[], keys: Keys): void {
  const total = shares.reduce((sum, each) => sum + share(each), 0);
  if (Math.abs(total - 1) < 1e-6) return;
  checks.complain(keys, "shares", `the shares make ${percent(total)} together`, "let them make 100 %");
}

function percent(part: number): string {
  return `${Math.round(part * 1e6) / 1e4} %`;
}

/** Checks one pathway. */
class PathwayChecks {
  readonly #checks: Checks;
  readonly #scenario: Scenario;
  readonly #steps: readonly { readonly step: Step; readonly keys: Keys }[];
  readonly #activities: ReadonlySet<string>;
  /** Kinds of units that are held on somewhere in the pathway. */
  readonly #kept: ReadonlySet<string>;
  readonly #attributes: ReadonlySet<string>;

  constructor(
    checks: Checks,
    { pathway, keys }: { readonly pathway: Steps; readonly keys: Keys },
    activities: ReadonlySet<string>,
  ) {
    this.#checks = checks;
    this.#scenario = checks.scenario;
    this.#steps = [...everyStep(pathway, keys)];
    this.#activities = activities;
    this.#attributes = checks.attributes;
    this.#kept = new Set(
      this.#steps.flatMap(({ step }) => {
        if ("activity" in step) return [step.keeps ?? []].flat();
        return "take" in step ? [step.take].flat().flatMap(wordsOf) : [];
      }),
    );
  }

  check(): void {
    for (const { step, keys } of this.#steps) this.#step(step, keys);
  }

  #step(step: Step, keys: Keys): void {
    const { tasks, visitTypes, templates } = this.#scenario;
    if ("activity" in step) this.#activity(step, keys);
    else if ("take" in step) {
      for (const [need, own] of eachOf(step.take, [...keys, "take"])) this.#need(need, own);
      this.#waiting(step, keys);
    } else if ("free" in step) this.#held(step.free, [...keys, "free"]);
    else if ("branch" in step) this.#branch(step.branch, [...keys, "branch"]);
    else if ("repeat" in step) {
      const { times, again } = step.repeat;
      this.#checks.law(times, [...keys, "repeat", "times"], true);
      if (again !== undefined && share(again) >= 1 && step.repeat.most === undefined) {
        const message = "this goes on and on";
        this.#checks.complain(
          [...keys, "repeat", "again"],
          "endless-work",
          message,
          "write a smaller share, or most: 10",
        );
      }
      if ((times === undefined) !== (again === undefined)) return;
      const message = "a repeat needs either times or again";
      this.#checks.complain([...keys, "repeat"], "times-or-again", message, "write times: 3, or again: 40 %");
    } else if ("waitUntil" in step) this.#waitUntil(step.waitUntil, [...keys, "waitUntil"]);
    else if ("stay" in step) {
      const marks = this.#steps.flatMap((other) => ("mark" in other.step ? [other.step.mark] : []));
      this.#checks.known(step.stay.since, ["arrival", ...marks], [...keys, "stay", "since"], "mark");
      this.#checks.law(step.stay.atLeast, [...keys, "stay", "atLeast"]);
    } else if ("send" in step) {
      this.#checks.known(step.send.task, Object.keys(tasks ?? {}), [...keys, "send", "task"], "task");
    } else if ("followUp" in step) {
      const { visitType, template, in: after } = step.followUp;
      this.#checks.law(after, [...keys, "followUp", "in"]);
      this.#checks.known(template, Object.keys(templates ?? {}), [...keys, "followUp", "template"], "template");
      if (visitType !== undefined) {
        this.#checks.known(visitType, Object.keys(visitTypes ?? {}), [...keys, "followUp", "visitType"], "visit type");
      }
    } else if ("set" in step) {
      for (const [name, value] of Object.entries(step.set)) {
        const own = [...keys, "set", name];
        if (typeof value === "object") checkAttribute(this.#checks, value, own);
        else this.#comparable(name, value, own);
      }
    }
  }

  #activity(step: ActivityStep, keys: Keys): void {
    const { needs, takes, keeps, frees, afterwards } = step;
    const own = new Set([needs ?? []].flat().flatMap(wordsOf));
    for (const [need, place] of eachOf(needs ?? [], [...keys, "needs"])) this.#need(need, place);
    for (const [word, place] of eachOf(keeps ?? [], [...keys, "keeps"])) {
      this.#oneOf(word, own, place, `“${word}” cannot be kept: it is not needed here`);
    }
    if (frees !== undefined) this.#held(frees, [...keys, "frees"]);
    for (const [word, place] of eachOf(afterwards?.keeps ?? [], [...keys, "afterwards", "keeps"])) {
      this.#oneOf(word, new Set([...own, ...this.#kept]), place, `“${word}” cannot be kept: nobody holds it here`);
    }
    if (afterwards !== undefined && needs === undefined) {
      const message = "nobody is needed here who could go on with something afterwards";
      this.#checks.complain([...keys, "afterwards"], "nobody-needed", message, "say whom the activity needs");
    }
    this.#checks.law(takes, [...keys, "takes"]);
    this.#checks.law(afterwards?.takes, [...keys, "afterwards", "takes"]);
    this.#waiting(step, keys);
  }

  #waiting(step: ActivityStep | TakeStep, keys: Keys): void {
    const { patience, priority, ifPatienceEnds, ifFull, limit } = step;
    checkPriority(this.#checks, priority, [...keys, "priority"]);
    this.#checks.law(patience, [...keys, "patience"]);
    if (ifPatienceEnds !== undefined && patience === undefined) {
      this.#checks.complain(
        [...keys, "ifPatienceEnds"],
        "no-patience",
        "nobody loses patience here",
        "write patience: …",
      );
    }
    if (ifFull !== undefined && limit === undefined) {
      this.#checks.complain([...keys, "ifFull"], "no-limit", "nobody is turned away here", "write limit: …");
    }
    for (const key of ["patience", "limit", "preempts", "priority"] as const) {
      if (step[key] === undefined || "take" in step || step.needs !== undefined) continue;
      const message = "nobody waits here, as nobody is needed";
      this.#checks.complain([...keys, key], "nobody-needed", message, `say whom the activity needs, or delete ${key}`);
    }
  }

  #need(need: Need, keys: Keys): void {
    const { units, scenario } = this.#checks;
    const place =
      typeof need === "string" ? keys : [...keys, Object.keys(need).find((key) => key !== "units" && key !== "skill")!];
    const words = wordsOf(need);
    const listed = typeof need === "object" && "oneOf" in need;
    const all = words.map((word, index) =>
      this.#checks.known(word, units.keys(), listed ? [...place, index] : place, "staff, room or equipment"),
    );
    if (!all.every((known) => known)) return;
    if (typeof need === "object" && "my" in need && scenario.staff?.[need.my] === undefined) {
      const message = `“${need.my}” is not a role of the staff, so nobody has one of his own`;
      this.#checks.complain(place, "not-a-role", message, `roles: ${Object.keys(scenario.staff ?? {}).join(", ")}`);
      return;
    }
    const wanted = (typeof need === "object" && "of" in need && need.units) || 1;
    const skill = typeof need === "object" && "of" in need ? need.skill : undefined;
    if (skill !== undefined) this.#skill((need as { of: string }).of, skill, wanted, keys);
    else if (words.every((word) => units.get(word)! < wanted)) {
      const most = Math.max(...words.map((word) => units.get(word)!));
      const message = `${wanted} of “${words.join(" or ")}” ${wanted === 1 ? "is" : "are"} needed at once, but there ${most === 1 ? "is" : "are"} ${most}`;
      this.#checks.complain(keys, "too-few", message, "nobody could ever be served; let there be more, or need fewer");
    }
  }

  #skill(role: string, skill: string, wanted: number, keys: Keys): void {
    const people = Object.values(this.#scenario.staff?.[role]?.people ?? {});
    const skills = people.flatMap((person) => person?.skills ?? []);
    if (!this.#checks.known(skill, skills, [...keys, "skill"], `${role} with the skill`)) return;
    const able = people.filter((person) => person?.skills?.includes(skill)).length;
    if (able >= wanted) return;
    const message = `${wanted} with the skill “${skill}” are needed at once, but there are ${able}`;
    this.#checks.complain(keys, "too-few", message, "nobody could ever be served; let there be more, or need fewer");
  }

  #held(words: string | readonly string[], keys: Keys): void {
    for (const [word, place] of eachOf(words, keys)) {
      this.#oneOf(word, this.#kept, place, `“${word}” is not held here: nothing in this pathway keeps or takes it`);
    }
  }

  #oneOf(word: string, known: ReadonlySet<string>, keys: Keys, message: string): void {
    if (known.has(word)) return;
    const hint = known.size === 0 ? "let an activity keep it: keeps: …" : `known here: ${[...known].join(", ")}`;
    this.#checks.complain(keys, "not-held", message, hint);
  }

  #branch(ways: readonly BranchWay[], keys: Keys): void {
    const byShare = ways.filter((way) => "share" in way);
    if (byShare.length > 0 && byShare.length < ways.length) {
      const message = "a branch goes either by shares or by conditions";
      this.#checks.complain(keys, "shares-and-conditions", message, "write two branches, one inside the other");
      return;
    }
    const total = byShare.reduce((sum, way) => sum + share(way.share), 0);
    if (total > 1 + 1e-9) {
      this.#checks.complain(
        keys,
        "shares",
        `the shares make ${percent(total)} together`,
        "let them make 100 % at most",
      );
    }
    for (const [index, way] of ways.entries()) {
      if ("when" in way) this.#condition(way.when, [...keys, index, "when"]);
      if (!("otherwise" in way) || (index === ways.length - 1 && ways.length > 1)) continue;
      const message = "otherwise is for all who have not gone another way before";
      this.#checks.complain([...keys, index], "otherwise-last", message, "let it be the last way of several");
    }
  }

  #condition(when: Condition, keys: Keys): void {
    for (const [attribute, comparisons] of Object.entries(when)) {
      const own = [...keys, attribute];
      if (!this.#checks.known(attribute, this.#attributes, own, "attribute")) continue;
      if (Object.keys(comparisons).length === 0) {
        this.#checks.complain(own, "no-comparison", "nothing is compared", "write for example { atMost: 2 }");
      }
      for (const [word, value] of Object.entries(comparisons)) this.#comparable(attribute, value, [...own, word]);
    }
  }

  /** Whether an attribute can have a value. */
  #comparable(attribute: string, value: string | number | boolean, keys: Keys): void {
    if (typeof value === "number") return;
    const laws = [this.#scenario, ...Object.values(this.#scenario.visitTypes ?? {})].map(
      ({ attributes }) => attributes?.[attribute],
    );
    const labels = laws.flatMap((law) => (law !== undefined && "shares" in law ? Object.keys(law.shares) : []));
    const isTime = attribute === "lead time" || attribute === "lateness";
    if (labels.includes(String(value)) || (isTime && /^-?[\d.]+ ?[a-z]+$/.test(String(value)))) return;
    if (labels.length === 0 && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)))
      return;
    const message = `“${value}” is no value of “${attribute}”`;
    const known =
      labels.length > 0 ? `known: ${labels.join(", ")}` : isTime ? "write a time, such as 7 d" : "write a number";
    this.#checks.complain(keys, "unknown-value", message, known);
  }

  #waitUntil(until: Extract<Step, { waitUntil: unknown }>["waitUntil"], keys: Keys): void {
    if (typeof until === "string") return;
    if ("sent" in until) {
      const names = this.#steps.flatMap(({ step }) =>
        "send" in step && step.send.as !== undefined ? [step.send.as] : [],
      );
      this.#checks.known(until.sent, names, [...keys, "sent"], "work sent under the name");
      return;
    }
    if ("free" in until)
      this.#checks.known(until.free, this.#checks.units.keys(), [...keys, "free"], "staff, room or equipment");
    else this.#checks.known(until.waiting, this.#activities, [...keys, "waiting"], "activity");
    if (until.atLeast !== undefined && until.atMost !== undefined) {
      const message = "either atLeast or atMost, not both";
      this.#checks.complain(keys, "atLeast-and-atMost", message, "wait twice, one after the other");
    }
  }
}

/** Each of one or several, with the keys that lead to it. */
function eachOf<T>(all: T | readonly T[], keys: Keys): (readonly [T, Keys])[] {
  return Array.isArray(all) ? all.map((one, index) => [one, [...keys, index]] as const) : [[all as T, keys]];
}

/** Tasks that always send each other anew would never come to an end. */
function checkEndlessWork(checks: Checks): void {
  const { tasks = {} } = checks.scenario;
  const sent = (name: string) =>
    [...tasks[name]!.pathway.entries()].flatMap(([index, step]) =>
      "send" in step && tasks[step.send.task] !== undefined ? [{ index, task: step.send.task }] : [],
    );
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    if (done.has(name)) return;
    for (const { index, task } of sent(name)) {
      if (path.includes(task)) {
        const circle = [...path.slice(path.indexOf(task)), task].join(" → ");
        const message = `this work never comes to an end: ${circle}`;
        checks.complain(
          ["tasks", name, "pathway", index, "send"],
          "endless-work",
          message,
          "send it only sometimes, in a branch",
        );
      } else visit(task, [...path, task]);
    }
    done.add(name);
  };
  for (const name of Object.keys(tasks)) visit(name, [name]);
}
