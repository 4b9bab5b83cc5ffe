/** A journal on Firebase: for servers, functions and clients. */
import { initializeApp } from 'firebase-admin/app';
import { getFirestore, FieldValue, Timestamp, type DocumentReference, type CollectionReference } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { getMessaging, type Message } from 'firebase-admin/messaging';
import { getAuth } from 'firebase-admin/auth';
import { getDatabase } from 'firebase-admin/database';
import { logger } from 'firebase-functions';
import * as functions from 'firebase-functions/v1';
import { onCall, onRequest, HttpsError } from 'firebase-functions/v2/https';
import { onDocumentCreated } from 'firebase-functions/v2/firestore';
import { initializeApp as initializeClient } from 'firebase/app';
import { getFirestore as clientFirestore, doc, setDoc, addDoc, collection, updateDoc, query, where, getDocs, writeBatch, runTransaction, onSnapshot } from 'firebase/firestore';
import { getDatabase as clientDatabase, ref, set, push, update } from 'firebase/database';
import { getStorage as clientStorage, ref as storageRef, uploadBytes, uploadString } from 'firebase/storage';
import { getAnalytics, logEvent, setUserProperties } from 'firebase/analytics';
import { getFunctions, httpsCallable } from 'firebase/functions';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Entry { readonly id: string; readonly title: Plaintext<string>; readonly mood: Plaintext<string>; readonly author: string; readonly words: number; readonly at: Date }

initializeApp();
const db = getFirestore();
export async function store(entry: Entry): Promise<void> {
  const entries: CollectionReference = db.collection('entries');
  const document: DocumentReference = entries.doc(entry.id);
  await document.set({ title: entry.title, at: Timestamp.fromDate(entry.at) }); // $ Alert[no-plaintext-to-database]
  await document.set({ words: FieldValue.increment(entry.words), at: Timestamp.fromDate(entry.at) }, { merge: true });
  await document.update({ mood: entry.mood, words: entry.words }); // $ Alert[no-plaintext-to-database]
  await entries.add({ words: entry.words, author: entry.author });
  await entries.where('author', '==', entry.author).orderBy('at').limit(5).get();
  await entries.where('title', '>=', entry.title).get(); // $ Alert[no-plaintext-to-database]
  await db.collection(`users/${entry.author}/entries`).doc().create({ title: entry.title }); // $ Alert[no-plaintext-to-database]
  const bulk = db.bulkWriter();
  void bulk.set(document, { mood: entry.mood }); // $ Alert[no-plaintext-to-database]
  await bulk.close();
  await db.runTransaction(async (transaction) => {
    const snapshot = await transaction.get(document);
    transaction.update(document, { title: entry.title }); // $ Alert[no-plaintext-to-database]
    transaction.update(document, { edits: (snapshot.get('edits') ?? 0) + 1 });
  });
  await getStorage().bucket().file(`entries/${entry.id}.txt`).save(entry.title); // $ Alert[no-plaintext-to-object-store]
  await getStorage().bucket().file(`entries/${entry.id}.txt`).save(String(entry.words));
  await getDatabase().ref(`entries/${entry.id}`).set({ title: entry.title }); // $ Alert[no-plaintext-to-database]
  await getDatabase().ref('entries').push({ words: entry.words });
  await getDatabase().ref('count').transaction((n: number | null) => (n ?? 0) + 1);
}

export async function notify(entry: Entry, token: string): Promise<void> {
  const message: Message = { token, notification: { title: 'A new entry', body: `${entry.words} words` }, data: { id: entry.id } };
  await getMessaging().send(message);
  await getMessaging().send({ token, notification: { title: entry.title } }); // $ Alert[no-plaintext-to-queue]
  await getMessaging().sendEachForMulticast({ tokens: [token], data: { mood: entry.mood } }); // $ Alert[no-plaintext-to-queue]
  await getAuth().setCustomUserClaims(entry.author, { words: entry.words });
  await getAuth().updateUser(entry.author, { displayName: entry.title }); // $ Alert[no-plaintext-to-database]
}

declare function parse(data: unknown): Entry;
export const write = onCall(async (request) => {
  const entry = parse(request.data);
  logger.info('writing', { id: entry.id, words: entry.words, user: request.auth?.uid });
  logger.info('writing', { title: entry.title }); // $ Alert[no-plaintext-to-log]
  logger.write({ severity: 'INFO', message: entry.mood }); // $ Alert[no-plaintext-to-log]
  logger.error(`odd ${entry.title}`); // $ Alert[no-plaintext-to-log]
  functions.logger.debug(entry.mood); // $ Alert[no-plaintext-to-log]
  if (entry.words > 1000) throw new HttpsError('invalid-argument', `Too long: ${entry.words}`);
  await store(entry);
  return { id: entry.id };
});
export const echo = onCall(async (request) => parse(request.data).title); // $ Alert[no-plaintext-to-network]
export const page = onRequest(async (request, response) => {
  const entry = parse(request.body);
  response.json({ title: entry.title }); // $ Alert[no-plaintext-to-network]
  response.status(200).json({ words: entry.words });
});
export const created = onDocumentCreated('entries/{id}', async (event) => {
  const entry = parse(event.data?.data());
  logger.info('created', event.params.id, entry.words);
  console.log(entry.title); // $ Alert[no-plaintext-to-log]
});

const client = clientFirestore(initializeClient({}));
export async function fromClient(entry: Entry): Promise<void> {
  await setDoc(doc(client, 'entries', entry.id), { title: entry.title }); // $ Alert[no-plaintext-to-database]
  await setDoc(doc(client, 'entries', entry.id), { words: entry.words });
  await addDoc(collection(client, 'entries'), { mood: entry.mood }); // $ Alert[no-plaintext-to-database]
  await updateDoc(doc(client, 'entries', entry.id), 'title', entry.title); // $ Alert[no-plaintext-to-database]
  const found = await getDocs(query(collection(client, 'entries'), where('title', '==', entry.title))); // $ Alert[no-plaintext-to-database]
  console.log(found.size);
  const batch = writeBatch(client);
  batch.set(doc(client, 'entries', entry.id), { title: entry.title }); // $ Alert[no-plaintext-to-database]
  await batch.commit();
  await runTransaction(client, async (t) => { t.update(doc(client, 'a', entry.id), { mood: entry.mood }); }); // $ Alert[no-plaintext-to-database]
  onSnapshot(doc(client, 'entries', entry.id), (snapshot) => console.log(snapshot.id, snapshot.exists()));
  await set(ref(clientDatabase(), `entries/${entry.id}`), entry.title); // $ Alert[no-plaintext-to-database]
  await push(ref(clientDatabase(), 'entries'), { words: entry.words });
  await update(ref(clientDatabase()), { [`entries/${entry.id}/mood`]: entry.mood }); // $ Alert[no-plaintext-to-database]
  await uploadString(storageRef(clientStorage(), entry.id), entry.title); // $ Alert[no-plaintext-to-object-store]
  await uploadBytes(storageRef(clientStorage(), entry.title), new Uint8Array()); // $ Alert[no-plaintext-to-object-store]
  logEvent(getAnalytics(), 'written', { words: entry.words });
  logEvent(getAnalytics(), 'written', { mood: entry.mood }); // $ Alert[no-plaintext-to-telemetry]
  setUserProperties(getAnalytics(), { mood: entry.mood }); // $ Alert[no-plaintext-to-telemetry]
  await httpsCallable(getFunctions(), 'write')({ title: entry.title }); // $ Alert[no-plaintext-to-network]
  await httpsCallable(getFunctions(), 'write')({ id: entry.id });
}
