/** The service: a stateless session processor that answers a chat with its summary and keeps neither. */
import { bucket, egress, oneOf, processor, upstream } from 'stateless-runtime';
import { chatSchema, summarySchema } from './chat.ts';
import type model from './model.ts';
import { summarise } from './ranking/summarise.ts';

/** Where the model's broker is, and what of it was reviewed: the bundle is made for them, and its digest covers both. */
declare const modelUrl: string;
declare const modelLaunchDigest: string;

/** All that an observer of the broker learns of a session, besides its timing and the sizes of its messages. */
const events = egress(
  { done: { max: 1, fields: { outcome: oneOf('summarised', 'empty'), messages: bucket([1, 5, 20, 100]) } } },
  { maxBits: 12 },
);

export default processor({
  name: 'summarise',
  input: chatSchema,
  output: summarySchema,
  egress: events,
  limits: { wallMs: 10_000, memoryMb: 96, inputBytes: 256 * 1024, padOutput: [1024, 4096, 32_768] },
  uses: {
    model: upstream<typeof model>(
      modelUrl,
      { evidence: ['sim'], launchDigests: [modelLaunchDigest] },
      { padInput: [4096, 32_768, 272 * 1024] },
    ),
  },
  async handle(input, { use, emit }) {
    const summary = await summarise(input.messages, async (sentences) => {
      const { positions } = await use.model({ sentences });
      return positions;
    });
    const outcome = summary === '' ? 'empty' : 'summarised';
    emit('done', { outcome, messages: input.messages.length });
    return { summary };
  },
});
