import { renderRecord, schemaLocation } from '../mapping/emit/render.ts';
import type { MappingSet, MetadataFormat, OutputMapping } from '../mapping/mapping.ts';

/** The folder of output mappings; what follows it is the metadataPrefix. */
const OUT = /^(?:.*\/)?out\//;

/**
 * The formats we serve, one for each output mapping: its file name is the metadataPrefix. oai_dc comes first, as the
 * protocol requires it of every repository (section 2.3).
 *
 * @throws Error when there is no mapping to oai_dc
 */
export function createFormats(mappings: MappingSet): readonly MetadataFormat[] {
  const formats = [...mappings.outputs.values()].map(createFormat);
  const [dublinCore, ...others] = formats.sort(
    (left, right) => rank(left) - rank(right) || byPrefix(left, right),
  );
  if (dublinCore?.metadataPrefix !== 'oai_dc') {
    throw new Error('mappings/out/oai_dc.yaml is missing: every OAI-PMH repository must serve oai_dc');
  }
  return [dublinCore, ...others];
}

function createFormat(output: OutputMapping): MetadataFormat {
  return {
    metadataPrefix: output.id.replace(OUT, ''),
    namespace: output.root.namespace,
    schema: schemaLocation(output),
    hash: output.hash,
    render: (record) => renderRecord(output, record),
  };
}

function rank(format: MetadataFormat): number {
  return format.metadataPrefix === 'oai_dc' ? 0 : 1;
}

function byPrefix(left: MetadataFormat, right: MetadataFormat): number {
  return left.metadataPrefix < right.metadataPrefix ? -1 : 1;
}
