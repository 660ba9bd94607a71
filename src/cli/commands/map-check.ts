import { ConfigError } from '../../config/load-config.ts';
import { testGoldenOutput } from '../../mapping/golden-output.ts';
import { testGolden } from '../../mapping/golden.ts';
import { testMapping, type TestResult } from '../../mapping/test-mapping.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { explain } from '../explain-error.ts';
import { chosenNames } from '../names.ts';
import { readHouse, readMappings } from '../open.ts';
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

/**
 * `garner map test [M…] [--update]`: the inline tests of mappings and their golden records, with a readable
 * difference for each that fails; or, with `--update`, for each golden record that was written anew.
 */
export async function mapTest(
  names: string[],
  options: CommonOptions & { update?: true },
  terminal: Terminal,
): Promise<ExitCode> {
  const { mappings, mappingsFolder: folder } = await readMappings(options, terminal);
  const { inputs, outputs } = mappings;
  const ids = chosenNames('mapping', names, [...inputs.keys(), ...outputs.keys()]);
  const golden = { folder, update: options.update === true };
  const results = ids.flatMap((id) => {
    const mapping = inputs.get(id);
    if (mapping === undefined) return testGoldenOutput(outputs.get(id)!, golden);
    return [...testMapping(mapping), ...testGolden(mapping, golden)];
  });
  const failed = results.filter((result) => !result.ok).length;
  if (options.json === true) terminal.out(json(results));
  else
    terminal.out(
      [...results.flatMap(linesOf), `${results.length - failed} passed, ${failed} failed`].join('\n'),
    );
  return failed === 0 ? EXIT.complete : EXIT.failed;
}

function linesOf({ mapping, name, at, ok, differences }: TestResult): string[] {
  const word = !ok ? 'FAILED ' : differences.length > 0 ? 'updated' : 'ok     ';
  const head = `${word} ${mapping}: ${name}`;
  return differences.length === 0
    ? [head]
    : [`${head} (${at})`, ...differences.map((difference) => `          ${plain(difference)}`)];
}
