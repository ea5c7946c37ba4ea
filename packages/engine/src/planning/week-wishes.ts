/**
 * Reads what the providers of a week file wish.
 *
 * @module
 */

import { dollars } from "../scenario/units.ts";
import type { WeekSession, WeekWish } from "../template/week-problem.ts";
import { weekdayNames } from "../time-of-day.ts";
import { type WeekReading, weekdaysOn } from "./week-reading.ts";
import type { WeekWishDocument } from "./week-schema.ts";

/** Wishes, one for each session that they are about. */
export function readWishes(sessions: readonly WeekSession[], reading: WeekReading): WeekWish[] {
  return Object.entries(reading.document.providers).flatMap(([id, { wishes = [] }], provider) =>
    wishes.flatMap((wish, number) => {
      const keys = ["providers", id, "wishes", number];
      const kinds = wish.session === undefined ? undefined : reading.sessionsNamed(wish.session, [...keys, "session"]);
      const days = weekdaysOn(wish.on);
      const meant = sessions.flatMap((session, index) => {
        const isMeant =
          session.provider === provider && days.includes(session.weekday) && (kinds?.includes(session.kind) ?? true);
        return isMeant ? [index] : [];
      });
      if (meant.length === 0) {
        reading.warn(
          keys,
          "unused",
          `${id} holds no such session, so this wish is about nothing`,
          "is it the right day?",
        );
      }
      const wanted = wantedBy(wish, keys, reading);
      const price = wish.price === undefined ? {} : { price: dollars(wish.price) };
      return meant.map((session): WeekWish => {
        const { weekday, kind } = sessions[session]!;
        const text = `${id} ${wanted.words} on ${weekdayNames[weekday]} ${kind}`;
        const { types, atLeast, atMost } = wanted;
        return { session, types, atLeast, atMost, text, ...price };
      });
    }),
  );
}

function wantedBy(wish: WeekWishDocument, keys: readonly (string | number)[], reading: WeekReading) {
  if ("not" in wish) {
    const types = reading.typesNamed(wish.not, [...keys, "not"]);
    return { types, atLeast: 0, atMost: 0, words: `sees no ${named(wish.not)}` };
  }
  const { of, atLeast = 0, atMost = Infinity } = wish;
  const types = reading.typesNamed(of, [...keys, "of"]);
  if (atLeast > atMost) {
    const message = `at least ${atLeast} and at most ${atMost} cannot both be`;
    reading.complain([...keys, "atLeast"], "least-above-most", message, "let atLeast be atMost or less");
  }
  if (atLeast === 0 && atMost === Infinity) {
    reading.complain(keys, "no-limit", "the wish asks for nothing", "say atLeast or atMost");
  }
  const limits = [
    ...(atLeast === 0 ? [] : [`at least ${atLeast}`]),
    ...(atMost === Infinity ? [] : [`at most ${atMost}`]),
  ];
  return { types, atLeast, atMost, words: `sees ${limits.join(" and ")} ${named(of)}` };
}

function named(names: string | readonly string[]): string {
  return [names].flat().join(" or ");
}
