/** Summarises the conversation on standard input; an earlier version of it may be given as a file. */
import { json } from 'node:stream/consumers';
import fs from 'fs-extra';
import { showMessages } from '../debug/snapshot.ts';
import { auditRename } from '../logging/audit.ts';
import { readConversation } from '../models/read-conversation.ts';
import { SessionTracker } from '../session/session-tracker.ts';
import { summarise } from '../summarise/summarise.ts';
import { preview } from './preview.ts';

const conversation = readConversation(await json(process.stdin));
const [earlier] = process.argv.slice(2).filter((argument) => argument.endsWith('.json'));
if (earlier !== undefined) auditRename(readConversation(await fs.readJson(earlier)), conversation);
const tracker = new SessionTracker();
for (const message of conversation.messages) tracker.see(message);
tracker.report();
if (process.argv.includes('--all')) showMessages(conversation.messages);
preview(conversation, summarise(conversation));
