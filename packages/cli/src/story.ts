import type { PathwayEvent } from "@praxis/engine";

/** One line of a trace: when, who, what, and with whom or what. */
export interface StoryLine {
  /** Minutes since the start of the run. */
  readonly minute: number;
  /** "patient 3", "phone call 12", or the name of a resource whose capacity changes. */
  readonly who: string;
  readonly what: string;
  /** Resources taken or freed, work sent, the way in which somebody leaves; empty when there is nothing to add. */
  readonly where: string;
  /** The patient that the line is about, also when it tells of work done for them; absent when it is about nobody. */
  readonly patient?: number;
}

/** What a story is told about the office. */
export interface StoryOptions {
  /** Whether a pathway is that of a visit, rather than of a task or a break. */
  readonly isVisit: (pathway: string) => boolean;
  /** Is given each line as soon as nothing can be added to it. */
  readonly tell: (line: StoryLine) => void;
}

/** Somebody or something on a pathway. */
type Character = Pick<StoryLine, "who" | "patient">;

/**
 * Turns what happens in a run into lines that a person can follow.
 *
 * Patients are numbered in the order of their arrival, and work in the order in which it comes up, each kind by itself.
 * What one of them does in one moment belongs together: the beginning of a consultation and the physician taken for it
 * are one line.
 */
export class Story {
  readonly #options: StoryOptions;
  /** Those on their way, by the serial of their entity. */
  readonly #characters = new Map<number, Character>();
  /** For which patient work was sent that has not begun yet, by the serial of its entity. */
  readonly #sentFor = new Map<number, number>();
  /** How many of each kind there have been. */
  readonly #counts = new Map<string, number>();
  /** What one of them has done in this minute, with nobody else in between. */
  #moment: PathwayEvent[] = [];

  constructor(options: StoryOptions) {
    this.#options = options;
  }

  /** How many patients have arrived so far. */
  get patients(): number {
    return this.#counts.get("patient") ?? 0;
  }

  /** Hears what happened next. */
  readonly hear = (event: PathwayEvent): void => {
    const [first] = this.#moment;
    const goesOn = first?.entity === event.entity && first.time === event.time && event.what !== "capacity";
    if (first !== undefined && !goesOn) this.end();
    this.#moment.push(event);
  };

  /** Tells what has been heard and not told yet. */
  end(): void {
    const moment = this.#moment;
    this.#moment = [];
    const [first] = moment;
    if (first === undefined) return;
    const character: Character = first.what === "capacity" ? { who: first.resource ?? "" } : this.#characterOf(first);
    for (const words of wordsOf(moment)) this.#options.tell({ minute: first.time, ...character, ...words });
    for (const { what, value } of moment) {
      if (what === "sends" && value !== undefined && character.patient !== undefined) {
        this.#sentFor.set(value, character.patient);
      }
    }
    if (moment.some(({ what }) => what === "leaves")) this.#characters.delete(first.entity);
  }

  #characterOf({ entity, patient, pathway }: PathwayEvent): Character {
    const known = this.#characters.get(entity);
    if (known !== undefined) return known;
    // A part of a visit that goes on beside the others is told as the patient's; work that was sent is not.
    const isPart = entity !== patient && !this.#sentFor.has(entity);
    const whole = isPart ? this.#characters.get(patient) : undefined;
    const character = whole ?? this.#newCharacter(entity, pathway);
    this.#characters.set(entity, character);
    return character;
  }

  #newCharacter(entity: number, pathway: string): Character {
    const kind = this.#options.isVisit(pathway) ? "patient" : lastName(pathway);
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const sentFor = this.#sentFor.get(entity);
    this.#sentFor.delete(entity);
    const patient = kind === "patient" ? number : sentFor;
    return { who: `${kind} ${number}`, ...(patient !== undefined && { patient }) };
  }
}

/** Work after an activity has a name that begins with those of the pathway and the activity. */
function lastName(pathway: string): string {
  return pathway.split(" › ").at(-1)!;
}

type Words = Pick<StoryLine, "what" | "where">;

/** A moment in words: what is taken goes with what begins next, what is freed with what has ended before. */
function wordsOf(moment: readonly PathwayEvent[]): Words[] {
  const places = moment.map((event, index) => placeOf(event.what, index, moment));
  const used = (verb: "takes" | "frees", place: number) =>
    resourcesOf(moment.filter(({ what }, index) => what === verb && places[index] === place));
  const words = moment.flatMap((event, index): Words[] => {
    if (event.what === "takes" || event.what === "frees" || isNoWait(event, moment)) return [];
    const [taken, freed] = [used("takes", index), used("frees", index)];
    const added = [...(freed === "" ? [] : [`frees ${freed}`]), ...(taken === "" ? [] : [`with ${taken}`])];
    const { what, where } = sentenceOf(event);
    return [{ what, where: [...(where === "" ? [] : [where]), ...added].join(", ") }];
  });
  const [taken, freed] = [used("takes", -1), used("frees", -1)];
  if (freed !== "") words.unshift({ what: "frees", where: freed });
  if (taken !== "") words.push({ what: "takes", where: taken });
  return words;
}

const beginnings: ReadonlySet<PathwayEvent["what"]> = new Set<PathwayEvent["what"]>(["starts", "goes on"]);
const endings: ReadonlySet<PathwayEvent["what"]> = new Set<PathwayEvent["what"]>(["ends", "is interrupted", "leaves"]);

/** With which event of the moment something is taken or freed; -1 when there is none that it could go with. */
function placeOf(verb: PathwayEvent["what"], index: number, moment: readonly PathwayEvent[]): number {
  if (verb === "takes") {
    const next = moment.findIndex(({ what }, at) => at > index && beginnings.has(what));
    return next < 0 ? moment.findLastIndex(({ what }) => beginnings.has(what)) : next;
  }
  if (verb !== "frees") return -1;
  const before = moment.findLastIndex(({ what }, at) => at < index && endings.has(what));
  return before < 0 ? moment.findIndex(({ what }) => endings.has(what)) : before;
}

/** A wait that ends in the moment in which it begins is none. */
function isNoWait({ what, activity }: PathwayEvent, moment: readonly PathwayEvent[]): boolean {
  return what === "waits" && moment.some((other) => other.what === "starts" && other.activity === activity);
}

function resourcesOf(events: readonly PathwayEvent[]): string {
  return events.map(({ resource = "", value = 1 }) => (value === 1 ? resource : `${value} × ${resource}`)).join(", ");
}

function sentenceOf(event: PathwayEvent): Words {
  const { what, pathway, activity = "", resource = "", value = 0, outcome = "", sent = "" } = event;
  switch (what) {
    case "arrives":
      return { what, where: pathway };
    case "waits":
      return { what: `waits for ${activity === "" ? resource : activity}`, where: "" };
    case "gives up":
      return { what: `gives up waiting for ${activity}`, where: "" };
    case "is turned away":
      return { what: `is turned away from ${activity}`, where: "" };
    case "is interrupted":
      return { what: `is interrupted in ${activity}`, where: "" };
    case "goes on":
      return { what: `goes on with ${activity}`, where: "" };
    case "leaves":
      return { what, where: outcome === "finished" ? "" : outcome };
    case "capacity":
      return { what: value === 0 ? "none available" : `${value} available`, where: "" };
    case "sends":
      return { what: `sends ${lastName(sent)}`, where: "" };
    default:
      return { what: `${what} ${activity === "" ? resource : activity}`, where: "" };
  }
}
