/** Searches the memory of a process through /proc (Linux, with the right to trace it). */
import { Buffer } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { encodingsIn } from './encodings.ts';
import type { Encoded } from './encodings.ts';

const blockLength = 4 * 1024 * 1024;
const overlap = 4096;

/**
 * The encodings in which a text lies in the memory of a process, one entry for each block that has it.
 *
 * @throws Error when the memory cannot be read: on another system, or without the right to trace the process
 */
export function searchMemory(pid: number, encoded: readonly Encoded[]): readonly string[] {
  const memory = openMemory(pid);
  try {
    return readableRanges(pid).flatMap(([from, to]) => searchRange(memory, from, to, encoded));
  } finally {
    closeSync(memory);
  }
}

function openMemory(pid: number): number {
  try {
    return openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    throw new Error(
      `the memory of process ${pid} cannot be read: Linux, and the right to trace it, are needed`,
    );
  }
}

function readableRanges(pid: number): readonly (readonly [number, number])[] {
  const lines = readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, from, to, path = ''] = /^([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+\s*(.*)$/.exec(line) ?? [];
    const isKernels = path === '[vvar]' || path === '[vsyscall]' || path === '[vvar_vclock]';
    return from === undefined || to === undefined || isKernels
      ? []
      : [[Number.parseInt(from, 16), Number.parseInt(to, 16)]];
  });
}

function searchRange(
  memory: number,
  from: number,
  to: number,
  encoded: readonly Encoded[],
): readonly string[] {
  const block = Buffer.alloc(Math.min(blockLength, to - from));
  const hits: string[] = [];
  for (let at = from; at < to; at += Math.max(1, block.length - overlap)) {
    const length = readBlock(memory, block, Math.min(block.length, to - at), at);
    if (length > 0) hits.push(...encodingsIn(block.subarray(0, length), encoded));
    if (at + block.length >= to) break;
  }
  return hits;
}

function readBlock(memory: number, block: Buffer, length: number, at: number): number {
  try {
    return readSync(memory, block, 0, length, at);
  } catch {
    return 0; // a guard page, or a mapping that went away
  }
}
