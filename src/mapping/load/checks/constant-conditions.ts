/** Conditions whose answer is known before the first record: what they guard is dead, or they guard nothing. */
import type { ConditionSpec, StepsSpec } from '../mapping-file.ts';
import type { ResolvedMapping } from '../resolve-mappings.ts';
import { part, parts, type Reporter, type Spot } from '../spot.ts';
import { AS_READ, stateAfter, whyNever, whyNeverMatches, writtenOut, type TextState } from './text-state.ts';
import type { Place, Visitor } from './walk.ts';

const CODE = 'condition.constant';

/** A visitor that reports them. `variables` are the values that each variable has in any mapping. */
export function checkConditions(
  mapping: ResolvedMapping,
  report: Reporter,
  variables: ReadonlyMap<string, readonly unknown[]>,
): Visitor {
  return {
    condition(spot, place) {
      // What a source puts before a condition that it inherits is for the source to know.
      const own = place.steps.every(({ yaml }) => yaml === spot.yaml);
      const check = { spot, report, state: () => stateAt(place, mapping.pipes), own, variables };
      checkEmptyList(check);
      checkStatus(check);
      checkVariable(check);
      checkText(check);
    },
  };
}

interface Check {
  readonly spot: Spot<ConditionSpec>;
  readonly report: Reporter;
  /** Of what `.` stands for. */
  readonly state: () => TextState;
  /** Whether the condition stands in one file with the steps before it. */
  readonly own: boolean;
  readonly variables: ReadonlyMap<string, readonly unknown[]>;
}

export function stateAt(place: Place, pipes: ReadonlyMap<string, Spot<StepsSpec>>): TextState {
  return place.steps
    .flatMap((steps) => writtenOut(steps, pipes))
    .reduce((state, step) => stateAfter(state, step.value), AS_READ);
}

function checkEmptyList({ spot, report }: Check): void {
  const listed = part(spot, 'in');
  if (listed?.value[1].length === 0) report.error(part(listed, 1)!, CODE, 'a list with nothing in it: this never holds'); // prettier-ignore
  for (const [key, answer] of [['all', 'always'], ['any', 'never'], ['source', 'always']] as const) {
    const at = part(spot, key);
    if (at === undefined || Object.keys(at.value).length > 0) continue;
    report.error(at, CODE, `"${key}" with nothing in it: this ${answer} holds`);
  } // prettier-ignore
}

/** The protocol knows one status: http://www.openarchives.org/OAI/openarchivesprotocol.html#Record. */
function checkStatus({ spot, report }: Check): void {
  for (const { path, literal } of comparedIn(spot)) {
    if (path !== '$header.status' || literal.value === 'deleted') continue;
    const message = `the status of a header is "deleted" or not there, so this never holds; ask for { missing: $header.status } to know a record that is not deleted`;
    report.error(literal, CODE, message);
  }
}

export interface Compared {
  readonly path: string;
  readonly literal: Spot;
}

/** The literals of `equals` and `in`, each with what it is compared with. */
export function comparedIn(spot: Spot<ConditionSpec>): readonly Compared[] {
  const equals = part(spot, 'equals') as Spot<readonly [string, unknown]> | undefined;
  const list = part(spot, 'in') as Spot<readonly [string, readonly unknown[]]> | undefined;
  return [
    ...(equals === undefined ? [] : [{ path: equals.value[0], literal: part(equals, 1)! }]),
    ...(list === undefined ? [] : parts(part(list, 1)!).map((literal) => ({ path: list.value[0], literal }))),
  ];
}

/** A variable is there for sources to change: one that none of them changes is a switch that is never turned. */
function checkVariable({ spot, report, variables }: Check): void {
  const asked = ASKED.map((key) => part(spot, key) as Spot<readonly [string, unknown]> | undefined);
  for (const at of asked) {
    const name = /^\$vars\.(.+)$/.exec(at?.value[0] ?? '')?.[1];
    const values = name === undefined ? undefined : variables.get(name);
    if (at === undefined || values === undefined) continue;
    const answers = new Set(values.map((value) => answer(at, value)));
    if (answers.size !== 1) continue;
    const always = [...answers][0]! ? 'always' : 'never';
    report.warn(
      at,
      CODE,
      `no mapping gives $vars.${name!} a value for which this is different: it ${always} holds`,
    );
  }
}

const ASKED = ['equals', 'in', 'matches'] as const;

function answer(at: Spot<readonly [string, unknown]>, value: unknown): boolean {
  const texts = [value].flat().map(String);
  const [, operand] = at.value;
  if (at.path.at(-1) === 'matches') return texts.some((text) => new RegExp(String(operand), 'u').test(text));
  const literals = [operand].flat().map(String);
  return texts.some((text) => literals.includes(text));
}

function checkText({ spot, report, state, own }: Check): void {
  const say = own ? report.error : report.warn;
  for (const { path, literal } of comparedIn(spot)) {
    const why = path === '.' ? whyNever(String(literal.value), state()) : undefined;
    if (why !== undefined) say(literal, CODE, `this never holds: ${why}`);
  }
  const matches = part(spot, 'matches');
  if (matches?.value[0] !== '.') return;
  const why = whyNeverMatches(matches.value[1], state());
  if (why !== undefined) say(part(matches, 1)!, CODE, `this never holds: ${why}`);
}
