/** Puts a caller's values in the place of a summary's inputs. */
import { reachedUnder } from '../implicit-flows.ts';
import { readDeclared } from '../interpreter.ts';
import { runGetters } from './properties.ts';
import { builtinNodes } from '../builtin-members.ts';
import type { Activation } from '../activation.ts';
import { THIS_CAPTURE, variableCell } from '../inputs.ts';
import { namesOn, noteNames } from './names-on-closures.ts';
import { namedParameters } from '../program/units.ts';
import { ELEMENT, SPREAD, keyGiven, keysLeft, namesOut, namingParameter } from '../keys.ts';
import { type CallArguments, type Summary, argumentAt, argumentsFrom } from '../summary.ts';
import { type Atom, type Root, makeAtom, repeatedKeys } from '../values/atom.ts';
import { contentExcept } from '../values/content.ts';
import { build, read, write } from '../values/memory.ts';
import type { Field, Fields, State } from '../values/state.ts';
import { type TraceStep, concat } from '../values/trace.ts';
import {
  type AbstractObject,
  NOTHING,
  type Value,
  isSame,
  join,
  joinAll,
  mapAtoms,
  valueOfAtoms,
  valueOfNodes,
  valueOfObject,
} from '../values/value.ts';

export interface Substitution {
  readonly activation: Activation;
  readonly summary: Summary;
  /** The function that is called, for what it captured. */
  readonly callee: AbstractObject | undefined;
  readonly args: CallArguments;
  /** Tells the objects of this call from those of another. */
  readonly site: string;
  /** Added to the way of what is handed over. */
  readonly passed: TraceStep;
  /** Results of the calls that only the caller could make, by key. */
  readonly results: Map<string, Value>;
  readonly renamed: Map<string, AbstractObject>;
  readonly roots: Map<string, Value>;
  /** What the caller hands over, by the key of the input's atom. */
  readonly handed: Map<string, Value>;
  /** The same by root and path: inputs share the beginnings of their paths. */
  readonly parts: Map<string, HandedPart>;
  /** What may come of the calls that only the caller could make, where they are not made. */
  readonly rest: Value | undefined;
  readonly moment: Moment;
}

/** Where in the callee's run its inputs are asked for. */
interface Moment {
  /** Before the calls that only the caller can make have been made. */
  isEarly: boolean;
  /** How things stood when the callee was called, once it has changed anything. */
  entry: State | undefined;
  /** What is handed over as things stood then. */
  readonly parts: Map<string, HandedPart>;
}

/** What a caller hands over at a path, and below it what has been asked for so far. */
interface HandedPart {
  readonly value: Value;
  readonly below: Map<string, HandedPart>;
}

/** Forgets what was handed over: a call has changed it. */
export function forgetHanded({ handed, parts }: Substitution): void {
  handed.clear();
  parts.clear();
}

export function substitute(substitution: Substitution, value: Value): Value {
  substitution.activation.budget.spend(1 + value.atoms.size + value.objects.size);
  const parts: Value[] = [{ ...NOTHING, nodes: value.nodes }];
  for (const atom of value.atoms.values()) parts.push(substituteAtom(substitution, atom));
  for (const object of value.objects.values())
    parts.push(valueOfObject(substituteObject(substitution, object)));
  return joinAll(parts);
}

export function substituteAtom(substitution: Substitution, atom: Atom): Value {
  if (atom.origin.kind !== 'input') return valueOfAtoms([atom]);
  return mapAtoms(handedTo(substitution, atom), (one) => throughCall(substitution, one, atom));
}

/** What the caller hands over for an input, as it is before the call. */
export function handedTo(substitution: Substitution, atom: Atom): Value {
  const known = substitution.handed.get(atom.key);
  if (known !== undefined) return known;
  const handed = readHanded(substitution, atom);
  substitution.handed.set(atom.key, handed);
  return handed;
}

/** The callee may have read it before it changed anything, or after. */
function readHanded(substitution: Substitution, atom: Atom): Value {
  const now = readNow(substitution, atom, substitution.parts);
  const { activation, moment } = substitution;
  if (moment.entry === undefined || !isThereAtEntry(atom)) return now;
  const { state } = activation;
  activation.state = moment.entry;
  const before = readNow(substitution, atom, moment.parts);
  activation.state = state;
  return join(now, before);
}

