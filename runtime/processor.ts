/** `processor`: the public way to define what runs in a session. */
import type {
  Definition,
  Description,
  NoUpstreams,
  OpenSession,
  Session,
  UpstreamDeclarations,
} from './definition.ts';
import { eventShapes, requireBudget } from './egress/events.ts';
import type { EventDeclarations } from './egress/events.ts';
import { createManifest } from './egress/manifest.ts';
import { StatelessError } from './error.ts';
import { readLimits } from './limits.ts';
import { plaintext } from './plaintext.ts';
import { Processor } from './processor-parts.ts';
import { validate } from './schema.ts';
import type { StandardSchema } from './schema.ts';
import { validateStrictly } from './strictness.ts';
import { Upstream } from './upstream-parts.ts';
import type { UpstreamParts } from './upstream-parts.ts';

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
  Uses extends UpstreamDeclarations = NoUpstreams,
>(definition: Definition<In, Parsed, Returned, Out, Events, Code, Uses>): Processor<In, Out> {
  const events: EventDeclarations = definition.egress?.events ?? {};
  const { handle } = definition;
  const isStream = isGeneratorFunction(handle);
  const uses = readUses(definition.uses ?? {});
  return new Processor({
    description: describe(definition, isStream, uses),
    events,
    uses: uses.map(({ name, target }) => ({ name, target })),
    async run(value, session) {
      const input = await checkInput(definition.input, value);
      return checkOutput(definition.output, await handle(plaintext<Parsed>(input), viewOf(session)));
    },
    async *stream(value, session) {
      const input = await checkInput(definition.input, value);
      const handled = handle(plaintext<Parsed>(input), viewOf(session));
      for await (const output of isStream && isAsyncIterable(handled) ? handled : [])
        yield await checkOutput(definition.output, output);
    },
  });
}

// The same session under its author's types: which names there are was read from the same declarations.
function viewOf<Events extends EventDeclarations, Code extends string, Uses extends UpstreamDeclarations>(
  session: OpenSession,
): Session<Events, Code, Uses>;
function viewOf(session: unknown): unknown {
  return session;
}

function isGeneratorFunction(handle: object): boolean {
  return Reflect.get(handle, Symbol.toStringTag) === 'AsyncGeneratorFunction';
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

// A schema that throws has not said yes: what it throws is as chatty as its issues, and is dropped like them.
async function checkOutput(schema: StandardSchema<unknown, unknown>, value: unknown): Promise<unknown> {
  const output = await validate(schema, value).catch(() => undefined);
  if (output === undefined) throw new StatelessError('ERR_OUTPUT_INVALID');
  return output.value;
}

async function checkInput<Parsed>(schema: StandardSchema<unknown, Parsed>, value: unknown): Promise<Parsed> {
  const checked = await validateStrictly(schema, value).catch(() => ({ verdict: 'invalid' as const }));
  if (checked.verdict === 'strict') return checked.value;
  throw new StatelessError(checked.verdict === 'loose' ? 'ERR_SCHEMA_LOOSE' : 'ERR_INPUT_INVALID');
}

function readUses(declared: UpstreamDeclarations): readonly (UpstreamParts & { readonly name: string })[] {
  return Object.entries(declared).map(([name, value]) => {
    const parts = Upstream.partsOf(value);
    if (!codePattern.test(name) || parts === undefined)
      throw new TypeError(
        `uses.${name} must be made by upstream, under a name that matches ${codePattern.source}`,
      );
    return { name, ...parts };
  });
}

type Described = Pick<
  Definition<unknown, unknown, unknown, unknown, EventDeclarations, string, UpstreamDeclarations>,
  'name' | 'input' | 'output' | 'egress' | 'limits' | 'publicErrors'
>;

function describe(definition: Described, isStream: boolean, uses: ReturnType<typeof readUses>): Description {
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
    maxChunks: isStream ? limits.maxChunks : 0,
    uses: uses.map(({ name, shape }) => ({ name, ...shape })),
    maxBits: definition.egress?.maxBits,
  });
  requireBudget(egress.bits, egress.maxBits);
  return { name, limits, egress };
}
