/** How a piece of plaintext is written where a path leads into an argument. */
import type { AccessStep } from '../../engine/models/parse-path.ts';

/** From the strictest form on. */
export const VALUES = ['body', '[body]', 'source()', '{ body }', 'body as any'] as const;

/** The plaintext, wrapped in what the steps after the argument say. */
export function writeValue(steps: readonly AccessStep[], value: string): string {
  const isOpen = steps.length > 0 && value === 'body as any';
  const written = steps.reduceRight((inner, step) => wrapped(step, inner), isOpen ? 'body' : value);
  return isOpen ? `${written} as any` : written;
}

function wrapped(step: AccessStep, inner: string): string {
  if (step.step === 'Member') return `{ ${memberKey(step.names[0] ?? '')}: ${inner} }`;
  if (step.step === 'AnyMember') return `{ note: ${inner} }`;
  if (step.step === 'ArrayElement') return `[${inner}]`;
  if (step.step === 'Awaited') return `Promise.resolve(${inner})`;
  if (step.step === 'MapKey') return `new Map([[${inner}, 1]])`;
  if (step.step === 'MapValue') return `new Map([['note', ${inner}]])`;
  return step.step === 'ReturnValue' ? `(() => (${inner}))` : inner;
}

const memberKey = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** The receiver itself is the plaintext. */
export const wholeDeclaration = (declaration: string): string =>
  declaration.replace(/: (.*);$/, ': Whole<$1>;');
