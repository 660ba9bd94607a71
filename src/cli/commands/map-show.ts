import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { showResolved } from '../../mapping/show.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { chosenNames } from '../names.ts';
import { readMappings } from '../open.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner map show M [--resolved]`: a mapping's file, or the mapping with all it inherits and where each part is from. */
export async function mapShow(
  [name]: string[],
  options: CommonOptions & { resolved?: true },
  terminal: Terminal,
): Promise<ExitCode> {
  const { mappings, mappingsFolder: folder } = await readMappings(options, terminal);
  const known = [...mappings.inputs.keys(), ...mappings.outputs.keys()];
  const [id] = chosenNames('mapping', [name!], known) as [string];
  const resolved = options.resolved === true ? await showResolved(folder, id) : undefined;
  // Outputs inherit nothing: their file is all there is.
  const text = resolved ?? (await readFile(join(folder, `${id}.yaml`), 'utf8'));
  terminal.out(options.json === true ? json({ mapping: id, text }) : text.trimEnd());
  return EXIT.complete;
}
