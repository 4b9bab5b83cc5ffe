/** A processor that calls another one: sealed end to end, to a key that was verified, through brokers that see ciphertext. */
import { beforeEach, describe, expect, it } from 'vitest';
import { encodingsIn, encodingsOf } from '../../../runtime/testing/encodings.ts';
import { failure, isAlive, patience, watch } from '../brokers.ts';
import { startBetween, watchCaller } from './callers.ts';

// Offers that a caller refuses stay out until they expire, and count against its address.
const counter = await watch('word-count.ts', { maxProcesses: 24 });
const between = await startBetween(counter.broker.url);
const caller = await watchCaller(between.url, {
  evidence: ['sim'],
  launchDigests: [counter.broker.launchDigest],
});
const text = 'the heron nests at dawn';

beforeEach(() => {
  between.answer = undefined;
  between.passed.length = 0;
});

describe('a call of an upstream', () => {
  it('gives its output, from a session of its own', async () => {
    const before = counter.ends().length;
    expect(await caller.request({ text, how: 'once' })).toEqual({ words: 5, refusal: '' });
    await expect
      .poll(
        () =>
          counter
            .ends()
            .slice(before)
            .map(({ outcome }) => outcome),
        patience,
      )
      .toEqual(['answered']);
    expect([...counter.ends(), ...caller.ends()].filter(({ pid }) => isAlive(pid))).toEqual([]);
  });

  it('shows to brokers, and to who stands between, a nonce and ciphertext of a declared size', async () => {
    await caller.request({ text, how: 'once' });
    await caller.request({ text: `${text} and much more`, how: 'once' });
    const { sizes } = caller.broker.description.egress.uses[0] ?? { sizes: [] };
    const [first, session, , other] = between.passed;
    expect(first?.body.toString()).toMatch(/^\{"nonce":"[\w-]{43}"\}$/);
    expect(session?.body.length).toBe(sizes[0]);
    expect(other?.body.length).toBe(sizes[0]);
    const all = Buffer.concat(between.passed.flatMap(({ body, answer }) => [body, answer]));
    expect(encodingsIn(all, encodingsOf(text))).toEqual([]);
  });

  it('may be made at the same time as another; they go one after another', async () => {
    expect(await caller.request({ text, how: 'at once' })).toEqual({ words: 11, refusal: '' });
    expect(between.passed.map(({ path }) => path.split('/')[1])).toEqual([
      'offers',
      'sessions',
      'offers',
      'sessions',
    ]);
  });

  it('that the handler does not wait for is unfinished work', async () => {
    between.answer = () => new Promise(() => undefined);
    expect((await failure(caller.request({ text, how: 'left' }))).code).toBe('ERR_UNFINISHED_WORK');
  });

  it('beyond the declared number ends the session', async () => {
    expect((await failure(caller.request({ text, how: 'thrice' }))).code).toBe('ERR_SESSION_ENDED');
    expect(caller.ends().at(-1)).toMatchObject({ outcome: 'protocol', records: 0 });
    expect(between.passed.filter(({ path }) => path === '/offers')).toHaveLength(2);
  });

  it('is over when the client leaves: nothing stays behind on either side', async () => {
    const closed = between.closed();
    const controller = new AbortController();
    between.answer = async () => {
      controller.abort();
      await new Promise(() => undefined);
    };
    expect((await failure(caller.request({ text, how: 'once' }, controller.signal))).code).toBe(
      'ERR_ABORTED',
    );
    await expect.poll(() => caller.ends().at(-1)?.outcome, patience).toBe('cancelled');
    await expect.poll(between.closed, patience).toBe(closed + 1);
    expect(caller.ends().filter(({ pid }) => isAlive(pid))).toEqual([]);
  });
});

describe('nothing is sealed for an upstream', () => {
  it.each([
    ['of another launch', { evidence: ['sim'], launchDigests: ['0'.repeat(64)] }, 'ERR_EVIDENCE_REFUSED'],
    ['of another egress', { evidence: ['sim'], egressDigests: ['0'.repeat(64)] }, 'ERR_EVIDENCE_REFUSED'],
    ['with simulated evidence that nobody named', { evidence: [] }, 'ERR_EVIDENCE_REFUSED'],
    ['with another mechanism', { evidence: ['sim'], kems: ['x25519'] }, 'ERR_KEM_REFUSED'],
  ])('%s', async (_, policy, detail) => {
    const strict = await watchCaller(between.url, policy);
    expect(await failure(strict.request({ text, how: 'once' }))).toMatchObject({
      code: 'ERR_UPSTREAM',
      detail,
    });
    expect(between.passed.map(({ path }) => path)).toEqual(['/offers']);
  });

  it('whose evidence is older than the question', async () => {
    await caller.request({ text, how: 'once' });
    const old = between.passed[0]?.answer;
    between.answer = async (response, pass) => response.end(old ?? (await pass()));
    expect(await caller.request({ text, how: 'caught' })).toEqual({
      words: 0,
      refusal: 'ERR_UPSTREAM ERR_EVIDENCE_INVALID',
    });
  });

  it('when no declared size holds the input', async () => {
    const large = 'heron '.repeat(500);
    expect(await caller.request({ text: large, how: 'caught' })).toMatchObject({
      refusal: 'ERR_UPSTREAM ERR_TOO_LARGE',
    });
    expect(between.passed).toEqual([]);
  });
});

describe('an upstream that fails is one error, with the code of its fault', () => {
  it.each<[string, string, NonNullable<typeof between.answer>]>([
    ['garbage', 'ERR_BROKER_ANSWER', (response) => response.end('{"session":"')],
    [
      'more than an offer can have',
      'ERR_BROKER_ANSWER',
      (response) => response.end(Buffer.alloc(1024 * 1024, 'x')),
    ],
    [
      'an error of its broker',
      'ERR_BUSY',
      (response) => response.writeHead(503).end('{"error":{"code":"ERR_BUSY"}}'),
    ],
    [
      'an error that is none',
      'ERR_BROKER_ANSWER',
      (response) => response.writeHead(500).end('{"code":"ERR_NONSENSE"}'),
    ],
    ['another address', 'ERR_UNREACHABLE', (response) => response.writeHead(307, { location: '/' }).end()],
    ['nothing', 'ERR_UNREACHABLE', (response) => response.destroy()],
    ['nothing for too long', 'ERR_DEADLINE', () => undefined],
    [
      'a response that was altered',
      'ERR_OPEN',
      async (response, pass, path) => {
        const answer = await pass();
        if (path !== '/offers') answer[answer.length - 1] = (answer.at(-1) ?? 0) ^ 1;
        response.end(answer);
      },
    ],
    [
      'a response that was cut',
      'ERR_OPEN',
      async (response, pass, path) => {
        const answer = await pass();
        response.end(path === '/offers' ? answer : answer.subarray(0, 40));
      },
    ],
  ])('%s: %s', async (_, detail, answer) => {
    between.answer = answer;
    expect(await failure(caller.request({ text, how: 'once' }))).toMatchObject({
      code: 'ERR_UPSTREAM',
      detail,
    });
  });

  it('a handler that refused: ERR_PUBLIC', async () => {
    expect(await failure(caller.request({ text: ' ', how: 'once' }))).toMatchObject({
      code: 'ERR_UPSTREAM',
      detail: 'ERR_PUBLIC',
    });
  });

  it('one that is not there: ERR_UNREACHABLE', async () => {
    const lonely = await watchCaller('http://127.0.0.1:9');
    expect(await failure(lonely.request({ text, how: 'once' }))).toMatchObject({ detail: 'ERR_UNREACHABLE' });
  });
});
