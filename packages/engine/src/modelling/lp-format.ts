import { constraintName, type LinearModelData, variableName } from "./model-data.ts";

/**
 * A model as text in the LP format of CPLEX, which nearly every solver reads, and eyes do too.
 *
 * Names are made safe (letters, digits, underscores) and unique; with ordinary names nothing changes. Numbers are
 * written to the last bit.
 *
 * @throws {RangeError} when the model has no variables, which the format has no words for
 * @example
 * const model = new LinearModel();
 * const nurses = model.addVariable({ name: "nurses", upper: 9, integer: true });
 * model.addConstraint(nurses, { name: "cover", lower: 2.5 });
 * model.minimise(times(300, nurses));
 * lpText(model.data()).split("\n")[1] // " obj: 300 nurses"
 * @see IBM, CPLEX file formats: LP file format
 */
export function lpText(model: LinearModelData): string {
  const { variables, objective } = model;
  if (variables.count === 0) throw new RangeError("the LP format cannot say a model of 0 variables");
  const names = safeNames(variables.count, (index) => variableName(model, index), "x");
  const rows = inequalities(model);
  const rowNames = safeNames(rows.length, (at) => rows[at]!.name, "c");
  return [
    objective.sense === "minimise" ? "Minimize" : "Maximize",
    ...statement("obj", objectiveWords(model, names)),
    "Subject To",
    ...rows.flatMap((row, at) => statement(rowNames[at]!, rowWords(model, row, names))),
    "Bounds",
    ...names.map((name, index) => ` ${boundWords(name, variables.lower[index]!, variables.upper[index]!)}`),
    ...section("General", names, (index) => variables.integer[index] === 1 && !isBinary(model, index)),
    ...section("Binary", names, (index) => isBinary(model, index)),
    "End",
    "",
  ].join("\n");
}

function objectiveWords({ objective }: LinearModelData, names: readonly string[]): string[] {
  const words = names.flatMap((name, index) => {
    const cost = objective.costs[index]!;
    return cost === 0 ? [] : [termWord(cost, name)];
  });
  if (words.length === 0) words.push(`0 ${names[0]}`);
  if (objective.constant !== 0) words.push(signed(objective.constant));
  return words;
}

interface Inequality {
  readonly name: string;
  readonly row: number;
  readonly relation: string;
}

/** A range becomes two rows: HiGHS, among others, reads `2 <= x + y <= 5` as something else, and does not say so. */
function inequalities(model: LinearModelData): Inequality[] {
  const { count, lower, upper } = model.constraints;
  return Array.from({ length: count }, (_, row) => row).flatMap((row) => {
    const name = constraintName(model, row);
    const least = lower[row]!;
    const most = upper[row]!;
    if (least === most) return [{ name, row, relation: `= ${least}` }];
    const above = { name, row, relation: `>= ${least}` };
    if (most === Infinity) return [above];
    if (least === -Infinity) return [{ name, row, relation: `<= ${most}` }];
    return [above, { name: `${name} upper`, row, relation: `<= ${most}` }];
  });
}

function rowWords({ constraints }: LinearModelData, { row, relation }: Inequality, names: readonly string[]): string[] {
  const words: string[] = [];
  for (let entry = constraints.starts[row]!; entry < constraints.starts[row + 1]!; entry++) {
    words.push(termWord(constraints.coefficients[entry]!, names[constraints.indices[entry]!]!));
  }
  // A constraint of nothing, which may be an impossible one.
  if (words.length === 0) words.push(`0 ${names[0]}`);
  return [...words, relation];
}

function termWord(coefficient: number, name: string): string {
  return `${signed(coefficient)} ${name}`;
}

function signed(value: number): string {
  return value < 0 ? `- ${-value}` : `+ ${value}`;
}

function boundWords(name: string, lower: number, upper: number): string {
  if (lower === -Infinity && upper === Infinity) return `${name} free`;
  if (lower === upper) return `${name} = ${lower}`;
  if (upper === Infinity) return `${name} >= ${lower}`;
  return `${lower === -Infinity ? "-inf" : lower} <= ${name} <= ${upper}`;
}

function isBinary({ variables }: LinearModelData, index: number): boolean {
  return variables.integer[index] === 1 && variables.lower[index] === 0 && variables.upper[index] === 1;
}

/** Some readers keep only so much of a line: the format promises 560 characters, old ones 255. */
const lineWidth = 200;

/** A name and its words, on as many lines as they need. */
function statement(name: string, words: readonly string[]): string[] {
  return lines(
    ` ${name}:`,
    words.map((word, at) => (at === 0 ? word.replace(/^\+ /, "") : word)),
  );
}

function section(title: string, names: readonly string[], has: (index: number) => boolean): string[] {
  const chosen = names.filter((_, index) => has(index));
  return chosen.length === 0 ? [] : [title, ...lines("", chosen)];
}

function lines(first: string, words: readonly string[]): string[] {
  const done: string[] = [];
  let line = first;
  for (const word of words) {
    if (line.length + 1 + word.length > lineWidth) {
      done.push(line);
      line = " ";
    }
    line += ` ${word}`;
  }
  return [...done, line];
}

/** Words of the format itself, which are no names. */
const reserved =
  /^(obj|min|max|minimi[sz]e|maximi[sz]e|minimum|maximum|subject|such|st|s_t|bounds?|free|inf|infinity|generals?|gen|integers?|int|binar(y|ies)|bin|semi|semi_continuous|semis|sos[12]?|sin|end)$/i;

function safeNames(count: number, nameOf: (index: number) => string, letter: string): string[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    let stem = nameOf(index)
      .replace(/[^A-Za-z0-9_]/g, "_")
      .slice(0, 100);
    // What begins with a digit is a number, and what begins with an e may be the end of one.
    if (!/^[A-DF-Za-df-z]/.test(stem) || reserved.test(stem)) stem = `${letter}_${stem}`;
    let name = stem;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${stem}_${copy}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
