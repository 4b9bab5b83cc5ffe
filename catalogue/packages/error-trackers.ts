/** Error trackers and application monitoring: New Relic, Bugsnag, Rollbar and Application Insights. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const errorTrackerRows: Partial<Models> = {
  sinks: [
    ...sinks('telemetry', 'newrelic', [
      'Member[addCustomAttribute,addCustomSpanAttribute,recordCustomEvent,recordMetric].Argument[1]',
      'Member[addCustomAttributes,addCustomSpanAttributes,recordLogEvent,setUserID,setTransactionName,setControllerName,startWebTransaction,startBackgroundTransaction,startSegment,withLlmCustomAttributes].Argument[0]',
      'Member[noticeError].Argument[0,1]',
    ]),
    ...sinks('telemetry', '@bugsnag/js.Client', [
      'Member[notify,setContext].Argument[0]',
      'Member[leaveBreadcrumb,addMetadata].Argument[0..2]',
      'Member[addFeatureFlag].Argument[1]',
      'Member[setUser].Argument[0..2]',
    ]),
    ...sinks('telemetry', '@bugsnag/js.Event', [
      'Member[addMetadata,setUser].Argument[0..2]',
      'Member[addFeatureFlag].Argument[1]',
      'Member[context,request,errors,breadcrumbs,groupingHash]',
    ]),
    ...sinks('telemetry', '@bugsnag/js', [
      'Member[default].Member[leaveBreadcrumb,addMetadata,setUser].Argument[0..2]',
      'Member[default].Member[notify,setContext].Argument[0]',
    ]),
    ...sinks('telemetry', 'rollbar.default', [
      'Member[log,debug,info,warn,warning,error,critical].Argument[0..]',
      'Member[captureEvent].Argument[0]',
      'Member[configure,global].Argument[0].Member[payload]',
    ]),
    ...sinks('telemetry', 'applicationinsights.TelemetryClient', [
      'Member[trackAvailability,trackPageView,trackTrace,trackException,trackEvent,trackMetric,trackRequest,trackDependency,track,trackNodeHttpRequest,trackNodeHttpDependency,trackNodeHttpRequestSync].Argument[0]',
      'Member[commonProperties]',
      'Member[pushWarningToLog].Argument[0]',
    ]),
  ],
};
