/** A broker in a process of its own, for tests: serves the file that it is told, and prints what it tells observers. */
import process from 'node:process';
import { serve } from '../broker/index.ts';

const [file = '', poolSize = '2', epochSessions = ''] = process.argv.slice(2);

const broker = await serve(file, {
  poolSize: Number(poolSize),
  // in the tier `epoch` no more processes than wait, so that it is known which one a session gets
  ...(epochSessions === ''
    ? {}
    : { tier: 'epoch', epochSessions: Number(epochSessions), maxProcesses: Number(poolSize) }),
  waitMs: 20_000,
  onEvent: (event) => {
    console.log(JSON.stringify({ event }));
  },
  onEgress: (record) => {
    console.log(JSON.stringify({ record }));
  },
});
process.once('SIGTERM', () => void broker.stop().then(() => process.exit(0)));
console.log(JSON.stringify({ url: broker.url }));
