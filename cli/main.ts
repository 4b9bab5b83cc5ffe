#!/usr/bin/env node
/** The program `stateless`: hands the process to `run`. */
import process from 'node:process';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  folder: process.cwd(),
  now: () => performance.now(),
});
