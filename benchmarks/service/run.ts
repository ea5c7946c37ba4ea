/**
 * The service under load: reads while a worker computes, small jobs from request to result, and hours of mixed work.
 *
 *     pnpm bench:service                 reads, jobs, idle and together, in some minutes
 *     pnpm bench:service soak            twenty minutes of mixed work
 *
 * Everything runs on this machine, the clients too, and takes turns on its processors.
 *
 * @module
 */

import { setTimeout as delay } from "node:timers/promises";
import autocannon from "autocannon";
import { type Fleet, startFleet } from "./fleet.ts";

const READ_SECONDS = 30;
const WARM_UP_SECONDS = 5;
const READERS = 50;
const SMALL_JOBS = 1500;
const POSTERS = 16;
const IDLE_JOBS = 50;
const LARGE_REPLICATIONS = 100_000;
const SOAK_MINUTES = Number(process.env["PRAXIS_SOAK_MINUTES"] ?? 20);

/** An office of four weeks that is simulated in moments: 20 days. */
const smallJob = (seed: number) => ({
  scenario: {
    praxis: 1,
    name: "Twenty days",
    calendar: { start: "2026-01-05 08:00", length: "26 d", opening: { weekdays: "08:00-17:00" } },
    staff: { nurse: { count: 1, shift: "08:00-17:00" } },
    visitTypes: {
      visit: { pathway: [{ activity: "consult", needs: "nurse", takes: { exponential: { mean: "10 min" } } }] },
    },
    arrivals: { all: { visitType: "visit", poisson: "4 per hour", between: "08:00-16:00" } },
  },
  replications: 2,
  seed,
});

interface JobSeen {
  readonly self: string;
  readonly state: string;
  readonly finishedAt: string | null;
}

const trials: Readonly<Record<string, (fleet: Fleet) => Promise<void>>> = { reads, jobs, idle, together, soak };
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in trials));
if (unknown !== undefined) {
  console.error(`there is no trial of the name ${unknown}; there are ${Object.keys(trials).join(", ")}`);
  process.exitCode = 2;
} else {
  for (const name of asked.length > 0 ? asked : ["reads", "jobs", "idle", "together"]) {
    const fleet = await startFleet({ workers: name === "reads" || name === "together" ? 1 : 2 });
    try {
      await trials[name]!(fleet);
    } finally {
      await fleet.stop();
    }
  }
}

/** Reads by many clients while the one worker computes. */
async function reads(fleet: Fleet): Promise<void> {
  const { self } = await post(fleet, { ...smallJob(1), replications: 1_000_000 });
  while ((await get(fleet, self)).state !== "running") await delay(100);
  const read = (duration: number) =>
    autocannon({
      url: fleet.url,
      headers: { ...fleet.headers },
      connections: READERS,
      duration,
      requests: [{ path: self }, { path: "/v1/simulations?limit=5" }, { path: "/v1/scenarios/demo" }],
    });
  // A service that has just started is still being compiled.
  await read(WARM_UP_SECONDS);
  const { requests, latency, errors, non2xx } = await read(READ_SECONDS);
  const { state } = await get(fleet, self);
  const told = `${requests.average.toFixed(0)} reads a second, p50 ${latency.p50} ms, p99 ${latency.p99} ms`;
  console.info(`reads: ${told}, ${errors + non2xx} errors; the job meanwhile: ${state}`);
}

/** Many small jobs at once: from the first request to the last result. */
async function jobs(fleet: Fleet): Promise<void> {
  await warmUp(fleet);
  const started = performance.now();
  const addresses = await postAll(fleet, SMALL_JOBS);
  await ended(fleet, addresses);
  const seconds = (performance.now() - started) / 1000;
  console.info(`jobs: ${SMALL_JOBS} in ${seconds.toFixed(1)} s, ${(SMALL_JOBS / seconds).toFixed(1)} a second`);
}

/** One small job after the other, on a service that has nothing else to do. */
async function idle(fleet: Fleet): Promise<void> {
  await warmUp(fleet);
  const taken: number[] = [];
  for (let seed = 0; seed < IDLE_JOBS; seed += 1) {
    const started = performance.now();
    const { self } = await post(fleet, smallJob(seed));
    // The stream ends when the job has ended.
    await (await fetch(`${fleet.url}${self}/events`, { headers: fleet.headers })).text();
    const { state } = await get(fleet, self);
    if (state !== "succeeded") throw new Error(`a job has ${state}`);
    taken.push(performance.now() - started);
    await delay(100);
  }
  taken.sort((a, b) => a - b);
  console.info(
    `idle: median ${taken[IDLE_JOBS / 2]!.toFixed(0)} ms, slowest ${taken.at(-1)!.toFixed(0)} ms from request to result`,
  );
}

