/**
 * Reads who comes to a session.
 *
 * @module
 */

import type { Keys } from "../scenario/complaints.ts";
import type { SteppedShare } from "../scenario/schema-shares.ts";
import { minutes, ratePerMinute, share } from "../scenario/units.ts";
import { MOST_PATIENTS, type SessionPatient } from "../template/problem.ts";
import { withWalkIns } from "../template/walk-ins.ts";
import type { TemplateReading } from "./template-reading.ts";
import type { TemplateDocument } from "./template-schema.ts";

/** The greatest cost of a minute. */
export const MOST_COST = 1e6;

type PatientWords = Pick<TemplateDocument, "service" | "show" | "lead" | "punctuality"> & {
  readonly wait?: number;
};

/** The words of a file about patients, and where each level of them stands: the nearest first. */
type Levels = readonly { readonly words: PatientWords; readonly keys: Keys }[];

/** The patients of a session in the order of the file; gaps for walk-ins among them. Complains of all that is wrong. */
export function readPatients(reading: TemplateReading, length: number): SessionPatient[] {
  const { session, types = {}, walkIns } = reading.document;
  const everybody = { words: reading.document, keys: [] };
  const { patients } = session;
  // Types that nobody is of are checked all the same.
  const ofTypes = new Map(
    Object.entries(types).map(([name, words]) => {
      const levels = [{ words, keys: ["types", name] }, everybody];
      return [name, { levels, patient: readPatient(levels, reading, ["types", name]) }];
    }),
  );
  const read: SessionPatient[] = [];
  if (!Array.isArray(patients)) {
    const patient = readPatient([everybody], reading, []);
    const count = patients === "best" ? 1 : (patients as number);
    if (patient !== undefined) read.push(...Array.from({ length: count }, () => patient));
  } else {
    patients.forEach(({ type, count = 1, ...words }, index) => {
      const keys = ["session", "patients", index];
      if (type !== undefined && !reading.known(type, Object.keys(types), [...keys, "type"], "type")) return;
      const above = type === undefined ? [everybody] : ofTypes.get(type)!.levels;
      const patient = readPatient([{ words, keys }, ...above], reading, keys);
      const typed = patient && { ...(type !== undefined && { type }), ...patient };
      if (typed !== undefined) read.push(...Array.from({ length: count }, () => typed));
    });
  }
  if (walkIns === undefined || read.length === 0) return checkedCount(read, reading);
  const service = readLaw(walkIns.service, reading, ["walkIns", "service"]);
  const rate = ratePerMinute(walkIns.rate);
  if (rate === 0)
    reading.complain(["walkIns", "rate"], "nobody-comes", "a rate of zero brings nobody", "delete walkIns");
  const { gaps, wait = 0 } = walkIns;
  reading.within(wait, ["walkIns", "wait"], { least: 0, most: MOST_COST, what: "the cost of a minute" });
  if (service === undefined || !(rate > 0)) return read;
  return checkedCount(withWalkIns(read, { rate, service, gaps, wait }, length), reading);
}

function checkedCount(patients: SessionPatient[], reading: TemplateReading): SessionPatient[] {
  if (patients.length <= MOST_PATIENTS) return patients;
  const message = `${patients.length} patients are more than ${MOST_PATIENTS}`;
  reading.complain(["session", "patients"], "session-too-full", message, "make several sessions of them");
  return patients.slice(0, MOST_PATIENTS);
}

/** A patient by the nearest word for each thing. */
function readPatient(levels: Levels, reading: TemplateReading, at: Keys): SessionPatient | undefined {
  const said = <Key extends keyof PatientWords>(key: Key) => {
    const level = levels.find(({ words }) => words[key] !== undefined);
    return level && { value: level.words[key]!, keys: [...level.keys, key] };
  };
  const service = said("service");
  if (service === undefined) {
    const hint = "write service: { lognormal: { mean: 15 min, sd: 7 min } }, here or for all";
    reading.complain(at, "missing-key", "nothing says how long the service takes", hint);
    return undefined;
  }
  const law = readLaw(service.value, reading, service.keys);
  const show = said("show");
  const lead = said("lead");
  const comes = show === undefined ? 1 : shareAt(show.value, lead === undefined ? 0 : minutes(lead.value));
  if (show !== undefined && !(comes > 0 && comes <= 1)) {
    const message = `a patient comes in more than 0 % and at most 100 % of all cases, not in ${100 * comes} %`;
    reading.complain(show.keys, "outside-range", message, "write for example 85 %; leave out who never comes");
  }
  const late = said("punctuality");
  const punctuality = late && reading.law(late.value, late.keys, true);
  const wait = said("wait") ?? { value: reading.document.cost.wait ?? 1, keys: ["cost", "wait"] };
  reading.within(wait.value, wait.keys, { least: 0, most: MOST_COST, what: "the cost of a minute" });
  return law && { service: law, show: comes, wait: wait.value, ...(punctuality && { punctuality }) };
}

/** A length of time as a law with a mean above zero. */
function readLaw(time: NonNullable<PatientWords["service"]>, reading: TemplateReading, keys: Keys) {
  const law = reading.law(typeof time === "string" ? { constant: time } : time, keys);
  if (law === undefined) return undefined;
  if (law.mean > 0 && law.mean <= 1440) return law;
  const message = `a service takes up to a day on average, and more than no time, not ${law.mean} min`;
  reading.complain(keys, "impossible-law", message, "mend its parameters");
  return undefined;
}

/** A share for lead times up to each bound; who booked still earlier has that of the row without one, or all. */
function shareAt(rule: SteppedShare, lead: number): number {
  if (typeof rule === "string") return share(rule);
  const row = rule.find(({ upTo }) => upTo === undefined || lead <= minutes(upTo));
  return row === undefined ? 1 : share(row.share);
}
