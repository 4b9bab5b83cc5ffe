/** Firebase and Cloud Firestore, for clients and servers. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const firebaseRows: Partial<Models> = {
  sinks: [
    ...sinks('database', 'firebase/firestore', [
      'Member[addDoc,setDoc].Argument[1]',
      'Member[updateDoc].Argument[1..]',
      'Member[where].Argument[2]',
    ]),
    ...sinks('database', 'firebase/firestore.WriteBatch', ['Member[set,update].Argument[1..]']),
    ...sinks('database', 'firebase/firestore.Transaction', ['Member[set,update].Argument[1..]']),
    ...sinks('database', 'firebase/database', [
      'Member[set,update,push,setWithPriority].Argument[1]',
      'Member[runTransaction].Argument[1].ReturnValue',
    ]),
    ...sinks('object-store', 'firebase/storage', [
      'Member[uploadBytes,uploadBytesResumable,uploadString].Argument[1]',
      'Member[uploadBytes,uploadBytesResumable].Argument[2].Member[customMetadata]',
    ]),
    ...names('object-store', 'firebase/storage', ['Member[ref].Argument[1]']),
    ...sinks('telemetry', 'firebase/analytics', [
      'Member[logEvent].Argument[1,2]',
      'Member[setUserProperties,setUserId].Argument[1]',
    ]),
    ...sinks('network', 'firebase/functions', ['Member[httpsCallable].ReturnValue.Argument[0]']),
    // Functions: their logger, and what a client that calls one is answered.
    ...sinks('log', 'firebase-functions/logger', [
      'Member[write,debug,log,info,warn,error].Argument[0..]',
      'Member[logger].Member[write,debug,log,info,warn,error].Argument[0..]',
    ]),
    ...sinks('network', 'firebase-functions/https', [
      'Member[onCall].Argument[0,1].ReturnValue.Awaited',
      'Member[HttpsError].Argument[1,2]',
    ]),
    ...sinks('database', '@google-cloud/firestore.CollectionReference', ['Member[add].Argument[0]']),
    ...names('database', '@google-cloud/firestore.CollectionReference', ['Member[doc].Argument[0]']),
    ...sinks('database', '@google-cloud/firestore.DocumentReference', [
      'Member[create,set,update].Argument[0..]',
    ]),
    ...sinks('database', '@google-cloud/firestore.WriteBatch', ['Member[create,set,update].Argument[1..]']),
    ...sinks('database', '@google-cloud/firestore.Transaction', ['Member[create,set,update].Argument[1..]']),
    ...sinks('database', '@google-cloud/firestore.BulkWriter', ['Member[create,set,update].Argument[1..]']),
    ...sinks('database', '@google-cloud/firestore.Query', [
      'Member[where].Argument[2]',
      'Member[startAt,startAfter,endBefore,endAt].Argument[0..]',
    ]),
    ...sinks('database', 'firebase-admin/database.Reference', [
      'Member[set,update,push,setWithPriority].Argument[0]',
    ]),
    ...sinks('queue', 'firebase-admin/messaging.Messaging', [
      'Member[send,sendEach,sendEachForMulticast].Argument[0]',
    ]),
    ...sinks('database', 'firebase-admin/auth.BaseAuth', [
      'Member[createUser].Argument[0]',
      'Member[updateUser,setCustomUserClaims].Argument[1]',
      'Member[createCustomToken].Argument[1]',
    ]),
  ],
};
