/** Sessions that may stay open: what the rule reports, and what it lets pass. */
import { requireTeardown } from '../../rules/require-teardown.ts';
import { testRule } from './plain-rule-tester.ts';

testRule(
  'require-teardown',
  requireTeardown,
  [
    [
      'using',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export function handle(): string { using session = openSession(); return session.seal(); }`,
    ],
    [
      'finally',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export function handle(): string { const session = openSession(); try { return session.seal(); } finally { session.close(); } }`,
    ],
    [
      'a session that is given back',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export function open(): ChatSession { const session = openSession(); return session; }`,
    ],
    [
      'a session that is a part of what is given back',
      `class ChatSession { close(): void {} } export function open(): { readonly all: readonly ChatSession[] } { const session = new ChatSession(); return { all: [session] }; }`,
    ],
    [
      'a stack of disposables',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export function handle(stack: DisposableStack): string { const session = openSession(); stack.use(session); return session.seal(); }`,
    ],
    [
      'another object',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export function handle(): string { const text = openSession.name; return text; }`,
    ],
    [
      'a context that nothing can end',
      `class RequestContext { id = ''; } export function handle(): string { const context = new RequestContext(); return context.id; }`,
    ],
  ],
  [
    [
      'a constant',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export function handle(): string {
const session = openSession(); return session.seal(); }`,
      [
        {
          messageId: 'open',
          line: 3,
          suggested: [
            'useUsing',
            `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export function handle(): string {
using session = openSession(); return session.seal(); }`,
          ],
        },
      ],
    ],
    [
      'an end that a throw leaves out',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export function handle(): string {
const session = openSession(); const text = session.seal(); session.close(); return text; }`,
      [
        {
          messageId: 'open',
          line: 3,
          suggested: [
            'useUsing',
            `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export function handle(): string {
using session = openSession(); const text = session.seal(); session.close(); return text; }`,
          ],
        },
      ],
    ],
    [
      'one that is awaited',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export async function handle(): Promise<string> {
const session = await openLater(); return session.seal(); }`,
      [
        {
          messageId: 'open',
          line: 3,
          suggested: [
            'useUsing',
            `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export async function handle(): Promise<string> {
using session = await openLater(); return session.seal(); }`,
          ],
        },
      ],
    ],
    [
      'one that is constructed',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export function handle(): string {
const session = new ChatSession(); return session.seal(); }`,
      [
        {
          messageId: 'open',
          line: 3,
          suggested: [
            'useUsing',
            `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export function handle(): string {
using session = new ChatSession(); return session.seal(); }`,
          ],
        },
      ],
    ],
    [
      'one that is dropped',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession; declare function openLater(): Promise<ChatSession>;
export function handle(): void {
new ChatSession(); }`,
      [{ messageId: 'dropped', line: 3 }],
    ],
    [
      'a context with an end and no disposal',
      `class CryptoContext { wipe(): void {} } export function handle(): CryptoContext | undefined {
const context = new CryptoContext(); context.wipe(); return undefined; }`,
      [{ messageId: 'open', line: 2 }],
    ],
    [
      'one that is replaced keeps its form',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession;
export function handle(): string {
let session = openSession(); session.seal(); session = openSession(); return session.seal(); }`,
      [{ messageId: 'open', line: 3 }],
    ],
    [
      'one that is exported keeps its form',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession;
export const session = openSession();`,
      [{ messageId: 'open', line: 2 }],
    ],
    [
      'one of a case keeps its form',
      `class ChatSession implements Disposable { close(): void {} seal(): string { return ''; } [Symbol.dispose](): void {} } declare function openSession(): ChatSession;
export function handle(kind: string): string { switch (kind) { case 'seal':
const session = openSession(); return session.seal(); default: return ''; } }`,
      [{ messageId: 'open', line: 3 }],
    ],
    [
      'one that must be waited for',
      `declare class ChatSession implements AsyncDisposable { seal(): string; [Symbol.asyncDispose](): Promise<void>; }
export async function handle(): Promise<string> {
const session = new ChatSession(); return session.seal(); }`,
      [
        {
          messageId: 'open',
          line: 3,
          suggested: [
            'useUsing',
            `declare class ChatSession implements AsyncDisposable { seal(): string; [Symbol.asyncDispose](): Promise<void>; }
export async function handle(): Promise<string> {
await using session = new ChatSession(); return session.seal(); }`,
          ],
        },
      ],
    ],
    [
      'one that nothing here can wait for',
      `declare class ChatSession implements AsyncDisposable { seal(): string; [Symbol.asyncDispose](): Promise<void>; }
export function handle(): string {
const session = new ChatSession(); return session.seal(); }`,
      [{ messageId: 'open', line: 3 }],
    ],
  ],
);
