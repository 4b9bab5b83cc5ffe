/** Datadog: tracing, metrics, security events, and logs of a browser. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const datadogRows: Partial<Models> = {
  sinks: [
    ...sinks('telemetry', 'dd-trace.Span', [
      'Member[setTag,setBaggageItem,logEvent].Argument[1]',
      'Member[addTags,log,setOperationName,addLink,addLinks].Argument[0]',
      'Member[recordException].Argument[0,1]',
    ]),
    ...names('telemetry', 'dd-trace.Tracer', ['Member[startSpan,trace].Argument[0]']),
    ...sinks('telemetry', 'dd-trace.Tracer', [
      'Member[startSpan,trace].Argument[1].Member[tags]',
      'Member[setUser].Argument[0]',
      'Member[setBaggageItem].Argument[1]',
    ]),
    ...sinks('telemetry', 'dd-trace.DogStatsD', [
      'Member[increment,decrement,distribution,gauge,histogram].Argument[0..2]',
    ]),
    ...sinks('telemetry', 'dd-trace.Appsec', [
      'Member[trackUserLoginSuccessEvent,trackUserLoginFailureEvent,trackCustomEvent].Argument[0,1]',
      'Member[setUser].Argument[0]',
      'Member[trackUserLoginFailureEvent].Argument[2]',
    ]),
    ...sinks('telemetry', 'dd-trace.EventTrackingV2', [
      'Member[trackUserLoginSuccess,trackUserLoginFailure].Argument[0..2]',
    ]),
    ...sinks('telemetry', 'dd-trace.llmobs.LLMObs', [
      'Member[annotate,submitFeedback].Argument[0]',
      'Member[annotate,submitEvaluation].Argument[1]',
    ]),
    ...sinks('log', '@datadog/browser-logs.Logger', [
      'Member[log,ok,debug,info,notice,warn,error,critical,alert,emerg].Argument[0,1]',
      'Member[error,warn,info,debug,critical,alert,emerg,notice,ok].Argument[2]',
      'Member[log].Argument[3]',
      'Member[setContext].Argument[0]',
      'Member[setContextProperty,addTag].Argument[1]',
    ]),
    ...sinks('log', '@datadog/browser-logs.DatadogLogs', [
      'Member[setGlobalContext,setUser,setAccount].Argument[0]',
      'Member[setGlobalContextProperty,setUserProperty,setAccountProperty].Argument[1]',
      'Member[createLogger].Argument[1].Member[context]',
    ]),
  ],
};