function isThereAtEntry({ origin, reach }: Atom): boolean {
  if (origin.kind !== 'input' || (origin.path.length === 0 && reach === 'value')) return false;
  return origin.root.kind !== 'call' && origin.root.kind !== 'object';
}

function readNow(
  substitution: Substitution,
  { origin, reach, except }: Atom,
  parts: Map<string, HandedPart>,
): Value {
  if (origin.kind !== 'input') return NOTHING;
  const { value } = partAt(substitution, origin.root, origin.path, parts);
  return reach === 'content' ? contentExcept(substitution.activation, value, except) : value;
}

function partAt(
  substitution: Substitution,
  root: Root,
  path: readonly string[],
  parts: Map<string, HandedPart>,
): HandedPart {
  let part = partOf(parts, root.key, () => rootValue(substitution, root));
  for (const key of path) {
    const { value, below } = part;
    part = partOf(below, key, () => readStep(substitution, value, key));
  }
  return part;
}

function partOf(parts: Map<string, HandedPart>, key: string, find: () => Value): HandedPart {
  const known = parts.get(key);
  if (known !== undefined) return known;
  const part = { value: find(), below: new Map<string, HandedPart>() };
  parts.set(key, part);
  return part;
}

/** One step of an input's path. A repeated step is taken as often as it leads to something new. */
function readStep(substitution: Substitution, value: Value, key: string): Value {
  const repeated = repeatedKeys(key);
  if (repeated === undefined)
    return joinAll(namedKeys(substitution, key).map((one) => readChild(substitution, value, one)));
  let all = value;
  for (let round = 0, next = value; round < MAX_REPEATS; round += 1) {
    for (const step of repeated) next = readChild(substitution, next, step);
    const joined = join(all, next);
    if (joined === all) break;
    all = joined;
  }
  return all;
}

const MAX_REPEATS = 4;

/** A key that an argument names, as this call gives it. */
export function namedKeys({ activation, args, callee }: Substitution, key: string): readonly string[] {
  const naming = namingParameter(key);
  if (naming === undefined) return [key];
  const parameters = namedParameters(callee?.functionNode?.parameters ?? []);
  const index = parameters.findIndex((one) => activation.numbers.of(one) === naming.parameter);
  const parameter = parameters[index];
  // A parameter of a function around the callee: its own call tells.
  if (parameter === undefined) {
    const known = callee && namesOn(activation, callee, naming.parameter, naming.byElements);
    return known?.map((name) => keyGiven(key, name)) ?? [key];
  }
  const wanted = { isRest: parameter.dotDotDotToken !== undefined, byElements: naming.byElements };
  const given = args.namesAt?.(index, wanted);
  if (given === undefined) return keysLeft(key);
  const out = namesOut(key);
  return given.filter((name) => !out.includes(name)).map((name) => keyGiven(key, name));
}

function readChild({ activation, passed }: Substitution, value: Value, key: string): Value {
  let child = read(activation, value, key);
  for (const object of value.objects.values())
    child = join(child, readDeclared(activation, object, key, passed.node));
  const nodes = builtinNodes(activation, value, key);
  if (nodes.length > 0) child = activation.arriveAt(join(child, valueOfNodes(nodes)));
  // Only the caller knows whose member it is.
  return child.nodes.size === 0
    ? child
    : join(child, runGetters(activation, child.nodes, value, passed.node));
}

/** The atom that was handed over, with the way that the callee has made of it. */
export function throughCall(substitution: Substitution, handed: Atom, used: Atom): Atom {
  const { activation, passed } = substitution;
  const trace = concat(concat(handed.trace, { length: 1, step: passed }), used.trace);
  if (used.cleared.length === 0) return { ...handed, trace };
  const cleared = [...new Set([...handed.cleared, ...used.cleared])].sort();
  return { ...makeAtom(activation.numbers, { ...handed, cleared }), trace };
}

/** The caller's value of an input. */
function rootValue(substitution: Substitution, root: Root): Value {
  const known = substitution.roots.get(root.key);
  if (known !== undefined) return known;
  const value = findRoot(substitution, root);
  substitution.roots.set(root.key, value);
  return value;
}

