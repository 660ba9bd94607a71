/** Binds where texts come from (`from`, `use`, `const`, `template`, `first`) to closures. */
import { escapeAttribute } from '../../xml/escape.ts';
import { didYouMean } from '../../yaml/did-you-mean.ts';
import { entries, part, parts, placeOf, type Spot } from '../load/spot.ts';
import { bindSteps, type BoundSteps } from '../steps.ts';
import { isObjectType, type TargetType } from '../target/target-table.ts';
import { bindWhen } from './bind-when.ts';
import type { OutputPath, Scope, Shape } from './canonical-path.ts';
import { ATTRIBUTE_GROUPS } from './groups/index.ts';
import type { CheckedElement } from './names.ts';
import { compileAt, pathBinding, typeNamed, valueTypeOf, type OutputBinding } from './output-binding.ts';
import type { AttributeSpec, ValueSpec } from './output-file.ts';
import { reportLoss, writeTyped, type Rendering, type RulePlace } from './rendering.ts';
import type { ValueType } from './schemas/element-schema.ts';
import { fillTemplate, parseTemplate } from './template.ts';

/** Reads the values of a rule in a scope. */
export type ReadValues = (scope: Scope, rendering: Rendering) => readonly unknown[];

export interface BoundTexts {
  /** The text, when it is the same for every record. */
  readonly constant?: string;
  read: (scope: Scope, rendering: Rendering) => readonly string[];
}

/** Binds the texts of an element or attribute; `type` is what the schema wants of them. */
export function bindTexts(
  spot: Spot<ValueSpec>,
  at: { readonly binding: OutputBinding; readonly shape: Shape; readonly type: ValueType },
): BoundTexts {
  const { binding, shape, type } = at;
  const constant = part(spot, 'const');
  if (constant !== undefined) {
    const text = String(constant.value);
    binding.names.constant(text, type, constant);
    const texts = [text];
    return { constant: text, read: () => texts };
  }
  const source = bindSource(spot, { binding, shape });
  checkTables(spot, type, binding);
  const template = part(spot, 'template');
  if (template !== undefined) return { read: templated(template, source, at) };
  if (isObjectType(source.type)) {
    const message = `a text is needed, and this gives ${source.type.name}`;
    binding.report.error(part(spot, 'from') ?? spot, 'output.not-text', message);
  }
  return { read: (scope, rendering) => source.read(scope, rendering) as readonly string[] };
}

/** Where values come from: `from` and `use`, or the scope's own value. */
export function bindSource(
  spot: Spot<Pick<ValueSpec, 'from' | 'use' | 'first'>>,
  at: { readonly binding: OutputBinding; readonly shape: Shape },
): { readonly read: ReadValues; readonly type: TargetType; readonly many: boolean } {
  const { binding, shape } = at;
  const from = part(spot, 'from');
  const paths = from === undefined ? [] : parts<string>(from).map((path) => compileAt(path, shape, binding));
  const many = spot.value.first !== true && paths.some((path) => path.many);
  const read = readPaths(paths);
  const taken = paths[0]?.type ?? shape.type;
  const use = part(spot, 'use');
  if (use === undefined) return { read: onlyFirst(read, spot.value.first), type: taken, many };
  const steps = bindSteps(use, pathBinding(binding, shape), valueTypeOf(taken));
  const place = { rule: steps.names.join(', '), at: placeOf(use) };
  return {
    read: onlyFirst(stepped(read, steps, place), spot.value.first),
    type: typeNamed(steps.gives),
    many,
  };
}

