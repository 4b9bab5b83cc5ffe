/** The package that every program talks to: where the canary comes in, and the sinks that may not see it. */
import { policyOf } from '../../catalogue/policy.ts';
import type { Policy } from '../../engine/index.ts';

/** Every sink is a function of its own and a kind of its own, so that a flow names exactly one. */
export const SINKS: readonly string[] = Array.from({ length: 40 }, (_, index) => `s${index}`);

export const PACKAGE = 'acme-wire';

/** `letter` is tagged by its type, `source` by a row; `coin` and `tick` steer the run and carry nothing. */
export const DECLARATIONS = `import type { Plaintext } from 'eslint-plugin-stateless/tags';
export declare function source(): string;
export declare function letter(): Plaintext<string>;
export declare function coin(index: number): boolean;
export declare function tick(): void;
${SINKS.map((name) => `export declare function ${name}(...values: readonly unknown[]): void;`).join('\n')}
`;

export function wirePolicy(): Policy {
  const policy = policyOf({}, '/');
  const { models } = policy;
  return {
    ...policy,
    digest: 'fuzz',
    models: {
      ...models,
      sources: [{ type: PACKAGE, path: 'Member[source].ReturnValue', label: 'canary' }],
      sinks: SINKS.map((name) => ({ type: PACKAGE, path: `Member[${name}].Argument[0..]`, kind: name })),
    },
  };
}
