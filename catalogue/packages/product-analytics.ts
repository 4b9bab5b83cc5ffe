/** Product analytics: PostHog, Segment, Mixpanel and Amplitude. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const productAnalyticsRows: Partial<Models> = {
  sinks: [
    ...sinks('telemetry', 'posthog-node.PostHog', [
      'Member[capture,captureImmediate,captureAi,captureAiImmediate,identify,identifyImmediate,setPersonProperties,alias,aliasImmediate,groupIdentify,groupIdentifyImmediate,captureLog,register,enterContext,withContext].Argument[0]',
      'Member[captureException,captureExceptionImmediate].Argument[0..2]',
      'Member[getFeatureFlag,isFeatureEnabled,getFeatureFlagPayload].Argument[1,2]',
      'Member[startSpan].Argument[0,1]',
    ]),
    ...sinks('telemetry', 'posthog-node.IPostHog', [
      'Member[capture,identify,alias,groupIdentify].Argument[0]',
    ]),
    ...sinks('telemetry', '@segment/analytics-node.Analytics', [
      'Member[track].Argument[0].Member[event,properties,context,userId]',
      'Member[identify,group].Argument[0].Member[traits,context,userId]',
      'Member[page,screen].Argument[0].Member[name,category,properties,context]',
      'Member[track,identify,page,screen,group,alias].Argument[0]',
    ]),
    ...sinks('telemetry', 'mixpanel.Mixpanel', [
      'Member[track,import].Argument[0..2]',
      'Member[track_batch,import_batch,alias].Argument[0,1]',
    ]),
    ...sinks('telemetry', 'mixpanel.People', [
      'Member[set,set_once,append,union,remove,increment,unset,track_charge].Argument[0..2]',
    ]),
    ...sinks('telemetry', 'mixpanel.Groups', ['Member[set,set_once,union,remove].Argument[0..3]']),
    ...sinks('telemetry', '@amplitude/analytics-node', [
      'Member[track,logEvent].Argument[0..2]',
      'Member[identify,revenue].Argument[0,1]',
      'Member[setGroup].Argument[0..2]',
      'Member[groupIdentify].Argument[0..3]',
    ]),
    ...sinks('telemetry', '@amplitude/analytics-node.Identify', [
      'Member[set,setOnce,append,prepend,postInsert,preInsert,add].Argument[1]',
    ]),
    ...sinks('telemetry', '@amplitude/analytics-node.Types.NodeClient', [
      'Member[track,logEvent].Argument[0..2]',
    ]),
  ],
};