/** Binds an attribute: what it always is as ready text, or a function that writes it. */
export function bindAttributes(
  spot: Spot<Readonly<Record<string, AttributeSpec>>> | undefined,
  at: { readonly binding: OutputBinding; readonly shape: Shape; readonly element: CheckedElement },
): { readonly fixed: string; readonly write: readonly ((scope: Scope, rendering: Rendering) => void)[] } {
  let fixed = '';
  const write: ((scope: Scope, rendering: Rendering) => void)[] = [];
  for (const [name, attribute] of entries(spot)) {
    const type = at.binding.names.attribute(name, attribute, at.element);
    if (type === undefined) continue;
    const texts = bindTexts(attribute, { ...at, type });
    const when = bindWhen(attribute, at);
    if (texts.constant !== undefined && when === undefined) {
      fixed += ` ${name}="${escapeAttribute(texts.constant)}"`;
      continue;
    }
    const made = groupOf(attribute, at.binding);
    const place: RulePlace = { rule: `${at.element.name}/@${name}`, at: placeOf(attribute) };
    const typed = { name, type };
    write.push((scope, rendering) => {
      if (when !== undefined && !when(scope)) return;
      rendering.place = place;
      const text = texts.read(scope, rendering)[0];
      if (text === undefined) return;
      const value = made === undefined ? String(text) : made(String(text), rendering);
      if (type === 'string') rendering.writer.attribute(name, value);
      else writeTyped(rendering, typed, value);
    });
  }
  return { fixed, write };
}

function groupOf(
  spot: Spot<AttributeSpec>,
  binding: OutputBinding,
): ((text: string, rendering: Rendering) => string) | undefined {
  const named = part(spot, 'group');
  if (named === undefined) return undefined;
  const group = ATTRIBUTE_GROUPS.get(named.value);
  if (group === undefined) {
    const hint = didYouMean(named.value, [...ATTRIBUTE_GROUPS.keys()]);
    binding.report.error(named, 'output.group', `no group "${named.value}" for attributes${hint}`);
  }
  return group;
}

function readPaths(paths: readonly OutputPath[]): ReadValues {
  const [only, ...others] = paths;
  if (only === undefined) return (scope) => (scope.value === undefined ? [] : [scope.value]);
  if (others.length === 0) return only.values;
  return (scope) => {
    for (const path of paths) {
      const values = path.values(scope);
      if (values.length > 0) return values;
    }
    return [];
  };
}

function stepped(read: ReadValues, steps: BoundSteps<Scope>, place: RulePlace): ReadValues {
  // A table leaves things out on purpose, and a list of objects may well be empty; any other step that gives nothing
  // could not say the value.
  const losing = steps.gives === 'text' && !steps.names.some((name) => name.startsWith('lookup '));
  return (scope, rendering) => {
    const values = read(scope, rendering);
    if (values.length === 0) return values;
    rendering.place = place;
    const results = steps.run(values, scope, rendering.hooks);
    if (losing && results.length === 0) reportLoss(rendering, values[0]);
    return results;
  };
}

function onlyFirst(read: ReadValues, first: true | undefined): ReadValues {
  return first === undefined ? read : (scope, rendering) => read(scope, rendering).slice(0, 1);
}

function templated(
  spot: Spot<string>,
  source: { readonly read: ReadValues; readonly type: TargetType },
  at: { readonly binding: OutputBinding; readonly shape: Shape },
): BoundTexts['read'] {
  const shape: Shape = { type: source.type, parent: at.shape };
  const template = parseTemplate(spot.value, (text) =>
    compileAt({ ...spot, value: text }, shape, at.binding),
  );
  return (scope, rendering) => {
    const texts: string[] = [];
    for (const value of source.read(scope, rendering)) {
      const inner: Scope = { value, parent: scope, index: 0, record: scope.record };
      const text = fillTemplate(template, (path) => textOf(path.values(inner)[0]));
      if (text !== undefined && text !== '') texts.push(text);
    }
    return texts;
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** When a table gives the values of a closed list, every value of it must be in the list. */
function checkTables(spot: Spot<ValueSpec>, type: ValueType, binding: OutputBinding): void {
  const use = part(spot, 'use');
  if (use === undefined || typeof type === 'string') return;
  const last = parts(use).at(-1)!;
  const name =
    typeof last.value === 'object' ? (last.value as Readonly<Record<string, unknown>>)['lookup'] : undefined;
  if (typeof name !== 'string') return;
  for (const value of binding.tables.get(name)?.values ?? [])
    binding.names.constant(String(value), type, last);
}