/** One large job, by one worker and then by two, of one thread each. */
async function together(fleet: Fleet): Promise<void> {
  const large = { ...smallJob(1), replications: LARGE_REPLICATIONS };
  const run = async () => {
    const started = performance.now();
    const { self } = await post(fleet, large);
    // Asking all the time would take a processor of its own.
    let job = await get(fleet, self);
    while (job.finishedAt === null) {
      await delay(250);
      job = await get(fleet, self);
    }
    const { result } = job as JobSeen & { readonly result: unknown };
    return { seconds: (performance.now() - started) / 1000, result: JSON.stringify(result) };
  };
  await warmUp(fleet);
  const alone = await run();
  fleet.addWorker();
  await warmUp(fleet);
  const both = await run();
  const bytes = both.result === alone.result ? "the same bytes" : "OTHER BYTES";
  console.info(
    `together: ${LARGE_REPLICATIONS} replications in ${alone.seconds.toFixed(1)} s by one worker, in ${both.seconds.toFixed(1)} s by two, ${(alone.seconds / both.seconds).toFixed(2)} × as fast, ${bytes}`,
  );
}

/** A mixture of everything for long: what grows? */
async function soak(fleet: Fleet): Promise<void> {
  await warmUp(fleet);
  const until = Date.now() + SOAK_MINUTES * 60_000;
  let done = 0;
  const client = async (number: number) => {
    for (let at = 0; Date.now() < until; at += 1) {
      const { self } = await post(fleet, smallJob(1000 * number + at));
      if (at % 3 === 0) await fetch(fleet.url + self, { method: "DELETE", headers: fleet.headers });
      await (await fetch(`${fleet.url}${self}/events`, { headers: fleet.headers })).text();
      await get(fleet, self);
      await (await fetch(`${fleet.url}/v1/simulations?limit=20`, { headers: fleet.headers })).text();
      await (await fetch(`${fleet.url}/v1/scenarios`, { method: "POST", headers: fleet.headers, body: "{}" })).text();
      done += 1;
    }
  };
  const clients = Promise.all([1, 2, 3, 4].map(client));
  const every = (SOAK_MINUTES * 60_000) / 20;
  for (let minute = 0; Date.now() < until; minute += every / 60_000) {
    const { megabytes, heap, handles } = await measured(fleet);
    const connections = await fleet.connections();
    console.info(
      `soak: after ${minute.toFixed(0)} min ${done} rounds, ${megabytes} MB (heap ${heap} MB), ${handles} handles, ${connections} connections`,
    );
    await delay(Math.min(every, Math.max(0, until - Date.now())));
  }
  await clients;
  const { megabytes, heap, handles } = await measured(fleet);
  console.info(
    `soak: at the end ${done} rounds, ${megabytes} MB (heap ${heap} MB), ${handles} handles, ${await fleet.connections()} connections`,
  );
}

async function measured({ url }: Fleet) {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(metrics)?.[1]);
  const megabytes = (name: string) => Math.round(value(name) / 1e6);
  return {
    megabytes: megabytes("process_resident_memory_bytes"),
    heap: megabytes("nodejs_heap_size_used_bytes"),
    handles: value("nodejs_active_handles_total"),
  };
}

/** Lets every process load what it needs. */
async function warmUp(fleet: Fleet): Promise<void> {
  await ended(fleet, await postAll(fleet, 40));
}

async function postAll(fleet: Fleet, count: number): Promise<string[]> {
  const seeds = Array.from({ length: count }, (_, seed) => seed);
  const addresses: string[] = [];
  const poster = async () => {
    for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) {
      addresses.push((await post(fleet, smallJob(seed))).self);
    }
  };
  await Promise.all(Array.from({ length: POSTERS }, poster));
  return addresses;
}

/** Waits for jobs. */
async function ended(fleet: Fleet, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    let job = await get(fleet, address);
    while (job.finishedAt === null) {
      await delay(20);
      job = await get(fleet, address);
    }
    if (job.state !== "succeeded") throw new Error(`a job has ${job.state}`);
  }
}

async function post({ url, headers }: Fleet, body: object): Promise<JobSeen> {
  const answer = await fetch(`${url}/v1/simulations`, { method: "POST", headers, body: JSON.stringify(body) });
  if (answer.status !== 202) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as JobSeen;
}

async function get({ url, headers }: Fleet, address: string): Promise<JobSeen> {
  return (await (await fetch(url + address, { headers })).json()) as JobSeen;
}
