/** The service: a stateless session processor that answers a chat with its summary and keeps neither. */
import { bucket, egress, oneOf, processor } from 'stateless-runtime';
import { chatSchema, summarySchema } from './chat.ts';
import { summarise } from './ranking/summarise.ts';

/** All that an observer of the broker learns of a session, besides its timing and the size class of its answer. */
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
  handle(input, session) {
    const summary = summarise(input.messages);
    const outcome = summary === '' ? 'empty' : 'summarised';
    session.emit('done', { outcome, messages: input.messages.length });
    return { summary };
  },
});
