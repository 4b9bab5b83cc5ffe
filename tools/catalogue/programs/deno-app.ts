/** Letters with Deno: files, its store, processes, connections and its server. */
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Letter { readonly id: string; readonly to: string; readonly text: Plaintext<string>; readonly pages: number; readonly sealed: boolean }

const kv = await Deno.openKv();
export async function keep(letter: Letter): Promise<void> {
  await Deno.writeTextFile(`letters/${letter.id}.txt`, letter.text); // $ Alert[no-plaintext-to-disk]
  await Deno.writeTextFile(`letters/${letter.id}.txt`, `${letter.pages} pages`);
  await Deno.writeTextFile(`letters/${letter.text}.txt`, ''); // $ Alert[no-plaintext-to-disk]
  Deno.writeFileSync('letters.bin', new TextEncoder().encode(letter.text)); // $ Alert[no-plaintext-to-disk]
  await Deno.mkdir(`letters/${letter.to}`);
  await Deno.mkdir(`letters/${letter.text.slice(0, 3)}`); // $ Alert[no-plaintext-to-disk]
  await Deno.rename('a', letter.text); // $ Alert[no-plaintext-to-disk]
  using file = await Deno.open('letters.log', { append: true });
  await file.write(new TextEncoder().encode(letter.text)); // $ Alert[no-plaintext-to-disk]
  await file.write(new TextEncoder().encode(letter.id));
  const writer = file.writable.getWriter();
  await writer.write(new TextEncoder().encode(letter.text)); // $ Alert[no-plaintext-to-disk]
  await new Response(letter.text).body!.pipeTo((await Deno.create('x')).writable); // $ Alert[no-plaintext-to-disk] Alert[no-plaintext-to-network]
  const temporary = await Deno.makeTempFile({ prefix: letter.text }); // $ Alert[no-plaintext-to-disk]
  console.log(temporary.length);
  await Deno.stdout.write(new TextEncoder().encode(letter.text)); // $ Alert[no-plaintext-to-log]
  await Deno.stdout.writable.getWriter().write(new TextEncoder().encode(letter.text)); // $ Alert[no-plaintext-to-log]
  const { size } = await Deno.stat('letters.log');
  console.log(size, letter.sealed);
}

export async function store(letter: Letter): Promise<void> {
  await kv.set(['letters', letter.id], letter); // $ Alert[no-plaintext-to-database]
  await kv.set(['letters', letter.id], { pages: letter.pages, to: letter.to });
  await kv.set(['texts', letter.text], letter.id); // $ Alert[no-plaintext-to-database]
  const result = await kv.atomic()
    .check({ key: ['letters', letter.id], versionstamp: null })
    .set(['letters', letter.id], letter.text) // $ Alert[no-plaintext-to-database]
    .enqueue({ text: letter.text }) // $ Alert[no-plaintext-to-queue]
    .sum(['count'], 1n)
    .commit();
  console.log(result.ok);
  await kv.atomic().set(['pages'], letter.pages).set(['text'], letter.text).commit(); // $ Alert[no-plaintext-to-database]
  await kv.enqueue({ id: letter.id }, { delay: 10 });
  await kv.enqueue({ id: letter.id, text: letter.text }, { keysIfUndelivered: [['failed', letter.id]] }); // $ Alert[no-plaintext-to-queue]
  const found = await kv.get<Letter>(['letters', letter.id]);
  console.log(found.versionstamp, found.value?.pages);
  console.log(found.value?.text); // $ Alert[no-plaintext-to-log]
  for await (const { key, value } of kv.list<Letter>({ prefix: ['letters'] })) {
    console.log(key, value.to);
    console.log(value.text); // $ Alert[no-plaintext-to-log]
  }
}

async function atomically(store: Deno.Kv, letter: Letter): Promise<void> {
  await store.set(['a'], letter.text); // $ Alert[no-plaintext-to-database]
  await store.enqueue(letter.text); // $ Alert[no-plaintext-to-queue]
  const operation: Deno.AtomicOperation = store.atomic();
  operation.set(['a'], letter.text); // $ Alert[no-plaintext-to-database]
  operation.mutate({ type: 'set', key: ['a'], value: letter.text }); // $ Alert[no-plaintext-to-database]
  operation.delete(['a']);
}
void atomically;

kv.listenQueue(async (message: unknown) => {
  const { id } = message as { id: string };
  await kv.delete(['letters', id]);
});

export async function run(letter: Letter): Promise<void> {
  const command = new Deno.Command('lp', { args: ['-d', letter.to, letter.text], stdout: 'piped' }); // $ Alert[no-plaintext-to-process]
  const { code } = await command.output();
  console.log(code);
  const child = new Deno.Command('cat', { stdin: 'piped', args: [letter.id] }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(letter.text)); // $ Alert[no-plaintext-to-process]
  await writer.close();
  Deno.env.set('LETTER', letter.text); // $ Alert[no-plaintext-to-process]
  Deno.env.set('PAGES', `${letter.pages}`);
  const connection = await Deno.connect({ port: 80 });
  await connection.write(new TextEncoder().encode(letter.text)); // $ Alert[no-plaintext-to-network]
  const socket = await Deno.connectTls({ hostname: 'x', port: 443 });
  await socket.write(new TextEncoder().encode(letter.id));
}

async function send(connection: Deno.TcpConn, letter: Letter): Promise<void> {
  await connection.write(new TextEncoder().encode(letter.text)); // $ Alert[no-plaintext-to-network]
}
void send;

Deno.serve({ port: 8000 }, async (request) => {
  const letter = (await request.json()) as Letter;
  if (request.headers.get('upgrade') === 'websocket') {
    const { socket, response } = Deno.upgradeWebSocket(request);
    socket.onmessage = () => socket.send(letter.text); // $ Alert[no-plaintext-to-network]
    return response;
  }
  localStorage.setItem('last', letter.id);
  localStorage.setItem('last', letter.text); // $ Alert[no-plaintext-to-browser-storage]
  const cache = await caches.open('letters');
  await cache.put(request, new Response(letter.text)); // $ Alert[no-plaintext-to-network] Alert[no-plaintext-to-browser-storage]
  return new Response(letter.text, { headers: { 'x-pages': `${letter.pages}` } }); // $ Alert[no-plaintext-to-network]
});

Deno.cron('nightly', '0 0 * * *', async () => {
  for await (const entry of kv.list<Letter>({ prefix: [] })) console.log(entry.key);
});
