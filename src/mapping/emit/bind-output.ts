/** Binds a whole output file: its root, its namespaces and its rules. */
import { escapeAttribute } from '../../xml/escape.ts';
import { entries, part, placeOf, type Spot } from '../load/spot.ts';
import type { OutputMapping } from '../mapping.ts';
import { DESCRIPTION } from '../target/target-table.ts';
import { bindRules } from './bind-rules.ts';
import type { Scope } from './canonical-path.ts';
import { createNames, type CheckedElement } from './names.ts';
import type { OutputBinding } from './output-binding.ts';
import type { OutputFile } from './output-file.ts';
import type { Rendering, RulePlace } from './rendering.ts';
import type { FormatSchema } from './schemas/element-schema.ts';

/** An output mapping, ready to write. */
export interface BoundOutput extends OutputMapping {
  readonly schema: FormatSchema;
  /** The file, for issues that are about the record as a whole. */
  readonly place: RulePlace;
  /** Writes the root with everything in it; false when nothing was written. */
  readonly emit: (scope: Scope, rendering: Rendering) => boolean;
}

/** Binds a file; what is wrong is reported, and then the result must not be used. */
export function bindOutput(
  file: Spot<OutputFile>,
  given: Pick<OutputBinding, 'report' | 'tables' | 'pipes' | 'vars' | 'used'> & {
    readonly schema: FormatSchema;
    readonly hash: string;
  },
): BoundOutput | undefined {
  const { schema, report } = given;
  const names = createNames(schema, file.value.ns, report);
  const binding: OutputBinding = {
    report,
    names,
    tables: given.tables,
    pipes: given.pipes,
    vars: given.vars,
    used: (kind, name) => given.used(kind, name),
    blocks: new Map(entries(part(file, 'blocks'))),
    boundBlocks: new Map(),
    dedupe: file.value.dedupe === true,
  };
  const root = names.root(part(part(file, 'to')!, 'root')!);
  if (root === undefined) return undefined;
  const fixed = rootAttributes(file, root, binding, schema);
  const shape = { type: DESCRIPTION, parent: undefined };
  const rules = bindRules(part(file, 'emit')!, { binding, shape, parentType: root.typeName });
  return {
    direction: 'out',
    id: file.value.mapping,
    title: file.value.title,
    hash: given.hash,
    root: { namespace: schema.namespace, name: localName(root.name) },
    schema,
    place: { rule: file.value.mapping, at: placeOf(file) },
    emit: (scope, rendering) => {
      rendering.writer.start(root.name, fixed);
      if (rules(scope, rendering)) return rendering.writer.end();
      rendering.writer.discard();
      return false;
    },
  };
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

function rootAttributes(
  file: Spot<OutputFile>,
  root: CheckedElement,
  { names }: OutputBinding,
  schema: FormatSchema,
): string {
  let fixed = '';
  for (const [prefix, uri] of Object.entries(file.value.ns))
    fixed += ` xmlns:${prefix}="${escapeAttribute(uri)}"`;
  fixed += ` xmlns:xsi="${XSI}" xsi:schemaLocation="${schema.namespace} ${schema.location}"`;
  for (const [name, spot] of entries(part(part(file, 'to')!, 'attrs'))) {
    const type = names.attribute(name, spot, root);
    if (type === undefined) continue;
    names.constant(spot.value, type, spot);
    fixed += ` ${name}="${escapeAttribute(spot.value)}"`;
  }
  return fixed;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
