/** A cache of notes in Redis, by ioredis and by redis: commands, pipelines, transactions, clusters. */
import Redis, { Cluster, type ChainableCommander } from 'ioredis';
import { createClient, createCluster, type RedisClientType } from 'redis';
import { createHash } from 'node:crypto';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Note { readonly id: string; readonly owner: string; readonly text: Plaintext<string>; readonly pinned: boolean }

const redis = new Redis({ host: 'localhost', lazyConnect: true });
const cluster = new Cluster([{ host: 'a', port: 1 }]);

export async function cacheNote(note: Note): Promise<void> {
  await redis.set(`note:${note.id}`, note.text, 'EX', 60); // $ Alert[no-plaintext-to-cache]
  await redis.set(`note:${note.id}:size`, note.text.length);
  await redis.hset(`note:${note.id}`, { owner: note.owner, text: note.text }); // $ Alert[no-plaintext-to-cache]
  await redis.hset(`note:${note.id}`, { owner: note.owner, pinned: String(note.pinned) });
  await redis.expire(`note:${note.id}`, 60);
  await cluster.lpush('recent', JSON.stringify(note)); // $ Alert[no-plaintext-to-cache]
  await cluster.lpush('recent', note.id);
  await redis.publish('notes', JSON.stringify({ id: note.id, text: note.text })); // $ Alert[no-plaintext-to-queue]
  await redis.publish('notes', JSON.stringify({ id: note.id }));
  await redis.xadd('stream', '*', 'text', note.text); // $ Alert[no-plaintext-to-cache] Alert[no-plaintext-to-queue]
  await redis.xadd('stream', '*', 'id', note.id);
  await redis.setBuffer(note.id, Buffer.from(note.text), 'GET'); // $ Alert[no-plaintext-to-cache]
  await redis.call('JSON.SET', note.id, '$', JSON.stringify(note)); // $ Alert[no-plaintext-to-cache]
}

export async function cacheMany(notes: readonly Note[]): Promise<number> {
  const pipeline = redis.pipeline();
  for (const note of notes) {
    pipeline.set(note.id, note.text); // $ Alert[no-plaintext-to-cache]
    pipeline.incr('count').expire(note.id, 60);
  }
  const results = await pipeline.exec();
  await redis
    .multi()
    .set('first', notes[0]!.id)
    .rpush('queue', notes[0]!.text) // $ Alert[no-plaintext-to-cache]
    .exec();
  await redis.pipeline([['set', 'a', notes[0]!.text]]).exec(); // $ Alert[no-plaintext-to-cache]
  return results?.length ?? 0;
}

function queueAll(chain: ChainableCommander, notes: Note[]): ChainableCommander {
  return notes.reduce((c, note) => c.zadd('notes', 1, note.text), chain); // $ Alert[no-plaintext-to-cache]
}
void queueAll;

redis.defineCommand('storeNote', { numberOfKeys: 1, lua: 'return redis.call("SET", KEYS[1], ARGV[1])' });
declare module 'ioredis' {
  interface RedisCommander<Context> { storeNote(key: string, text: string): Promise<string> }
}

export class NoteStore {
  readonly #client: RedisClientType;
  constructor() {
    this.#client = createClient({ url: 'redis://localhost' });
  }
  async save(note: Note): Promise<void> {
    await this.#client.connect();
    await this.#client.set(note.id, note.text, { EX: 10 }); // $ Alert[no-plaintext-to-cache]
    await this.#client.setEx(note.id, 10, note.owner);
    await this.#client.hSet('notes', note.id, note.text); // $ Alert[no-plaintext-to-cache]
    await this.#client.hSet('notes', { [note.id]: note.text.length });
    const [first] = await this.#client
      .multi()
      .set(note.id, note.id)
      .lPush('texts', note.text) // $ Alert[no-plaintext-to-cache]
      .publish('news', note.text) // $ Alert[no-plaintext-to-queue]
      .exec();
    console.log(first);
    await this.#client.publish('news', note.text); // $ Alert[no-plaintext-to-queue]
    await this.#client.sendCommand(['SET', note.id, note.text]); // $ Alert[no-plaintext-to-cache]
    await this.#client.json.set(note.id, '$', { text: note.text }); // $ Alert[no-plaintext-to-cache]
    const stored = await this.#client.get(note.id);
    console.log(stored?.length, await this.#client.exists(note.id));
  }
  async digest(note: Note): Promise<void> {
    const hash = createHash('sha256').update(note.text).digest('hex');
    await this.#client.set(`dedupe:${hash}`, '1'); // $ Alert[no-plaintext-to-cache]
  }
}

export async function shard(note: Note): Promise<void> {
  const nodes = createCluster({ rootNodes: [{ url: 'redis://a' }] });
  await nodes.set(note.id, note.text); // $ Alert[no-plaintext-to-cache]
  await nodes.sAdd('tags', note.text.split(' ')); // $ Alert[no-plaintext-to-cache]
  await nodes.set(note.id, note.owner);
}

const subscriber = redis.duplicate();
subscriber.on('message', (channel: string, payload: string) => {
  const note = JSON.parse(payload) as Note;
  console.log(channel, note.id);
  console.log(note.text); // $ Alert[no-plaintext-to-log]
});
