/** Questions to a model through LangChain: chains, vector stores, memory and caches. */
import { BaseCallbackHandler } from '@langchain/core/callbacks/base';
import { ChatPromptTemplate, PromptTemplate } from '@langchain/core/prompts';
import { HumanMessage, SystemMessage, AIMessage, type BaseMessage } from '@langchain/core/messages';
import { RunnableLambda, RunnableSequence } from '@langchain/core/runnables';
import { InMemoryChatMessageHistory, BaseListChatMessageHistory } from '@langchain/core/chat_history';
import { Document } from '@langchain/core/documents';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { VectorStore } from '@langchain/core/vectorstores';
import type { Embeddings } from '@langchain/core/embeddings';
import { LangChainTracer } from '@langchain/core/tracers/tracer_langchain';
import { InMemoryCache } from '@langchain/core/caches';
import { InMemoryStore } from '@langchain/core/stores';
import { tool } from '@langchain/core/tools';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Ask { readonly id: string; readonly question: Plaintext<string>; readonly context: Plaintext<string>; readonly language: string; readonly tokens: number }

class CountingHandler extends BaseCallbackHandler {
  name = 'counting';
  override async handleLLMStart(_llm: unknown, prompts: string[]): Promise<void> { console.log(prompts.length); }
}

export async function answer(model: BaseChatModel, ask: Ask): Promise<number> {
  const reply = await model.invoke(ask.question); // $ Alert[no-plaintext-to-network]
  const messages: BaseMessage[] = [new SystemMessage('Be brief.'), new HumanMessage(ask.question)];
  await model.invoke(messages); // $ Alert[no-plaintext-to-network]
  await model.invoke([new HumanMessage('Hello.')], { tags: [ask.language], callbacks: [new CountingHandler()] });
  for await (const chunk of await model.stream(messages)) console.log(chunk.id); // $ Alert[no-plaintext-to-network]
  await model.batch([ask.question, 'b']); // $ Alert[no-plaintext-to-network]
  await model.invoke('Hi.', { metadata: { question: ask.question } }); // $ Alert[no-plaintext-to-telemetry]
  console.log(reply.id, reply.usage_metadata?.total_tokens);
  const bound = model.withConfig({ tags: ['short'] });
  await bound.invoke(ask.context); // $ Alert[no-plaintext-to-network]
  return ask.tokens;
}

export async function chain(model: BaseChatModel, ask: Ask): Promise<void> {
  const prompt = ChatPromptTemplate.fromMessages([['system', 'Translate to {language}.'], ['human', '{text}']]);
  const pipeline = prompt.pipe(model);
  await pipeline.invoke({ language: ask.language, text: ask.question }); // $ Alert[no-plaintext-to-network]
  await pipeline.invoke({ language: ask.language, text: 'Good morning.' });
  const sequence = RunnableSequence.from([new RunnableLambda({ func: (text: string) => text.trim() }), model]);
  await sequence.invoke(ask.question); // $ Alert[no-plaintext-to-network]
  const value = await prompt.invoke({ language: ask.language, text: ask.question });
  console.log(value.toString()); // $ Alert[no-plaintext-to-log]
  const text = await PromptTemplate.fromTemplate('Q: {q}').format({ q: ask.question });
  console.log(text.length);
  console.log(text); // $ Alert[no-plaintext-to-log]
  console.log(new AIMessage(ask.context).content); // $ Alert[no-plaintext-to-log]
}

export async function remember(store: VectorStore, embeddings: Embeddings, ask: Ask): Promise<void> {
  await store.addDocuments([new Document({ pageContent: ask.context, metadata: { id: ask.id } })]); // $ Alert[no-plaintext-to-database]
  await store.addDocuments([{ pageContent: 'A public page.', metadata: { id: ask.id, tokens: ask.tokens } }]);
  await store.similaritySearch(ask.question, 3); // $ Alert[no-plaintext-to-database]
  await store.asRetriever().invoke(ask.question); // $ Alert[no-plaintext-to-database]
  await embeddings.embedQuery(ask.question); // $ Alert[no-plaintext-to-network]
  await embeddings.embedDocuments(['public']);
  const history = new InMemoryChatMessageHistory();
  await history.addUserMessage('hello');
  await save(history, ask);
  await new InMemoryStore<string>().mset([[ask.id, ask.language]]);
  await new InMemoryCache().update(ask.question, 'llm', []); // $ Alert[no-plaintext-to-cache]
}

async function save(history: BaseListChatMessageHistory, ask: Ask): Promise<void> {
  await history.addUserMessage(ask.question); // $ Alert[no-plaintext-to-database]
  await history.addMessage(new HumanMessage(ask.context)); // $ Alert[no-plaintext-to-database]
  await history.addMessage(new HumanMessage('hello'));
}

const tracer = new LangChainTracer({ projectName: 'asks' });
export async function traced(model: BaseChatModel, ask: Ask): Promise<void> {
  await model.invoke(ask.question, { callbacks: [tracer] }); // $ Alert[no-plaintext-to-network]
  const lookup = tool(async ({ id }: { id: string }) => id.length, { name: 'lookup', description: 'Looks up.' });
  await lookup.invoke({ id: ask.id });
}
