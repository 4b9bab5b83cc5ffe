/** Escape hatches: what the rule reports, and what it lets pass. */
import { noEscapeHatch } from '../../rules/no-escape-hatch.ts';
import { testRule } from './plain-rule-tester.ts';

testRule(
  'no-escape-hatch',
  noEscapeHatch,
  [
    [
      'modules that stay',
      `import { processor } from 'stateless-runtime'; export default processor;
import { Buffer } from 'node:buffer'; import { posix } from 'path'; import { createHash } from 'node:crypto';`,
    ],
    [
      'types of a module',
      `import { processor } from 'stateless-runtime'; export default processor;
import type { Socket } from 'node:net';`,
    ],
    [
      'a file that no processor loads',
      `import { DatabaseSync } from 'node:sqlite'; import net from 'node:net'; void fetch('http://localhost');`,
    ],
    [
      'members of process that stay',
      `import { processor } from 'stateless-runtime'; export default processor;
process.memoryUsage(); process.hrtime(); void process.env;`,
    ],
    [
      'a name of its own',
      `import { processor } from 'stateless-runtime'; export default processor;
function fetch(id: string): string { return id; } fetch("a");`,
    ],
    [
      'a module that is allowed',
      `import { processor } from 'stateless-runtime'; export default processor;
import { hostname } from 'node:os';`,
      { allow: ['os'] },
    ],
  ],
  [
    [
      'a database',
      `import { processor } from 'stateless-runtime'; export default processor;
import { DatabaseSync } from 'node:sqlite';`,
      [{ messageId: 'hatch', line: 2 }],
    ],
    [
      'worker threads, without the prefix',
      `import { processor } from 'stateless-runtime'; export default processor;
import { Worker } from 'worker_threads';`,
      [{ messageId: 'hatch', line: 2 }],
    ],
    [
      'the inspector, by a dynamic import',
      `import { processor } from 'stateless-runtime'; export default processor;
await import('node:inspector');`,
      [{ messageId: 'hatch', line: 2 }],
    ],
    [
      're-exports',
      `import { processor } from 'stateless-runtime'; export default processor;
export { getHeapSnapshot } from 'node:v8';`,
      [{ messageId: 'hatch', line: 2 }],
    ],
    [
      'a built-in by name',
      `import { processor } from 'stateless-runtime'; export default processor;
process.getBuiltinModule('node:fs');`,
      [
        { messageId: 'hatch', line: 2 },
        { messageId: 'hatch', line: 2 },
      ],
    ],
    [
      'a global',
      `import { processor } from 'stateless-runtime'; export default processor;
void fetch('http://localhost');`,
      [{ messageId: 'hatch', line: 2 }],
    ],
    [
      'a member of process',
      `import { processor } from 'stateless-runtime'; export default processor;
process.exit(1);`,
      [{ messageId: 'hatch', line: 2 }],
    ],
    [
      'every file, where it is asked for',
      `import net from 'node:net';`,
      [{ messageId: 'hatch', line: 1 }],
      { files: 'all' },
    ],
    [
      'a package that is named',
      `import { processor } from 'stateless-runtime'; export default processor;
import pino from 'pino';`,
      [{ messageId: 'hatch', line: 2 }],
      { modules: ['pino'] },
    ],
  ],
);
