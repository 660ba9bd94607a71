/** Runs the tests that stand in a mapping file, so that a mapping and its cases travel together. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { didYouMean } from '../yaml/did-you-mean.ts';
import type { XmlElement } from '../xml/element.ts';
import type { BoundInputMapping } from './bind/bind-input.ts';
import { createCoverage, type Coverage } from './coverage.ts';
import type { RecordTestSpec, TableTestSpec, TestSpec } from './load/mapping-file.ts';
import { parts, placeOf } from './load/spot.ts';
import { mapRecord } from './map-record.ts';
import type { InputMapping, MapResult, SourceRecord } from './mapping.ts';
import { readDocument } from './payload.ts';

export interface TestResult {
  readonly mapping: string;
  readonly name: string;
  /** `file:line:column` of the test. */
  readonly at: string;
  readonly ok: boolean;
  /** What is not as expected, one line each: `titles[0].lang: expected "sr", got "en"`. */
  readonly differences: readonly string[];
}

/** Runs every test of a mapping's own file. A test that cannot be read fails; nothing is thrown. */
export function testMapping(mapping: InputMapping): TestResult[] {
  const { tests } = mapping as BoundInputMapping;
  if (tests === undefined) return [];
  return parts<TestSpec>(tests).map((spot) => {
    const differences = runTest(spot.value, mapping as BoundInputMapping);
    const { name } = spot.value;
    return { mapping: mapping.id, name, at: placeOf(spot), ok: differences.length === 0, differences };
  });
}

function runTest(test: TestSpec, mapping: BoundInputMapping): string[] {
  return 'table' in test ? runTableTest(test, mapping) : runRecordTest(test, mapping);
}

/** Every key is stated: what a code list has, and what it must not have, is read off the test. */
function runTableTest({ table: name, expect }: TableTestSpec, { tables }: BoundInputMapping): string[] {
  const table = tables.get(name);
  if (table === undefined) return [`no table "${name}"${didYouMean(name, [...tables.keys()])}`];
  const differences: string[] = [];
  for (const [key, value] of Object.entries(expect)) {
    compare(value, table.get(key) ?? null, key, differences);
  }
  return differences;
}

function runRecordTest(test: RecordTestSpec, mapping: BoundInputMapping): string[] {
  try {
    const coverage = createCoverage(mapping);
    const result = mapRecord(recordOf(test, mapping), mapping, { coverage });
    return [
      ...compareDecision(test, result),
      ...compareMapped(test, result),
      ...compareUnmapped(test, coverage),
    ];
  } catch (error) {
    return [`the test cannot be run: ${(error as Error).message}`];
  }
}

function recordOf(test: RecordTestSpec, mapping: BoundInputMapping): SourceRecord {
  const { given, header } = test;
  const text = typeof given === 'string' ? given : readFileSync(resolve(mapping.folder, given.file), 'utf8');
  return testRecord(text, mapping, header);
}

/** A text as the record of a test: what is not given is the same for all. */
export function testRecord(
  text: string,
  mapping: InputMapping,
  header?: RecordTestSpec['header'],
): SourceRecord {
  const root = payloadIn(readDocument(text, mapping));
  return {
    root,
    header: {
      identifier: header?.identifier ?? 'oai:example.org:1',
      datestamp: '2000-01-01',
      ...(header?.status !== undefined && { status: header.status }),
      sets: header?.sets ?? [],
      metadataPrefix: mapping.prefixes[0] ?? 'oai_dc',
    },
    source: { id: 'test', name: 'Test', url: 'https://example.org/oai' },
    runDate: '2000-01-01T00:00:00Z',
  };
}

/** The payload of a record, which may stand inside a whole OAI-PMH response. */
function payloadIn(document: XmlElement): XmlElement {
  const open = document.name === 'OAI-PMH' ? [document] : [];
  while (open.length > 0) {
    const element = open.pop()!;
    const inside = element.children.filter((child): child is XmlElement => typeof child !== 'string');
    if (element.name === 'metadata' && inside[0] !== undefined) return inside[0];
    open.push(...inside.toReversed());
  }
  return document;
}

const DECISIONS = ['rejected', 'skipped', 'deleted', 'quarantined'] as const;

function compareDecision(test: RecordTestSpec, result: MapResult): string[] {
  const expected = DECISIONS.find((kind) => test[kind] !== undefined);
  const wanted = expected === undefined ? 'mapped' : `${expected} (${test[expected]!})`;
  const got = result.kind === 'mapped' ? 'mapped' : `${result.kind} (${result.code})`;
  return wanted === got ? [] : [`expected to be ${wanted}, was ${got}`];
}

function compareMapped(test: RecordTestSpec, result: MapResult): string[] {
  const differences: string[] = [];
  if (test.expect !== undefined && result.kind === 'mapped')
    compare(test.expect, result.description, '', differences);
  if (test.issues !== undefined) {
    const codes = result.issues.map(({ code }) => code).sort();
    compareLists([...test.issues].sort(), codes, 'issues', differences);
  }
  return differences;
}

function compareUnmapped(test: RecordTestSpec, coverage: Coverage): string[] {
  const differences: string[] = [];
  if (test.coverage === undefined) return differences;
  const paths = coverage.report().unmapped.map(({ path }) => path);
  compareLists([...test.coverage.unmapped].sort(), paths.sort(), 'coverage.unmapped', differences);
  return differences;
}

function compareLists(
  expected: readonly string[],
  actual: readonly string[],
  at: string,
  differences: string[],
): void {
  if (expected.join('\n') !== actual.join('\n')) differences.push(difference(expected, actual, at));
}

/** Objects and lists may have more than is expected of them; only an empty list is expected to be empty. */
function compare(expected: unknown, actual: unknown, at: string, differences: string[]): void {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length === 0 && actual.length > 0) differences.push(difference(expected, actual, at));
    expected.forEach((member, i) => compare(member, actual[i], `${at}[${i}]`, differences));
  } else if (isRecord(expected) && isRecord(actual)) {
    for (const [key, member] of Object.entries(expected)) {
      compare(member, actual[key], at === '' ? key : `${at}.${key}`, differences);
    }
  } else if (expected !== actual) differences.push(difference(expected, actual, at));
}

/** One line on what is not as expected. */
export function difference(expected: unknown, actual: unknown, at: string): string {
  return `${at}: expected ${shown(expected)}, got ${shown(actual)}`;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
