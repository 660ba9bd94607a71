/**
 * Golden records of the served formats. The canonical records stand in `golden/out/NAME.json`, what each output makes of
 * them in `golden/out/<format>/NAME.xml`, with a line for each element.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { canonicalRecordSchema } from '../model/canonical.ts';
import { checkValue } from '../schema/index.ts';
import { differencesBetween } from './differences.ts';
import { renderRecord } from './emit/render.ts';
import type { OutputMapping } from './mapping.ts';
import { difference, type TestResult } from './test-mapping.ts';

/**
 * Renders every golden canonical record and compares the result, line by line. With `update` what came is written as what
 * is expected from now on. A record that cannot be read fails; nothing is thrown.
 */
export function testGoldenOutput(
  output: OutputMapping,
  { folder, update }: { readonly folder: string; readonly update: boolean },
): TestResult[] {
  const records = join(folder, 'golden', 'out');
  const expected = join(folder, 'golden', output.id);
  if (!existsSync(records)) return [];
  const names = readdirSync(records).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const file = join(expected, name.replace('.json', '.xml'));
    const got = rendered(join(records, name), output);
    const differences = existsSync(file)
      ? differingLines(readFileSync(file, 'utf8'), got)
      : [`there is no ${basename(file)} to compare with; --update writes it`];
    if (update && differences.length > 0) {
      mkdirSync(expected, { recursive: true });
      writeFileSync(file, got);
    }
    return {
      mapping: output.id,
      name: `golden/out/${name}`,
      at: `${basename(folder)}/golden/out/${name}`,
      ok: update || differences.length === 0,
      differences,
    };
  });
}

/** What a format makes of a record, or why it makes nothing, and what it could not say. */
function rendered(file: string, output: OutputMapping): string {
  const checked = checkValue(canonicalRecordSchema, JSON.parse(readFileSync(file, 'utf8')));
  if (!checked.ok) {
    return checked.issues.map(({ path, message }) => `${path.join('.')}: ${message}\n`).join('');
  }
  const result = renderRecord(output, checked.value);
  const issues = (result.issues ?? []).map(
    ({ code, rule, value = '' }) => `<!-- ${code} by ${rule}: ${value} -->\n`,
  );
  return `${result.ok ? `${result.xml.replaceAll('><', '>\n<')}\n` : ''}${issues.join('')}`;
}

function differingLines(expected: string, got: string): string[] {
  return differencesBetween(expected.split('\n'), got.split('\n')).map(({ path, kind, before, after }) => {
    if (kind === 'reordered') return 'the same lines, in another order';
    return difference(before, after, `line ${Number(path.slice(1, -1)) + 1}`);
  });
}
