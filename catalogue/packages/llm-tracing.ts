/** Tracing of language models: LangSmith and Langfuse. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

/** A client that is watched tells all that it is asked. */
const asked = 'ReturnValue.Fuzzy.Member[create,stream,parse,generate,edit].Argument[0]';

export const llmTracingRows: Partial<Models> = {
  sinks: [
    ...sinks('telemetry', 'langsmith.Client', [
      'Member[createRun,createFeedback,createExample,createExamples,createChatExample,createLLMExample,logEvaluationFeedback,batchIngestRuns,multipartIngestRuns,uploadCsv,updateExamples].Argument[0]',
      'Member[updateRun,updateExample,updateFeedback,createLLMExample,createChatExample,createCommit,pushPrompt,uploadExamplesMultipart,updateExamplesMultipart].Argument[1]',
    ]),
    ...sinks('telemetry', 'langsmith', [
      'Member[RunTree].Argument[0].Member[name,inputs,outputs,metadata,extra,tags,error,attachments,serialized]',
    ]),
    ...sinks('telemetry', 'langsmith.RunTree', [
      'Member[createChild].Argument[0]',
      'Member[end].Argument[0..3]',
      'Member[addEvent].Argument[0]',
    ]),
    ...sinks('telemetry', 'langsmith/traceable', [
      'Member[traceable].ReturnValue.Argument[0..]',
      'Member[traceable].Argument[0].ReturnValue',
    ]),
    ...sinks('telemetry', 'langsmith/wrappers', [
      'Member[wrapOpenAI,wrapSDK].Argument[0]',
      `Member[wrapOpenAI,wrapSDK].${asked}`,
    ]),
    ...sinks('telemetry', 'langfuse.Langfuse', [
      'Member[trace,span,generation,event,score,createPrompt,createDatasetItem,createDataset,createDatasetRunItem].Argument[0]',
    ]),
    ...sinks('telemetry', 'langfuse.LangfuseTraceClient', [
      'Member[update,span,generation,event,score].Argument[0]',
    ]),
    ...sinks('telemetry', 'langfuse.LangfuseSpanClient', [
      'Member[update,end,span,generation,event,score].Argument[0]',
    ]),
    ...sinks('telemetry', 'langfuse.LangfuseGenerationClient', [
      'Member[update,end,span,generation,event,score].Argument[0]',
    ]),
    ...sinks('telemetry', 'langfuse', [
      'Member[observeOpenAI].Argument[0]',
      `Member[observeOpenAI].${asked}`,
      'Member[observeOpenAI].Argument[1].Member[metadata,tags,userId,sessionId,generationName]',
    ]),
  ],
};
