import type { Need, Scenario } from "../scenario/schema.ts";
import { literally } from "./measures-family.ts";
import { wordsOf } from "./request.ts";

/** What there is to be measured in a scenario, by name. */
export interface Vocabulary {
  /** Activities of visits and tasks, in the order of the file. */
  readonly activities: ReadonlyMap<string, ActivityWords>;
  readonly visitTypes: readonly string[];
  readonly tasks: readonly string[];
  /** Staff, rooms and equipment, and named people. */
  readonly resources: ReadonlyMap<string, ResourceWords>;
  /** Names that the values of each attribute have; undefined for numbers. */
  readonly attributes: ReadonlyMap<string, readonly string[] | undefined>;
  /** How visits may end early. */
  readonly outcomes: readonly string[];
  /** Activities with a service level. */
  readonly targets: readonly string[];
  readonly followUps: boolean;
  /** Sources of patients who ask for appointments. */
  readonly requests: readonly string[];
  readonly visitTypesAsked: readonly string[];
  /** Whether any of them would come earlier when a seat is cancelled. */
  readonly waitList: boolean;
  /** Roles and people who offer seats. */
  readonly providers: readonly string[];
}

/** What may happen at an activity. */
interface ActivityWords {
  /** It needs somebody or something, so that it can be waited for. */
  readonly waits: boolean;
  readonly patience: boolean;
  readonly limit: boolean;
  /** Only tasks have it, so that whoever waits for it is no patient in the office. */
  readonly onlyInTasks: boolean;
}

/** What measures need to know of a resource beforehand. */
interface ResourceWords {
  readonly kind: "staff" | "rooms" | "equipment";
  /** A named person; their role is a resource of its own. */
  readonly person: boolean;
  readonly limited: boolean;
  /** Numbers of units whose delay probability is asked for; undefined where the time at each level is not kept. */
  readonly planFor: readonly number[] | undefined;
}

const kept = new WeakMap<Scenario, Vocabulary>();

/** Finds what there is to be measured in a scenario; found once for each. */
export function vocabularyOf(scenario: Scenario): Vocabulary {
  const vocabulary = kept.get(scenario) ?? readVocabulary(scenario);
  kept.set(scenario, vocabulary);
  return vocabulary;
}

/**
 * How a name that stands in a pattern's place is recognised, and which names stand there in this scenario.
 *
 * @param place such as "activity"
 */
export function placeIn(vocabulary: Vocabulary, place: string): { expression: string; known: readonly string[] } {
  if (place === "attribute=value") return attributePlace(vocabulary);
  const known = namesAt(vocabulary, place);
  // Longer names first: "exam" must not hide "exam room".
  const names = known.toSorted((a, b) => b.length - a.length).map(literally);
  return { expression: numbers.includes(place) ? "\\d+" : names.join("|") || "(?!)", known };
}

/** Places where any whole number may stand. */
const numbers: readonly string[] = ["n", "limit"];

function namesAt({ resources, ...vocabulary }: Vocabulary, place: string): string[] {
  const having = (test: (words: ResourceWords) => boolean) => {
    return [...resources].flatMap(([name, words]) => (test(words) ? [name] : []));
  };
  switch (place) {
    case "activity":
      return [...vocabulary.activities.keys()];
    case "activity with target":
      return [...vocabulary.targets];
    case "visit type":
      return [...vocabulary.visitTypes];
    case "task":
      return [...vocabulary.tasks];
    case "visit type or task":
      return [...vocabulary.visitTypes, ...vocabulary.tasks];
    case "outcome":
      return [...vocabulary.outcomes];
    case "resource":
      return [...resources.keys()];
    case "role":
      return having(({ kind }) => kind === "staff");
    case "resource to plan for":
      return having(({ planFor }) => planFor !== undefined);
    case "visit type asked for":
      return [...vocabulary.visitTypesAsked];
    case "source of requests":
      return [...vocabulary.requests];
    case "provider":
      return vocabulary.requests.length === 0 ? [] : [...vocabulary.providers];
    case "limit":
      return vocabulary.requests.length === 0 ? [] : ["2"];
    case "n":
      return [...new Set([...resources.values()].flatMap(({ planFor }) => planFor ?? []))].map(String);
    default:
      throw new RangeError(`a pattern has no place for “${place}”`);
  }
}

function attributePlace({ attributes }: Vocabulary): { expression: string; known: readonly string[] } {
  const known = [...attributes].flatMap(([name, values]) => values?.map((value) => `${name}=${value}`) ?? []);
  const numbers = [...attributes].flatMap(([name, values]) =>
    values ? [] : [`${literally(name)}=-?\\d+(?:\\.\\d+)?`],
  );
  return { expression: [...known.map(literally), ...numbers].join("|") || "(?!)", known };
}

