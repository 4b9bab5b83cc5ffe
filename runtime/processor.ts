/** `processor`: the public way to define what runs in a session. */
import { eventShapes } from './egress/events.ts';
import type { Egress, EventDeclarations, EventValues } from './egress/events.ts';
import { createManifest } from './egress/manifest.ts';
import type { Manifest } from './egress/manifest.ts';
import { StatelessError } from './error.ts';
import { readLimits } from './limits.ts';
import type { Limits } from './limits.ts';
import { plaintext } from './plaintext.ts';
import type { Plaintext } from './plaintext.ts';
import { Processor } from './processor-parts.ts';
import { validate } from './schema.ts';
import type { StandardSchema } from './schema.ts';
import { validateStrictly } from './strictness.ts';

export { Processor };

/** What a handler may do besides returning its output. */
export interface Session<Events extends EventDeclarations, Code extends string> {
  /** Records a declared event; it leaves when the session ends. Throws `ERR_EGRESS_REJECTED` for anything else. */
  readonly emit: <Name extends keyof Events & string>(name: Name, values: EventValues<Events[Name]>) => void;
  /** Ends the session with a registered public code, which its client gets as `ERR_PUBLIC`. */
  readonly fail: (code: Code) => never;
}

/** A processor as its author writes it. */
export interface Definition<
  In,
  Parsed,
  Returned,
  Out,
  Events extends EventDeclarations,
  Code extends string,
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
  readonly handle: (
    input: Plaintext<Parsed>,
    session: Session<Events, Code>,
  ) => NoInfer<Returned> | Promise<NoInfer<Returned>>;
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
  /** Validates, runs the handler and validates again. Throws what the handler throws, or a StatelessError. */
  readonly run: (input: unknown, session: OpenSession) => Promise<unknown>;
}

/** A session without its author's types. */
export interface OpenSession {
  readonly emit: (name: string, values: object) => void;
  readonly fail: (code: string) => never;
}

const namePattern = /^[a-z][a-z0-9-]{0,63}$/;
const codePattern = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/**
 * Defines a processor; its module exports it as default.
 *
 * @param definition name, schemas, egress, limits and handler
 * @throws TypeError naming the member at fault; StatelessError `ERR_EGRESS_BUDGET` when the whole session can carry
 *   more bits than `maxBits`
 *
 * @example
 * export default processor({
 *   name: 'word-count',
 *   input: v.strictObject({ text: v.string() }),
 *   output: v.strictObject({ words: v.number() }),
 *   handle: (input) => ({ words: input.text.split(/\s+/).length }),
 * });
 */
export function processor<
  In,
  Parsed,
  Returned,
  Out,
  // eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- no events at all is meant
  const Events extends EventDeclarations = Readonly<Record<never, never>>,
  const Code extends string = never,
>(definition: Definition<In, Parsed, Returned, Out, Events, Code>): Processor<In, Out> {
  const events: EventDeclarations = definition.egress?.events ?? {};
  return new Processor({
    description: describe(definition),
    events,
    async run(value, session) {
      const input = await checkInput(definition.input, value);
      const returned = await definition.handle(plaintext<Parsed>(input), session);
      const output = await validate(definition.output, returned);
      if (output === undefined) throw new StatelessError('ERR_OUTPUT_INVALID');
      return output.value;
    },
  });
}

// A schema that throws has not said yes: what it throws is as chatty as its issues, and is dropped like them.
async function checkInput<Parsed>(schema: StandardSchema<unknown, Parsed>, value: unknown): Promise<Parsed> {
  const checked = await validateStrictly(schema, value).catch(() => ({ verdict: 'invalid' as const }));
  if (checked.verdict === 'strict') return checked.value;
  throw new StatelessError(checked.verdict === 'loose' ? 'ERR_SCHEMA_LOOSE' : 'ERR_INPUT_INVALID');
}

function describe<In, Parsed, Returned, Out, Events extends EventDeclarations, Code extends string>(
  definition: Definition<In, Parsed, Returned, Out, Events, Code>,
): Description {
  const { name, publicErrors = [] } = definition;
  if (!namePattern.test(name)) throw new TypeError(`processor name must match ${namePattern.source}`);
  if (publicErrors.some((code) => !codePattern.test(code)))
    throw new TypeError(`publicErrors must match ${codePattern.source}`);
  for (const member of ['input', 'output'] as const)
    if (definition[member]['~standard'].version !== 1)
      throw new TypeError(`${member} is not a Standard Schema`);
  const limits = readLimits(definition.limits);
  const egress = createManifest({
    events: eventShapes(definition.egress?.events ?? {}),
    publicErrors,
    sizeClasses: limits.padOutput,
    maxBits: definition.egress?.maxBits,
  });
  if (egress.bits > egress.maxBits) throw new StatelessError('ERR_EGRESS_BUDGET');
  return { name, limits, egress };
}
