/** A diary on Cloudflare Workers: stores, queues, caches, durable objects and workflows. */
import type { Plaintext } from 'eslint-plugin-stateless/tags';
import { DurableObject, WorkerEntrypoint, WorkflowEntrypoint, type WorkflowStep, type WorkflowEvent } from 'cloudflare:workers';

interface Diary { readonly id: string; readonly day: string; readonly entry: Plaintext<string>; readonly words: number; readonly isPrivate: boolean }
interface Env {
  DIARIES: KVNamespace; DB: D1Database; FILES: R2Bucket; JOBS: Queue<{ id: string; entry?: string }>; STATS: AnalyticsEngineDataset;
  ROOMS: DurableObjectNamespace<Room>; AI: Ai; INDEX: Vectorize; BACKEND: Fetcher; MAIL: SendEmail; NIGHTLY: Workflow;
}

async function read(request: Request): Promise<Diary> {
  return request.json<Diary>();
}

export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const diary = await read(request);
    console.log(request.method, diary.id, diary.words);
    console.log(`got ${diary.entry}`); // $ Alert[no-plaintext-to-log]
    await env.DIARIES.put(diary.id, diary.day, { expirationTtl: 60, metadata: { words: diary.words } });
    await env.DIARIES.put(diary.id, diary.entry); // $ Alert[no-plaintext-to-database]
    await env.DIARIES.put(diary.id, '', { metadata: { entry: diary.entry } }); // $ Alert[no-plaintext-to-database]
    await env.DIARIES.put(`e:${diary.entry}`, ''); // $ Alert[no-plaintext-to-database]
    const old = await env.DIARIES.get<Diary>(diary.id, 'json');
    console.log(old?.id, old?.entry); // $ Alert[no-plaintext-to-log]
    const statement = env.DB.prepare('INSERT INTO diaries VALUES (?, ?)');
    await statement.bind(diary.id, diary.words).run();
    await statement.bind(diary.id, diary.entry).run(); // $ Alert[no-plaintext-to-database]
    await env.DB.batch([statement.bind(diary.id, diary.entry.trim())]); // $ Alert[no-plaintext-to-database]
    const { results, meta } = await env.DB.prepare('SELECT id FROM diaries WHERE day = ?').bind(diary.day).all<{ id: string }>();
    console.log(results.length, meta.duration);
    await env.FILES.put(`${diary.id}.txt`, diary.entry, { httpMetadata: { contentType: 'text/plain' } }); // $ Alert[no-plaintext-to-object-store]
    await env.FILES.put(diary.id, null, { customMetadata: { entry: diary.entry } }); // $ Alert[no-plaintext-to-object-store]
    await env.FILES.put(diary.id, await seal(diary.entry), { customMetadata: { words: String(diary.words) } });
    const upload = await env.FILES.createMultipartUpload(diary.id, { customMetadata: { entry: diary.entry } }); // $ Alert[no-plaintext-to-object-store]
    await upload.uploadPart(1, diary.entry); // $ Alert[no-plaintext-to-object-store]
    await env.JOBS.send({ id: diary.id });
    await env.JOBS.send({ id: diary.id, entry: diary.entry }); // $ Alert[no-plaintext-to-queue]
    await env.JOBS.sendBatch([{ body: { id: diary.id, entry: diary.entry } }]); // $ Alert[no-plaintext-to-queue]
    env.STATS.writeDataPoint({ blobs: [diary.id, diary.isPrivate ? 'private' : 'public'], doubles: [diary.words], indexes: [diary.day] });
    env.STATS.writeDataPoint({ blobs: [diary.entry.slice(0, 10)] }); // $ Alert[no-plaintext-to-telemetry]
    ctx.waitUntil(env.DIARIES.put('last', diary.entry)); // $ Alert[no-plaintext-to-database]
    ctx.waitUntil(env.BACKEND.fetch('https://x', { method: 'POST', body: diary.entry })); // $ Alert[no-plaintext-to-network]
    ctx.waitUntil(fetch(`https://x/${diary.id}`));
    const cache = caches.default;
    await cache.put(request, new Response(String(diary.words)));
    const answer = new Response(diary.entry); // $ Alert[no-plaintext-to-network]
    await cache.put(request, answer.clone()); // $ Alert[no-plaintext-to-cache]
    const named = await caches.open('diaries');
    await named.put(`https://cache/${diary.entry}`, new Response('')); // $ Alert[no-plaintext-to-cache]
    const room = env.ROOMS.get(env.ROOMS.idFromName(diary.id));
    await room.write(diary.id, diary.words);
    env.ROOMS.idFromName(diary.entry); // $ Alert[no-plaintext-to-database]
    await env.AI.run('@cf/meta/llama', { prompt: diary.entry }); // $ Alert[no-plaintext-to-network]
    await env.INDEX.upsert([{ id: diary.id, values: [1], metadata: { entry: diary.entry } }]); // $ Alert[no-plaintext-to-database]
    await env.INDEX.upsert([{ id: diary.id, values: [1], metadata: { words: diary.words } }]);
    const instance = await env.NIGHTLY.create({ id: diary.id, params: { entry: diary.entry } }); // $ Alert[no-plaintext-to-queue]
    console.log(instance.id);
    return Response.json({ id: diary.id, words: diary.words });
  },
  async queue(batch: MessageBatch<{ id: string; entry?: string }>, env: Env): Promise<void> {
    for (const message of batch.messages) {
      console.log(message.id, message.attempts, batch.queue);
      await env.DIARIES.put(message.id, message.body.id);
      message.ack();
    }
  },
} satisfies ExportedHandler<Env, { id: string; entry?: string }>;

