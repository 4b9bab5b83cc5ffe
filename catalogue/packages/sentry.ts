/** Sentry: everything is declared in its core, which each SDK shows again. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const sentryRows: Partial<Models> = {
  sinks: [
    ...sinks('telemetry', '@sentry/core', [
      'Member[captureException,captureMessage,captureEvent,captureFeedback].Argument[0,1]',
      'Member[addBreadcrumb].Argument[0,1]',
      'Member[setTag,setExtra,setContext,setAttribute].Argument[1]',
      'Member[setTags,setExtras,setAttributes,setUser,setConversationId].Argument[0]',
      'Member[startSpan,startSpanManual,startInactiveSpan].Argument[0].Member[name,op,attributes]',
      'Member[logger].Member[trace,debug,info,warn,error,fatal].Argument[0,1]',
      'Member[addEventProcessor].Argument[0].ReturnValue.Awaited',
      'Member[metrics].Member[count,gauge,distribution].Argument[0..2]',
    ]),
    ...names('telemetry', '@sentry/core', ['Member[setTag,setExtra,setContext,setAttribute].Argument[0]']),
    ...sinks('telemetry', '@sentry/core.Scope', [
      'Member[captureException,captureMessage,captureEvent,addBreadcrumb,addAttachment,setUser,setTags,setAttributes,setExtras,setFingerprint,setTransactionName,update].Argument[0]',
      'Member[captureException].Argument[1]',
      'Member[addEventProcessor].Argument[0].ReturnValue.Awaited',
      'Member[setTag,setExtra,setContext,setAttribute].Argument[1]',
    ]),
    ...names('telemetry', '@sentry/core.Scope', [
      'Member[setTag,setExtra,setContext,setAttribute].Argument[0]',
    ]),
    ...sinks('telemetry', '@sentry/core.Client', [
      'Member[captureException,captureMessage,captureEvent,sendEvent,captureCheckIn].Argument[0,1]',
      'Member[sendEnvelope].Argument[0]',
    ]),
    ...sinks('telemetry', '@sentry/core.Span', [
      'Member[setAttribute].Argument[1]',
      'Member[setAttributes,updateName,recordException,setStatus].Argument[0]',
      'Member[addEvent].Argument[1]',
    ]),
    ...names('telemetry', '@sentry/core.Span', ['Member[addEvent].Argument[0]']),
    ...sinks('telemetry', '@sentry/node', [
      // An event as these leave it is what is sent.
      'Member[init].Argument[0].Member[beforeSend,beforeSendTransaction].ReturnValue.Awaited',
      'Member[init].Argument[0].Member[beforeSendSpan,beforeSendLog,beforeBreadcrumb].ReturnValue',
      'Member[addEventProcessor].Argument[0].ReturnValue.Awaited',
      'Member[captureException,captureMessage,captureEvent,captureFeedback,addBreadcrumb].Argument[0,1]',
      'Member[setTag,setExtra,setContext,setAttribute].Argument[1]',
      'Member[setTags,setExtras,setAttributes,setUser].Argument[0]',
      'Member[startSpan,startSpanManual,startInactiveSpan].Argument[0].Member[name,op,attributes]',
      'Member[logger].Member[trace,debug,info,warn,error,fatal].Argument[0,1]',
    ]),
    ...names('telemetry', '@sentry/node', ['Member[setTag,setExtra,setContext,setAttribute].Argument[0]']),
  ],
};
