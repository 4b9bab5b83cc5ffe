/** Language models: OpenAI, Anthropic, the AI SDK and Google, and the Model Context Protocol. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const languageModelRows: Partial<Models> = {
  sinks: [
    ...sinks('network', 'openai.OpenAI.Chat.Completions', [
      'Member[create].Argument[0].Member[messages,tools,metadata,user,prediction]',
    ]),
    ...sinks('network', 'openai.OpenAI.Responses', [
      'Member[create,stream,parse].Argument[0].Member[input,instructions,metadata,prompt]',
    ]),
    ...sinks('network', 'openai.OpenAI.Embeddings', ['Member[create].Argument[0].Member[input]']),
    ...sinks('network', 'openai.OpenAI.Moderations', ['Member[create].Argument[0].Member[input]']),
    ...sinks('network', 'openai.OpenAI.Files', ['Member[create].Argument[0].Member[file]']),
    ...sinks('network', 'openai.OpenAI.Images', [
      'Member[generate,edit].Argument[0].Member[prompt]',
      'Member[edit].Argument[0].Member[image]',
    ]),
    ...sinks('network', 'openai.OpenAI.Audio', [
      'Member[transcriptions,translations].Member[create].Argument[0].Member[file,prompt]',
      'Member[speech].Member[create].Argument[0].Member[input]',
    ]),
    ...sinks('network', 'openai.OpenAI.Completions', ['Member[create].Argument[0].Member[prompt]']),
    ...sinks('network', 'openai.OpenAI.Conversations', ['Member[create].Argument[0].Member[items,metadata]']),
    ...sinks('network', 'openai.OpenAI.VectorStores', ['Member[search].Argument[1].Member[query]']),
    ...sinks('network', 'openai.OpenAI', ['Member[post,put,patch].Argument[1].Member[body]']),
    ...sinks('network', '@anthropic-ai/sdk.Anthropic.Messages', [
      'Member[create,stream,parse,countTokens].Argument[0].Member[messages,system,tools]',
      'Member[create].Argument[0].Member[metadata]',
      'Member[batches].Member[create].Argument[0].Member[requests]',
    ]),
    ...sinks('network', '@anthropic-ai/sdk.Anthropic', [
      'Member[beta].Member[messages].Member[create].Argument[0].Member[messages,system]',
      'Member[beta].Member[files].Member[upload].Argument[0].Member[file]',
    ]),
    ...sinks('network', 'ai', [
      'Member[generateText,streamText,generateObject,streamObject].Argument[0].Member[prompt,messages,system]',
      'Member[embed].Argument[0].Member[value]',
      'Member[embedMany].Argument[0].Member[values]',
      'Member[rerank].Argument[0].Member[documents,query]',
      'Member[generateImage].Argument[0].Member[prompt]',
      'Member[experimental_generateSpeech].Argument[0].Member[text]',
      'Member[experimental_transcribe].Argument[0].Member[audio]',
    ]),
    ...sinks('network', 'ai.ToolLoopAgent', ['Member[generate,stream].Argument[0].Member[prompt,messages]']),
    ...sinks('telemetry', 'ai', [
      'Member[generateText,streamText].Argument[0].Member[experimental_telemetry]',
    ]),
    ...sinks('network', '@google/genai.Models', [
      'Member[generateContent,generateContentStream,countTokens].Argument[0].Member[contents]',
      'Member[generateContent].Argument[0].Member[config]',
      'Member[embedContent].Argument[0].Member[contents]',
      'Member[generateImages,generateVideos].Argument[0].Member[prompt]',
    ]),
    ...sinks('network', '@google/genai.Chat', [
      'Member[sendMessage,sendMessageStream].Argument[0].Member[message]',
    ]),
    ...sinks('network', '@google/genai.Chats', ['Member[create].Argument[0].Member[history]']),
    ...sinks('network', '@google/genai.Files', ['Member[upload].Argument[0].Member[file]']),
    ...sinks('network', '@google/genai.Session', [
      'Member[sendClientContent,sendRealtimeInput,sendToolResponse].Argument[0]',
    ]),
    ...sinks('cache', '@google/genai.Caches', ['Member[create].Argument[0].Member[config]']),
    ...sinks('network', "'@modelcontextprotocol/sdk/client/index.js'.Client", [
      'Member[callTool].Argument[0].Member[arguments]',
      'Member[getPrompt,complete,readResource].Argument[0]',
      'Member[request,notification].Argument[0]',
    ]),
    ...sinks('network', "'@modelcontextprotocol/sdk/server/index.js'.Server", [
      'Member[createMessage,elicitInput,sendLoggingMessage].Argument[0]',
    ]),
    ...sinks('log', "'@modelcontextprotocol/sdk/server/mcp.js'.McpServer", [
      'Member[sendLoggingMessage].Argument[0].Member[data]',
    ]),
    ...sinks('network', "'@modelcontextprotocol/sdk/server/mcp.js'.McpServer", [
      'Member[registerTool].Argument[2].ReturnValue',
    ]),
  ],
};
