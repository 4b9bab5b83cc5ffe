/** A headless Chromium, where the machine has one, driven through its own debugging protocol on loopback. */
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

/** One page of it. */
export interface Tab {
  /** The value of an expression in the page; promises are waited for. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** A picture, PNG as base64. */
  readonly picture: () => Promise<string>;
  readonly close: () => void;
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
}

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--remote-debugging-port=0',
];

/** The browser's path, if there is one. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

/** Opens an address. */
export async function openTab(program: string, url: string): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  const browser = spawn(program, [...flags, `--user-data-dir=${profile}`, '--window-size=900,1100', url], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  browser.once('close', () => {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  const port = await debuggingPort(browser.stderr);
  const { send, close } = await attach(await pageSocket(port));
  return {
    async evaluate(expression) {
      const parameters = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = (await send('Runtime.evaluate', parameters)) as Evaluated;
      if (exceptionDetails)
        throw new Error(`the page threw: ${exceptionDetails.exception?.description ?? ''}`);
      return result.value;
    },
    picture: async () => ((await send('Page.captureScreenshot', {})) as { data: string }).data,
    close() {
      close();
      browser.kill('SIGKILL');
    },
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function debuggingPort(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const port = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1];
    if (port !== undefined) return port;
  }
  throw new Error('the browser ended before it listened');
}

async function pageSocket(port: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const list = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
      type: string;
      webSocketDebuggerUrl: string;
    }[];
    const page = list.find(({ type }) => type === 'page');
    if (page) return page.webSocketDebuggerUrl;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the browser opened no page');
}

type Send = (method: string, params: object) => Promise<unknown>;

async function attach(address: string): Promise<{ send: Send; close: () => void }> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  await new Promise((resolve) => {
    socket.addEventListener('open', resolve);
  });
  let last = 0;
  return {
    send: (method, params) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    close: () => {
      socket.close();
    },
  };
}
