/** What the text of a file mentions: the cheapest test there is, asked once for each file and word. */
import type ts from 'typescript';

const mentionsByFile = new WeakMap<ts.SourceFile, Map<string, boolean>>();

export function fileMentions(file: ts.SourceFile, words: string): boolean {
  let mentions = mentionsByFile.get(file);
  if (mentions === undefined) mentionsByFile.set(file, (mentions = new Map<string, boolean>()));
  let answer = mentions.get(words);
  if (answer === undefined) mentions.set(words, (answer = file.text.includes(words)));
  return answer;
}

/** Whether a file names a package in quotes, as an import does. */
export function fileQuotes(file: ts.SourceFile, name: string): boolean {
  return fileMentions(file, `'${name}`) || fileMentions(file, `"${name}`);
}
