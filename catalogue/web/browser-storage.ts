/** What a browser keeps: web storage, cookies, databases, caches, history, and files that a user gave. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

const stores = 'Member[localStorage,sessionStorage]';

export const browserStorageRows: Partial<Models> = {
  sinks: [
    ...sinks('browser-storage', 'global', [
      `${stores}.Member[setItem].Argument[1]`,
      `${stores}.AnyMember`,
      'Member[Storage].Instance.Member[setItem].Argument[1]',
      'Member[document].Member[cookie]',
      'Member[cookieStore].Member[set].Argument[1]',
      'Member[cookieStore].Member[set].Argument[0]',
      'Member[IDBObjectStore].Instance.Member[put,add].Argument[0]',
      'Member[IDBCursor].Instance.Member[update].Argument[0]',
      'Member[Cache].Instance.Member[put].Argument[1]',
      'Member[history].Member[pushState,replaceState].Argument[0,2]',
      // A fragment is not sent: it is kept in the history. What is sent of a location has a row of the network.
      'Member[location].Member[hash]',
      'Member[URL].Member[createObjectURL].Argument[0]',
    ]),
    ...names('browser-storage', 'global', [
      `${stores}.Member[setItem].Argument[0]`,
      'Member[Storage].Instance.Member[setItem].Argument[0]',
      'Member[IDBObjectStore].Instance.Member[put,add].Argument[1]',
      'Member[indexedDB].Member[open].Argument[0]',
      'Member[Cache].Instance.Member[put].Argument[0]',
      'Member[Cache].Instance.Member[add,addAll].Argument[0]',
      'Member[caches].Member[open].Argument[0]',
    ]),
    ...sinks('disk', 'global', ['Member[FileSystemWritableFileStream].Instance.Member[write].Argument[0]']),
  ],
};
