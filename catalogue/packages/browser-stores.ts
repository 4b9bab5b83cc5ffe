/** Stores of a browser: IndexedDB helpers, localForage, and persisted state. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const browserStoreRows: Partial<Models> = {
  sinks: [
    ...sinks('browser-storage', 'idb.IDBPDatabase', ['Member[put,add].Argument[1]']),
    ...sinks('browser-storage', 'idb.IDBPObjectStore', ['Member[put,add].Argument[0]']),
    ...sinks('browser-storage', 'idb.IDBPCursor', ['Member[update].Argument[0]']),
    ...sinks('browser-storage', 'dexie.Table', [
      'Member[add,put].Argument[0]',
      'Member[update,upsert].Argument[1]',
      'Member[bulkAdd,bulkPut,bulkUpdate].Argument[0]',
    ]),
    ...sinks('browser-storage', 'dexie.Collection', ['Member[modify].Argument[0]']),
    ...sinks('browser-storage', 'localforage', ['Member[setItem].Argument[1]']),
    ...sinks('browser-storage', 'zustand.StoreApi', ['Member[setState].Argument[0]']),
    ...sinks('browser-storage', 'zustand/middleware', ['Member[persist].Argument[0].ReturnValue']),
    ...sinks('browser-storage', 'zustand/middleware.PersistStorage', ['Member[setItem].Argument[1]']),
    ...sinks('browser-storage', 'zustand/middleware.StateStorage', ['Member[setItem].Argument[1]']),
  ],
};
