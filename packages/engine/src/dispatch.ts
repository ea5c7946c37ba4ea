/**
 * What it takes to hand work to others and to put together what they answer (`@praxis/engine/dispatch`): no solver, no
 * simulation. A process that computes nothing itself loads this, and not all of the engine, in a tenth of the time.
 *
 * @module
 */

export { type Issue, OfficeError, ScenarioError } from "./errors.ts";
export { bestAnswer } from "./roster/best-answer.ts";
export { SharedIncumbent } from "./roster/shared-incumbent.ts";
export { solvedParts } from "./template/options.ts";
export { engineVersion } from "./version.ts";
