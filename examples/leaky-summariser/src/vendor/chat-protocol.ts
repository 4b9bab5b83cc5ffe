/** The wire format of the chat provider. Generated from its schema, so the tag stands in eslint.config.js. */

export interface WireContent {
  readonly body: string;
  readonly mentions: readonly string[];
}

export interface WireEnvelope {
  readonly id: string;
  readonly version: number;
  readonly channel: string;
  readonly content: WireContent;
}
