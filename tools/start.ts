/** `npm start`: the example through both halves; `npm start -- PATH/TO/tsconfig.json` checks a project of yours instead. */
import { resolve } from 'node:path';
import process from 'node:process';
import { build, isBuilt } from './build.ts';
import { runCheck } from './run-check.ts';
import { showLinter } from './show-linter.ts';

interface Demo {
  /** Runs one session of the example through the guard and says what each side saw. */
  runDemo(print: (line: string) => void): Promise<void>;
}

process.exitCode = await start(process.argv.slice(2));

async function start([project]: readonly string[]): Promise<number> {
  if (!isBuilt()) {
    console.log('Building both packages ...');
    if (!build()) return 2;
  }
  return project === undefined ? showExample() : checkProject(project);
}

/** Paths are meant from where the command was typed, which npm tells in `INIT_CWD`. */
function checkProject(project: string): number {
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  return runCheck(['-p', resolve(folder, project)], { folder, output: 'inherit' }).exitCode;
}

async function showExample(): Promise<number> {
  const isAsExpected = showLinter(print);
  heading('One session through the guard: examples/summariser');
  const demoFile = '../examples/summariser/demo.ts';
  const demo = (await import(demoFile)) as Demo;
  await demo.runDemo(print);
  return isAsExpected ? 0 : 1;
}

function heading(text: string): void {
  print('');
  print(text);
  print('='.repeat(text.length));
}

function print(line: string): void {
  console.log(line);
}
