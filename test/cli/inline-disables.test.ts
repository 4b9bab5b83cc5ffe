/** Comments switch rules off where ESLint says that they do: each case is held against ESLint itself. */
import { Linter } from 'eslint';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { inlineDisablesOf } from '../../cli/inline-disables.ts';

const rule = 'stateless/no-plaintext-to-log';

/** Reports every call of `log`. */
const linted: Linter.Config = {
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  plugins: {
    stateless: {
      rules: {
        'no-plaintext-to-log': {
          create: (context) => ({
            'CallExpression[callee.name="log"]'(node) {
              context.report({ node, message: 'reported' });
            },
          }),
        },
      },
    },
  },
  rules: { [rule]: 'error' },
};

test.each([
  ['log(body);'],
  [`// eslint-disable-next-line ${rule}\nlog(body);\nlog(body);`],
  [`// eslint-disable-next-line\nlog(body);`],
  [`/* eslint-disable-next-line ${rule} */\nlog(body);`],
  [`/* eslint-disable-next-line ${rule} --\n   printed in tests only\n*/\nlog(body);`],
  [`// eslint-disable-next-line ${rule} -- the console of a test\nlog(body);`],
  [`// eslint-disable-next-line no-console, ${rule}\nlog(body);`],
  [`// eslint-disable-next-line no-console\nlog(body);`],
  [`log(body); // eslint-disable-line ${rule}\nlog(body);`],
  ['log(body); /* eslint-disable-line */'],
  [`/* eslint-disable */\nlog(body);\n/* eslint-enable */\nlog(body);`],
  [`/* eslint-disable ${rule} */\nlog(body);\n/* eslint-enable ${rule} */\nlog(body);`],
  [`/* eslint-disable */\nlog(body);\n/* eslint-enable no-console */\nlog(body);`],
  [`/* eslint-disable ${rule} */ log(body); /* eslint-enable */ log(body);`],
  [`log(body); /* eslint-disable */ log(body);`],
  [`// eslint-disable ${rule}\nlog(body);`],
  [`/** eslint-disable ${rule} */\nlog(body);`],
  [`const text = "/* eslint-disable */";\nlog(text);`],
  ['const text = `\n/* eslint-disable */\n`;\nlog(text);'],
  ['const pattern = /\\/* eslint-disable *\\//;\nlog(pattern);'],
  [`/* eslint-disable-something ${rule} */\nlog(body);`],
  [`/* eslint ${rule}: off */\nlog(body);`],
  [`/* eslint "${rule}": 0 */\nlog(body);`],
  [`/* eslint no-console: 0, ${rule}: ["off"] -- not here */\nlog(body);`],
  [`/* eslint ${rule}: error */\nlog(body);`],
  [`function format(\n  // eslint-disable-next-line ${rule}\n  body = log(1),\n) { return body; }`],
  [`call(\n  // eslint-disable-next-line ${rule}\n);\nlog(body);`],
])('%j', (code) => {
  const sourceFile = ts.createSourceFile('chat.js', code, ts.ScriptTarget.Latest, true);
  const isOff = inlineDisablesOf(sourceFile);
  expect(callsOfLog(sourceFile).filter((at) => !isOff(rule, at))).toEqual(reportedByEslint(code));
});

interface Position {
  readonly line: number;
  readonly column: number;
}

function reportedByEslint(code: string): readonly Position[] {
  return new Linter().verify(code, linted).map(({ line, column, ruleId, message }) => {
    if (ruleId !== rule) throw new Error(message);
    return { line, column };
  });
}

function callsOfLog(sourceFile: ts.SourceFile): readonly Position[] {
  const found: Position[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(sourceFile) === 'log') {
      const { line, character } = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
      found.push({ line: line + 1, column: character + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return found;
}
