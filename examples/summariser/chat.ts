/** What a client sends and what it gets: strict, bounded, and tagged from the first moment. */
import { plaintext } from 'stateless-runtime';
import * as v from 'valibot';

const authorSchema = v.pipe(v.string(), v.maxLength(80), v.transform(plaintext<string>));
const textSchema = v.pipe(v.string(), v.maxLength(4000), v.transform(plaintext<string>));
const messageSchema = v.strictObject({ author: authorSchema, text: textSchema });

export const chatSchema = v.strictObject({ messages: v.pipe(v.array(messageSchema), v.maxLength(200)) });
export const summarySchema = v.strictObject({ summary: v.string() });

export type ChatMessage = Readonly<v.InferOutput<typeof messageSchema>>;
