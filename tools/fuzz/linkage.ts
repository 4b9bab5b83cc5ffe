/** How the main module sees what its library exports: the forms of import and export, one of them for each plan. */
import type { Variable } from './scope.ts';

export interface Linkage {
  readonly imports: string;
  readonly opening: string;
  /** What the main module may pick: at its top, and inside `main` alone. */
  readonly variables: readonly Variable[];
  readonly inside: readonly Variable[];
  /** The files beside the main module, given the library's text. */
  files(library: string): Readonly<Record<string, string>>;
}

type Form = (variables: readonly Variable[]) => Linkage;

const NONE: Linkage = { imports: '', opening: '', variables: [], inside: [], files: () => ({}) };

export function linkageOf(number: number, exported: readonly Variable[]): Linkage {
  if (exported.length === 0) return NONE;
  // An importer cannot assign to what it imports.
  const readable = exported.map((one) => (one.kind === 'slot' ? { ...one, kind: 'text' } : one));
  return (FORMS[number % FORMS.length] ?? named)(readable);
}

const names = (variables: readonly Variable[]): string => variables.map(({ text }) => text).join(', ');

const renamed = (variables: readonly Variable[], prefix: string): readonly Variable[] =>
  variables.map((one) => ({ ...one, text: `${prefix}${one.text}` }));

const exporting = (variables: readonly Variable[]): string => `export { ${names(variables)} };\n`;

const linked = (parts: Partial<Linkage>): Linkage => ({ ...NONE, ...parts });

const named: Form = (variables) =>
  linked({
    imports: `import { ${names(variables)} } from './library.ts';\n`,
    variables,
    files: (library) => ({ 'library.ts': library + exporting(variables) }),
  });

const renaming: Form = (variables) =>
  linked({
    imports: `import { ${variables.map(({ text }) => `${text} as my${text}`).join(', ')} } from './library.ts';\n`,
    variables: renamed(variables, 'my'),
    files: (library) => ({ 'library.ts': library + exporting(variables) }),
  });

const namespace: Form = (variables) =>
  linked({
    imports: "import * as library from './library.ts';\n",
    variables: renamed(variables, 'library.'),
    files: (library) => ({ 'library.ts': library + exporting(variables) }),
  });

const barrel: Form = (variables) =>
  linked({
    imports: `import { ${names(variables)} } from './barrel.ts';\n`,
    variables,
    files: (library) => ({
      'library.ts': library + exporting(variables),
      'barrel.ts': "export * from './library.ts';\n",
    }),
  });

const renamingBarrel: Form = (variables) =>
  linked({
    imports: "import { shelf } from './barrel.ts';\n",
    variables: renamed(variables, 'shelf.'),
    files: (library) => ({
      'library.ts': library + exporting(variables),
      'barrel.ts': "export * as shelf from './library.ts';\n",
    }),
  });

const defaultObject: Form = (variables) =>
  linked({
    imports: "import library from './library.ts';\n",
    variables: renamed(variables, 'library.'),
    files: (library) => ({ 'library.ts': `${library}export default { ${names(variables)} };\n` }),
  });

const dynamic: Form = (variables) =>
  linked({
    opening: "const library = await import('./library.ts');\n",
    inside: renamed(variables, 'library.'),
    files: (library) => ({ 'library.ts': library + exporting(variables) }),
  });

const destructuredDynamic: Form = (variables) =>
  linked({
    opening: `const { ${names(variables)} } = await import('./library.ts');\n`,
    inside: variables,
    files: (library) => ({ 'library.ts': library + exporting(variables) }),
  });

const FORMS: readonly Form[] = [
  named,
  namespace,
  renaming,
  barrel,
  renamingBarrel,
  defaultObject,
  dynamic,
  destructuredDynamic,
];

export const FORM_COUNT = FORMS.length;
