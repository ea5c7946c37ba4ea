"""The models of the kernel benchmark in SimPy, written as its manual writes them.

    python3 simpy_models.py mm1|mm4|clinic SIZE SEED

prints one JSON object: what was measured, and the CPU seconds and peak memory that it took. Works with
SimPy 3 and 4; on Debian or Ubuntu: apt-get install python3-simpy3.
"""

import json
import math
import random
import resource
import sys
import time

import simpy


class Tally:
    """Count, mean and standard deviation of what was observed."""

    def __init__(self):
        self.count = 0
        self.sum = 0.0
        self.squares = 0.0

    def add(self, value):
        self.count += 1
        self.sum += value
        self.squares += value * value

    @property
    def mean(self):
        return self.sum / self.count

    @property
    def sd(self):
        return math.sqrt(max(0.0, self.squares - self.sum * self.mean) / (self.count - 1))


def queue(servers, load, customers, seed):
    """M/M/c: exponential gaps and services of mean 1, so many servers, so many customers."""
    rng = random.Random(seed)
    env = simpy.Environment()
    server = simpy.Resource(env, capacity=servers)
    waits = Tally()
    sojourns = Tally()

    def customer():
        arrived = env.now
        with server.request() as request:
            yield request
            waits.add(env.now - arrived)
            yield env.timeout(rng.expovariate(1.0))
        sojourns.add(env.now - arrived)

    def source():
        for _ in range(customers):
            yield env.timeout(rng.expovariate(load))
            env.process(customer())

    env.process(source())
    env.run()
    return {"count": sojourns.count, "wait": waits.mean, "waitSd": waits.sd, "sojourn": sojourns.mean}


def clinic(days, seed):
    """The clinic day: 48 booked patients and 12 walk-ins through desk, room, assistant, provider and lab."""
    rng = random.Random(seed)
    sojourns = Tally()
    waits = Tally()
    last = Tally()
    # A lognormal of mean 15 and sd 6, in the parameters that Python asks for.
    sigma = math.sqrt(math.log(1 + (6 / 15) ** 2))
    mu = math.log(15) - sigma**2 / 2

    def patient(env, arrival, desks, rooms, assistants, providers, lab):
        yield env.timeout(arrival)
        with desks.request() as desk:
            yield desk
            yield env.timeout(rng.triangular(2, 6, 3))
        checked_in = env.now
        with rooms.request() as room:
            yield room
            with assistants.request() as assistant:
                yield assistant
                waits.add(env.now - checked_in)
                yield env.timeout(rng.uniform(4, 8))
            with providers.request() as provider:
                yield provider
                yield env.timeout(rng.lognormvariate(mu, sigma))
            if rng.random() < 0.3:
                with lab.request() as technician:
                    yield technician
                    yield env.timeout(rng.gammavariate(2, 4))
                with providers.request() as provider:
                    yield provider
                    yield env.timeout(rng.uniform(4, 8))
        with desks.request() as desk:
            yield desk
            yield env.timeout(rng.triangular(1, 4, 2))
        sojourns.add(env.now - arrival)

    for _ in range(days):
        env = simpy.Environment()
        resources = [simpy.Resource(env, capacity) for capacity in (2, 4, 2, 3, 1)]
        for slot in range(48):
            env.process(patient(env, 10 * slot + rng.uniform(0, 25), *resources))
        for _ in range(12):
            env.process(patient(env, rng.uniform(0, 480), *resources))
        env.run()
        last.add(env.now)
    return {"count": sojourns.count, "wait": waits.mean, "sojourn": sojourns.mean, "last": last.mean}


def main():
    model, size, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    started = time.process_time()
    if model == "clinic":
        measured = clinic(size, seed)
    else:
        servers = {"mm1": 1, "mm4": 4}[model]
        measured = queue(servers, 0.9 * servers, size, seed)
    measured["cpuSeconds"] = time.process_time() - started
    measured["peakBytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    measured["version"] = f"SimPy {simpy.__version__}, Python {sys.version.split()[0]}"
    print(json.dumps(measured))


main()
