/** Runs one attack without any guard, in a plain Node process: what the suite must see when nothing is closed. */
import process from 'node:process';
import { attacks } from '../attacks/index.ts';

const [id = '', canary = '', folder = '', tcp = '0', udp = '0', socket = ''] = process.argv.slice(2);

const target = { folders: [folder], tcp: Number(tcp), udp: Number(udp), socket };
await attacks[id]?.({ canary, target, emit: () => undefined, use: {} }).catch((error: unknown) => {
  console.error(error);
});
await new Promise((resolve) => setTimeout(resolve, 300));
process.exit(0);
