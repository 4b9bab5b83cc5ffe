/** The example's page in a real browser against a real broker: what it shows, and what it refuses to send. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePage } from '../../../examples/summariser/browser/serve-page.ts';
import type { Page } from '../../../examples/summariser/browser/serve-page.ts';
import { findChromium, openTab } from './chromium.ts';
import type { Tab } from './chromium.ts';

const chromium = findChromium();
if (chromium === undefined) console.warn('No Chromium on this machine: the page is not tried in a browser.');

/** Where pictures go, for whoever wants to look at them. */
const pictures = process.env['STATELESS_PICTURES'];

interface Shown {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  readonly verdict: string;
  readonly summary: string;
}

describe.skipIf(chromium === undefined)('the page', () => {
  const opened: { page?: Page; tab?: Tab } = {};
  beforeAll(async () => {
    opened.page = await servePage();
    opened.tab = await openTab(chromium ?? '', opened.page.url);
    await untilLoaded(opened.tab);
  });
  afterAll(async () => {
    opened.tab?.close();
    await opened.page?.stop();
  });

  it('says nothing before it was asked anything', async () => {
    const shown = await opened.tab?.evaluate(`JSON.stringify([...document.querySelectorAll('h2, #verdict')]
      .filter((each) => each.checkVisibility()).map((each) => each.textContent))`);
    expect(shown).toBe('[]');
    await keepPicture('begin');
  });

  it('shows the checks that passed, then the summary', async () => {
    const shown = await send('right');
    expect(shown.failed).toEqual([]);
    expect(shown.passed).toEqual([
      'evidence kind (sim)',
      'key binding',
      'launch digest',
      'egress digest',
      'key encapsulation',
    ]);
    expect(shown.summary).toContain('upload');
  });

  it.each([
    ['launch', 'launch digest', 'ERR_EVIDENCE_REFUSED'],
    ['egress', 'egress digest', 'ERR_EVIDENCE_REFUSED'],
    ['nonce', 'key binding', 'ERR_EVIDENCE_INVALID'],
  ])('refuses before anything is sent when the %s is another', async (scenario, check, code) => {
    const shown = await send(scenario);
    expect(shown).toMatchObject({ passed: [], failed: [check], summary: '' });
    expect(shown.verdict).toMatch(/^Refused: nothing of the chat was sent\./);
    expect(shown.verdict).toContain(code);
  });

  // A tab may still show the blank page it began with: only the page itself has the form and its script.
  async function untilLoaded({ evaluate }: Tab): Promise<void> {
    const loaded = `document.readyState === 'complete' && document.getElementById('send') !== null`;
    for (let attempt = 0; attempt < 300; attempt += 1) {
      if ((await evaluate(loaded).catch(() => false)) === true) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the page did not load');
  }

  async function keepPicture(name: string): Promise<void> {
    const picture = pictures === undefined ? undefined : await opened.tab?.picture();
    if (picture !== undefined)
      writeFileSync(join(pictures ?? '', `page-${name}.png`), Buffer.from(picture, 'base64'));
  }

  async function send(scenario: string): Promise<Shown> {
    const tab = opened.tab;
    if (!tab) throw new TypeError('a page is open');
    const text = await tab.evaluate(`(async () => {
      const one = (id) => document.getElementById(id);
      one('verdict').className = '';
      one('scenario').value = ${JSON.stringify(scenario)};
      one('send').click();
      for (let wait = 0; one('verdict').className === '' && wait < 300; wait += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      const all = (kind) => [...document.querySelectorAll('.' + kind)].map((item) => item.textContent);
      return JSON.stringify({
        passed: all('passed'), failed: all('failed'),
        verdict: one('verdict').textContent, summary: one('summary').textContent,
      });
    })()`);
    await keepPicture(scenario);
    return JSON.parse(String(text)) as Shown;
  }
});
