/**
 * `node tools/analyse-folder.ts FOLDER... [--plaintext TypeName]`: analyses every TypeScript file of folders that nobody
 * here has written, and tells what threw, how long it took, and whether the order of files changes the flows. With
 * `--plaintext` each type of that name in the folder is a tag.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { policyOf } from '../catalogue/policy.ts';
import { createAnalysis, type Flow, type PlaintextType, type Policy } from '../engine/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { plaintext: { type: 'string', multiple: true, default: [] } },
});

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
  typeRoots: [join(import.meta.dirname, '../node_modules/@types')],
};

for (const folder of positionals) console.log(JSON.stringify(analyse(resolve(folder))));

function analyse(folder: string): unknown {
  const files = sourcesIn(folder);
  const policy = policyFor(folder, files);
  const before = process.cpuUsage().user;
  const flows = flowsOf(files, policy);
  const seconds = Math.round((process.cpuUsage().user - before) / 1e5) / 10;
  const again = flowsOf(files.toReversed(), policy);
  return {
    folder,
    files: files.length,
    tags: policy.plaintext.length,
    flows: flows.length,
    seconds,
    isSameInAnyOrder: flows.join('\n') === again.join('\n'),
    changed: [...difference(flows, again), ...difference(again, flows)].slice(0, 5),
  };
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => /\.[cm]?tsx?$/.test(name) && !/\.d\.[cm]?ts$/.test(name) && !name.includes('node_modules'),
    )
    .map((name) => join(folder, name))
    .sort();
}

function policyFor(folder: string, files: readonly string[]): Policy {
  const plaintext = files.flatMap((file): readonly PlaintextType[] => {
    const text = readFileSync(file, 'utf8');
    return values.plaintext
      .filter((name) => new RegExp(`\\b(?:class|interface|type) ${name}\\b`).test(text))
      .map((name) => ({ from: 'file', path: file, name }));
  });
  return policyOf({ plaintext }, folder);
}

function flowsOf(files: readonly string[], policy: Policy): readonly string[] {
  const program = ts.createProgram(files, options);
  return [...createAnalysis(program, policy).flows()].map(written).sort();
}

function written({ kind, source, sink: { place } }: Flow): string {
  return `${place.file}:${place.line}:${place.column} ${kind} ${source.name}`;
}

function difference(some: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return some.filter((one) => !known.has(one));
}
