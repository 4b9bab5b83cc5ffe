/** The "model": a second processor, behind a broker of its own, that says which sentences stand for the others. */
import { plaintext, processor } from 'stateless-runtime';
import * as v from 'valibot';
import { mostCentral } from './ranking/most-central.ts';

const sentenceSchema = v.pipe(v.string(), v.maxLength(4000), v.transform(plaintext<string>));

export default processor({
  name: 'rank',
  input: v.strictObject({ sentences: v.pipe(v.array(sentenceSchema), v.maxLength(400)) }),
  output: v.strictObject({ positions: v.array(v.number()) }),
  limits: { wallMs: 5_000, memoryMb: 96, inputBytes: 512 * 1024, padOutput: [256] },
  handle: ({ sentences }) => ({ positions: [...mostCentral(sentences)] }),
});
