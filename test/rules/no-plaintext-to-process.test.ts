/** Plaintext in other processes: what the rule reports, and what it lets pass. */
import { noPlaintextToProcess } from '../../rules/no-plaintext-to-process.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: 'another process' };

testFlowRule('no-plaintext-to-process', noPlaintextToProcess, {
  valid: [
    {
      name: 'an identifier as an argument',
      code: withTags(`import { spawn } from 'node:child_process'; spawn('convert', [message.id]);`),
    },
    {
      name: 'a size in the environment',
      code: withTags(`process.env['SIZE'] = String(message.body.length);`),
    },
    {
      name: 'a process of fixed arguments',
      code: withTags(`import { execFile } from 'node:child_process'; execFile('ls', ['-l']);`),
    },
    {
      name: 'a function of the same name',
      code: withTags(`function spawn(text: string): number { return text.length; } spawn(message.body);`),
    },
    { name: 'a title without content', code: withTags(`process.title = \`chat \${message.id}\`;`) },
    {
      name: 'a worker that is sent an identifier',
      code: withTags(
        `import { Worker } from 'node:worker_threads'; new Worker('./work.js').postMessage(message.id);`,
      ),
    },
  ],
  invalid: [
    flowCase('an argument', `spawn('say', [message.body])`, body, {
      before: `import { spawn } from 'node:child_process';
`,
    }),
    flowCase('a command line', `exec(\`say \${message.body}\`)`, body, {
      before: `import { exec } from 'node:child_process';
`,
    }),
    flowCase('the environment', `spawn('say', [], { env: { TEXT: message.body } })`, body, {
      before: `import { spawn } from 'node:child_process';
`,
    }),
    flowCase('the standard input', `child.stdin.write(message.body)`, body, {
      before: `import { spawn } from 'node:child_process'; const child = spawn('cat');
`,
    }),
    flowCase('a message to a worker', `worker.postMessage(message.body)`, body, {
      before: `import { Worker } from 'node:worker_threads'; const worker = new Worker('./work.js');
`,
    }),
    flowCase('the title of the process', `process.title = message.body`, body, {
      before: `
`,
    }),
  ],
});
