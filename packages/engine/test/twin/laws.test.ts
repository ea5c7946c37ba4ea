/** Laws that the twin keeps in every office, tried on offices made by chance. */

import fc from "fast-check";
import { expect, it } from "vitest";
import { OfficeError } from "../../src/errors.ts";
import { observe } from "./observe.ts";
import { pathwayModel, runs } from "./random-models.ts";
import { twinOf } from "./twin.ts";

const numRuns = Number(process.env["PRAXIS_MODELS"] ?? 300);

it("loses no unit, keeps everybody in exactly their queues, and lets nobody wait for what is free", () => {
  fc.assert(
    fc.property(pathwayModel, (model) => {
      const twin = twinOf(model);
      twin.reset();
      for (let until = 0; until < 60; until++) {
        try {
          twin.run({ until, maxEvents: 5000 });
        } catch (error) {
          if (error instanceof OfficeError) return;
          throw error;
        }
        expect(twin.violations()).toEqual([]);
      }
    }),
    { numRuns },
  );
});

it("keeps no more busy than there are, and counts every minute once", () => {
  fc.assert(
    fc.property(pathwayModel, runs, (model, options) => {
      const { statistics } = observe(twinOf(model), model, options);
      for (const { minutes, planned, capacity, busy, off, overtime, levels } of Object.values(statistics)) {
        expect(busy + off).toBeLessThanOrEqual(capacity);
        expect(planned + overtime).toBeLessThanOrEqual(capacity);
        if (levels.length > 0) {
          expect(levels.reduce((total, each) => total + each, 0)).toBeCloseTo(minutes, 9);
          expect(levels.reduce((total, each, busyThen) => total + each * busyThen, 0)).toBeCloseTo(busy, 9);
        }
      }
    }),
    { numRuns },
  );
});

it("tells of every unit taken that it is freed, and of everybody who arrives that they leave, when all are gone", () => {
  fc.assert(
    fc.property(pathwayModel, (model) => {
      const { ends, events, present } = observe(twinOf(model), model, [{ until: 100_000 }]);
      fc.pre(ends[0] === "horizon" && present[0] === 0);
      const total = (what: string) =>
        events.reduce((sum, event) => sum + (event.what === what ? (event.value ?? 1) : 0), 0);
      const stillThere = new Set(
        events.flatMap(({ what, entity }) => (what === "arrives" || what === "sends" ? [entity] : [])),
      );
      for (const { what, entity } of events) if (what === "leaves") stillThere.delete(entity);
      fc.pre(stillThere.size === 0);
      expect(total("frees")).toBe(total("takes"));
    }),
    { numRuns },
  );
});

it("comes out the same when it begins anew", () => {
  fc.assert(
    fc.property(pathwayModel, runs, (model, options) => {
      const twin = twinOf(model);
      expect(observe(twin, model, options)).toEqual(observe(twin, model, options));
    }),
    { numRuns: numRuns / 3 },
  );
});
