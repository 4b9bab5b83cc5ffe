/** Posts a text to a channel. */
import { config } from '../config.ts';
import { withRetry } from './retry.ts';

export async function deliver(channel: string, body: string): Promise<void> {
  await withRetry('deliver', body, (text) => post(`${config.deliveryUrl}/${channel}`, text));
}

export async function announce(channel: string): Promise<void> {
  await withRetry('announce', channel, (name) => post(config.deliveryUrl, name)); // look-alike: the same helper, given an id
}

async function post(url: string, body: string): Promise<void> {
  await fetch(url, { method: 'POST', body });
}
