/** The languages that a program is written in: TypeScript, and plain JavaScript as modules or as CommonJS. */
import { stripTypeScriptTypes } from 'node:module';
import { transpiledTo } from './erase.ts';

type Files = Readonly<Record<string, string>>;

/** Two of four programs stay as they are. */
export function written(files: Files, number: number): Files {
  const language = number % 4;
  if (language === 2) return renamed(files, '.js', untyped);
  return language === 3 ? renamed(files, '.cjs', (text) => asCommonJs(untyped(text), number)) : files;
}

function renamed(files: Files, ending: string, change: (text: string) => string): Files {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name.replace(/\.ts$/, ending),
      change(text).replaceAll(/'(\.\/\w+)\.ts'/g, `'$1${ending}'`),
    ]),
  );
}

/** What only types say becomes nothing; what is more than types is lowered. */
function untyped(text: string): string {
  // The engine that runs it does not know this word yet.
  if (text.includes(' accessor ')) return transpiledTo(text, 'esnext');
  try {
    return stripTypeScriptTypes(text);
  } catch {
    return transpiledTo(text, 'esnext');
  }
}

/** As people write it: names are taken out of what `require` gives, and exports are put where it finds them. */
function asCommonJs(text: string, number: number): string {
  return text
    .replaceAll(/^import \* as (\w+) from ('[^']+');$/gm, 'const $1 = require($2);')
    .replaceAll(/^import (\w+) from ('[^']+');$/gm, 'const $1 = require($2);')
    .replaceAll(
      /^import (\{[^}]*\}) from ('[^']+');$/gm,
      (_, names: string, from: string) => `const ${names.replaceAll(' as ', ': ')} = require(${from});`,
    )
    .replaceAll(/^export \* as (\w+) from ('[^']+');$/gm, 'exports.$1 = require($2);')
    .replaceAll(/^export \* from ('[^']+');$/gm, 'module.exports = require($1);')
    .replaceAll(/^export default /gm, 'module.exports = ')
    .replaceAll(/^export (\{[^}]*\});$/gm, (_, names: string) => exported(names, number))
    .replace('export async function main', 'exports.main = main;\nasync function main');
}

function exported(names: string, number: number): string {
  if (number % 8 < 4) return `module.exports = ${names};`;
  return [...names.matchAll(/\w+/g)].map(([name]) => `exports.${name} = ${name};`).join('\n');
}
