/** `npm start` in this folder: one session, told step by step. */
import { runDemo } from './demo.ts';

await runDemo((line) => {
  console.log(line);
});
