/**
 * Reads the providers of a week file, and the sessions that they hold.
 *
 * @module
 */

import type { Keys } from "../scenario/complaints.ts";
import { minutes } from "../scenario/units.ts";
import type { WeekProvider, WeekSession } from "../template/week-problem.ts";
import { clockText, clockTime, weekdayNames } from "../time-of-day.ts";
import { onDay, type WeekReading, weekdaysOn } from "./week-reading.ts";
import type { WeekProviderDocument } from "./week-schema.ts";

/** A kind of session: minutes after midnight, and the grid. */
export interface SessionKind {
  readonly from: number;
  readonly to: number;
  readonly grid: number;
}

/** A session whose period is not known yet. */
export type HeldSession = Omit<WeekSession, "period">;

/** Grid of sessions that name none. */
const USUAL_GRID = 5;

/** Reads the kinds of sessions. */
export function readSessionKinds(reading: WeekReading): Map<string, SessionKind> {
  const kinds = new Map<string, SessionKind>();
  for (const [name, { from, to, grid }] of Object.entries(reading.document.sessions)) {
    const keys = ["sessions", name];
    const kind = { from: clockTime(from), to: clockTime(to), grid: grid === undefined ? USUAL_GRID : minutes(grid) };
    kinds.set(name, kind);
    if (kind.to <= kind.from) {
      const message = `${to} is not after ${from}`;
      reading.complain([...keys, "to"], "ends-before", message, "let a session end on the same day, after it begins");
    }
    if (!(Number.isInteger(kind.grid) && kind.grid >= 1 && kind.grid <= 60)) {
      const message = `appointments cannot begin every ${grid}`;
      reading.complain([...keys, "grid"], "not-an-interval", message, "write whole minutes, from 1 min to 60 min");
    }
  }
  return kinds;
}

/** Reads the providers, and the sessions that are left of theirs when the times at which they see nobody are taken away. */
export function readProviders(kinds: ReadonlyMap<string, SessionKind>, reading: WeekReading) {
  const { providers, roles = {} } = reading.document;
  if (Object.keys(providers).length === 0) {
    reading.complain(["providers"], "nobody", "nobody is listed", "list the providers, each with a role");
  }
  const found: WeekProvider[] = [];
  const sessions: HeldSession[] = [];
  for (const [id, own] of Object.entries(providers)) {
    const keys = ["providers", id];
    if (reading.document.roles !== undefined) {
      reading.known(own.role, Object.keys(roles), [...keys, "role"], "role");
    }
    const common = roles[own.role] ?? {};
    const where = (key: "sees" | "sessions") => (own[key] === undefined ? ["roles", own.role, key] : [...keys, key]);
    const document = { ...common, ...own };
    const all = Object.keys(reading.document.visitTypes);
    const sees =
      document.sees === undefined ? all.map((_, index) => index) : reading.typesNamed(document.sees, where("sees"));
    const held = sessionsHeld(document, where("sessions"), { kinds, reading, keys });
    for (const { weekday, kind, from, to, grid } of held) {
      sessions.push({ provider: found.length, kind, weekday, from, to, grid, sees });
    }
    if (held.length === 0) {
      reading.complain(keys, "no-time", `${id} holds no session`, "say under sessions when patients are seen");
    }
    found.push({ id, role: own.role, department: document.department ?? "" });
  }
  return { providers: found, sessions };
}

interface Reader {
  readonly kinds: ReadonlyMap<string, SessionKind>;
  readonly reading: WeekReading;
  /** Keys that lead to the provider. */
  readonly keys: Keys;
}

type Piece = SessionKind & { readonly kind: string; readonly weekday: number };

function sessionsHeld(document: WeekProviderDocument, where: Keys, reader: Reader): Piece[] {
  if (document.sessions === undefined) return [];
  const { sessions } = document;
  const found = weekdayNames.flatMap((_, weekday): Piece[] => {
    const names = onDay<string | string[]>(sessions, weekday) ?? [];
    const known = reader.reading.sessionsNamed(names, where);
    const pieces = known.map((kind): Piece => ({ ...reader.kinds.get(kind)!, kind, weekday }));
    return withoutNoGo(pieces, document, reader).sort((a, b) => a.from - b.from);
  });
  for (const [index, { kind, weekday, from }] of found.entries()) {
    const before = found[index - 1];
    if (before === undefined || before.weekday !== weekday || before.to <= from) continue;
    const message = `on ${weekdayNames[weekday]}, ${before.kind} goes on until ${clockText(before.to)}, and ${kind} begins at ${clockText(from)}`;
    reader.reading.complain(reader.keys, "overlapping-sessions", message, "let a provider hold one session at a time");
  }
  return found;
}

/** Sessions without the times at which the provider sees nobody. */
function withoutNoGo(
  pieces: readonly Piece[],
  { noGo = [] }: WeekProviderDocument,
  { reading, keys }: Reader,
): Piece[] {
  let left = [...pieces];
  for (const [index, { on, from, to }] of noGo.entries()) {
    const own = [...keys, "noGo", index];
    const [begin, end] = [clockTime(from), clockTime(to)];
    if (end <= begin) {
      reading.complain([...own, "to"], "ends-before", `${to} is not after ${from}`, "let it end on the same day");
      continue;
    }
    const days = weekdaysOn(on);
    left = left.flatMap((piece) => {
      if (!days.includes(piece.weekday) || end <= piece.from || begin >= piece.to) return [piece];
      if (begin <= piece.from && end >= piece.to) return [];
      if (begin <= piece.from) return [{ ...piece, from: end }];
      if (end >= piece.to) return [{ ...piece, to: begin }];
      const message = `${from} to ${to} lies in the middle of ${piece.kind} on ${weekdayNames[piece.weekday]}`;
      reading.complain(own, "splits-session", message, "name two shorter sessions, before and after it");
      return [piece];
    });
  }
  return left;
}
