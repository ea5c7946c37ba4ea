import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The folder of the repository. */
export const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** A path as people write it: from the folder of the repository, with slashes. */
export function pathOf(file: string): string {
  return relative(root, file).split(sep).join("/");
}

/** Every TypeScript file below a folder of the repository, sorted; none when there is no such folder. */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(root + folder, { recursive: true, encoding: "utf8" });
  return entries
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, folder, name))
    .sort();
}

/** The packages of the workspace that have sources: engine, cli, server … */
export function packages(): string[] {
  return readdirSync(join(root, "packages"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(root, "packages", entry.name)).includes("src"))
    .map((entry) => entry.name);
}

/** The sources that are shipped: every file under packages/<name>/src that is not a test. */
export function shippedFiles(name: string): string[] {
  return filesBelow(`packages/${name}/src`).filter((file) => !/\.test\.tsx?$/.test(file));
}

/** The syntax tree of a file, with links to parents. */
export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
}

/** "packages/engine/src/errors.ts:12" */
export function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  return `${pathOf(source.fileName)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** The node itself and all below it, in the order of the text. */
export function* walk(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* walk(child);
}

/** The engine as the compiler sees it, with its own settings: names resolved, types known. */
export function engineProgram(): ts.Program {
  const file = join(root, "packages/engine/tsconfig.json");
  const config = ts.getParsedCommandLineOfConfigFile(
    file,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  if (config === undefined) throw new Error(`${file} cannot be read`);
  return ts.createProgram(config.fileNames, { ...config.options, noEmit: true, composite: false, incremental: false });
}

function fail(diagnostic: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
}
