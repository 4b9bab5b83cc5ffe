/** `npm run browser` in this folder: the page on loopback, until Ctrl-C. */
import process from 'node:process';
import { servePage } from './serve-page.ts';

const kem = process.env['STATELESS_KEM'] === 'x25519' ? 'x25519' : 'x-wing';
const page = await servePage(Number(process.env['PORT'] ?? '0'), kem);
console.log(`Open ${page.url} (a browser without ML-KEM needs STATELESS_KEM=x25519), and stop with Ctrl-C.`);
process.once('SIGINT', () => {
  void page.stop();
});
