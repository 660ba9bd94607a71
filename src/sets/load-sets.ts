/** Reads the set file: everything that can be wrong with it is found here, with its place. */
import { readFile } from 'node:fs/promises';
import { bindRecordCondition, type RecordCondition } from '../mapping/emit/bind-record-condition.ts';
import { hashOf } from '../mapping/load/hash-mapping.ts';
import { createReporter, part, parts, spotOf, type Reporter, type Spot } from '../mapping/load/spot.ts';
import { ancestorsOf } from '../model/set-spec.ts';
import { checkValue } from '../schema/index.ts';
import { didYouMean } from '../yaml/did-you-mean.ts';
import { issuesOf } from '../yaml/file-issues.ts';
import { readYaml, type FileIssue } from '../yaml/read-yaml.ts';
import type { DeclaredSet, DeclaredSets } from './declared-sets.ts';
import { setFileSchema, type SetSpec } from './set-file.ts';

export interface LoadedSets {
  /** Absent when something is wrong. */
  readonly sets?: DeclaredSets;
  /** Errors; or, beside the sets, doubts. */
  readonly issues: readonly FileIssue[];
}

/** The declared sets of a file. `jobs` are the names of all jobs: each has a set of its own under its name. */
export async function loadSets(file: string, jobs: readonly string[]): Promise<LoadedSets> {
  const text = await readText(file);
  if (typeof text !== 'string') return { issues: [text] };
  const { yaml, issues } = readYaml(text, file);
  if (issues.length > 0) return { issues };
  const checked = checkValue(setFileSchema, yaml.value ?? {});
  if (!checked.ok) return { issues: issuesOf(yaml, checked.issues) };

  const report = createReporter();
  const spots = parts<SetSpec>(part(spotOf(yaml, checked.value), 'sets')!);
  checkRepeats(spots, report);
  checkSets(spots, jobs, report);
  warnOfImplied(spots, jobs, report);
  const rules = spots.flatMap((spot): Rule[] => {
    const holds = bindRecordCondition(spot, report);
    return holds === undefined ? [] : [{ spec: spot.value, holds }];
  });
  if (report.issues.some(({ severity }) => severity === 'error')) return { issues: report.issues };
  return { sets: declaredSets(spots, rules), issues: report.issues };
}

interface Rule {
  readonly spec: SetSpec;
  readonly holds: RecordCondition;
}

async function readText(file: string): Promise<string | FileIssue> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String(error);
    const message = `${why}; provider.sets of the configuration names it`;
    return { file, line: 1, column: 1, severity: 'error', code: 'sets.unreadable', message };
  }
}

/** Harvesters tell sets apart by their setSpecs, people by their names. */
function checkRepeats(spots: readonly Spot<SetSpec>[], report: Reporter): void {
  for (const key of ['spec', 'name'] as const) {
    const first = new Map<string, Spot>();
    for (const spot of spots) {
      const at = part(spot, key)!;
      const before = first.get(at.value);
      if (before === undefined) first.set(at.value, at);
      else report.error(at, `set.${key}`, `${key}: line ${lineOf(before)} declares "${at.value}" already`);
    }
  }
}

function checkSets(spots: readonly Spot<SetSpec>[], jobs: readonly string[], report: Reporter): void {
  const declared = spots.map(({ value }) => value.spec);
  for (const spot of spots) {
    const { spec, when, unless } = spot.value;
    const at = part(spot, 'spec')!;
    if (jobs.includes(spec)) report.error(at, 'set.job', `spec: "${spec}" is the set of the job ${spec}, in which all its records are; choose another name`); // prettier-ignore
    if (when !== undefined || unless !== undefined || declared.some((other) => isBelow(other, spec)))
      continue;
    report.error(at, 'set.empty', `"${spec}" would hold nothing: give it "when" or "unless", or declare sets below it`); // prettier-ignore
  }
}

function isBelow(setSpec: string, above: string): boolean {
  return setSpec.startsWith(`${above}:`);
}

/** A set above others need not be declared: whoever declares `a:b` says that there is an `a` (protocol §2.6). */
function warnOfImplied(spots: readonly Spot<SetSpec>[], jobs: readonly string[], report: Reporter): void {
  const told = new Set([...spots.map(({ value }) => value.spec), ...jobs]);
  for (const spot of spots) {
    for (const above of ancestorsOf(spot.value.spec)) {
      if (told.has(above)) continue;
      const hint = didYouMean(above, [...told]);
      told.add(above);
      report.warn(part(spot, 'spec')!, 'set.above', `spec: "${above}", above it, is not declared and is listed without a name of its own; declare it without a condition to name it${hint}`); // prettier-ignore
    }
  }
}

function declaredSets(spots: readonly Spot<SetSpec>[], rules: readonly Rule[]): DeclaredSets {
  const sorted = rules.toSorted((left, right) => (left.spec.spec < right.spec.spec ? -1 : 1));
  const deciding = sorted.map(({ spec: { spec, when, unless } }) => [spec, { when, unless }]);
  return {
    hash: hashOf({ sets: deciding }, new Map()).slice(0, 16),
    declared: spots.map(({ value }) => toDeclaredSet(value)),
    setsOf: (record) => sorted.filter(({ holds }) => holds(record)).map(({ spec }) => spec.spec),
  };
}

function toDeclaredSet({ spec, name, description }: SetSpec): DeclaredSet {
  return { setSpec: spec, setName: name, ...(description !== undefined && { description }) };
}

function lineOf(spot: Spot): number {
  return spot.yaml.locate(spot.path).line;
}
