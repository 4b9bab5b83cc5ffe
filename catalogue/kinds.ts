/** The policy table: a kind of sink for each flow rule, and the words that its messages and its page use. */

/** One kind of sink that no plaintext may reach. */
export interface Kind {
  readonly kind: string;
  /** The rule that reports it, without the plugin's prefix. */
  readonly rule: string;
  /** What a message calls the sink: `'ChatMessage.body' reaches the log.` */
  readonly sink: string;
  /** What the rule's page and its `meta.docs` say that it does. */
  readonly description: string;
}

export const kinds = [
  {
    kind: 'disk',
    rule: 'no-plaintext-to-disk',
    sink: 'the disk',
    description: 'Disallow plaintext in files, and in the names and paths of files',
  },
  {
    kind: 'object-store',
    rule: 'no-plaintext-to-object-store',
    sink: 'an object store',
    description: 'Disallow plaintext in the bodies, keys, metadata and tags of stored objects',
  },
  {
    kind: 'database',
    rule: 'no-plaintext-to-database',
    sink: 'a database',
    description: 'Disallow plaintext in the values, statements, filters and names that a database is sent',
  },
  {
    kind: 'cache',
    rule: 'no-plaintext-to-cache',
    sink: 'a cache',
    description: 'Disallow plaintext in the values, keys and tags of caches, in the process and outside it',
  },
  {
    kind: 'queue',
    rule: 'no-plaintext-to-queue',
    sink: 'a queue',
    description: 'Disallow plaintext in messages, jobs and events, and in their topics, keys and headers',
  },
  {
    kind: 'log',
    rule: 'no-plaintext-to-log',
    sink: 'the log',
    description: 'Disallow plaintext in log lines, their metadata, bindings and labels',
  },
  {
    kind: 'telemetry',
    rule: 'no-plaintext-to-telemetry',
    sink: 'telemetry',
    description: 'Disallow plaintext in spans, metrics, error reports, analytics and their names and labels',
  },
  {
    kind: 'network',
    rule: 'no-plaintext-to-network',
    sink: 'the network',
    description:
      'Disallow plaintext in requests, messages and answers: bodies, addresses, queries and headers',
  },
  {
    kind: 'process',
    rule: 'no-plaintext-to-process',
    sink: 'another process',
    description: 'Disallow plaintext in the arguments, environment, input and messages of other processes',
  },
  {
    kind: 'browser-storage',
    rule: 'no-plaintext-to-browser-storage',
    sink: "the browser's storage",
    description:
      'Disallow plaintext in web storage, cookies, IndexedDB, the Cache API, history and addresses',
  },
  {
    kind: 'error',
    rule: 'no-plaintext-to-error',
    sink: 'an error',
    description: "Disallow plaintext in an error's message, cause and own properties",
  },
  {
    kind: 'module-state',
    rule: 'no-plaintext-to-module-state',
    sink: 'module state',
    description:
      'Disallow plaintext in what outlives the session in the process: bindings, fields and globals',
  },
  {
    kind: 'deferred-work',
    rule: 'no-plaintext-to-deferred-work',
    sink: 'deferred work',
    description:
      'Disallow plaintext in work that outlives the session: timers, finalizers, unawaited promises',
  },
] as const satisfies readonly Kind[];
