/** Writes expectations for what is reported. What a line expects already is a promise, and stays as it is. */
import type { Finding } from './expectations.ts';

const MARK = /(?:\/\/|\/\*)\s*\$\s/;

/** The text with a mark behind each line that has findings and no mark yet. */
export function withExpectations(text: string, findings: readonly Finding[]): string {
  return text
    .split('\n')
    .map((content, index) => {
      const rules = [
        ...new Set(findings.filter(({ line }) => line === index + 1).map(({ rule }) => rule)),
      ].sort();
      if (rules.length === 0 || MARK.test(content)) return content;
      const mark = ` // $ ${rules.map((rule) => `Alert[${rule}]`).join(' ')}`;
      return content.endsWith('\r') ? `${content.slice(0, -1)}${mark}\r` : `${content}${mark}`;
    })
    .join('\n');
}
