/** One session through the guard, told from each side: the client, the broker, and whoever comes to look afterwards. */
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import type { Broker, BrokerEvent, EgressRecord } from 'stateless-runtime/broker';
import { StatelessError, connect } from 'stateless-runtime/client';
import { sampleChat } from './sample-chat.ts';
import { servePair } from './serve.ts';
import type summariser from './summariser.ts';

type Print = (line: string) => void;

/** All that the side of an operator gets to know. */
interface Observed {
  readonly events: BrokerEvent[];
  readonly records: EgressRecord[];
}

/**
 * Bundles service and model, serves both on loopback, runs one session and prints what each side saw.
 *
 * @throws Error when a process is still there that should be gone
 */
export async function runDemo(print: Print): Promise<void> {
  const observed: Observed = { events: [], records: [] };
  const ofModel: BrokerEvent[] = [];
  const pair = await servePair(
    {
      onEvent: (event) => observed.events.push(event),
      onEgress: (record) => observed.records.push(record),
    },
    { onEvent: (event) => ofModel.push(event) },
  );
  const { service, model } = pair;
  const processes = new Set([...service.pids(), ...model.pids()]);
  try {
    showService(print, service);
    await runSession(print, service, observed, ofModel);
    for (const pid of [...service.pids(), ...model.pids()]) processes.add(pid);
  } finally {
    await pair.stop();
  }
  showEnd(print, [...processes]);
}

function showService(print: Print, broker: Broker): void {
  const { egress, limits } = broker.description;
  section(print, 'The service', [
    `listens at ${broker.url}, on this machine alone`,
    `launch digest ${broker.launchDigest}`,
    `a request has at most ${String(limits.inputBytes)} bytes, an answer is padded to ${limits.padOutput.join(', ')} bytes`,
    `whoever watches the broker learns at most ${egress.bits.toFixed(2)} bits of a session, its timing aside`,
    ...egress.uses.map(
      ({ name, url, maxCalls }) =>
        `its handler may call ${name} at ${url}, at most ${String(maxCalls)} time a session, once it has verified it`,
    ),
  ]);
}

async function runSession(
  print: Print,
  broker: Broker,
  observed: Observed,
  ofModel: readonly BrokerEvent[],
): Promise<void> {
  section(print, 'The client refuses evidence that is only simulated, unless it says so itself', [
    `without 'sim' in its policy: ${await refusalOf(broker.url)}`,
  ]);
  section(print, 'What the client sent, sealed to the one-time key of one session', chatLines());
  const client = connect<typeof summariser>(broker.url, { evidence: ['sim'] });
  const { summary } = await client.request(sampleChat);
  await untilEnded(() => [...observed.events, ...ofModel]);
  section(print, 'What the broker saw', observed.events.map(describeEvent));
  section(print, "What the model's broker saw", ofModel.map(describeEvent));
  section(
    print,
    'What left the session on purpose, besides the sealed answer',
    observed.records.map(describeRecord),
  );
  section(print, 'The summary that the client got', summary.split('\n'));
  section(
    print,
    'What is left of the session',
    pidsOfSessions([...observed.events, ...ofModel]).map(describeProcess),
  );
}

/** An answer leaves as soon as it is there; that its process is gone is told a moment later. */
async function untilEnded(events: () => readonly BrokerEvent[]): Promise<void> {
  const count = (kind: BrokerEvent['event']): number => events().filter(({ event }) => event === kind).length;
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (count('session-ended') >= count('session-started')) return;
    await setTimeout(20);
  }
  throw new Error('a session process has not ended');
}

/** The code of the error with which a client ends that accepts no simulated evidence. */
async function refusalOf(url: string): Promise<string> {
  try {
    await connect<typeof summariser>(url, { evidence: [] }).request(sampleChat);
  } catch (error) {
    if (error instanceof StatelessError) return error.code;
    throw error;
  }
  throw new Error('a client took simulated evidence for real');
}

function chatLines(): readonly string[] {
  return sampleChat.messages.map(({ author, text }) => `${author}: ${text}`);
}

function describeEvent(event: BrokerEvent): string {
  switch (event.event) {
    case 'session-started':
      return `process ${String(event.pid)} was given ciphertext`;
    case 'session-ended':
      return `process ${String(event.pid)} ${event.outcome} ${String(event.requestBytes)} bytes of ciphertext with ${String(event.responseBytes)} and ended`;
    case 'request-refused':
      return `a request was refused: ${event.code}`;
  }
}

function describeRecord({ event, fields }: EgressRecord): string {
  return `${event} ${JSON.stringify(fields)}`;
}

function pidsOfSessions(events: readonly BrokerEvent[]): readonly number[] {
  return events.flatMap((event) => (event.event === 'session-started' ? [event.pid] : []));
}

function describeProcess(pid: number): string {
  if (isRunning(pid)) throw new Error(`process ${String(pid)} outlived its session`);
  return `process ${String(pid)} is gone, and with it the key, the chat and the summary`;
}

function showEnd(print: Print, pids: readonly number[]): void {
  const left = pids.filter(isRunning);
  if (left.length > 0) throw new Error(`still running: ${left.join(', ')}`);
  section(print, 'The brokers have stopped', [`none of their ${String(pids.length)} processes is left`]);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function section(print: Print, title: string, lines: readonly string[]): void {
  print('');
  print(title);
  for (const line of lines) print(`  ${line}`);
}
