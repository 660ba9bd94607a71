import { testMapping, type TestResult } from '../../mapping/test-mapping.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { UsageError } from '../explain-error.ts';
import { readHouse } from '../open.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner map check [M…]`: mappings are checked whole when they are read; this says that they are in order. */
export async function mapCheck(
  names: string[],
  options: CommonOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const house = await readHouse(options, terminal);
  const ids = wanted(names, [...house.mappings.inputs.keys(), ...house.mappings.outputs.keys()]);
  const warnings = house.mappings.warnings;
  if (options.json === true) terminal.out(json({ mappings: ids, warnings }));
  else terminal.out(ids.map((id) => `${id}: in order`).join('\n'));
  return EXIT.complete;
}

/** `garner map test [M…]`: the inline tests of mappings, with a readable difference for each that fails. */
export async function mapTest(names: string[], options: CommonOptions, terminal: Terminal): Promise<ExitCode> {
  const { mappings } = await readHouse(options, terminal);
  const ids = wanted(names, [...mappings.inputs.keys()]);
  const results = ids.flatMap((id) => testMapping(mappings.inputs.get(id)!));
  const failed = results.filter((result) => !result.ok).length;
  if (options.json === true) terminal.out(json(results));
  else terminal.out([...results.flatMap(linesOf), `${results.length - failed} passed, ${failed} failed`].join('\n'));
  return failed === 0 ? EXIT.complete : EXIT.failed;
}

function linesOf({ mapping, name, at, ok, differences }: TestResult): string[] {
  const head = `${ok ? 'ok    ' : 'FAILED'}  ${mapping}: ${name}`;
  return ok ? [head] : [`${head} (${at})`, ...differences.map((difference) => `          ${difference}`)];
}

function wanted(names: readonly string[], known: readonly string[]): readonly string[] {
  for (const name of names) {
    if (!known.includes(name))
      throw new UsageError(`there is no mapping "${name}"; there are ${known.join(', ')}`);
  }
  return names.length > 0 ? names : known;
}
