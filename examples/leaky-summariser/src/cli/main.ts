/** Summarises the conversation on standard input. */
import { json } from 'node:stream/consumers';
import { showMessages } from '../debug/snapshot.ts';
import { auditRename } from '../logging/audit.ts';
import { readConversation } from '../models/read-conversation.ts';
import { SessionTracker } from '../session/session-tracker.ts';
import { summarise } from '../summarise/summarise.ts';
import { preview } from './preview.ts';

const conversation = readConversation(await json(process.stdin));
const renamed = { ...conversation, title: conversation.messages[0]?.text ?? conversation.title };
auditRename(conversation, renamed);
const tracker = new SessionTracker();
for (const message of conversation.messages) tracker.see(message);
tracker.report();
if (process.argv.includes('--all')) showMessages(conversation.messages);
preview(conversation, summarise(conversation));
