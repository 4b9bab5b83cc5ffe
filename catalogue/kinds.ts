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
    kind: 'log',
    rule: 'no-plaintext-to-log',
    sink: 'the log',
    description: 'Disallow plaintext in log lines, their metadata, bindings and labels',
  },
] as const satisfies readonly Kind[];
