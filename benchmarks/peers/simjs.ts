/**
 * The models of the kernel benchmark in npm simjs, written as its manual writes them.
 *
 * @module
 */

import { createRequire } from "node:module";
import type { Measured } from "../kernel/free-hand.ts";

/** What we use of simjs, which has no types. */
interface Simjs {
  Sim: new () => {
    addEntity(Klass: new (sim: never, name: string) => Entity, name: string): Entity;
    simulate(endTime: number, maxEvents: number): boolean;
  };
  Entity: new (sim: never, name: string) => Entity;
  Facility: new (name: string, discipline: number, servers: number) => object;
  Buffer: new (name: string, capacity: number, initial: number) => object;
}

interface Entity {
  time(): number;
  setTimer(duration: number): Wish;
  useFacility(facility: object, duration: number): Wish;
  getBuffer(buffer: object, amount: number): Wish;
  putBuffer(buffer: object, amount: number): Wish;
}

interface Wish {
  done(callback: () => void): Wish;
}

// The package is a bundle for browsers: it exports nothing, and hangs its names on the window.
const page: { Sim?: Simjs } = {};
Object.assign(globalThis, { window: page });
createRequire(import.meta.url)("simjs");
const { Sim, Entity, Facility, Buffer } = page.Sim!;
const FIRST_COME = 1;

/** One physician at nine tenths of what they can do. */
function mm1(customers: number): Measured {
  return queue(1, customers);
}

/** Four physicians at nine tenths of what they can do. */
function mm4(customers: number): Measured {
  return queue(4, customers);
}

function queue(servers: number, customers: number): Measured {
  const physician = new Facility("physician", FIRST_COME, servers);
  let waited = 0;
  class Door extends Entity {
    start(): void {
      this.next(customers);
    }
    next(left: number): void {
      if (left === 0) return;
      this.setTimer(exponential(0.9 * servers)).done(() => {
        const arrived = this.time();
        const service = exponential(1);
        this.useFacility(physician, service).done(() => {
          waited += this.time() - arrived - service;
        });
        this.next(left - 1);
      });
    }
  }
  const sim = new Sim();
  sim.addEntity(Door, "door");
  sim.simulate(1e12, 1e12);
  return { work: customers, meanWait: waited / customers };
}

/** The clinic day: 48 booked patients and 12 walk-ins through desk, exam room, assistant, provider and laboratory. */
function clinicDays(days: number): Measured {
  const sigma = Math.sqrt(Math.log(1 + (6 / 15) ** 2));
  const mu = Math.log(15) - sigma ** 2 / 2;
  let waited = 0;
  for (let day = 0; day < days; day++) {
    const desk = new Facility("desk", FIRST_COME, 2);
    const room = new Buffer("exam room", 4, 4);
    const assistant = new Facility("assistant", FIRST_COME, 2);
    const provider = new Facility("provider", FIRST_COME, 3);
    const laboratory = new Facility("laboratory", FIRST_COME, 1);
    class Office extends Entity {
      start(): void {
        for (let slot = 0; slot < 48; slot++) this.visit(10 * slot + uniform(0, 25));
        for (let i = 0; i < 12; i++) this.visit(uniform(0, 480));
      }
      visit(arrival: number): void {
        this.setTimer(arrival).done(() => this.use(desk, triangular(2, 6, 3), () => this.rooming()));
      }
      use(facility: object, time: number, then: () => void): void {
        this.useFacility(facility, time).done(then);
      }
      rooming(): void {
        const checkedIn = this.time();
        const time = uniform(4, 8);
        this.getBuffer(room, 1).done(() => {
          this.use(assistant, time, () => {
            waited += this.time() - checkedIn - time;
            this.use(provider, lognormal(mu, sigma), () => {
              if (Math.random() >= 0.3) this.checkOut();
              else {
                this.use(laboratory, erlang(2, 4), () => {
                  this.use(provider, uniform(4, 8), () => this.checkOut());
                });
              }
            });
          });
        });
      }
      checkOut(): void {
        this.putBuffer(room, 1);
        this.use(desk, triangular(1, 4, 2), () => {});
      }
    }
    const sim = new Sim();
    sim.addEntity(Office, "office");
    sim.simulate(1e12, 1e12);
  }
  return { work: days, meanWait: waited / (60 * days) };
}

// The library's own generator is not on the window; these are as quick as can be.

function exponential(rate: number): number {
  return -Math.log(1 - Math.random()) / rate;
}

function uniform(min: number, max: number): number {
  return min + (max - min) * Math.random();
}

function triangular(min: number, max: number, mode: number): number {
  const u = Math.random();
  const width = max - min;
  const cut = (mode - min) / width;
  return u < cut ? min + Math.sqrt(u * width * (mode - min)) : max - Math.sqrt((1 - u) * width * (max - mode));
}

function erlang(stages: number, scale: number): number {
  let sum = 0;
  for (let stage = 0; stage < stages; stage++) sum += exponential(1 / scale);
  return sum;
}

function lognormal(mu: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
  return Math.exp(mu + sigma * normal);
}

/** The models, by name. */
export const models = { mm1, mm4, clinicDays };
