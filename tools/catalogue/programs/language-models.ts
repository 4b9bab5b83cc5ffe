/** Chats with language models of four makers, traced by Langfuse and LangSmith. */
import OpenAI, { toFile } from 'openai';
import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import { generateText, streamText, embed } from 'ai';
import { Langfuse, observeOpenAI } from 'langfuse';
import { wrapOpenAI } from 'langsmith/wrappers';
import { traceable } from 'langsmith/traceable';
import { Client } from 'langsmith';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Turn { readonly id: string; readonly role: 'user' | 'assistant'; readonly content: Plaintext<string>; readonly tokens: number }
interface Chat { readonly id: string; readonly turns: readonly Turn[]; readonly model: string }

const openai = new OpenAI();
export async function complete(chat: Chat): Promise<Plaintext<string>> {
  const messages = chat.turns.map(({ role, content }) => ({ role, content }));
  const answer = await openai.chat.completions.create({ model: chat.model, messages }); // $ Alert[no-plaintext-to-network]
  console.log(answer.id, answer.usage?.total_tokens, answer.choices.length);
  await openai.chat.completions.create({ model: chat.model, messages: [{ role: 'user', content: 'Say hello.' }], user: chat.id });
  const stream = await openai.responses.create({ model: 'm', input: chat.turns[0]!.content, stream: true }); // $ Alert[no-plaintext-to-network]
  for await (const event of stream) console.log(event.type);
  await openai.embeddings.create({ model: 'e', input: chat.turns.map((t) => t.content) }); // $ Alert[no-plaintext-to-network]
  await openai.files.create({ purpose: 'batch', file: await toFile(Buffer.from(JSON.stringify(chat)), 'chat.json') }); // $ Alert[no-plaintext-to-network]
  await openai.moderations.create({ input: chat.turns[0]!.content }); // $ Alert[no-plaintext-to-network]
  await openai.images.generate({ prompt: `a ${chat.turns.length}-sided die` });
  const first = answer.choices[0]?.message.content ?? '';
  console.log(first.length);
  return first as Plaintext<string>;
}

const anthropic = new Anthropic({ maxRetries: 1 });
export async function claude(chat: Chat): Promise<void> {
  const message = await anthropic.messages.create({ model: 'm', max_tokens: 10, messages: chat.turns.map((t) => ({ role: t.role, content: t.content })) }); // $ Alert[no-plaintext-to-network]
  console.log(message.id, message.stop_reason, message.usage.input_tokens);
  await anthropic.messages.create({ model: 'm', max_tokens: chat.turns[0]!.tokens, messages: [{ role: 'user', content: 'ping' }] });
  const stream = anthropic.messages.stream({ model: 'm', max_tokens: 10, system: chat.turns[0]!.content, messages: [] }); // $ Alert[no-plaintext-to-network]
  stream.on('text', () => process.stdout.write('.'));
  await anthropic.messages.countTokens({ model: 'm', messages: [{ role: 'user', content: chat.turns[0]!.content }] }); // $ Alert[no-plaintext-to-network]
}

export async function gemini(chat: Chat): Promise<void> {
  const ai = new GoogleGenAI({});
  await ai.models.generateContent({ model: 'm', contents: chat.turns[0]!.content }); // $ Alert[no-plaintext-to-network]
  await ai.models.generateContent({ model: 'm', contents: 'hello', config: { maxOutputTokens: chat.turns[0]!.tokens } });
  const session = ai.chats.create({ model: 'm' });
  await session.sendMessage({ message: chat.turns[0]!.content }); // $ Alert[no-plaintext-to-network]
}

export async function vercel(chat: Chat): Promise<void> {
  const { usage } = await generateText({ model: 'm', prompt: chat.turns[0]!.content }); // $ Alert[no-plaintext-to-network]
  console.log(usage.totalTokens);
  const { textStream } = streamText({ model: 'm', messages: chat.turns.map((t) => ({ role: t.role, content: t.content })) }); // $ Alert[no-plaintext-to-network]
  for await (const part of textStream) process.stdout.write(part.length > 0 ? '.' : '');
  await embed({ model: 'e', value: chat.turns[0]!.content }); // $ Alert[no-plaintext-to-network]
  await generateText({ model: 'm', prompt: 'Tell a joke.'  });
}

const langfuse = new Langfuse();
export async function traced(chat: Chat): Promise<void> {
  const trace = langfuse.trace({ name: 'chat', id: chat.id, input: chat.turns[0]!.content }); // $ Alert[no-plaintext-to-telemetry]
  trace.update({ metadata: { turns: chat.turns.length } });
  const generation = trace.generation({ name: 'answer', model: chat.model, input: chat.turns }); // $ Alert[no-plaintext-to-telemetry]
  generation.end({ output: chat.turns.at(-1)?.content }); // $ Alert[no-plaintext-to-telemetry]
  trace.event({ name: 'done', metadata: { tokens: chat.turns[0]!.tokens } });
  trace.score({ name: 'good', value: 1, comment: chat.turns[0]!.content }); // $ Alert[no-plaintext-to-telemetry]
  const observed = observeOpenAI(openai);
  await observed.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: chat.turns[0]!.content }] }); // $ Alert[no-plaintext-to-telemetry] Alert[no-plaintext-to-network]
  const wrapped = wrapOpenAI(openai);
  await wrapped.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: chat.turns[0]!.content }] }); // $ Alert[no-plaintext-to-telemetry] Alert[no-plaintext-to-network]
  const summarise = traceable(async (text: string) => text.length, { name: 'summarise' });
  await summarise(chat.turns[0]!.content); // $ Alert[no-plaintext-to-telemetry]
  await summarise(chat.id);
  await new Client().createRun({ name: 'x', run_type: 'llm', inputs: { text: chat.turns[0]!.content } }); // $ Alert[no-plaintext-to-telemetry]
  await new Client().createFeedback(chat.id, 'good', { score: 1 });
}
