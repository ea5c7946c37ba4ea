/**
 * The roster problem of a simulated office: its people and their hours, and how many are needed when, by simulation.
 *
 * @module
 */

import { Document, isPair, isSeq, visit } from "yaml";
import { OfficeError } from "../errors.ts";
import type { Scenario } from "../scenario/schema.ts";
import { type Crew, crewOf } from "./crew.ts";
import { type IntervalCover, intervalCover } from "./interval-cover.ts";
import { whyNoPool } from "./offered-work.ts";
import { documentOf } from "./roster-document.ts";
import type { RosterDocument } from "./roster-schema.ts";

/** What cover should reach, and how long the roster is. */
export interface RosterOfScenarioOptions {
  readonly seed: number | string;
  /** So large a share should wait no longer than so many minutes; 80 % within 2 minutes unless given. */
  readonly share?: number;
  readonly within?: number;
  /** Minutes of an interval of cover: 15, 30 or 60; 30 unless given. */
  readonly every?: number;
  /** Runs for each look at a role; 40 unless given. */
  readonly replications?: number;
  /** 4 unless given. */
  readonly weeks?: number;
  /** Hears which role is looked at. */
  readonly onProgress?: (role: string) => void;
}

/** The cover of a role, and who is there today. */
export interface RoleCover extends IntervalCover {
  /** People according to the scenario's shifts, breaks not counted, in the middle of each interval. */
  readonly present: readonly number[];
}

/** The roster problem of a scenario. */
export interface ScenarioRoster {
  readonly scenario: string;
  readonly seed: number | string;
  readonly share: number;
  readonly within: number;
  readonly replications: number;
  readonly roles: readonly RoleCover[];
  /** Roles that a roster is not made for, and why. */
  readonly leftOut: readonly { readonly role: string; readonly why: string }[];
  /** In the words of the roster format; `rosterText` writes it as a file. */
  readonly document: RosterDocument;
}

/**
 * Makes the roster problem of an office: each role that is counted (not named, and of whom no patient has one of their
 * own) becomes a workplace, its people people with their hours as a contract, and its shifts can begin earlier or later.
 * What is needed when comes from `intervalCover`.
 *
 * The days of the scenario are taken to be alike: every weekday on which the office opens gets the same cover.
 *
 * @throws {OfficeError} when no role of the scenario can be rostered, or the scenario itself cannot be run
 */
export function rosterOfScenario(scenario: Scenario, options: RosterOfScenarioOptions): ScenarioRoster {
  const { seed, share = 0.8, within = 2, every = 30, replications = 40, weeks = 4, onProgress } = options;
  const crews: Crew[] = [];
  const leftOut: { role: string; why: string }[] = [];
  for (const [role, spec] of Object.entries(scenario.staff ?? {})) {
    const crew = whyNoPool(scenario, role) ?? crewOf(scenario, role, spec);
    if (typeof crew === "string") leftOut.push({ role, why: crew });
    else crews.push(crew);
  }
  if (crews.length === 0) {
    const whys = leftOut.map(({ role, why }) => `${role}: ${why}`).join("; ");
    throw new OfficeError(`there is nobody to make a roster for in “${scenario.name}”${whys && ` (${whys})`}`);
  }
  const roles = crews.map(({ role, presentAt }) => {
    onProgress?.(role);
    const cover = intervalCover(scenario, { role, share, within, every, seed, replications });
    return { ...cover, present: cover.intervals.map(({ from, to }) => presentAt((from + to) / 2)) };
  });
  const document = documentOf(scenario, { crews, roles, weeks, share, within });
  return { scenario: scenario.name, seed, share, within, replications, roles, leftOut, document };
}

/** Writes the file that `praxis roster solve` takes. */
export function rosterText({ document }: Pick<ScenarioRoster, "document">): string {
  const text = new Document(document, { aliasDuplicateObjects: false });
  // One line for each shift, person and need.
  visit(text, {
    Map: (_, node, path) => {
      if (isSeq(path.at(-1)) || path.filter(isPair).length >= 2) node.flow = true;
    },
  });
  return text.toString({ lineWidth: 0, flowCollectionPadding: true });
}
