/** The broker's handle on one session process: its key, its one session, its end. */
import type { ChildProcess } from 'node:child_process';
import type { Bytes } from '../bytes.ts';
import { declassify } from '../declassify.ts';
import { RecordCheck } from '../egress/record-check.ts';
import type { EgressRecord } from '../egress/shapes.ts';
import { FrameCheck } from './frame-check.ts';
import { nothing, readMessage } from './messages.ts';
import type { Outcome } from './events.ts';
import type { Start } from './launch-parts.ts';
import { startProcess } from './start-process.ts';
import type { SessionEnd, Outlet, Allowance, Message } from './session-end.ts';

type State = 'booting' | 'waiting' | 'running' | 'answered' | 'killed';

const bootMs = 20_000;

/** One session in a child process. Whatever it does that is not in the protocol, the process is killed for. */
export class SessionProcess {
  readonly #keyed = Promise.withResolvers<Bytes | undefined>();
  readonly #exited = Promise.withResolvers<unknown>();
  readonly #ended = Promise.withResolvers<unknown>();
  readonly pid: number;
  /** The key configuration; undefined when the process ended before it had one. */
  readonly ready = this.#keyed.promise;
  /** Resolves when the process is gone, or has its next session. */
  readonly gone = this.#exited.promise;
  /** Its next session, in the tier `epoch`. */
  successor: SessionProcess | undefined;
  readonly #start: Start;
  readonly #child: ChildProcess;
  readonly #allowance: Allowance;
  readonly #check: RecordCheck;
  readonly #records: EgressRecord[] = [];
  #state: State = 'booting';
  #outcome: Outcome = 'ended';
  #frame: Bytes | undefined;
  #frames: FrameCheck | undefined;
  #outlet: Outlet | undefined;
  #isAsking = false;
  #timer: NodeJS.Timeout;

  constructor(start: Start, allowance: Allowance, child = startProcess(start)) {
    this.#start = start;
    this.#allowance = allowance;
    this.#check = new RecordCheck(allowance.events);
    this.#child = child;
    this.pid = this.#child.pid ?? 0;
    this.#timer = this.#killAfter(bootMs, 'ended');
    this.#child.on('message', (value) => {
      const message = declassify(
        value,
        'only an attack sends plaintext: what has none of the shapes is refused',
      );
      this.#receive(readMessage(message, allowance.caps));
    });
    // 'close' and not 'exit': messages that were sent before the end are read before it
    this.#child.once('close', () => {
      this.#finish();
    });
    this.#child.on('error', () => {
      if (this.#child.pid === undefined) this.#finish();
    });
  }

  /**
   * Runs the one session: hands over the sealed request, and resolves with the last frame, when the process is killed, or
   * else when it is gone.
   *
   * @param sealed the request, or its first piece
   * @param outlet where the frames of a stream go, but for the last one, and who answers its questions
   */
  async run(sealed: Bytes, wallMs: number, outlet?: Outlet): Promise<SessionEnd> {
    if (this.#state !== 'waiting') return { outcome: 'ended', frame: undefined, records: [] };
    this.#state = 'running';
    this.#frames = new FrameCheck(this.#allowance);
    this.#outlet = outlet;
    this.#timer = this.#killAfter(wallMs, 'deadline');
    this.#child.send(sealed, () => undefined);
    await this.#ended.promise;
    const isAnswered = this.#outcome === 'answered';
    return { outcome: this.#outcome, frame: this.#frame, records: isAnswered ? this.#records : [] };
  }

  /** Kills it, for a reason that becomes the outcome unless it has one. */
  kill(outcome: Outcome): void {
    if (this.#state !== 'answered' && this.#state !== 'killed') {
      this.#outcome = outcome;
      this.#state = 'killed';
    }
    if (!this.successor) this.#child.kill('SIGKILL');
  }

  // What was sent before the kill took effect still arrives, and is not looked at.
  #receive(message: Message | undefined): void {
    if (this.#state === 'killed') return;
    const isKey = message?.kind === 'key' && message.bytes.length === this.#allowance.caps.key;
    if (isKey && this.#state === 'booting') this.#acceptKey(message.bytes);
    else if (message?.kind === 'egress' && this.#state === 'running') this.#acceptRecord(message.bytes);
    else if (message?.kind === 'frame' && this.#state === 'running') this.#acceptFrame(message.bytes);
    else if (message?.kind === 'ask' && this.#state === 'running')
      void this.#reply(() => this.#outlet?.answer(message.bytes));
    else this.kill('protocol');
  }

  #acceptKey(bytes: Bytes): void {
    clearTimeout(this.#timer);
    this.#state = 'waiting';
    // its channel has then read a message before a client waits for that
    this.#child.send(nothing, () => undefined);
    this.#keyed.resolve(bytes);
  }

  #acceptRecord(bytes: Bytes): void {
    const record = this.#check.read(bytes);
    if (record === undefined) this.kill('protocol');
    else this.#records.push(record);
  }

  #acceptFrame(bytes: Bytes): void {
    const verdict = this.#frames?.judge(bytes) ?? 'refused';
    if (verdict === 'more') void this.#reply(async () => this.#outlet?.pass(bytes).then(() => nothing));
    else if (verdict === 'refused') this.kill('protocol');
    else this.#end(verdict === 'unopened' ? 'unopened' : 'answered', bytes);
  }

  // One word at a time: whoever goes on before he has the answer to the last one could fill the broker's memory.
  async #reply(answering: () => Promise<Bytes | undefined> | undefined): Promise<void> {
    const isInTurn = !this.#isAsking;
    this.#isAsking = true;
    const answer = isInTurn ? await answering() : undefined;
    this.#isAsking = false;
    if (answer === undefined) this.kill('protocol');
    else if (this.#state === 'running') this.#child.send(answer, () => undefined);
  }

  // Nothing that it could still do is wanted: it is not left the time to end by itself. Its end takes processor time, which
  // the answer does not wait for.
  #end(outcome: Outcome, bytes: Bytes): void {
    clearTimeout(this.#timer);
    this.#outcome = outcome;
    this.#state = 'answered';
    this.#frame = bytes;
    const { sessions = 1 } = this.#start;
    if (outcome === 'answered' && sessions > 1) this.#handOver(sessions - 1);
    else setImmediate(() => this.#child.kill('SIGKILL'));
    if (outcome === 'answered') this.#ended.resolve(undefined);
  }

  #handOver(sessions: number): void {
    for (const event of ['message', 'close', 'error']) this.#child.removeAllListeners(event);
    this.successor = new SessionProcess({ ...this.#start, sessions }, this.#allowance, this.#child);
    this.#exited.resolve(undefined);
  }

  #killAfter(milliseconds: number, outcome: Outcome): NodeJS.Timeout {
    return setTimeout(() => {
      this.kill(outcome);
    }, milliseconds);
  }

  #finish(): void {
    clearTimeout(this.#timer);
    this.#state = 'killed';
    this.#keyed.resolve(undefined);
    this.#exited.resolve(undefined);
    this.#ended.resolve(undefined);
  }
}
