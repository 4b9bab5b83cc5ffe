/** The solver: evaluates units, callee first where it can, until no summary and no global grows any more. */
import ts from 'typescript';
import type { Activation, Engine } from './activation.ts';
import { evaluateUnit } from './evaluate/units.ts';
import { withErasures } from './erasures/erased-steps.ts';
import { erasuresOf, toErasure } from './erasures/erasure.ts';
import type { Declassifier, Erasure, Flow, Gap } from './flow.ts';
import { gapsOf } from './gaps.ts';
import { type Hooks, createEngine } from './create-engine.ts';
import type { Interpreter } from './interpreter.ts';
import { inventoryOf } from './declassifiers/inventory.ts';
import { isDeclassified } from './declassifiers/note.ts';
import { EVERYTHING, type Finding } from './labels.ts';
import { moduleStateFindings } from './module-state/findings.ts';
import type { Policy } from './policy.ts';
import { createGraph } from './program/graph.ts';
import type { Imports } from './program/imports.ts';
import { memoryWriters } from './program/memory-writers.ts';
import type { Mentions } from './program/mentions.ts';
import { type Piece, pieceAround, piecesAt, piecesOf } from './program/pieces.ts';
import type { Relevance } from './program/relevance.ts';
import { type UnitNode, unitsIn } from './program/units.ts';
import { flowsOf } from './report.ts';
import { MAX_DEFAULTS } from './program/defaults.ts';
import { EMPTY_SUMMARY, type Summary } from './summary.ts';
import { createWorklist } from './worklist.ts';
import { SHARED } from './values/global-heap.ts';
import { isNothing } from './values/value.ts';

export interface Solution {
  readonly engine: Engine;
  /** Flows by the name of the file that they are reported in. */
  readonly flows: ReadonlyMap<string, readonly Flow[]>;
  gapsIn(fileName: string): readonly Gap[];
  erasuresIn(sourceFile: ts.SourceFile): readonly Erasure[];
  declassifiers(): readonly Declassifier[];
  /** Evaluates units once more, under another evaluator, and whoever it matters to. The solution stays as it is. */
  rerun(units: ReadonlySet<UnitNode>, interpreter: Interpreter): readonly Activation[];
}

/** Callees inside callees are evaluated at once to this depth; deeper ones wait in the worklist. */
const MAX_NESTED = 40;
/** A unit that still changes after so many evaluations is left as it is, and a gap says so. */
const MAX_EVALUATIONS = 12;
/** So many, once the steps of the whole program are spent. */
const LAST_EVALUATIONS = 2;

/** `relevance` is asked only where there is something to solve. */
export function solve(program: ts.Program, policy: Policy, relevance: () => Relevance): Solution {
  return new Solver((hooks) => createEngine(program, policy, hooks)).run(relevance);
}

/** Numbers of one unit: with and without a known `this`, for each choice of defaults that a call leaves unused. */
const VARIANTS = 2 * 2 ** MAX_DEFAULTS;

interface Entry {
  readonly node: UnitNode;
  readonly number: number;
  readonly knowsThis: boolean;
  readonly given: number;
  summary: Summary;
  activation: Activation | undefined;
  evaluations: number;
  isRunning: boolean;
  /** When the unit was first finished: callees before their callers. */
  order: number;
  /** Numbers of the units that have used the summary. */
  readonly readers: Set<number>;
}

class Solver {
  readonly #engine: Engine;
  readonly #entries = new Map<number, Entry>();
  /** Callees were finished before their callers: in that order a change is seen once by each. */
  readonly #worklist = createWorklist((number) => this.#get(number).order);
  readonly #labelled = new Set<string>();
  /** Which ids of the global heap lead to which others. */
  readonly #held = createGraph<string>();
  /** Functions and classes that live under an id of the global heap, or whose instances do. */
  readonly #code = new Map<string, Set<UnitNode>>();
  readonly #analysed = new Set<ts.SourceFile>();
  readonly #pieces = new Set<Piece>();
  readonly #writesMemory: (piece: Piece) => boolean;
  #nested = 0;
  #finished = 0;