function readVocabulary(scenario: Scenario): Vocabulary {
  const ofVisits = Object.values(scenario.visitTypes ?? {}).flatMap(({ pathway }) => stepsOf(pathway));
  const ofTasks = Object.values(scenario.tasks ?? {}).flatMap(({ pathway }) => stepsOf(pathway));
  const steps = [...ofVisits, ...ofTasks];
  return {
    activities: activitiesOf(steps, new Set(ofVisits)),
    visitTypes: Object.keys(scenario.visitTypes ?? {}),
    tasks: Object.keys(scenario.tasks ?? {}),
    resources: new Map([
      ...resourceWords(scenario.staff, "staff"),
      ...resourceWords(scenario.rooms, "rooms"),
      ...resourceWords(scenario.equipment, "equipment"),
    ]),
    attributes: new Map([scenario, ...Object.values(scenario.visitTypes ?? {})].flatMap(attributesOf)),
    outcomes: [...new Set(steps.flatMap(outcomesOf))],
    targets: Object.keys(scenario.serviceLevels ?? {}),
    followUps: steps.some((step) => step["followUp"] !== undefined),
    ...requestWords(scenario),
  };
}

function requestWords({ arrivals = {}, templates = {}, staff = {} }: Scenario) {
  const asking = Object.entries(arrivals).filter(([, source]) => "requests" in source);
  const named = Object.values(templates).flatMap((rows) => rows.flatMap(({ provider }) => provider ?? []));
  const people = Object.entries(staff).flatMap(([role, words]) => {
    return named.includes(role) ? Object.keys(words.people ?? {}) : [];
  });
  return {
    requests: asking.map(([name]) => name),
    visitTypesAsked: [
      ...new Set(
        asking.flatMap(([, { visitType }]) =>
          typeof visitType === "string" ? visitType : Object.keys(visitType ?? {}),
        ),
      ),
    ],
    waitList: asking.some(([, source]) => "requests" in source && source.requests.waitList !== undefined),
    providers: [...new Set([...named, ...people])],
  };
}

/** Plain data with names. */
type Plain = Readonly<Record<string, unknown>>;

/** Where a step may hold others. */
const inner = ["steps", "branch", "repeat", "parallel", "ifPatienceEnds", "ifFull", "afterwards"];

/** All steps of a pathway, those within others too, in the order of the file. */
function stepsOf(value: unknown): Plain[] {
  if (Array.isArray(value)) return value.flatMap(stepsOf);
  if (typeof value !== "object" || value === null) return [];
  const step = value as Plain;
  return [step, ...inner.flatMap((key) => stepsOf(step[key]))];
}

function activitiesOf(steps: readonly Plain[], ofVisits: ReadonlySet<Plain>): Map<string, ActivityWords> {
  const activities = new Map<string, ActivityWords>();
  for (const step of steps) {
    const { activity, take, needs, patience, limit } = step;
    const name = take === undefined ? activity : wordsOf([take].flat()[0] as Need)[0];
    if (typeof name !== "string") continue;
    const known = activities.get(name);
    activities.set(name, {
      waits: known?.waits === true || needs !== undefined || take !== undefined,
      patience: known?.patience === true || patience !== undefined,
      limit: known?.limit === true || limit !== undefined,
      onlyInTasks: known?.onlyInTasks !== false && !ofVisits.has(step),
    });
  }
  return activities;
}

function outcomesOf({ leave, patience, limit }: Plain): string[] {
  return [
    ...(typeof leave === "string" ? [leave] : []),
    ...(patience === undefined ? [] : ["gave up"]),
    ...(limit === undefined ? [] : ["turned away"]),
  ];
}

function resourceWords(section: object | undefined, kind: ResourceWords["kind"]): [string, ResourceWords][] {
  return Object.entries(section ?? {}).flatMap(([name, { count, people, planFor }]): [string, ResourceWords][] => {
    const limited = count !== "unlimited";
    const words = { kind, person: false, limited, planFor: planFor ?? (limited ? undefined : []) };
    const person = { ...words, person: true };
    return [[name, words], ...Object.keys(people ?? {}).map((one): [string, ResourceWords] => [one, person])];
  });
}

function attributesOf({ attributes }: { readonly attributes?: unknown }): [string, readonly string[] | undefined][] {
  return Object.entries((attributes ?? {}) as Plain).map(([name, law]) => {
    const { shares } = law as { shares?: object };
    return [name, shares && Object.keys(shares)];
  });
}
