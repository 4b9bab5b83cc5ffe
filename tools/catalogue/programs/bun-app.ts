/** Memos with Bun: files, SQLite, SQL, Redis, S3, processes and its server. */
import { Database } from 'bun:sqlite';
import { redis, RedisClient, sql, s3, S3Client, $, SQL, file, write } from 'bun';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Memo { readonly id: number; readonly text: Plaintext<string>; readonly stars: number; readonly shared: boolean; readonly tags: readonly string[] }

const db = new Database('memos.sqlite');
db.run('CREATE TABLE memos (id INTEGER, text TEXT)');
const insert = db.prepare('INSERT INTO memos VALUES ($id, $text)');
const find = db.query('SELECT * FROM memos WHERE text = ?');

export async function keep(memo: Memo): Promise<void> {
  await Bun.write(`memos/${memo.id}.txt`, memo.text); // $ Alert[no-plaintext-to-disk]
  await Bun.write(`memos/${memo.id}.txt`, String(memo.stars));
  await Bun.write(`memos/${memo.text}.txt`, ''); // $ Alert[no-plaintext-to-disk]
  await write(Bun.stdout, memo.text); // $ Alert[no-plaintext-to-disk]
  await write('a.txt', new Response(memo.text)); // $ Alert[no-plaintext-to-disk] Alert[no-plaintext-to-network]
  const handle = Bun.file('memos.log');
  await handle.write(memo.text); // $ Alert[no-plaintext-to-disk]
  const writer = handle.writer({ highWaterMark: 1024 });
  writer.write(memo.text); // $ Alert[no-plaintext-to-disk]
  writer.write(`${memo.id}\n`);
  await writer.end();
  console.log(handle.size, await file('memos.log').exists());
  await file(`${memo.text}.log`).delete(); // $ Alert[no-plaintext-to-disk]
  insert.run({ $id: memo.id, $text: memo.text }); // $ Alert[no-plaintext-to-database]
  insert.run({ $id: memo.id, $text: 'empty' });
  const rows = find.all(memo.text); // $ Alert[no-plaintext-to-database]
  console.log(rows.length);
  db.run('UPDATE memos SET stars = ? WHERE id = ?', [memo.stars, memo.id]);
  db.run('UPDATE memos SET text = ? WHERE id = ?', [memo.text, memo.id]); // $ Alert[no-plaintext-to-database]
  db.transaction((all: readonly Memo[]) => {
    for (const one of all) insert.run({ $id: one.id, $text: one.text }); // $ Alert[no-plaintext-to-database]
  })([memo]);
  for (const row of find.iterate(memo.text)) console.log(row !== null); // $ Alert[no-plaintext-to-database]
}

const cache = new RedisClient('redis://localhost');
export async function remember(memo: Memo): Promise<void> {
  await redis.set(`memo:${memo.id}`, memo.text); // $ Alert[no-plaintext-to-cache]
  await redis.set(`memo:${memo.id}`, `${memo.stars}`);
  await Bun.redis.set('last', memo.text, 'EX', 10); // $ Alert[no-plaintext-to-cache]
  await cache.hset('memos', `${memo.id}`, memo.text); // $ Alert[no-plaintext-to-cache]
  await cache.hmset('memos', ['a', memo.text]); // $ Alert[no-plaintext-to-cache]
  await cache.lpush('memos', memo.text); // $ Alert[no-plaintext-to-cache]
  await cache.setex('memos', 10, memo.text); // $ Alert[no-plaintext-to-cache]
  await cache.send('SET', ['x', memo.text]); // $ Alert[no-plaintext-to-cache]
  await cache.publish('memos', memo.text); // $ Alert[no-plaintext-to-queue]
  await cache.publish('memos', `${memo.id}`);
  await cache.incr('count');
  console.log(await cache.exists(`memo:${memo.id}`));
}

export async function query(memo: Memo): Promise<number> {
  await sql`INSERT INTO memos ${sql({ id: memo.id, text: memo.text })}`; // $ Alert[no-plaintext-to-database]
  await sql`UPDATE memos SET text = ${memo.text} WHERE id = ${memo.id}`; // $ Alert[no-plaintext-to-database]
  await sql`UPDATE memos SET stars = ${memo.stars} WHERE id = ${memo.id}`;
  const pg = new SQL('postgres://localhost');
  await pg`SELECT ${memo.text}`; // $ Alert[no-plaintext-to-database]
  await pg.begin(async (tx) => {
    await tx`SELECT ${memo.text}`; // $ Alert[no-plaintext-to-database]
    await tx`SELECT ${memo.id}`;
  });
  await pg.unsafe('SELECT $1', [memo.text]); // $ Alert[no-plaintext-to-database]
  const [{ count }] = await sql`SELECT count(*) FROM memos`;
  return count;
}

export async function store(memo: Memo): Promise<void> {
  await s3.write(`memos/${memo.id}`, memo.text); // $ Alert[no-plaintext-to-object-store]
  const bucket = new S3Client({ bucket: 'memos' });
  await bucket.file(`${memo.id}`).write(memo.text); // $ Alert[no-plaintext-to-object-store]
  await bucket.file(`${memo.id}`).write(String(memo.stars));
  await bucket.write(`${memo.text}`, ''); // $ Alert[no-plaintext-to-object-store]
  const w = bucket.file('x').writer();
  w.write(memo.text); // $ Alert[no-plaintext-to-object-store]
  await Bun.write(s3.file('x'), memo.text); // $ Alert[no-plaintext-to-disk]
  await $`echo ${memo.text} | wc`; // $ Alert[no-plaintext-to-process]
  await $`echo ${memo.id} | wc`;
  Bun.spawn(['say', memo.text]); // $ Alert[no-plaintext-to-process]
  Bun.spawn({ cmd: ['say', memo.text] }); // $ Alert[no-plaintext-to-process]
  Bun.spawn(['say', 'hello'], { env: { TEXT: memo.text } }); // $ Alert[no-plaintext-to-process]
  Bun.spawn(['say', `${memo.stars}`]);
  const child = Bun.spawn(['cat'], { stdin: 'pipe' });
  child.stdin.write(memo.text); // $ Alert[no-plaintext-to-process]
  console.log(child.pid, Bun.hash(`${memo.id}`));
  Bun.stdout.writer().write(memo.text); // $ Alert[no-plaintext-to-log]
}

export const server = Bun.serve({
  port: 3000,
  routes: {
    '/memos/:id': async (request) => Response.json({ id: request.params.id }),
    '/echo': { POST: async (request) => new Response(((await request.json()) as Memo).text) }, // $ Alert[no-plaintext-to-network]
  },
  async fetch(request, server) {
    const memo = (await request.json()) as Memo;
    request.headers.get('x');
    if (server.upgrade(request, { data: undefined })) return;
    server.publish('memos', memo.text); // $ Alert[no-plaintext-to-network]
    server.publish('memos', `${memo.stars}`);
    return new Response(`stored ${memo.id}`);
  },
  websocket: {
    message(socket, message) {
      const memo = JSON.parse(String(message)) as Memo;
      socket.send(memo.text); // $ Alert[no-plaintext-to-network]
      socket.send(String(memo.tags.length));
      socket.publish('memos', memo.text); // $ Alert[no-plaintext-to-network]
    },
  },
});
Bun.password.hash('x');
