/**
 * Distributions: values with a mean and a quantile function.
 *
 * @module
 */

export {
  type BetaOptions,
  beta,
  pert,
  type Span,
  type SpanWithMode,
  triangular,
  uniform,
} from "./distributions/bounded.ts";
export { constant, whole } from "./distributions/discrete.ts";
export type { Distribution } from "./distributions/distribution.ts";
export { type EmpiricalOptions, empirical } from "./distributions/empirical.ts";
export { exponential, type WeibullOptions, weibull } from "./distributions/exponential.ts";
export { erlang, type GammaOptions, gamma } from "./distributions/gamma.ts";
export { type MixtureOptions, mixture } from "./distributions/mixture.ts";
export { type JohnsonSuOptions, johnsonSu, lognormal, type NormalOptions, normal } from "./distributions/normal.ts";
export { scaled, shifted } from "./distributions/transformed.ts";
