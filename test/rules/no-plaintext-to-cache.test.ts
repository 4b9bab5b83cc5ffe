/** Plaintext in caches: what the rule reports, and what it lets pass. */
import { noPlaintextToCache } from '../../rules/no-plaintext-to-cache.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: 'a cache' };

testFlowRule('no-plaintext-to-cache', noPlaintextToCache, {
  valid: [
    {
      name: 'an identifier',
      code: withTags(
        `import { Redis } from 'ioredis'; const redis = new Redis(); await redis.set(message.id, '1');`,
      ),
    },
    {
      name: 'a size',
      code: withTags(
        `import { Redis } from 'ioredis'; const redis = new Redis(); await redis.set(message.id, message.body.length);`,
      ),
    },
    {
      name: 'a read by an identifier',
      code: withTags(
        `import { Redis } from 'ioredis'; const redis = new Redis(); await redis.get(message.id);`,
      ),
    },
    {
      name: 'a store of the same name',
      code: withTags(
        `const redis = { set(key: string, text: string): number { return key.length + text.length; } }; redis.set(message.id, message.body);`,
      ),
    },
    {
      name: 'a local map',
      code: withTags(`const seen = new Map<string, string>(); seen.set(message.id, message.body);`),
    },
    {
      name: 'an identifier in a cache of the process',
      code: withTags(
        `import { LRUCache } from 'lru-cache'; const cache = new LRUCache<string, string>({ max: 10 }); cache.set(message.id, message.id);`,
      ),
    },
  ],
  invalid: [
    flowCase('a value', `redis.set(message.id, message.body)`, body, {
      before: `import { Redis } from 'ioredis'; const redis = new Redis();
`,
    }),
    flowCase('a key', `redis.set(\`summary:\${message.body}\`, message.id)`, body, {
      before: `import { Redis } from 'ioredis'; const redis = new Redis();
`,
    }),
    flowCase('a field of a hash', `redis.hset(message.id, 'text', message.body)`, body, {
      before: `import { Redis } from 'ioredis'; const redis = new Redis();
`,
    }),
    flowCase('a cache of the process', `cache.set(message.id, message.body)`, body, {
      before: `import { LRUCache } from 'lru-cache'; const cache = new LRUCache<string, string>({ max: 10 });
`,
    }),
    flowCase('a message as JSON', `redis.set(message.id, JSON.stringify(message))`, body, {
      before: `import { Redis } from 'ioredis'; const redis = new Redis();
`,
    }),
    flowCase(
      'a helper',
      `remember(message.body)`,
      { ...body, via: ' through remember()' },
      {
        before: `import { Redis } from 'ioredis'; const redis = new Redis(); async function remember(text: string): Promise<void> { await redis.set('last', text); }
`,
      },
    ),
  ],
});
