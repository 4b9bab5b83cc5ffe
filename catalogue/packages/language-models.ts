/** Language models: OpenAI, Anthropic, the AI SDK and Google, and the Model Context Protocol. */
import type { Destination, Models, Sink } from '../../engine/models/rows.ts';
import { ofClients, sentTo, sinks, url } from '../tables.ts';

/** A model server of one's own is named where the client is made; without it, a variable of the machine may name any. */
const SERVER: readonly Destination[] = [ofClients(url(0, 'baseURL'))];
const GOOGLE_SERVER: readonly Destination[] = [ofClients(url(0, 'httpOptions.baseUrl'))];

const openai = (member: string, paths: readonly string[]): readonly Sink[] =>
  sentTo(SERVER, sinks('network', `openai.OpenAI${member}`, paths));
const anthropic = (member: string, paths: readonly string[]): readonly Sink[] =>
  sentTo(SERVER, sinks('network', `@anthropic-ai/sdk.Anthropic${member}`, paths));
const google = (type: string, paths: readonly string[]): readonly Sink[] =>
  sentTo(GOOGLE_SERVER, sinks('network', `@google/genai.${type}`, paths));

export const languageModelRows: Partial<Models> = {
  sinks: [
    ...openai('.Chat.Completions', [
      'Member[create].Argument[0].Member[messages,tools,metadata,user,prediction]',
    ]),
    ...openai('.Responses', [
      'Member[create,stream,parse].Argument[0].Member[input,instructions,metadata,prompt]',
    ]),
    ...openai('.Embeddings', ['Member[create].Argument[0].Member[input]']),
    ...openai('.Moderations', ['Member[create].Argument[0].Member[input]']),
    ...openai('.Files', ['Member[create].Argument[0].Member[file]']),
    ...openai('.Images', [
      'Member[generate,edit].Argument[0].Member[prompt]',
      'Member[edit].Argument[0].Member[image]',
    ]),
    ...openai('.Audio', [
      'Member[transcriptions,translations].Member[create].Argument[0].Member[file,prompt]',
      'Member[speech].Member[create].Argument[0].Member[input]',
    ]),
    ...openai('.Completions', ['Member[create].Argument[0].Member[prompt]']),
    ...openai('.Conversations', ['Member[create].Argument[0].Member[items,metadata]']),
    ...openai('.VectorStores', ['Member[search].Argument[1].Member[query]']),
    ...openai('', ['Member[post,put,patch].Argument[1].Member[body]']),
    ...anthropic('.Messages', [
      'Member[create,stream,parse,countTokens].Argument[0].Member[messages,system,tools]',
      'Member[create].Argument[0].Member[metadata]',
      'Member[batches].Member[create].Argument[0].Member[requests]',
    ]),
    ...anthropic('', [
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
    ...google('Models', [
      'Member[generateContent,generateContentStream,countTokens].Argument[0].Member[contents]',
      'Member[generateContent].Argument[0].Member[config]',
      'Member[embedContent].Argument[0].Member[contents]',
      'Member[generateImages,generateVideos].Argument[0].Member[prompt]',
    ]),
    ...google('Chat', ['Member[sendMessage,sendMessageStream].Argument[0].Member[message]']),
    ...google('Chats', ['Member[create].Argument[0].Member[history]']),
    ...google('Files', ['Member[upload].Argument[0].Member[file]']),
    ...google('Session', ['Member[sendClientContent,sendRealtimeInput,sendToolResponse].Argument[0]']),
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
