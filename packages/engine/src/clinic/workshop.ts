/**
 * What the parts of the compiler share while an office is being built.
 *
 * @module
 */

import type { Columns, Hook, Pathway } from "../kernel/pathway-model.ts";
import type { Streams } from "../random/streams.ts";
import type { Days } from "../scenario/days.ts";
import type { FollowUp, Scenario } from "../scenario/schema.ts";
import type { Attributes, Names } from "./attributes.ts";
import type { PathwayKind } from "./office.ts";
import type { Resources } from "./resources.ts";

/** Writes the identity of the one sent; as in the kernel's `send`. */
export type IdentityOfSent = (columns: Columns, parent: number, child: number, index: number) => void;

/** A follow-up step of a pathway. */
export interface FollowUpStep {
  /** The name of the hook that books it, and of its draws. */
  readonly hook: string;
  /** The pathway in which it stands. */
  readonly pathway: string;
  readonly followUp: FollowUp;
}

/** What is on the bench. */
export class Workshop {
  readonly scenario: Scenario;
  readonly streams: Streams;
  readonly days: Days;
  /** Attributes of the kernel's entities. */
  readonly names: Names;
  readonly activities: Names;
  readonly attributes: Attributes;
  readonly resources: Resources;
  /** With what they are, and how the user calls them. */
  readonly pathways: (Pathway & { readonly kind: PathwayKind; readonly label: string })[] = [];
  readonly hooks: Record<string, Hook> = {};
  readonly followUps: FollowUpStep[] = [];

  constructor(
    parts: Pick<Workshop, "scenario" | "streams" | "days" | "names" | "activities" | "attributes" | "resources">,
  ) {
    this.scenario = parts.scenario;
    this.streams = parts.streams;
    this.days = parts.days;
    this.names = parts.names;
    this.activities = parts.activities;
    this.attributes = parts.attributes;
    this.resources = parts.resources;
  }

  /** Adds a pathway of the office's own, and returns its index. */
  addPathway(pathway: Pathway): number {
    return this.pathways.push({ ...pathway, kind: "other", label: pathway.name }) - 1;
  }

  /** Adds the pathway of a visit type or a task. */
  addPathwayOf(kind: "visit type" | "task", label: string, pathway: Pathway): void {
    this.pathways.push({ ...pathway, kind, label });
  }

  /** The index of the pathway of a visit type or a task. */
  pathwayIndex(kind: "visit type" | "task", label: string): number {
    return this.pathways.findIndex((pathway) => pathway.kind === kind && pathway.label === label);
  }

  /** The kernel's name of a task; a visit type may have the same. */
  pathwayName(task: string): string {
    return this.scenario.visitTypes?.[task] === undefined ? task : `${task} (task)`;
  }

  /** The kernel's names of the resources that a word stands for. */
  membersOf(word: string): string[] {
    return this.resources.groups.get(word)!.members.map(({ name }) => name);
  }

  /** Writes the identity of somebody known by position: entity words and index of a purpose. */
  identityWriter(purpose: string): (columns: Columns, row: number, lo: number, hi: number, index: number) => void {
    const words = new Int32Array(2);
    return ({ identityLo, identityHi }, row, lo, hi, index) => {
      this.streams.identity(purpose, lo, hi, index, words);
      identityLo[row] = words[0]!;
      identityHi[row] = words[1]!;
    };
  }

  /** Gives the two identity words of somebody known by position. */
  identifier(purpose: string): (lo: number, hi: number, index: number) => { lo: number; hi: number } {
    const words = new Int32Array(2);
    return (lo, hi, index) => {
      this.streams.identity(purpose, lo, hi, index, words);
      return { lo: words[0]!, hi: words[1]! };
    };
  }

  /** Derives the identity of work sent from who sent it, the place, and how many were sent there before. */
  identityOfSent(purpose: string): IdentityOfSent {
    const write = this.identityWriter(purpose);
    return (columns, parent, child, index) => {
      write(columns, child, columns.identityLo[parent]!, columns.identityHi[parent]!, index);
    };
  }
}
