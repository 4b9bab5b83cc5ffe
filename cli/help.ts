/** What `--help` and `--version` print. */
import { createRequire } from 'node:module';

export const helpText = `stateless: finds plaintext that outlives its session

Usage
  stateless check [-p TSCONFIG] [--format text|json] [--config FILE] [--models FILE]
  stateless check --verify-models [-p TSCONFIG] [--config FILE] [--models FILE]
  stateless explain FILE:LINE[:COLUMN] [-p TSCONFIG] [--format text|json] [--config FILE]

  check      follows plaintext through a TypeScript project, and lists where it reaches a sink
  explain    says why a value is labelled at a place, or where its label ended: for a flow that is
             missed, or a finding that you did not expect

Options
  -p, --project TSCONFIG   the project: a tsconfig file, or the folder of a tsconfig.json (default: here)
  --format text|json       how the answer is written (default: text)
  --config FILE            an ESLint configuration to use in place of the project's own
  --models FILE            rows in the YAML of CodeQL's models-as-data; may be given several times
  --verify-models          looks up your own rows in the program, and lists those that name nothing

  -h, --help               this text
  -v, --version            the version

Which rules are on, their options, settings.stateless, ignored files and inline disables
are those of the project's ESLint configuration. Without one, configs.recommended holds.

Exit code
  0  no findings, or explained    1  findings    2  could not run
`;

/** The version of the package that this file belongs to. */
export function ownVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('eslint-plugin-stateless/package.json');
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : 'unknown';
}
