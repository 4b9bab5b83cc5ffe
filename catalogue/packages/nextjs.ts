/** Next.js: answers, redirections, cookies and the caches that it keeps between requests. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

/** A name and a value, or an object of both. */
const set = 'Member[set].Argument[0,1]';

export const nextRows: Partial<Models> = {
  sinks: [
    ...sinks('network', 'next/server', [
      'Member[NextResponse].NewCall.Argument[0]',
      'Member[NextResponse].NewCall.Argument[1].Member[headers,statusText]',
      'Member[NextResponse].Member[json,redirect,rewrite].Argument[0]',
      'Member[NextResponse].Member[json].Argument[1].Member[headers,statusText]',
    ]),
    ...sinks('browser-storage', 'next/server.NextResponse', [`Member[cookies].${set}`]),
    ...sinks('browser-storage', 'next/headers', [`Member[cookies].ReturnValue.Awaited.${set}`]),
    ...sinks('network', 'next/navigation', ['Member[redirect,permanentRedirect].Argument[0]']),
    ...sinks('network', 'next.NextApiResponse', [
      'Member[send,json].Argument[0]',
      'Member[redirect].Argument[0,1]',
    ]),
    ...sinks('browser-storage', 'next.NextApiResponse', ['Member[setPreviewData].Argument[0]']),
    // What a cached function gives is kept under what it was given.
    ...sinks('cache', 'next/cache', [
      'Member[unstable_cache].Argument[0].ReturnValue.Awaited',
      'Member[unstable_cache].ReturnValue.Argument[0..]',
    ]),
    ...names('cache', 'next/cache', [
      'Member[unstable_cache].Argument[1]',
      'Member[unstable_cache].Argument[2].Member[tags]',
      'Member[cacheTag].Argument[0..]',
      'Member[revalidateTag,revalidatePath,updateTag].Argument[0]',
    ]),
  ],
};
