/** The page: verifies, shows which checks passed, and only then seals the chat. */
import { connect, StatelessError } from 'stateless-runtime/client';
import type { Policy, VerifiedEvidence } from 'stateless-runtime/client';
import { sampleChat } from '../sample-chat.ts';
import type summariser from '../summariser.ts';

/** What a deployment would pin in its page; this example asks its own server for it. */
interface Expected {
  readonly broker: string;
  readonly replaying: string;
  readonly launchDigest: string;
  readonly egressDigest: string;
}

type Scenario = 'right' | 'launch' | 'egress' | 'nonce';

/** What each check says when it passes, and when it does not. */
const meanings: Readonly<Record<string, Readonly<Record<'passed' | 'failed', string>>>> = {
  'evidence kind': {
    passed: 'simulated, for development: it proves nothing about a machine',
    failed: 'of a kind that this page does not take',
  },
  'key binding': {
    passed: 'made for the nonce that this page just drew, for this key, egress and launch',
    failed: 'made for another nonce, key, egress or launch: somebody replays or replaces it',
  },
  'launch digest': {
    passed: 'the program, and how it was started, is the one that this page expects',
    failed: 'another program runs there, or the same one was started in another way',
  },
  'egress digest': {
    passed: 'what can leave in the clear is what this page expects',
    failed: 'something else could leave in the clear than this page expects',
  },
  'key encapsulation': {
    passed: 'of a mechanism that this page accepts',
    failed: 'of a mechanism that this page does not accept',
  },
};

const otherDigest = '0'.repeat(64);
const [form, send, chat, scenario, checks, verdict, summary] = [
  element('form', HTMLFormElement),
  element('send', HTMLButtonElement),
  element('chat', HTMLTextAreaElement),
  element('scenario', HTMLSelectElement),
  element('checks', HTMLUListElement),
  element('verdict', HTMLParagraphElement),
  element('summary', HTMLParagraphElement),
];

chat.value = sampleChat.messages.map(({ author, text }) => `${author}: ${text}`).join('\n');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  send.disabled = true;
  void summarise().finally(() => {
    send.disabled = false;
  });
});

async function summarise(): Promise<void> {
  const expected = (await (await fetch('/expected.json')).json()) as Expected;
  const chosen = scenario.value as Scenario;
  checks.replaceChildren();
  summary.textContent = '';
  show('', 'Asking for an offer…');
  const url = chosen === 'nonce' ? expected.replaying : expected.broker;
  const client = connect<typeof summariser>(url, policyOf(expected, chosen));
  try {
    const answer = await client.request({ messages: messagesIn(chat.value) }, { onEvidence: showChecks });
    summary.textContent = answer.summary;
    show('sent', 'Every check passed. The chat was sealed to a key that no longer exists.');
  } catch (thrown) {
    refuse(thrown);
  }
}

/** The example's evidence is simulated, so the policy says that it will do. */
function policyOf({ launchDigest, egressDigest }: Expected, chosen: Scenario): Policy {
  return {
    evidence: ['sim'],
    launchDigests: [chosen === 'launch' ? otherDigest : launchDigest],
    egressDigests: [chosen === 'egress' ? otherDigest : egressDigest],
    kems: ['x-wing', 'x25519'],
  };
}

function showChecks({ kind, checks: passed }: VerifiedEvidence): void {
  for (const name of passed) addCheck(name, 'passed', name === 'evidence kind' ? ` (${kind})` : '');
}

function refuse(thrown: unknown): void {
  if (!(thrown instanceof StatelessError)) {
    show('refused', 'The page itself failed.');
    return;
  }
  if (thrown.code.startsWith('ERR_EVIDENCE')) addCheck(thrown.detail ?? 'evidence', 'failed');
  const sent = checks.querySelector('.passed') ? '' : 'Refused: nothing of the chat was sent. ';
  show('refused', `${sent}${thrown.message} [${thrown.code}]`);
}

function addCheck(name: string, verdictOf: 'passed' | 'failed', more = ''): void {
  const item = document.createElement('li');
  item.className = verdictOf;
  item.textContent = `${name}${more}`;
  item.dataset['meaning'] = meanings[name]?.[verdictOf] ?? '';
  checks.append(item);
}

function show(kind: '' | 'sent' | 'refused', text: string): void {
  verdict.className = kind;
  verdict.textContent = text;
}

function messagesIn(text: string): { author: string; text: string }[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [author = '', ...rest] = line.split(': ');
    return rest.length > 0 ? { author, text: rest.join(': ') } : { author: 'someone', text: line };
  });
}

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`the page has no ${id}`);
  return found;
}
