/** Brokers for tests: started from a fixture, stopped after the file, and watched for what they leave behind. */
import { resolve } from 'node:path';
import process from 'node:process';
import { afterAll } from 'vitest';
import { serve } from '../../runtime/broker/index.ts';
import type {
  Broker,
  BrokerEvent,
  BrokerOptions,
  EgressRecord,
  SessionEnded,
} from '../../runtime/broker/index.ts';
import { connect, StatelessError } from '../../runtime/client/index.ts';

/** A broker with everything that it told its observers. */
export interface Watched {
  readonly broker: Broker;
  readonly events: BrokerEvent[];
  readonly records: EgressRecord[];
  readonly request: (input: unknown, signal?: AbortSignal) => Promise<unknown>;
  /** The ends of sessions so far. */
  readonly ends: () => SessionEnded[];
}

/** How long a test waits for what must happen: long, since the machine may be busy. */
export const patience = { timeout: 30_000 } as const;

/** The path of a fixture. */
export function fixture(name: string): string {
  return resolve(import.meta.dirname, 'fixtures', name);
}

/** Serves a fixture until the test file ends. */
export async function watch(name: string, options: BrokerOptions = {}): Promise<Watched> {
  const events: BrokerEvent[] = [];
  const records: EgressRecord[] = [];
  const broker = await serve(fixture(name), {
    waitMs: 20_000,
    ...options,
    onEvent(event) {
      events.push(event);
      options.onEvent?.(event);
    },
    onEgress: (record) => records.push(record),
  });
  afterAll(() => broker.stop());
  const client = connect(broker.url, { evidence: ['sim'], kems: ['x-wing', 'x25519'] });
  return {
    broker,
    events,
    records,
    request: (input, signal) => client.request(input, signal ? { signal } : {}),
    ends: () => events.filter((event) => event.event === 'session-ended'),
  };
}

/** The error that a request ends with. */
export async function failure(request: Promise<unknown>): Promise<StatelessError> {
  const ended: unknown = await request.catch((thrown: unknown) => thrown);
  if (ended instanceof StatelessError) return ended;
  throw new TypeError('the request ended without an error of ours');
}

/** Whether a process exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
