/** A chat with Socket.IO, ws, Express, Fastify, Hono and Koa. */
import { createServer } from 'node:http';
import express, { Router, type Request, type Response, type NextFunction } from 'express';
import { Server, type Socket, type Namespace } from 'socket.io';
import { io } from 'socket.io-client';
import { WebSocketServer, WebSocket } from 'ws';
import Fastify, { type FastifyInstance } from 'fastify';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { stream } from 'hono/streaming';
import Koa from 'koa';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Say { readonly room: string; readonly from: string; readonly text: Plaintext<string>; readonly length: number; readonly urgent: boolean }
interface ToClient { said: (say: { text?: string; from: string }) => void; typing: (from: string) => void }
interface ToServer { say: (say: Say, done: (answer: { ok: boolean; echo?: string }) => void) => void }
interface Data { name: string; last?: string }

const http = createServer();
const server = new Server<ToServer, ToClient, Record<string, never>, Data>(http, { cors: { origin: '*' } });
server.use((socket, next) => (socket.handshake.auth['token'] === undefined ? next(new Error('no token')) : next()));
server.on('connection', (socket: Socket<ToServer, ToClient, Record<string, never>, Data>) => {
  socket.on('say', (say, done) => {
    socket.to(say.room).emit('said', { text: say.text, from: say.from }); // $ Alert[no-plaintext-to-network]
    socket.broadcast.emit('typing', say.from);
    server.to(say.room).emit('said', { text: say.text, from: say.from }); // $ Alert[no-plaintext-to-network]
    server.in(say.room).except('x').emit('said', { from: say.from });
    socket.emit('said', { text: say.text.toUpperCase(), from: say.from }); // $ Alert[no-plaintext-to-network]
    done({ ok: true });
    done({ ok: true, echo: say.text }); // $ Alert[no-plaintext-to-network]
    console.log(socket.id, say.length, socket.rooms.size);
    console.log(say.text); // $ Alert[no-plaintext-to-log]
    void socket.join(say.room);
  });
  socket.on('disconnect', (reason) => console.log(socket.id, reason));
});
const admin: Namespace = server.of('/admin');
export async function announce(say: Say): Promise<void> {
  admin.emit('said', say.text); // $ Alert[no-plaintext-to-network]
  admin.emit('count', say.length);
  const answers: unknown[] = await admin.timeout(100).emitWithAck('typing', say.text); // $ Alert[no-plaintext-to-network]
  console.log(answers.length);
  server.serverSideEmit('x' as never, say.text as never); // $ Alert[no-plaintext-to-network]
}

const client = io('https://localhost', { query: { v: '1' } });
client.on('connect', () => console.log(client.id));
export async function speak(say: Say): Promise<void> {
  client.emit('say', say); // $ Alert[no-plaintext-to-network]
  client.emit('typing', say.from);
  client.volatile.emit('say', { text: say.text }); // $ Alert[no-plaintext-to-network]
  await client.emitWithAck('say', say.text); // $ Alert[no-plaintext-to-network]
  await client.emitWithAck('length', say.length);
}

const sockets = new WebSocketServer({ port: 8080 });
sockets.on('connection', (socket, request) => {
  socket.on('message', (data) => {
    const say = JSON.parse(data.toString()) as Say;
    for (const other of sockets.clients) {
      if (other !== socket && other.readyState === WebSocket.OPEN) other.send(JSON.stringify({ text: say.text })); // $ Alert[no-plaintext-to-network]
      if (say.urgent) other.send(JSON.stringify({ from: say.from, urgent: say.urgent }));
    }
    socket.ping(say.text); // $ Alert[no-plaintext-to-network]
    socket.close(1000, say.from);
    console.log(request.url, say.room);
  });
});

declare function parse(body: unknown): Say;
const app = express();
const router = Router();
function load(request: Request, response: Response, next: NextFunction): void {
  response.locals['say'] = parse(request.body);
  next();
}
router.post('/say', load, (request, response) => {
  const say = parse(request.body);
  response.set('x-length', String(say.length)).json({ from: say.from });
  response.status(200).json({ text: say.text }); // $ Alert[no-plaintext-to-network]
  response.cookie('last', say.text); // $ Alert[no-plaintext-to-network]
  response.cookie('room', say.room, { httpOnly: true });
  response.render('said', { text: say.text }); // $ Alert[no-plaintext-to-network]
  console.log(request.path, response.locals['id']);
});
app.use(express.json(), router);
app.use((error: Error, _request: Request, response: Response, _next: NextFunction) => response.status(500).send(error.name));

const fastify: FastifyInstance = Fastify({ logger: true });
fastify.post('/say', async (request, reply) => {
  const say = parse(request.body);
  request.log.info({ room: say.room, length: say.length }, 'said');
  request.log.info({ text: say.text }, 'said'); // $ Alert[no-plaintext-to-log]
  reply.header('x-room', say.room);
  if (say.urgent) return reply.code(202).send({ text: say.text }); // $ Alert[no-plaintext-to-network]
  return { from: say.from };
});
fastify.get('/echo', async (request) => ({ text: parse(request.query).text })); // $ Alert[no-plaintext-to-network]

const hono = new Hono<{ Variables: { say: Say; id: string } }>();
hono.use('*', async (c, next) => {
  c.set('say', parse(await c.req.json()));
  c.set('id', c.get('say').from);
  await next();
});
hono.post('/say', (c) => {
  setCookie(c, 'room', c.get('say').room);
  setCookie(c, 'text', c.get('say').text); // $ Alert[no-plaintext-to-browser-storage]
  c.header('x-length', String(c.var.say.length));
  console.log(c.var.id);
  if (c.var.say.urgent) return c.json({ text: c.var.say.text }); // $ Alert[no-plaintext-to-network]
  return c.json({ from: c.var.say.from });
});
hono.get('/stream', (c) => stream(c, async (out) => {
  await out.write(c.var.say.text); // $ Alert[no-plaintext-to-network]
  await out.write(c.var.say.from);
}));

const koa = new Koa();
koa.use(async (ctx, next) => {
  const say = parse(ctx.request);
  ctx.state['say'] = say;
  ctx.set('x-length', String(say.length));
  ctx.cookies.set('room', say.room);
  ctx.cookies.set("text", say.text); // $ Alert[no-plaintext-to-browser-storage]
  ctx.set('x-text', say.text); // $ Alert[no-plaintext-to-network]
  await next();
  ctx.body = { from: say.from };
});
koa.use((ctx) => {
  ctx.body = parse(ctx.req).text; // $ Alert[no-plaintext-to-network]
});
