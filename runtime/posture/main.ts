/** Production mode as a program: prints what keeps a broker from starting, as a JSON list of texts. */
import process from 'node:process';
import { list, parseJson, text } from '../shape.ts';
import { openOnThisMachine, openUpstreams } from './production.ts';

const [evidence = '', flags = '', ...upstreams] = process.argv.slice(2);
const fault = (): TypeError => new TypeError('the posture is asked by a broker');
const execArgv = list(text())(parseJson(flags, fault), fault);
// names and policies in turn
const policies = new Map(
  upstreams.flatMap((name, index) => (index % 2 === 0 ? [[name, upstreams[index + 1] ?? ''] as const] : [])),
);

console.log(JSON.stringify([...openOnThisMachine(evidence, execArgv), ...openUpstreams(policies)]));
