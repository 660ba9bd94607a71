/**
 * Golden records: whole records beside the mappings, each with all that its mapping makes of it. They stand in
 * `golden/<mapping>/`: `NAME.xml` (or `.txt`) is the record, `NAME.json` what is expected.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { differencesBetween } from './differences.ts';
import { mapRecord } from './map-record.ts';
import type { InputMapping, MapResult } from './mapping.ts';
import { difference, testRecord, type TestResult } from './test-mapping.ts';

/**
 * Maps every golden record of a mapping and compares the result, to the last field. With `update` what came is
 * written as what is expected from now on, and the differences say what that changes. A record that cannot be read
 * fails; nothing is thrown.
 */
export function testGolden(
  mapping: InputMapping,
  { folder, update }: { readonly folder: string; readonly update: boolean },
): TestResult[] {
  const own = join(folder, 'golden', mapping.id);
  return recordFiles(own).map((name) => {
    const file = join(own, name);
    const expectedFile = file.replace(RECORD, '.json');
    const got = resultOf(file, mapping);
    const differences = existsSync(expectedFile)
      ? differencesOf(JSON.parse(readFileSync(expectedFile, 'utf8')), got)
      : [`there is no ${basename(expectedFile)} to compare with; --update writes it`];
    if (update && differences.length > 0) writeFileSync(expectedFile, `${JSON.stringify(got, null, 2)}\n`);
    return {
      mapping: mapping.id,
      name: `golden/${name}`,
      at: `${basename(folder)}/golden/${mapping.id}/${name}`,
      ok: update || differences.length === 0,
      differences,
    };
  });
}

const RECORD = /\.(?:xml|txt)$/;

function recordFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => RECORD.test(name))
    .sort();
}

/** What is kept of a result: the description and the codes of its issues, or why there is none. */
function resultOf(file: string, mapping: InputMapping): unknown {
  try {
    return plain(mapRecord(testRecord(readFileSync(file, 'utf8'), mapping), mapping));
  } catch (error) {
    return { unreadable: (error as Error).message };
  }
}

function plain(result: MapResult): unknown {
  const issues = result.issues.map(({ code, value }) => (value === undefined ? code : `${code}: ${value}`));
  return result.kind === 'mapped'
    ? { description: result.description, issues }
    : { [result.kind]: result.code, issues };
}

/** Every path whose value is not the same; members of lists are matched by what they are. */
function differencesOf(expected: unknown, got: unknown): string[] {
  return differencesBetween(expected, got).map(({ path, kind, before, after }) => {
    const line = difference(before, after, path);
    return kind === 'reordered' ? `${line} (the same in another order)` : line;
  });
}