  /** `entries` are what another solver has found out already: it keeps its own. */
  constructor(create: (hooks: Hooks) => Engine, entries: ReadonlyMap<number, Entry> = new Map()) {
    for (const [number, entry] of entries)
      this.#entries.set(number, { ...entry, evaluations: 0, readers: new Set(entry.readers) });
    this.#engine = create({
      changed: (reader) => this.#schedule(reader),
      labelled: (id) => this.#labelled.add(id),
      holds: (id, held) => {
        this.#held.add(id, held.id);
        const code = held.functionNode ?? held.classNode;
        if (code !== undefined) this.#code.set(id, (this.#code.get(id) ?? new Set()).add(code));
      },
      summaryOf: (unit, reader, knowsThis, given) => this.#summaryOf(unit, reader, knowsThis, given),
    });
    this.#writesMemory = memoryWriters(this.#engine.policy.models.sinks);
  }

  run(relevance: () => Relevance): Solution {
    if (!this.#engine.oracle.hasTags && this.#engine.policy.models.sources.length === 0)
      return this.#solution();
    const { imports, mentions, pieces: first } = relevance();
    for (let pieces = first; this.#addUnits(pieces); pieces = this.#reached(imports, mentions))
      this.#settle();
    return this.#solution();
  }

  /** The memory of a process is plaintext where a file can see some. */
  #isSeen({ labelled, place }: Finding): boolean {
    return labelled.tag.name !== EVERYTHING || this.#analysed.has(place.getSourceFile());
  }

  /** Whether there were new ones. The code of a module runs as a whole, and memory is written by any of it. */
  #addUnits(pieces: ReadonlySet<Piece>): boolean {
    const before = this.#pieces.size;
    for (const file of this.#engine.index.files) {
      const fresh = piecesOf(file).filter((one) => !this.#pieces.has(one));
      if (!fresh.some((one) => pieces.has(one))) continue;
      const found = fresh.filter((one) => pieces.has(one) || this.#writesMemory(one));
      this.#analysed.add(file);
      for (const piece of found) this.#pieces.add(piece);
      for (const unit of [file, ...found.flatMap(unitsIn)])
        this.#worklist.add(this.#entryOf(unit, false).number);
    }
    return this.#pieces.size > before;
  }

  #settle(): void {
    for (const number of [...this.#worklist.units()].sort((a, b) => a - b)) {
      if (this.#worklist.delete(number)) this.#evaluate(this.#get(number));
    }
    for (let next = this.#worklist.take(); next !== undefined; next = this.#worklist.take())
      this.#evaluate(this.#get(next));
  }

  /**
   * Pieces that can see a place in the program's state where a label has come to be, or code that may give one, or what
   * leads to either.
   */
  #reached(imports: Imports, mentions: Mentions): ReadonlySet<Piece> {
    const { homes, index } = this.#engine;
    const withCode = [...this.#code].flatMap(([id, codes]) =>
      [...codes].some((one) => this.#mayGive(one)) ? [id] : [],
    );
    const ids = [...this.#held.reaching([...this.#labelled, ...withCode])];
    const shared = new Set(ids.flatMap((id) => (id.startsWith(SHARED) ? [id.slice(SHARED.length)] : [])));
    const isSharing = (file: ts.SourceFile): boolean =>
      imports.specifiersOf(file).some((one) => shared.has(one.replace(/^node:/, '')));
    const states = ids.flatMap((id) => homes.get(id) ?? []).flatMap(piecesAt);
    const sharing = shared.size === 0 ? [] : index.files.filter(isSharing).flatMap(piecesOf);
    return new Set([...mentions.reaching(states), ...sharing]);
  }

  /** Whether who calls it, or makes an instance and calls that, may get a label that is born in it. */
  #mayGive(code: UnitNode): boolean {
    if (!this.#pieces.has(pieceAround(code))) return false;
    if (ts.isClassLike(code)) return true;
    const variants = this.#variantsOf(code);
    const isKnown = variants.some(({ activation }) => activation !== undefined);
    return !isKnown || variants.some(({ summary }) => givesAny(summary));
  }

  #summaryOf(unit: UnitNode, reader: number, knowsThis: boolean, given = 0): Summary {
    const entry = this.#entryOf(unit, knowsThis, given);
    const { number } = entry;
    entry.readers.add(reader);
    if (entry.activation !== undefined || entry.isRunning) return entry.summary;
    if (this.#nested >= MAX_NESTED) this.#worklist.add(number);
    else this.#evaluate(entry);
    return entry.summary;
  }

  #evaluate(entry: Entry): void {
    if (entry.isRunning) return;
    const most = this.#engine.allowance.isSpent ? LAST_EVALUATIONS : MAX_EVALUATIONS;
    if (entry.evaluations >= most) {
      noteUnsettled(entry);
      return;
    }
    // Whoever was asked for before its turn has had it.
    this.#worklist.delete(entry.number);
    entry.isRunning = true;
    entry.evaluations += 1;
    this.#nested += 1;
    const { activation, summary } = evaluateUnit(this.#engine, entry.node, entry);
    this.#nested -= 1;
    entry.isRunning = false;
    if (entry.activation === undefined) entry.order = this.#finished++;
    entry.activation = activation;
    const hasChanged = summary.signature !== entry.summary.signature;
    entry.summary = summary;
    if (hasChanged) for (const reader of entry.readers) this.#schedule(reader);
  }

  #schedule(reader: number): void {
    const entry = this.#entries.get(Math.abs(reader));
    if (entry !== undefined) this.#worklist.add(Math.abs(reader));
  }

  #entryOf(node: UnitNode, knowsThis: boolean, given = 0): Entry {
    const number = this.#engine.numbers.of(node) * VARIANTS + given * 2 + (knowsThis ? 1 : 0);
    const known = this.#entries.get(number);
    if (known !== undefined) return known;
    const entry: Entry = {
      node,
      number,
      knowsThis,
      given,
      summary: EMPTY_SUMMARY,
      activation: undefined,
      evaluations: 0,
      isRunning: false,
      order: Infinity,
      readers: new Set<number>(),
    };
    this.#entries.set(number, entry);
    this.#engine.allowance.grow();
    return entry;
  }

  #get(number: number): Entry {
    const entry = this.#entries.get(number);
    if (entry === undefined) throw new RangeError(`no unit has the number ${number}`);
    return entry;
  }

  #solution(): Solution {
    const findings: Finding[] = [];
    const activations: Activation[] = [];
    for (const { activation } of this.#entries.values()) {
      if (activation === undefined) continue;
      activations.push(activation);
      for (const finding of activation.findings.values())
        if (!isDeclassified(finding) && this.#isSeen(finding)) findings.push(finding);
    }
    findings.push(...moduleStateFindings(this.#engine, activations));
    const ownFiles = new Set(this.#engine.index.files.map(({ fileName }) => fileName));
    const flows = new Map<string, Flow[]>();
    for (const flow of flowsOf(findings, (origin, steps) => withErasures(this.#engine, origin, steps))) {
      const { file } = flow.sink.place;
      if (!ownFiles.has(file)) continue;
      const known = flows.get(file);
      if (known === undefined) flows.set(file, [flow]);
      else known.push(flow);
    }
    return {
      engine: this.#engine,
      flows,
      gapsIn: gapsOf(activations, (units, followsGaps) => this.#rerun(units, { followsGaps })),
      erasuresIn: (sourceFile) => erasuresOf(this.#engine, sourceFile).map(toErasure),
      declassifiers: () => inventoryOf(this.#engine.index.files, activations),
      rerun: (units, interpreter) => this.#rerun(units, { interpreter }),
    };
  }

  #rerun(units: ReadonlySet<UnitNode>, changes: Partial<Engine>): readonly Activation[] {
    const again = (hooks: Hooks): Engine => ({
      ...this.#engine,
      ...changes,
      tellsAllSinks: true,
      summaryOf: (unit, reader, knowsThis, given) => hooks.summaryOf(unit, reader, knowsThis, given),
    });
    const solver = new Solver(again, this.#entries);
    for (const unit of units) solver.#addAgain(unit);
    solver.#settle();
    return [...solver.#entries.values()].flatMap(({ activation }) => activation ?? []);
  }

  #addAgain(unit: UnitNode): void {
    for (const { number } of this.#variantsOf(unit)) this.#worklist.add(number);
  }

  /** The forms of a unit that somebody has asked for. */
  #variantsOf(unit: UnitNode): readonly Entry[] {
    const number = this.#engine.numbers.of(unit) * VARIANTS;
    return Array.from({ length: VARIANTS }, (_, index) => this.#entries.get(number + index) ?? []).flat();
  }
}

const givesAny = ({ result, thrown, effects, calls, keeps }: Summary): boolean =>
  !isNothing(result) || !isNothing(thrown) || effects.length + calls.length + keeps.length > 0;

/** Others may be worth more by now than the unit has seen. */
function noteUnsettled({ activation, node }: Entry): void {
  const gap = { reason: 'budget', node, detail: 'evaluations', value: undefined } as const;
  activation?.gaps.set('budget evaluations', gap);
}
