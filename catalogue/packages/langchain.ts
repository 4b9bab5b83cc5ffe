/** LangChain: models, chains, vector stores, what a chat remembers, and what tracers are told of a run. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

/** A run's input goes to the model; its configuration to whoever traces it. */
const asked = 'Member[invoke,stream,batch].Argument[0]';
const told = 'Member[invoke,stream].Argument[1].Member[metadata,tags,runName]';

const MODELS = [
  '@langchain/core/language_models/chat_models.BaseChatModel',
  '@langchain/core/language_models/llms.BaseLLM',
  // A model with settings of its own, and steps of which one is a model.
  '@langchain/core/runnables.RunnableBinding',
  '@langchain/core/runnables.RunnableSequence',
];

export const langchainRows: Partial<Models> = {
  sinks: [
    ...MODELS.flatMap((type) => [...sinks('network', type, [asked]), ...sinks('telemetry', type, [told])]),
    ...sinks('network', '@langchain/core/runnables.Runnable', [`Member[pipe].ReturnValue.${asked}`]),
    ...sinks('telemetry', '@langchain/core/runnables.Runnable', [`Member[pipe].ReturnValue.${told}`]),
    ...sinks('network', '@langchain/core/language_models/chat_models.BaseChatModel', [
      `Member[withConfig,bindTools,withStructuredOutput,withRetry,withFallbacks].ReturnValue.${asked}`,
    ]),
    ...sinks('network', '@langchain/core/embeddings.Embeddings', [
      'Member[embedQuery,embedDocuments].Argument[0]',
    ]),
    ...sinks('database', '@langchain/core/vectorstores.VectorStore', [
      'Member[addDocuments].Argument[0]',
      'Member[addVectors].Argument[0,1]',
      'Member[similaritySearch,similaritySearchWithScore,maxMarginalRelevanceSearch].Argument[0]',
    ]),
    ...sinks('database', '@langchain/core/vectorstores.VectorStoreRetriever', [
      'Member[invoke].Argument[0]',
      'Member[addDocuments].Argument[0]',
    ]),
    ...['BaseChatMessageHistory', 'BaseListChatMessageHistory'].flatMap((type) =>
      sinks('database', `@langchain/core/chat_history.${type}`, [
        'Member[addMessage,addMessages,addUserMessage].Argument[0]',
      ]),
    ),
    ...sinks('database', '@langchain/core/chat_history.BaseListChatMessageHistory', [
      'Member[addAIMessage].Argument[0]',
    ]),
    ...sinks('cache', '@langchain/core/caches.BaseCache', [
      'Member[lookup].Argument[0]',
      'Member[update].Argument[0,2]',
    ]),
    ...sinks('cache', '@langchain/core/stores.BaseStore', ['Member[mset].Argument[0]']),
  ],
};
