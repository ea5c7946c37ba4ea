/**
 * Keeps the house in order: who may import whom, what the engine must not touch, what must be documented.
 * The tables come first; a new room is a new row, and nothing else.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { issueCodes } from "../src/scenario/issue-codes.ts";
import {
  engineProgram,
  filesBelow,
  packages,
  parse,
  pathOf,
  placeOf,
  root,
  shippedFiles,
  walk,
} from "./support/sources.ts";

/** Files at the top of the engine that know no room; every room may import them. */
const ground = ["errors", "time-of-day", "version"];

const clinicKnows = ["kernel", "random", "statistics", "scenario"];
const domains = ["people", "money", "supplies", "compliance", "relations", "technology"];
const running = [...clinicKnows, "clinic", ...domains];

/** The rooms of the engine: which others each of them may import, besides the ground and itself. */
const roomsMayImport: Record<string, readonly string[]> = {
  kernel: [],
  random: [],
  statistics: [],
  queueing: [],
  modelling: [],
  solvers: ["modelling"],
  scenario: ["random"],
  clinic: clinicKnows,
  ...Object.fromEntries(domains.map((domain) => [domain, [...clinicKnows, "clinic"]])),
  roster: ["modelling"],
  template: ["modelling", "random", "statistics"],
  experiment: running,
  calibrate: ["scenario", "random", "statistics", "experiment"],
  planning: ["random", "statistics", "queueing", "scenario", "clinic", "experiment", "roster", "template", "modelling"],
  training: ["scenario", ...domains, "experiment", "planning"],
  interchange: ["scenario", "roster", "template"],
  // Not a room but a way in, for processes that compute nothing: the few names of these rooms that load nothing else.
  dispatch: ["roster", "template"],
  report: [
    ...running,
    "queueing",
    "modelling",
    "roster",
    "template",
    "experiment",
    "calibrate",
    "planning",
    "training",
  ],
};

/** Rooms that may know the types of others, but call none of them. */
const typesOnly = ["interchange", "report"];

/** The packages: which others each of them may import. */
const packagesMayImport: Record<string, readonly string[]> = {
  engine: [],
  server: ["engine"],
  cli: ["engine", "server"],
  web: ["engine"],
};

/** What would let the engine's answer depend on more than scenario, changes, seed and version. */
const forbiddenInEngine = ["Date", "performance", "process", "console", "globalThis", "Math.random"];

/**
 * Words that the glossary leaves to other meanings (its column "not"), and that no public name has good use for.
 * The others of that column (request, step, error, schedule, demand …) are right names for other ideas.
 */
const wordsWithoutUse = ["customer", "timeout", "encounter", "rng", "tick", "metric", "kpi", "occupancy", "patch"];

const engineFiles = shippedFiles("engine");
const allFiles = packages().flatMap(shippedFiles);
const program = engineProgram();
const checker = program.getTypeChecker();

