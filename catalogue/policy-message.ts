/** The sentence of a flow: the same in ESLint and in the CLI. */
import type { Flow } from '../engine/index.ts';
import { getKind } from './policy-rules.ts';

/** The form of the sentence, with the placeholders of ESLint. */
export const flowMessage = "'{{source}}' reaches {{sink}}{{via}}.";

/** What fills the placeholders. None of them quotes a value: they are names of types, functions and kinds. */
export interface FlowMessageData {
  readonly source: string;
  readonly sink: string;
  readonly via: string;
}

const longestMessage = 160;
const longestSource = 60;

/** Fills the placeholders for a flow, with names clipped so that the sentence has at most 160 characters. */
export function flowMessageData(flow: Flow): FlowMessageData {
  const source = clipped(flow.source.name, longestSource);
  const phrase = getKind(flow.kind).sink;
  const sink = flow.isName ? `${phrase} as a name` : phrase;
  const taken = sentence({ source, sink, via: '' }).length;
  return { source, sink, via: clipped(flow.via, longestMessage - taken) };
}

/** The whole sentence, for a face that fills no placeholders itself. */
export function flowSentence(flow: Flow): string {
  return sentence(flowMessageData(flow));
}

function sentence(data: FlowMessageData): string {
  return `'${data.source}' reaches ${data.sink}${data.via}.`;
}

/** Cuts out of the middle: the start of a name tells where it belongs, its end which it is. */
function clipped(name: string, length: number): string {
  if (name.length <= length) return name;
  const end = Math.floor((length - 1) / 2);
  return `${name.slice(0, length - 1 - end)}…${name.slice(name.length - end)}`;
}
