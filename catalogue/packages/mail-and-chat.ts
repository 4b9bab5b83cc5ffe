/** Mail, chat and telephony: Nodemailer, SendGrid, Slack and Twilio. */
import type { Models } from '../../engine/models/rows.ts';
import { host, ofClients, sentTo, sinks, url } from '../tables.ts';

export const mailAndChatRows: Partial<Models> = {
  sinks: [
    ...sentTo(
      [ofClients(host(0, 'host'))],
      sinks('network', 'nodemailer.Transporter', ['Member[sendMail].Argument[0]']),
    ),
    ...sinks('network', 'nodemailer.SendMailOptions', [
      'Member[text,html,subject,attachments,amp,raw,headers,to,cc,bcc,alternatives,icalEvent]',
    ]),
    ...sinks('network', '@sendgrid/mail.MailService', ['Member[send,sendMultiple].Argument[0]']),
    ...sinks('network', '@sendgrid/mail', ['Member[send,sendMultiple].Argument[0]']),
    ...sentTo(
      [ofClients(url(1, 'slackApiUrl'))],
      sinks('network', '@slack/web-api.WebClient', [
        'Member[chat].Member[postMessage,update,postEphemeral,scheduleMessage].Argument[0]',
        'Member[files].Member[uploadV2].Argument[0]',
        'Member[filesUploadV2].Argument[0]',
        'Member[apiCall].Argument[1]',
        'Member[views].Member[open,publish,update].Argument[0]',
      ]),
    ),
    ...sinks('network', 'twilio.Twilio', [
      'Member[messages].Member[create].Argument[0].Member[body,contentVariables,mediaUrl,to]',
      'Member[calls].Member[create].Argument[0].Member[twiml,url]',
      'Member[conversations].Member[v1].Member[conversations].ReturnValue.Member[messages].Member[create].Argument[0]',
    ]),
  ],
};
