/** Plaintext in files and their names: what the rule reports, and what it lets pass. */
import { noPlaintextToDisk } from '../../rules/no-plaintext-to-disk.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: 'the disk' };
const name = { source: 'ChatMessage.body', sink: 'the disk as a name' };
const through = (callee: string) => ({ ...body, via: ` through ${callee}()` });

const fs = "import * as fs from 'node:fs';\n";
const promises = "import { appendFile, open, writeFile } from 'node:fs/promises';\n";

testFlowRule('no-plaintext-to-disk', noPlaintextToDisk, {
  valid: [
    {
      name: 'an identifier as content and as a name',
      code: withTags(`${fs}fs.writeFileSync('/var/chat/' + message.id, message.id);`),
    },
    {
      name: 'the size of a message',
      code: withTags(`${fs}fs.appendFileSync('/var/chat/sizes', String(message.body.length));`),
    },
    {
      name: 'a file that is only read',
      code: withTags(`${fs}export const words = fs.readFileSync('/etc/chat/words', 'utf8');`),
    },
    {
      name: 'plaintext in the process, and something else on the disk',
      code: withTags(`${promises}
        export async function deliver(): Promise<string> {
          await writeFile('/var/chat/last', message.id);
          return message.body.trim();
        }`),
    },
    {
      name: 'a function of the same name that keeps nothing',
      code: withTags(`
        function writeFileSync(path: string, text: string): number { return path.length + text.length; }
        writeFileSync('/var/chat/last', message.body);`),
    },
    {
      name: 'ciphertext',
      code: withTags(`${fs}import { createCipheriv } from 'node:crypto';
        export function seal(key: Uint8Array, iv: Uint8Array): void {
          const cipher = createCipheriv('aes-256-gcm', key, iv);
          const sealed = Buffer.concat([cipher.update(message.body, 'utf8'), cipher.final()]);
          fs.writeFileSync('/var/chat/sealed', sealed);
        }`),
    },
    {
      name: 'a helper that is given a constant',
      code: withTags(`${fs}
        function keep(text: string): void { fs.writeFileSync('/var/chat/state', text); }
        keep('idle');
        export const shown = message.body;`),
    },
    {
      name: 'the members of an object that hold no content',
      code: withTags(`${fs}
        const { body, ...rest } = message;
        fs.writeFileSync('/var/chat/meta', JSON.stringify(rest));
        export { body };`),
    },
    {
      name: 'a choice that plaintext decides',
      code: withTags(`${fs}
        fs.writeFileSync('/var/chat/kind', message.body.startsWith('/') ? 'command' : 'text');`),
    },
    {
      name: 'how many messages there are',
      code: withTags(`${fs}
        const bodies = [message.body];
        fs.writeFileSync('/var/chat/count', String(bodies.length));`),
    },
    {
      name: 'what the log is told, which is the business of another rule',
      code: withTags('console.log(message.body);'),
    },
    {
      name: 'plaintext of another label than the options name',
      code: withTags(`${fs}fs.writeFileSync('/var/chat/last', message.body);`),
      options: [{ labels: ['message'] }],
    },
  ],
  invalid: [
    flowCase('a whole file', "fs.writeFileSync('/var/chat/last', message.body)", body, { before: fs }),
    flowCase('a promise of a file', "writeFile('/var/chat/last', JSON.stringify(message))", body, {
      before: `${promises}export const done = `,
    }),
    flowCase(
      'a file with a callback',
      "fs.appendFile('/var/chat/all', `${message.body}\\n`, () => undefined)",
      body,
      { before: fs },
    ),
    flowCase('bytes of a message', "fs.writeFileSync('/var/chat/raw', Buffer.from(message.body))", body, {
      before: fs,
    }),
    flowCase('an encoded message', "writeFileSync('/var/chat/b64', encoded)", body, {
      before: `import { writeFileSync } from 'node:fs';
        const encoded = Buffer.from(message.body, 'utf8').toString('base64');
        `,
    }),
    flowCase('a stream that was opened before', 'transcript.write(message.body)', body, {
      before: `${fs}const transcript = fs.createWriteStream('/var/chat/transcript');\n`,
    }),
    flowCase('a file handle', 'handle.appendFile(message.body)', body, {
      before: `${promises}const handle = await open('/var/chat/all', 'a');\nawait `,
    }),
    flowCase('a folder named after a message', 'fs.mkdirSync(`/var/chat/${message.body}`)', name, {
      before: fs,
    }),
    flowCase('a file name made of words of a message', "appendFile(path, '')", name, {
      before: `${promises}const path = ['/var/chat', message.body.split(' ')[0]].join('/');\nawait `,
    }),
    flowCase('a helper that takes any text', 'keep(message.body)', through('keep'), {
      before: `${fs}function keep(text: string): void { fs.writeFileSync('/var/chat/state', text); }\n`,
    }),
    flowCase('a list of messages', "writeFile('/var/chat/all', lines.join('\\n'))", body, {
      before: `${promises}
        declare const messages: readonly ChatMessage[];
        const lines = messages.map((each) => \`\${each.id}: \${each.body}\`);
        await `,
    }),
    flowCase(
      'a field of a class that is written later',
      "fs.writeFileSync('/var/chat/all', this.#text)",
      body,
      {
        before: `${fs}class Transcript {
        #text = '';
        add(each: ChatMessage): void { this.#text += each.body; }
        flush(): void { `,
        after: '; }\n}\nexport { Transcript };',
      },
    ),
    flowCase('a helper of fs-extra', "outputJson('/var/chat/last.json', { message })", body, {
      before: "import fsExtra from 'fs-extra';\nconst { outputJson } = fsExtra;\nawait ",
    }),
  ],
});
