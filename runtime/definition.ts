/** What a processor is: as its author writes it, as its session process runs it, and as it tells about itself. Types only. */
import type { Egress, EventDeclarations, EventValues } from './egress/events.ts';
import type { Manifest } from './egress/shapes.ts';
import type { Plaintext } from './plaintext.ts';
import type { StandardSchema } from './schema.ts';
import type { Upstream, UpstreamTarget } from './upstream-parts.ts';

/** What a processor's type says of its client: `connect<typeof summarise>(url, policy)`. */
export interface Types {
  readonly types?: { readonly input: unknown; readonly output: unknown };
}

/** Upstreams by the names under which a handler calls them. */
export type UpstreamDeclarations = Readonly<Record<string, Upstream<unknown, unknown>>>;

/** No upstream at all. */
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- none is meant
export type NoUpstreams = Readonly<Record<never, never>>;

/** A declared upstream, to be called. */
export interface UpstreamCall<In, Out> {
  (input: In): Promise<Out>;
  readonly stream: (input: In) => AsyncGenerator<Out, void, void>;
}

/** What a handler may do besides returning its output. */
export interface Session<
  Events extends EventDeclarations,
  Code extends string,
  Uses extends UpstreamDeclarations = NoUpstreams,
> {
  /** Records a declared event; it leaves when the session ends. Throws `ERR_EGRESS_REJECTED` for anything else. */
  readonly emit: <Name extends keyof Events & string>(name: Name, values: EventValues<Events[Name]>) => void;
  /** Ends the session with a registered public code, which its client gets as `ERR_PUBLIC`. */
  readonly fail: (code: Code) => never;
  /**
   * The declared upstreams. `use.name(input)` resolves with the upstream's output, `use.name.stream(input)` gives the
   * outputs of one that streams, each only when it is asked for; both are sealed end to end, and throw `ERR_UPSTREAM`
   * whose `detail` is the code of what went wrong. Calls of an upstream are made one after another, and none while a
   * stream of it is open (`ERR_BUSY`); one beyond `maxCalls` ends the session.
   */
  readonly use: {
    readonly [Name in keyof Uses]: Uses[Name] extends Upstream<infer In, infer Out>
      ? UpstreamCall<In, Plaintext<Out>>
      : never;
  };
}

/** A processor as its author writes it. */
export interface Definition<
  In,
  Parsed,
  Returned,
  Out,
  Events extends EventDeclarations,
  Code extends string,
  Uses extends UpstreamDeclarations,
> {
  readonly name: string;
  /** A strict schema of any Standard Schema library: unknown keys are refused before the handler sees anything. */
  readonly input: StandardSchema<In, Parsed>;
  readonly output: StandardSchema<Returned, Out>;
  /** What may leave in the clear; without it no event may, and the budget is that of the outcome and the size. */
  readonly egress?: Egress<Events>;
  readonly limits?: Partial<Limits>;
  /** Codes that `session.fail` may send to the client. */
  readonly publicErrors?: readonly Code[];
  /** Other attested processors that the handler may call, each made by `upstream`. */
  readonly uses?: Uses;
  /**
   * Answers with an output, or, as an async generator function, with a stream of outputs: each is checked, padded and
   * sealed on its own, and the next is asked for when the last is on its way to the client.
   */
  readonly handle: (
    input: Plaintext<Parsed>,
    session: Session<Events, Code, Uses>,
  ) => NoInfer<Returned> | Promise<NoInfer<Returned>> | AsyncIterable<NoInfer<Returned>>;
}

/** Limits as a processor declares them; what is left out has the default. */
export interface Limits {
  /** Milliseconds from the request's arrival until the session process is killed. Default 10,000. */
  readonly wallMs: number;
  /** Megabytes of JavaScript heap. Default 96. */
  readonly memoryMb: number;
  /** Bytes of the opened request. Default 256 KiB. */
  readonly inputBytes: number;
  /** The sizes in bytes to which a response is padded, ascending. Default 1, 4, 16 and 64 KiB. */
  readonly padOutput: readonly number[];
  /** Chunks that a streamed response has at most. Default 256. */
  readonly maxChunks: number;
}

/** What a processor tells about itself before any session: plain data, the same in every process. */
export interface Description {
  readonly name: string;
  readonly limits: Limits;
  readonly egress: Manifest;
}

/** What the session process needs of a processor, with the author's types closed over. */
export interface ProcessorParts {
  readonly description: Description;
  readonly events: EventDeclarations;
  /** Its upstreams, in the order of the manifest. */
  readonly uses: readonly { readonly name: string; readonly target: UpstreamTarget }[];
  /** Validates, runs the handler and validates again. Throws what the handler throws, or a StatelessError. */
  readonly run: (input: unknown, session: OpenSession) => Promise<unknown>;
  /** As `run`, for a generator: every output in turn. */
  readonly stream: (input: unknown, session: OpenSession) => AsyncIterable<unknown>;
}

/** A session without its author's types. */
export interface OpenSession {
  readonly emit: (name: string, values: object) => void;
  readonly fail: (code: string) => never;
  readonly use: Readonly<Record<string, UpstreamCall<unknown, unknown>>>;
}