function findRoot(substitution: Substitution, root: Root): Value {
  const { activation, args, callee } = substitution;
  switch (root.kind) {
    case 'argument':
      return argumentAt(args, root.index);
    case 'rest':
      return restArray(substitution, root.index);
    case 'this':
      return root.key === THIS_CAPTURE && callee !== undefined
        ? read(activation, valueOfObject(callee), root.key)
        : args.self;
    case 'capture':
      return capturedCell(activation, callee, root);
    case 'control':
      return reachedUnder(activation);
    case 'sent':
      return NOTHING;
    case 'call':
      return substitution.results.get(root.key) ?? substitution.rest ?? NOTHING;
    case 'object':
      return root.object === undefined ? NOTHING : valueOfObject(substituteObject(substitution, root.object));
  }
}

function capturedCell(activation: Activation, callee: AbstractObject | undefined, root: Root): Value {
  const kept = callee === undefined ? NOTHING : read(activation, valueOfObject(callee), root.key);
  if (kept !== NOTHING || root.variable === undefined) return kept;
  return variableCell(activation, root.variable);
}

function restArray(substitution: Substitution, from: number): Value {
  const { activation, args, site } = substitution;
  const array: AbstractObject = {
    id: `r${from}${site}`,
    kind: 'array',
    node: substitution.passed.node,
    isGlobal: false,
    isMany: false,
  };
  const value = valueOfObject(array);
  args.positional.slice(from).forEach((item, index) => write(activation, value, String(index), item, true));
  const rest = from >= args.restFrom ? argumentsFrom(args, from) : args.rest;
  if (rest !== NOTHING) write(activation, value, ELEMENT, rest, false);
  return value;
}

/** A local object of the summary becomes one of the caller's, told apart by the call. */
function substituteObject(substitution: Substitution, object: AbstractObject): AbstractObject {
  const { summary, moment } = substitution;
  const last = summary.heap.get(object.id);
  const fields = moment.isEarly ? (summary.before.heap.get(object.id) ?? last) : last;
  if (object.isGlobal || fields === undefined) return object;
  const known = substitution.renamed.get(object.id);
  if (known !== undefined) return known;
  const renamed = { ...object, id: siteId(object.id, substitution.site) };
  substitution.renamed.set(object.id, renamed);
  // A call in a loop makes an object in each round: what stands for them all keeps what each of them holds.
  build(substitution.activation, renamed, (target) => {
    writeFields(substitution, target, fields);
    if (object.kind === 'function')
      noteNames(substitution.activation, renamed, substitution.callee, substitution.args);
  });
  return renamed;
}

/**
 * What became of the objects that were there before the calls that only the caller could make: all of it where the calls
 * have found them, else what the calls themselves have given.
 */
export function buildLater(substitution: Substitution): void {
  const { heap, before } = substitution.summary;
  for (const [id, object] of [...substitution.renamed]) {
    const last = heap.get(id) ?? NO_FIELDS;
    const early = before.heap.get(id);
    const fields = [...last].filter(([key, { value }]) =>
      early === undefined ? isOfCalls(value) : !isTakenBefore(early, key, value),
    );
    writeFields(substitution, valueOfObject(object), new Map(fields));
  }
}

const NO_FIELDS: Fields = new Map();

/** What an object took over before the calls has been replaced since, where it has been: it takes it over once. */
const isTakenBefore = (early: Fields, key: string, value: Value): boolean =>
  key === SPREAD && isSame(early.get(key)?.value ?? NOTHING, value);

const isOfCalls = ({ atoms }: Value): boolean =>
  [...atoms.values()].some(({ origin }) => origin.kind === 'input' && origin.root.kind === 'call');

function writeFields(substitution: Substitution, target: Value, fields: Fields): void {
  const spread = fields.get(SPREAD);
  if (spread !== undefined) writeField(substitution, target, SPREAD, spread);
  // What an object has itself hides what it took over, so it comes second.
  for (const [key, field] of fields) if (key !== SPREAD) writeField(substitution, target, key, field);
}

function writeField(substitution: Substitution, target: Value, key: string, { value, strong }: Field): void {
  const keys = namedKeys(substitution, key);
  const written = substitute(substitution, value);
  for (const one of keys) write(substitution.activation, target, one, written, strong && keys.length === 1);
}

/** At most two calls tell objects apart: more would never end in a recursion. */
export function siteId(id: string, site: string): string {
  const [base, ...sites] = id.split('@');
  const kept = sites.filter((one) => `@${one}` !== site).slice(-1);
  return [base, ...kept].join('@') + site;
}
