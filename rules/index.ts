/** The plugin: its rules and the configurations that switch them on. */
import { createRequire } from 'node:module';
import type { ESLint, Linter } from 'eslint';
import { recommendedFlowRuleNames } from '../catalogue/policy-rules.ts';
import { analysisIncomplete } from './analysis-incomplete.ts';
import { noDynamicCode } from './no-dynamic-code.ts';
import { noEscapeHatch } from './no-escape-hatch.ts';
import { noExtractableKey } from './no-extractable-key.ts';
import { noKeyReuse } from './no-key-reuse.ts';
import { noOpenEgress } from './no-open-egress.ts';
import { noPlaintextErasure } from './no-plaintext-erasure.ts';
import { noPlaintextToBrowserStorage } from './no-plaintext-to-browser-storage.ts';
import { noPlaintextToCache } from './no-plaintext-to-cache.ts';
import { noPlaintextToDatabase } from './no-plaintext-to-database.ts';
import { noPlaintextToDeferredWork } from './no-plaintext-to-deferred-work.ts';
import { noPlaintextToDisk } from './no-plaintext-to-disk.ts';
import { noPlaintextToError } from './no-plaintext-to-error.ts';
import { noPlaintextToLog } from './no-plaintext-to-log.ts';
import { noPlaintextToModuleState } from './no-plaintext-to-module-state.ts';
import { noPlaintextToNetwork } from './no-plaintext-to-network.ts';
import { noPlaintextToObjectStore } from './no-plaintext-to-object-store.ts';
import { noPlaintextToProcess } from './no-plaintext-to-process.ts';
import { noPlaintextToQueue } from './no-plaintext-to-queue.ts';
import { noPlaintextToTelemetry } from './no-plaintext-to-telemetry.ts';
import { noUnjustifiedDeclassification } from './no-unjustified-declassification.ts';
import { noUnmodelledCall } from './no-unmodelled-call.ts';
import { noUnreadInput } from './no-unread-input.ts';
import { requireStrictInput } from './require-strict-input.ts';
import { requireTeardown } from './require-teardown.ts';

type Rules = NonNullable<ESLint.Plugin['rules']>;

const rules = {
  'analysis-incomplete': analysisIncomplete,
  'no-dynamic-code': noDynamicCode,
  'no-escape-hatch': noEscapeHatch,
  'no-extractable-key': noExtractableKey,
  'no-key-reuse': noKeyReuse,
  'no-open-egress': noOpenEgress,
  'no-plaintext-erasure': noPlaintextErasure,
  'no-plaintext-to-browser-storage': noPlaintextToBrowserStorage,
  'no-plaintext-to-cache': noPlaintextToCache,
  'no-plaintext-to-database': noPlaintextToDatabase,
  'no-plaintext-to-deferred-work': noPlaintextToDeferredWork,
  'no-plaintext-to-disk': noPlaintextToDisk,
  'no-plaintext-to-error': noPlaintextToError,
  'no-plaintext-to-log': noPlaintextToLog,
  'no-plaintext-to-module-state': noPlaintextToModuleState,
  'no-plaintext-to-network': noPlaintextToNetwork,
  'no-plaintext-to-object-store': noPlaintextToObjectStore,
  'no-plaintext-to-process': noPlaintextToProcess,
  'no-plaintext-to-queue': noPlaintextToQueue,
  'no-plaintext-to-telemetry': noPlaintextToTelemetry,
  'no-unjustified-declassification': noUnjustifiedDeclassification,
  'no-unmodelled-call': noUnmodelledCall,
  'no-unread-input': noUnreadInput,
  'require-strict-input': requireStrictInput,
  'require-teardown': requireTeardown,
};

/** What the default export is: a plugin of ESLint 9 and 10 with its configurations. */
export interface StatelessPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Readonly<Rules>;
  readonly configs: {
    /** What holds for every code base. */
    readonly recommended: Linter.Config;
    /** All rules: for the code inside the TEE. */
    readonly strict: Linter.Config;
  };
}

const namespace = 'stateless';

/** eslint-plugin-stateless: no plaintext where it outlives its session. Needs type information. */
const plugin: StatelessPlugin = {
  meta: { name: 'eslint-plugin-stateless', version: ownVersion(), namespace },
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- typescript-eslint declares members of older ESLints in a rule's context: the same objects under another type
  rules: rules as unknown as StatelessPlugin['rules'],
  configs: {
    get recommended() {
      return configOf('recommended', recommended);
    },
    get strict() {
      return configOf('strict', Object.keys(rules));
    },
  },
};

export default plugin;

/** Rules of the guard's discipline that hold for every code base: they speak of session keys alone. */
const recommended = [
  ...recommendedFlowRuleNames.filter((name) => Object.hasOwn(rules, name)),
  'no-extractable-key',
  'no-key-reuse',
];

/** Rules whose reports are no fault of the code. */
const warnings: ReadonlySet<string> = new Set(['analysis-incomplete']);

/** The plugin in it is the plugin itself: ESLint refuses two different objects under one namespace. */
function configOf(name: string, ruleNames: readonly string[]): Linter.Config {
  return {
    name: `${namespace}/${name}`,
    plugins: { [namespace]: plugin },
    rules: Object.fromEntries(ruleNames.map((rule) => [`${namespace}/${rule}`, severityOf(rule)])),
  };
}

const severityOf = (rule: string): 'error' | 'warn' => (warnings.has(rule) ? 'warn' : 'error');

function ownVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('eslint-plugin-stateless/package.json');
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : '0.0.0';
}
