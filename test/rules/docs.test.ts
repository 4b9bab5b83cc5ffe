/** The samples of each rule's page: what is called incorrect is reported, on the lines that say so, what is called correct is not. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import type { ESLint } from 'eslint';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import plugin from '../../rules/index.ts';
import { findFaults } from './compiled-texts.ts';

const pages = globSync('{no,require,enforce,analysis}-*.md', {
  cwd: join(import.meta.dirname, '../../docs/rules'),
}).sort();
const folder = join(import.meta.dirname, 'project');
const linter = new Linter({ cwd: folder });

interface Sample {
  readonly code: string;
  readonly isCorrect: boolean;
  readonly line: number;
}

test('every rule has a page', () => {
  expect(pages.map((page) => basename(page, '.md'))).toEqual(Object.keys(plugin.rules).sort());
});

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/rules', page), 'utf8');
  const samples = samplesIn(text);

  test('has incorrect and correct samples', () => {
    expect(samples.some(({ isCorrect }) => isCorrect)).toBe(true);
    expect(samples.some(({ isCorrect }) => !isCorrect)).toBe(true);
  });

  test('has all its sections in order', () => {
    const headings = [...text.matchAll(/^##+ (.*)$/gmu)].map(([, heading]) => heading);
    expect(headings).toEqual([
      'Background',
      'Rule Details',
      'Incorrect',
      'Correct',
      'Options',
      'Limitations',
      'When Not To Use It',
    ]);
  });

  test('documents the options that the rule takes, and no others', () => {
    const options = text.slice(text.indexOf('\n## Options'), text.indexOf('\n## Limitations'));
    const documented = [...options.matchAll(/^ {2}(?<name>\w+)\?: /gmu)].map(
      ({ groups }) => groups?.['name'],
    );
    expect(documented).toEqual(optionsOf(basename(page, '.md')));
    expect(options.includes('This rule has no options.')).toBe(documented.length === 0);
  });

  test.each(samples)(
    'is right about the sample of line $line (correct: $isCorrect)',
    ({ code, isCorrect }) => {
      const name = basename(page, '.md');
      const messages = lint(name, code);
      expect(new Set(messages.map(({ ruleId }) => ruleId))).toEqual(
        new Set(isCorrect ? [] : [`stateless/${name}`]),
      );
      expect([...new Set(messages.map(({ line }) => line))]).toEqual(markedLines(code));
    },
  );
});

/** A line that ends with `// reported`, and one below a line that is nothing else. */
function markedLines(code: string): readonly number[] {
  return code.split('\n').flatMap((line, index) => {
    if (!line.endsWith('// reported')) return [];
    return line.trim() === '// reported' ? index + 2 : index + 1;
  });
}

/** The members of a rule's one object of options, as its schema has them. */
function optionsOf(rule: string): readonly string[] {
  const schema: unknown = plugin.rules[rule]?.meta?.schema;
  const [first]: readonly unknown[] = Array.isArray(schema) ? schema : [];
  const isObject = typeof first === 'object' && first !== null && 'properties' in first;
  return isObject && typeof first.properties === 'object' ? Object.keys(first.properties ?? {}) : [];
}

/** A sample that does not compile says little: a name that is unknown is of type `any`. */
test('each sample compiles', () => {
  const samples = pages.flatMap((page) => {
    const text = readFileSync(join(import.meta.dirname, '../../docs/rules', page), 'utf8');
    return samplesIn(text).map(({ code, line }) => ({ name: `${page}:${line}`, code }));
  });
  const faults = findFaults(samples.map(({ code }) => code)).map((own, index) =>
    own.filter((fault) => !isNotInstalled(fault)).map((fault) => `${samples[index]?.name} ${fault}`),
  );
  expect(faults.flat()).toEqual([]);
});

/** The catalogue's packages are proved elsewhere: few of them are installed here. */
const isNotInstalled = (fault: string): boolean => /^Cannot find module '/.test(fault);

function samplesIn(page: string): readonly Sample[] {
  const found: Sample[] = [];
  let section = '';
  for (const part of page.matchAll(/^##+ (?<heading>.*)$|^```ts\n(?<code>[\s\S]*?)^```$/gmu)) {
    section = part.groups?.['heading'] ?? section;
    const code = part.groups?.['code'];
    const line = page.slice(0, part.index).split('\n').length;
    if (code !== undefined && /^(?:Inc|C)orrect$/.test(section))
      found.push({ code, isCorrect: section === 'Correct', line });
  }
  return found;
}

/** Any error of the parser is among the messages, without a rule. */
function lint(rule: string, code: string): readonly Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ['**/*.ts'],
    plugins: { stateless: plugin satisfies ESLint.Plugin },
    languageOptions: { parser, parserOptions: { projectService: true, tsconfigRootDir: folder } },
    rules: { [`stateless/${rule}`]: 'error' },
  };
  return linter.verify(code, config, { filename: join(folder, 'file.ts') });
}