describe("imports", () => {
  it("go up the list of rooms, never down and never sideways", () => {
    const wrong = engineFiles.flatMap((file) => {
      const room = roomOf(pathOf(file));
      return room === "index" ? [] : importsOf(parse(file)).flatMap((found) => quarrelWith(room, found));
    });
    expect(wrong).toEqual([]);
  });

  it("every room has a row in the table", () => {
    const known = [...ground, "index", ...Object.keys(roomsMayImport)];
    expect(engineFiles.map(pathOf).filter((path) => !known.includes(roomOf(path)))).toEqual([]);
    expect(packages().filter((name) => !(name in packagesMayImport))).toEqual([]);
  });

  it("packages import each other by name, and only as the table says", () => {
    const wrong = allFiles.flatMap((file) => {
      const home = packageOf(pathOf(file));
      return importsOf(parse(file)).flatMap(({ place, specifier, target }) => {
        if (target !== undefined && packageOf(target) !== home) {
          return [`${place}: leaves its package; import "@praxis/${packageOf(target)}" instead of "${specifier}"`];
        }
        const other = /^@praxis\/([^/]+)/.exec(specifier)?.[1];
        if (other === undefined || packagesMayImport[home]?.includes(other)) return [];
        return [`${place}: ${home} may not import @praxis/${other}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it("the engine is free of its platform: no node: modules", () => {
    const builtin = /^(node:|(fs|path|os|crypto|worker_threads|child_process|perf_hooks|timers|url|util)(\/|$))/;
    const wrong = engineFiles.flatMap((file) =>
      importsOf(parse(file)).flatMap(({ place, specifier }) =>
        builtin.test(specifier) ? [`${place}: ${specifier}`] : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("a process that only hands work out loads neither the engine nor a library of the engine's", () => {
    // Services alone load the app, after everything else.
    const worker = loadedBy("packages/server/src/running.ts", ["packages/server/src/app.ts"]);
    expect(worker.filter(({ specifier }) => specifier === "@praxis/engine").map(({ place }) => place)).toEqual([]);
    expect(worker.map(({ specifier }) => specifier)).toContain("@praxis/engine/dispatch");
    const dispatch = loadedBy("packages/engine/src/dispatch.ts");
    expect(dispatch.filter(({ target }) => target === undefined).map(({ place }) => place)).toEqual([]);
  });
});

describe("the engine", () => {
  it(`has no clock, no chance and no environment of its own: no ${forbiddenInEngine.join(", ")}`, () => {
    const wrong = engineFiles.flatMap((file) => {
      const source = program.getSourceFile(file);
      if (source === undefined) throw new Error(`${pathOf(file)} is not compiled: is it excluded in tsconfig.json?`);
      return [...walk(source)].flatMap((node) => {
        const name = forbiddenName(node);
        return name === undefined ? [] : [`${placeOf(node)}: ${name}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it("loads no solver before something is solved", () => {
    const eager = /^import (?!type ).*"(?:highs|javascript-lp-solver)";/m;
    expect(engineFiles.filter((file) => eager.test(readFileSync(file, "utf8"))).map(pathOf)).toEqual([]);
    expect(engineFiles.filter((file) => readFileSync(file, "utf8").includes('await import("')).map(pathOf)).toEqual([
      "packages/engine/src/solvers/highs-runtime.ts",
      "packages/engine/src/solvers/javascript-lp-solver.ts",
    ]);
  });

  it("is compiled without the types of any platform", () => {
    const { types, lib } = program.getCompilerOptions();
    expect(types).toEqual([]);
    expect(lib).toEqual(["lib.es2023.d.ts", "lib.esnext.disposable.d.ts"]);
  });

  it("documents every public name, and every method of a public class", () => {
    const undocumented = publicDeclarations().flatMap(({ name, declaration }) => {
      const missing = isDocumented(declaration) ? [] : [`${placeOf(declaration)}: ${name}`];
      if (!ts.isClassDeclaration(declaration)) return missing;
      const methods = declaration.members.filter(isPublicMethod).filter((member) => !isDocumented(member));
      return [...missing, ...methods.map((member) => `${placeOf(member)}: ${name}.${member.name?.getText()}`)];
    });
    expect(undocumented).toEqual([]);
  });

  it("uses the words of the glossary in its public names", () => {
    const wrong = publicDeclarations().flatMap(({ name, declaration }) => {
      const word = wordsOf(name).find((word) => wordsWithoutUse.includes(word));
      return word === undefined
        ? []
        : [`${placeOf(declaration)}: ${name} says "${word}"; docs/glossary.md has a better word`];
    });
    expect(wrong).toEqual([]);
  });

  it("keeps only words out of its names that the glossary keeps out", () => {
    const rows = readFileSync(`${root}docs/glossary.md`, "utf8").matchAll(/^\|.*\|([^|]*)\|$/gm);
    const not = [...rows].flatMap(([, column = ""]) => column.split(",").map((word) => word.trim().toLowerCase()));
    expect(not).toEqual(expect.arrayContaining(wordsWithoutUse));
  });

  it("explains every code of an issue in docs/errors.md, and no other, and uses each", () => {
    expect(documentedCodes()).toEqual([...issueCodes].sort());
    const texts = engineFiles
      .filter((file) => !file.endsWith("issue-codes.ts"))
      .map((file) => readFileSync(file, "utf8"));
    expect(issueCodes.filter((code) => !texts.some((text) => text.includes(`"${code}"`)))).toEqual([]);
  });
});

describe("files", () => {
  it("are named in kebab-case", () => {
    const files = packages().flatMap((name) => [...filesBelow(`packages/${name}/src`), ...testsOf(name)]);
    const wrong = files.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(basename(file)));
    expect(wrong.map(pathOf)).toEqual([]);
  });

  it("number the decisions one after the other, in their names and in their titles", () => {
    const folder = `${root}docs/decisions/`;
    const files = readdirSync(folder).sort();
    const titles = files.map((file) => readFileSync(folder + file, "utf8").split("\n")[0]);
    const numbers = files.map((_, index) => index + 1);
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(numbers);
    expect(titles).toEqual(numbers.map((number) => expect.stringMatching(new RegExp(`^# ${number}\\. `))));
  });
});

interface Import {
  readonly place: string;
  readonly specifier: string;
  /** The imported file, when the specifier is relative. */
  readonly target: string | undefined;
  readonly typeOnly: boolean;
}

/** Why a room may not have this import; nothing when it may. */
function quarrelWith(room: string, { place, target, typeOnly }: Import): string[] {
  if (target === undefined || packageOf(target) !== "engine") return [];
  const other = roomOf(target);
  if (other === room || ground.includes(other)) return [];
  const allowed = roomsMayImport[room] ?? [];
  if (!allowed.includes(other)) {
    return [`${place}: ${room} may not import ${other}; it may import ${[...ground, ...allowed].join(", ")}`];
  }
  return typesOnly.includes(room) && !typeOnly ? [`${place}: ${room} may import only types of ${other}`] : [];
}

/** Every import of a file: statements, re-exports, `import()` and `import("…").Type`. */
function importsOf(source: ts.SourceFile): Import[] {
  return [...walk(source)].flatMap((node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return [];
    const relative = specifier.startsWith(".");
    const target = relative ? pathOf(resolve(dirname(source.fileName), specifier)) : undefined;
    return [{ place: placeOf(node), specifier, target, typeOnly: isTypeOnly(node) }];
  });
}

/** Every import that loading a file loads, but what is behind some files. */
function loadedBy(path: string, without: readonly string[] = []): Import[] {
  const files = new Set([path]);
  const found: Import[] = [];
  // What is added meanwhile is visited, too.
  for (const file of files) {
    for (const each of importsOf(parse(root + file))) {
      if (each.typeOnly) continue;
      found.push(each);
      if (each.target !== undefined && !without.includes(each.target)) files.add(each.target);
    }
  }
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : undefined;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return textOf(node.arguments[0]);
  return undefined;
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || node.importClause === undefined) return false;
  const { phaseModifier, name, namedBindings } = node.importClause;
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

/** "packages/engine/src/kernel/resource.ts" is in the room "kernel", "packages/engine/src/errors.ts" in "errors". */
function roomOf(path: string): string {
  return path.split("/")[3]?.replace(/\.ts$/, "") ?? "";
}

function packageOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** What the node names, if that is a forbidden thing of the platform and not something of the same name of our own. */
function forbiddenName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && forbiddenInEngine.includes(node.getText())) return node.getText();
  if (!ts.isIdentifier(node) || !forbiddenInEngine.includes(node.text)) return undefined;
  if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) return undefined;
  if (ts.isJSDoc(node.parent) || ts.findAncestor(node, ts.isJSDoc)) return undefined;
  const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
  const ours = declarations.some((declaration) => !declaration.getSourceFile().isDeclarationFile);
  return ours ? undefined : node.text;
}

/** What can be reached from the engine's index, with the declarations behind each name. */
function publicDeclarations(): { name: string; declaration: ts.Declaration }[] {
  const index = program.getSourceFile(`${root}packages/engine/src/index.ts`);
  const module = index && checker.getSymbolAtLocation(index);
  if (module === undefined) throw new Error("packages/engine/src/index.ts exports nothing");
  return checker.getExportsOfModule(module).flatMap((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const declarations = target.declarations ?? [];
    // One comment is enough for overloads, and for a type and a value of the same name.
    const told = declarations.find(isDocumented) ?? declarations[0];
    return told === undefined ? [] : [{ name: symbol.name, declaration: told }];
  });
}

function isDocumented(node: ts.Node): boolean {
  const holder = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return ts.getJSDocCommentsAndTags(holder).some((doc) => ts.isJSDoc(doc) && ts.getTextOfJSDocComment(doc.comment));
}

function isPublicMethod(member: ts.ClassElement): boolean {
  if (!ts.isMethodDeclaration(member) && !ts.isGetAccessor(member)) return false;
  if (ts.isPrivateIdentifier(member.name)) return false;
  // [Symbol.dispose] and [Symbol.iterator] do what the language says they do.
  if (ts.isComputedPropertyName(member.name)) return false;
  return (ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) === 0;
}

/** "timeInOffice" -> ["time", "in", "office"] */
function wordsOf(name: string): string[] {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+/).map((word) => word.toLowerCase());
}

/** The codes that docs/errors.md explains, each under a heading of its own: ### `unknown-name` */
function documentedCodes(): string[] {
  const file = `${root}docs/errors.md`;
  if (!existsSync(file)) return [];
  return [...readFileSync(file, "utf8").matchAll(/^#+ `([^`]+)`/gm)].map((match) => match[1] ?? "").sort();
}

function testsOf(name: string): string[] {
  return existsSync(`${root}packages/${name}/test`) ? filesBelow(`packages/${name}/test`) : [];
}
