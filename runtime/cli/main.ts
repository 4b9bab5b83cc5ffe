#!/usr/bin/env node
/** The command `stateless-runtime`. */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { tsmAttester } from '../attesters/index.ts';
import type { Attester } from '../attesters/index.ts';
import { serve } from '../broker/index.ts';
import type { Broker } from '../broker/index.ts';
import { closeInherited } from '../descriptors.ts';
import { StatelessError } from '../error.ts';
import { checks } from '../posture/checks.ts';
import { readFacts } from '../posture/facts.ts';
import { judge, openRows } from '../posture/posture.ts';
import { postureText } from '../posture/report.ts';
import { readArguments, usage } from './arguments.ts';
import type { Command, ServeCommand } from './arguments.ts';
import { egressReport } from './egress.ts';

const evidenceLines = {
  sim: 'simulated: a client must accept it by name',
  tsm: 'of this machine, through configfs-tsm',
} as const;

process.exitCode = await run(readArguments(process.argv.slice(2)));

async function run(command: Command): Promise<number> {
  switch (command.command) {
    case 'help':
      console.log(usage);
      return 0;
    case 'unusable':
      console.error(`stateless-runtime: ${command.message}\n\n${usage}`);
      return 2;
    case 'serve':
      return runBroker(command);
    case 'egress':
      return print(() => egressReport(command.file, command.isJson));
    case 'doctor':
      return runDoctor(command.evidence, command.isJson);
  }
}

async function print(report: () => Promise<string>): Promise<number> {
  try {
    console.log(await report());
    return 0;
  } catch (error) {
    console.error(`stateless-runtime: ${reason(error)}`);
    return 1;
  }
}

function runDoctor(evidence: string, isJson: boolean): number {
  closeInherited();
  const posture = judge(readFacts(evidence));
  console.log(isJson ? JSON.stringify(posture, null, 2) : postureText(posture));
  return openRows(posture).length === 0 ? 0 : 1;
}

async function runBroker(command: ServeCommand): Promise<number> {
  const { file, port, kem, origins, tier, epochSessions } = command;
  try {
    closeInherited();
    const attester = command.evidence === 'tsm' ? await openAttester(command) : undefined;
    const { isProduction: production } = command;
    const how = { port, kem, origins, production, tier, epochSessions };
    const broker = await serve(file, { ...how, ...(attester ? { attester } : {}) });
    announce(broker, command);
    await untilSignal();
    await broker.stop();
    return 0;
  } catch (error) {
    console.error(`stateless-runtime: ${reason(error)}`);
    for (const line of remedies(error)) console.error(`  ${line}`);
    return 1;
  }
}

// A refused start names the checks that failed; what to do about each is said here.
function remedies(error: unknown): readonly string[] {
  const detail = error instanceof StatelessError && error.code === 'ERR_POSTURE' ? error.detail : undefined;
  const failed = checks.filter(({ name }) => detail?.includes(name));
  return failed.map(({ name, remedy }) => `${name}: ${remedy}`);
}

// One report before anything is served: a machine that gives none is found out now, and not by a client.
async function openAttester({ endorsements }: ServeCommand): Promise<Attester> {
  const given = endorsements === undefined ? {} : { endorsements: () => readFile(endorsements) };
  const attester = tsmAttester(given);
  await attester(new Uint8Array(64));
  return attester;
}

function announce({ url, description, launchDigest }: Broker, command: ServeCommand): void {
  const { name, egress } = description;
  console.log(`${name} at ${url}`);
  console.log(`launch digest ${launchDigest}`);
  console.log(`leak budget   ${egress.bits.toFixed(2)} of ${egress.maxBits.toFixed(2)} bits a session`);
  console.log(`evidence      ${evidenceLines[command.evidence]}`);
  if (command.tier === 'epoch') console.log(`tier          ${epochLine(command.epochSessions)}`);
}

function epochLine(sessions: number): string {
  return `epoch: ${sessions} sessions a process, which may still hold what the earlier ones left`;
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => {
      resolve();
    });
    process.once('SIGTERM', () => {
      resolve();
    });
  });
}

function reason(error: unknown): string {
  if (error instanceof StatelessError) return `${error.code}: ${error.message}`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return code === 'EADDRINUSE'
    ? 'the port is in use; choose another with --port'
    : `could not start (${code})`;
}
