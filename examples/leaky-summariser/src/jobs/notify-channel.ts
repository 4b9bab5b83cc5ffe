/** Tells a channel that its summary is there. */
import { announce, deliver } from '../net/deliver.ts';
import type { Summary } from '../models/summary.ts';

export async function notifyChannel(summary: Summary): Promise<void> {
  await announce(summary.channel); // look-alike: a channel's id, two files from the log
  await deliver(summary.channel, summary.text); // $ Alert[no-plaintext-to-log] Alert[no-plaintext-to-network]
}
