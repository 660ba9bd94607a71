import { basename, dirname, relative, resolve } from 'node:path';
import { loadMappings } from './load-mappings.ts';
import type { InputMapping, OutputMapping } from './mapping.ts';

/**
 * One mapping, by its file: `mappings/oai_dc.yaml`, `mappings/out/mods.yaml`. The folder it stands in is read and
 * checked whole, since mappings extend each other.
 *
 * @throws MappingError for what is wrong in that folder; Error when the file is no mapping of it
 */
export async function loadMapping(file: string): Promise<InputMapping | OutputMapping> {
  const path = resolve(file).replace(/\.ya?ml$/, '');
  const folder = PARTS.has(basename(dirname(path))) ? dirname(dirname(path)) : dirname(path);
  const id = relative(folder, path);
  const { inputs, outputs } = await loadMappings(folder);
  const mapping = inputs.get(id) ?? outputs.get(id);
  if (mapping !== undefined) return mapping;
  throw new Error(`${file}: there is no mapping "${id}" that can be used by itself in ${folder}`);
}

/** Folders inside a folder of mappings. */
const PARTS: ReadonlySet<string> = new Set(['flavours', 'sources', 'out']);