async function seal(text: string): Promise<ArrayBuffer> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  return crypto.subtle.encrypt({ name: 'AES-GCM', iv: crypto.getRandomValues(new Uint8Array(12)) }, key as CryptoKey, new TextEncoder().encode(text));
}

export class Room extends DurableObject<Env> {
  async write(id: string, words: number): Promise<number> {
    await this.ctx.storage.put(id, words);
    return words;
  }
  async keep(diary: Diary): Promise<void> {
    await this.ctx.storage.put(diary.id, diary.entry); // $ Alert[no-plaintext-to-database]
    await this.ctx.storage.put({ [diary.id]: diary.entry }); // $ Alert[no-plaintext-to-database]
    await this.ctx.storage.put({ [diary.id]: diary.words });
    this.ctx.storage.sql.exec('INSERT INTO diaries VALUES (?, ?)', diary.id, diary.entry); // $ Alert[no-plaintext-to-database]
    this.ctx.storage.sql.exec('INSERT INTO sizes VALUES (?, ?)', diary.id, diary.entry.length);
    await this.ctx.storage.transaction(async (t) => {
      await t.put(diary.id, diary.entry); // $ Alert[no-plaintext-to-database]
      await t.put('count', 1);
    });
    this.ctx.storage.kv.put(diary.id, diary.entry); // $ Alert[no-plaintext-to-database]
    this.ctx.getWebSockets().forEach((socket) => socket.send(diary.entry)); // $ Alert[no-plaintext-to-network]
    this.ctx.getWebSockets().forEach((socket) => socket.send(diary.id));
    await this.ctx.storage.setAlarm(Date.now() + diary.words);
    const stored = await this.ctx.storage.get<Diary>(diary.id);
    console.log(stored?.day);
  }
  override webSocketMessage(socket: WebSocket, message: string): void {
    const diary = JSON.parse(message) as Diary;
    socket.serializeAttachment({ id: diary.id });
    socket.serializeAttachment({ entry: diary.entry }); // $ Alert[no-plaintext-to-database]
    socket.close(1000, diary.day);
  }
}

export class Nightly extends WorkflowEntrypoint<Env, { id: string }> {
  override async run(event: WorkflowEvent<{ id: string }>, step: WorkflowStep): Promise<void> {
    const words = await step.do('count', async () => (await load(event.payload.id)).words);
    console.log(words);
    await step.do('entry', async () => (await load(event.payload.id)).entry); // $ Alert[no-plaintext-to-queue]
    await step.sleep('wait', '1 hour');
  }
}
declare function load(id: string): Promise<Diary>;
export class Backend extends WorkerEntrypoint<Env> {}
