import { ConfigError } from '../../config/load-config.ts';
import { testMapping, type TestResult } from '../../mapping/test-mapping.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { explain } from '../explain-error.ts';
import { chosenNames } from '../names.ts';
import { readHouse } from '../open.ts';
import { json, plain, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner map check [M…]`: mappings are checked whole when they are read; this says that they are in order. */
export async function mapCheck(
  names: string[],
  options: CommonOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    const { mappings } = await readHouse(options, terminal);
    const { inputs, outputs, warnings } = mappings;
    const ids = chosenNames('mapping', names, [...inputs.keys(), ...outputs.keys()]);
    if (options.json === true) terminal.out(json({ mappings: ids, errors: [], warnings }));
    else terminal.out(ids.map((id) => `${id}: in order`).join('\n'));
    return EXIT.complete;
  } catch (error) {
    if (error instanceof ConfigError && options.json === true) terminal.out(json({ errors: error.issues }));
    return explain(error, terminal);
  }
}

/** `garner map test [M…]`: the inline tests of mappings, with a readable difference for each that fails. */
export async function mapTest(
  names: string[],
  options: CommonOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { mappings } = await readHouse(options, terminal);
  const ids = chosenNames('mapping', names, [...mappings.inputs.keys()]);
  const results = ids.flatMap((id) => testMapping(mappings.inputs.get(id)!));
  const failed = results.filter((result) => !result.ok).length;
  if (options.json === true) terminal.out(json(results));
  else
    terminal.out(
      [...results.flatMap(linesOf), `${results.length - failed} passed, ${failed} failed`].join('\n'),
    );
  return failed === 0 ? EXIT.complete : EXIT.failed;
}

function linesOf({ mapping, name, at, ok, differences }: TestResult): string[] {
  const head = `${ok ? 'ok    ' : 'FAILED'}  ${mapping}: ${name}`;
  return ok
    ? [head]
    : [`${head} (${at})`, ...differences.map((difference) => `          ${plain(difference)}`)];
}
