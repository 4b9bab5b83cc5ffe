/** The attacks as a processor: a session tries one channel, with the canary as its input. */
import { egress, oneOf, processor, upstream } from '../index.ts';
import type { Processor, StandardSchema } from '../index.ts';
import { loose } from './attack.ts';
import type { Attempt } from './attack.ts';
import { attacks } from './index.ts';

interface Input extends Omit<Attempt, 'emit' | 'use'> {
  readonly channel: string;
}

const input: StandardSchema<Input, Input> = {
  '~standard': {
    version: 1,
    vendor: 'stateless-runtime',
    validate: (value) => checked(() => readInput(value)),
  },
};

const output: StandardSchema<{ readonly text: string }, { readonly text: string }> = {
  '~standard': {
    version: 1,
    vendor: 'stateless-runtime',
    validate: (value) => checked(() => readOutput(value)),
  },
};

/** The processor, with an upstream at this address: a mirror of itself. */
export function attackProcessor(mirrorUrl: string): Processor<Input, { readonly text: string }> {
  const limits = { maxCalls: 4, padInput: [1024], waitMs: 5_000 };
  const mirror = upstream<{ readonly types?: { readonly input: object; readonly output: object } }>(
    mirrorUrl,
    { evidence: ['sim'] },
    limits,
  );
  return processor({
    name: 'attacks',
    input,
    output,
    egress: egress(
      {
        step: { max: 2, fields: { stage: oneOf('one', 'two') } },
        done: { max: 1, fields: { outcome: oneOf('ok', 'refused') } },
      },
      { maxBits: 12 },
    ),
    limits: { wallMs: 15_000, padOutput: [1024], memoryMb: 64 },
    uses: { mirror },
    async handle({ channel, canary, target }, session) {
      const emit: Attempt['emit'] = (name, values) => {
        Reflect.apply(session.emit, session, [name, values]);
      };
      const result = await attacks[channel]?.({ canary, target, emit, use: loose(session.use) });
      const extra = typeof result === 'object' && result !== null ? result : {};
      return { text: typeof result === 'string' ? result : 'done', ...extra };
    },
  });
}

export default attackProcessor('http://127.0.0.1:9/');

function checked<Value>(
  read: () => Value,
): { readonly value: Value } | { readonly issues: readonly [{ readonly message: string }] } {
  try {
    return { value: read() };
  } catch {
    return { issues: [{ message: 'not the asked shape' }] };
  }
}

function readInput(value: unknown): Input {
  const { channel, canary, target } = onlyMembers(value, ['channel', 'canary', 'target']);
  const { folders, tcp, udp, socket } = onlyMembers(target, ['folders', 'tcp', 'udp', 'socket']);
  const list: readonly unknown[] = Array.isArray(folders) ? folders : [];
  return {
    channel: text(channel),
    canary: text(canary),
    target: { folders: list.map(text), tcp: Number(tcp), udp: Number(udp), socket: text(socket) },
  };
}

function readOutput(value: unknown): { readonly text: string } {
  return { text: text(onlyMembers(value, ['text'])['text']) };
}

function onlyMembers(value: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (members.some(([name]) => !names.includes(name))) throw new TypeError('members');
  return Object.fromEntries(members);
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('text');
  return value;
}
