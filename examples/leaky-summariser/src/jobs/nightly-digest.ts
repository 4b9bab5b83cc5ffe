/** Appends the summary of each of the day's conversations to the digest. */
import { appendFile, open } from 'node:fs/promises';
import { join } from 'node:path';
import { config } from '../config.ts';
import type { Conversation } from '../models/message.ts';
import { summarise } from '../summarise/summarise.ts';

const digest = join(config.dataFolder, 'digest.txt');

export async function nightlyDigest(load: () => Promise<Conversation>): Promise<void> {
  await load()
    .then((conversation) => summarise(conversation))
    .then((summary) => appendFile(digest, `${summary.text}\n`)); // $ Alert[no-plaintext-to-disk]
}

export async function appendTitles(conversations: readonly Conversation[]): Promise<void> {
  const titles = conversations.reduce((list, { title }) => `${list}* ${title}\n`, '');
  const handle = await open(digest, 'a');
  await handle.write(`${conversations.length} conversations\n`); // look-alike: a count
  await handle.appendFile(titles); // $ Alert[no-plaintext-to-disk]
  await handle.close();
}
