/** Orders with Next.js: route handlers, actions, cookies, caches, middleware and API routes. */
'use server';
import { cookies, headers } from 'next/headers';
import { NextResponse, after, type NextRequest, type NextFetchEvent } from 'next/server';
import { revalidateTag, revalidatePath, unstable_cache, cacheTag } from 'next/cache';
import { redirect, notFound } from 'next/navigation';
import type { NextApiRequest, NextApiResponse, GetServerSideProps } from 'next';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Order { readonly id: string; readonly address: Plaintext<string>; readonly note: Plaintext<string>; readonly total: number; readonly express: boolean }
declare function parse(value: unknown): Order;
declare function load(id: string): Promise<Order>;

export async function POST(request: NextRequest): Promise<Response> {
  const order = parse(await request.json());
  console.log(request.nextUrl.pathname, order.id, order.total);
  console.error('bad order', order.note); // $ Alert[no-plaintext-to-log]
  const jar = await cookies();
  jar.set('order', order.id, { httpOnly: true });
  jar.set('address', order.address); // $ Alert[no-plaintext-to-browser-storage]
  jar.set({ name: 'note', value: order.note }); // $ Alert[no-plaintext-to-browser-storage]
  jar.delete('draft');
  after(() => console.log(order.id));
  after(async () => {
    console.log(order.address); // $ Alert[no-plaintext-to-log]
    await fetch('https://stats', { method: 'POST', body: JSON.stringify({ total: order.total }) });
  });
  const response = NextResponse.json({ id: order.id }, { status: 201, headers: { 'x-total': String(order.total) } });
  response.cookies.set('note', order.note); // $ Alert[no-plaintext-to-browser-storage]
  response.headers.set('x-note', order.note); // $ Alert[no-plaintext-to-network]
  if (order.express) return NextResponse.json({ note: order.note }); // $ Alert[no-plaintext-to-network]
  return response;
}

export async function GET(request: NextRequest): Promise<Response> {
  const order = await load(request.nextUrl.searchParams.get('id') ?? '');
  const agent = (await headers()).get('user-agent');
  console.log(agent, order.total);
  if (order.total === 0) notFound();
  if (order.express) redirect(`/orders/${order.id}`);
  if (order.total > 10) redirect(`/orders?note=${order.note}`); // $ Alert[no-plaintext-to-network]
  if (order.total > 5) return NextResponse.redirect(new URL(`/orders?note=${order.note}`, request.url)); // $ Alert[no-plaintext-to-network]
  return new NextResponse(order.address); // $ Alert[no-plaintext-to-network]
}

const cachedOrder = unstable_cache(async (id: string) => (await load(id)).address, ['orders'], { tags: ['orders'] }); // $ Alert[no-plaintext-to-cache]
const cachedTotal = unstable_cache(async (id: string) => (await load(id)).total, ['totals']);
export async function place(form: FormData): Promise<{ ok: boolean }> {
  const order = parse(Object.fromEntries(form));
  await cachedOrder(order.id);
  console.log(await cachedTotal(order.id));
  await cachedTotal(order.note); // $ Alert[no-plaintext-to-cache]
  revalidateTag(`order-${order.id}`, 'max');
  revalidateTag(`order-${order.note}`, 'max'); // $ Alert[no-plaintext-to-cache]
  revalidatePath(`/orders/${order.id}`);
  await fetch('https://erp/orders', { method: 'POST', body: order.note, next: { tags: ['a'] } } as RequestInit); // $ Alert[no-plaintext-to-network]
  return { ok: true };
}

export async function cached(id: string): Promise<number> {
  'use cache';
  const order = await load(id);
  cacheTag('order', order.id);
  cacheTag('order', order.address); // $ Alert[no-plaintext-to-cache]
  return order.total;
}

export async function middleware(request: NextRequest, event: NextFetchEvent): Promise<NextResponse> {
  const order = parse(request.headers);
  event.waitUntil(fetch(`https://log/?id=${order.id}`));
  event.waitUntil(fetch(`https://log/?note=${order.note}`)); // $ Alert[no-plaintext-to-network]
  const response = NextResponse.next({ request: { headers: new Headers(request.headers) } });
  response.cookies.set('id', order.id);
  return order.express ? NextResponse.rewrite(new URL(`/express/${order.id}`, request.url)) : response;
}

export default async function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
  const order = parse(request.body);
  response.setHeader('x-total', order.total);
  if (order.express) response.status(200).json({ note: order.note }); // $ Alert[no-plaintext-to-network]
  else response.status(200).json({ id: order.id });
  response.status(400).send(order.address); // $ Alert[no-plaintext-to-network]
  response.redirect(`/?a=${order.address}`); // $ Alert[no-plaintext-to-network]
}
export const getServerSideProps: GetServerSideProps = async ({ query }) => {
  const order = await load(String(query['id']));
  return { props: { total: order.total } };
};
