/** Makes a program's text runnable: types away, imports and exports as calls. */
import { stripTypeScriptTypes } from 'node:module';
import vm from 'node:vm';
import ts from 'typescript';

/**
 * The quick way, for a module that imports nothing of the program's own: its types become spaces. Undefined where the
 * text holds more than types that have to go, such as a parameter property.
 */
export function stripped(text: string): string | undefined {
  try {
    const plain = stripTypeScriptTypes(text)
      .replaceAll(/^import \* as (\w+) from ('[^']+');$/gm, 'const $1 = require($2);')
      .replaceAll(/^import (\{[^}]*\}) from ('[^']+');$/gm, 'const $1 = require($2);')
      .replace('export async function main', 'exports.main = main; async function main');
    // What the engine of JavaScript does not know yet, such as `accessor`, goes the other way.
    new vm.Script(`(function () {${plain}\n})`);
    return plain;
  } catch {
    return undefined;
  }
}

/** Everything that the compiler can lower, with live bindings between modules. */
export function transpiled(text: string): string {
  return transpiledTo(text, 'commonjs');
}

export function transpiledTo(text: string, module: 'commonjs' | 'esnext'): string {
  return ts.transpileModule(text, {
    compilerOptions: {
      module: module === 'commonjs' ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2024,
      rewriteRelativeImportExtensions: module === 'commonjs',
      esModuleInterop: true,
    },
  }).outputText;
}
