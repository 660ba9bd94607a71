/** Binds the rules of an output mapping to closures, checked against the table of the schema. */
import { didYouMean } from '../../yaml/did-you-mean.ts';
import { part, parts, placeOf, type Spot } from '../load/spot.ts';
import { isObjectType, type TargetType } from '../target/target-table.ts';
import { bindAttributes, bindSource, bindTexts, type BoundTexts, type ReadValues } from './bind-value.ts';
import { bindWhen } from './bind-when.ts';
import type { Scope } from './canonical-path.ts';
import { checkChildren } from './check-children.ts';
import { OUTPUT_GROUPS } from './groups/index.ts';
import type { CheckedElement } from './names.ts';
import { compileAt, type RulePosition } from './output-binding.ts';
import type { StepsSpec } from '../load/mapping-file.ts';
import type { OutputRuleSpec } from './output-file.ts';
import { reportIssue, reportLoss, type Emit, type Rendering, type RulePlace } from './rendering.ts';
import { fitsType, type ElementType } from './schemas/element-schema.ts';

/** How deep blocks may stand inside blocks: deeper than a mapping can make works stand in works (`limits.depth`). */
const MAX_DEPTH = 24;

/** Binds rules to one that writes them all in order; false when an element that is required is missing. */
export function bindRules(spot: Spot<readonly OutputRuleSpec[]>, position: RulePosition): Emit {
  const spots = parts<OutputRuleSpec>(spot);
  checkChildren(spots, position);
  const rules = spots.map((rule) => ({
    required: rule.value.required === true,
    emit: bindRule(rule, position),
  }));
  return (scope, rendering) => {
    for (const { required, emit } of rules) {
      if (!emit(scope, rendering) && required) return false;
    }
    return true;
  };
}

function bindRule(spot: Spot<OutputRuleSpec>, position: RulePosition): Emit {
  const emit = bindKind(spot, position);
  // With `each` it stands in for single items.
  return spot.value.each === undefined ? withOrElse(emit, spot, position) : emit;
}

/** What stands in for a rule that writes nothing. When it does, nothing is lost. */
function withOrElse(emit: Emit, spot: Spot<OutputRuleSpec>, position: RulePosition): Emit {
  const orElse = part(spot, 'orElse');
  if (orElse === undefined) return emit;
  const other = bindRule(orElse, position);
  return (scope, rendering) => {
    const { issues } = rendering;
    const before = issues.length;
    if (emit(scope, rendering)) return true;
    const losses = issues.length - before;
    if (!other(scope, rendering)) return false;
    issues.splice(before, losses);
    return true;
  };
}

function bindKind(spot: Spot<OutputRuleSpec>, position: RulePosition): Emit {
  const el = part(spot, 'el');
  if (el !== undefined) return bindElement(spot, el, position);
  if (spot.value.group !== undefined) return bindGroup(spot, part(spot, 'group')!, position);
  if (spot.value.apply !== undefined) return bindItems(spot, position, bindContent);
  position.binding.report.error(spot, 'output.shape', 'a rule has "el", "group" or "apply"');
  return () => false;
}

function bindElement(spot: Spot<OutputRuleSpec>, el: Spot<string>, position: RulePosition): Emit {
  const element = position.binding.names.child(el, position.parentType);
  if (element === undefined) return () => false;
  const container = spot.value.children !== undefined || spot.value.apply !== undefined;
  return container
    ? bindItems(spot, position, (at, inner) => bindContainer(at, element, inner))
    : bindItems(spot, position, (at, inner) => bindTextElement(at, element, inner));
}

/**
 * Binds what is done for each item: of `each`; or for rules with content, of `from`; or for the scope itself. `use`
 * shapes items of rules with content, and texts otherwise.
 */
function bindItems(
  spot: Spot<OutputRuleSpec>,
  position: RulePosition,
  bind: (spot: Spot<OutputRuleSpec>, position: RulePosition) => Emit,
): Emit {
  const { value } = spot;
  const content = value.children !== undefined || value.apply !== undefined;
  const selected =
    value.each !== undefined || (content && (value.from !== undefined || value.use !== undefined));
  if (!selected) {
    const when = bindWhen(spot, position);
    const emit = bind(spot, position);
    return when === undefined ? emit : (scope, rendering) => when(scope) && emit(scope, rendering);
  }
  const items = bindItemSource(spot, position, content);
  const inner = { ...position, shape: { type: items.type, parent: position.shape } };
  const when = bindWhen(spot, inner);
  const write = nests(value) ? numbered(bind(spot, inner)) : bind(spot, inner);
  const guarded: Emit =
    when === undefined ? write : (item, rendering) => when(item) && write(item, rendering);
  const emit = value.each === undefined ? guarded : withOrElse(guarded, spot, inner);
  const onlyFirst = value.first === true;
  return (scope, rendering) => {
    const values = items.read(scope, rendering);
    let any = false;
    for (let index = 0; index < values.length; index += 1) {
      const item: Scope = { value: values[index], parent: scope, index, record: scope.record };
      if (emit(item, rendering)) any = true;
      if (any && onlyFirst) break;
    }
    return any;
  };
}

/** Whether a rule describes another work than the record around it: a block is applied to another value. */
function nests(rule: OutputRuleSpec): boolean {
  if (rule.each === undefined && rule.from === undefined) return false;
  return rule.apply !== undefined || rule.children?.some((child) => child.apply !== undefined) === true;
}

function numbered(emit: Emit): Emit {
  return (scope, rendering) => {
    const outer = rendering.description;
    rendering.description = rendering.descriptions += 1;
    const wrote = emit(scope, rendering);
    rendering.description = outer;
    return wrote;
  };
}

function bindItemSource(
  spot: Spot<OutputRuleSpec>,
  position: RulePosition,
  content: boolean,
): { readonly read: ReadValues; readonly type: TargetType } {
  const each = part(spot, 'each');
  if (each === undefined) return bindSource(withoutFirst(spot), position);
  const pre = part(spot, 'pre');
  if (pre !== undefined) return bindSource(shaped(spot, each, pre), position);
  if (!content) return readEach(each, position);
  if (spot.value.from !== undefined) {
    position.binding.report.error(
      part(spot, 'from')!,
      'output.shape',
      'with "each" and content there is no "from"',
    );
  }
  const { from: _, ...others } = spot.value;
  // The place of `each` is not that of `from`; problems of the path are found at `each` first.
  const source = readEach(each, position);
  if (spot.value.use === undefined) return source;
  const asFrom: Spot<OutputRuleSpec> = { ...spot, value: { ...others, from: each.value } };
  return bindSource(withoutFirst(asFrom), position);
}

/** The items of `each` after `pre`, as a source of values. */
function shaped(
  spot: Spot<OutputRuleSpec>,
  each: Spot<string>,
  pre: Spot<StepsSpec>,
): Spot<Pick<OutputRuleSpec, 'from' | 'use'>> {
  const overlay = new Map<string, Spot>([
    ['from', each],
    ['use', pre],
  ]);
  return { ...spot, value: { from: each.value, use: pre.value }, overlay };
}

function readEach(
  each: Spot<string>,
  { binding, shape }: RulePosition,
): { readonly read: ReadValues; readonly type: TargetType } {
  const path = compileAt(each, shape, binding);
  return { read: path.values, type: path.type };
}

function withoutFirst(spot: Spot<OutputRuleSpec>): Spot<OutputRuleSpec> {
  return { ...spot, value: { ...spot.value, first: undefined } };
}

function bindContainer(spot: Spot<OutputRuleSpec>, element: CheckedElement, position: RulePosition): Emit {
  const attributes = bindAttributes(part(spot, 'attrs'), { ...position, element });
  const content = bindContent(spot, { ...position, parentType: element.typeName });
  const { name } = element;
  const { fixed, write } = attributes;
  return (scope, rendering) => {
    const { writer } = rendering;
    writer.start(name, fixed);
    for (const attribute of write) attribute(scope, rendering);
    if (content(scope, rendering)) return writer.end();
    writer.discard();
    return false;
  };
}

/** What stands inside: a block, then the children. */
function bindContent(spot: Spot<OutputRuleSpec>, position: RulePosition): Emit {
  const children = part(spot, 'children');
  const apply = part(spot, 'apply');
  const rules = children === undefined ? undefined : bindRules(children, position);
  if (apply === undefined) return rules ?? (() => false);
  const block = bindBlock(apply, position);
  if (rules === undefined) return block;
  return (scope, rendering) => block(scope, rendering) && rules(scope, rendering);
}

function bindBlock(spot: Spot<string>, position: RulePosition): Emit {
  const { binding, shape, parentType } = position;
  const block = binding.blocks.get(spot.value);
  if (block === undefined) {
    const hint = didYouMean(spot.value, [...binding.blocks.keys()]);
    binding.report.error(spot, 'block.unknown', `no block "${spot.value}"${hint}`);
    return () => false;
  }
  binding.used('block', spot.value);
  const key = `${spot.value} ${parentType} ${isObjectType(shape.type) ? shape.type.name : shape.type.kind}`;
  let bound = binding.boundBlocks.get(key);
  if (bound === undefined) {
    bound = {};
    binding.boundBlocks.set(key, bound);
    bound.emit = bindRules(block, position);
  }
  const place: RulePlace = { rule: spot.value, at: placeOf(spot) };
  return limited(bound, place);
}

/** A block may use itself, for works inside works; a record can be a loop only by a mistake. */
function limited(block: { emit?: Emit }, place: RulePlace): Emit {
  return (scope, rendering) => {
    if (rendering.depth >= MAX_DEPTH) {
      rendering.place = place;
      reportIssue(rendering, { code: 'output.too-deep', severity: 'warn' });
      return false;
    }
    rendering.depth += 1;
    const wrote = block.emit!(scope, rendering);
    rendering.depth -= 1;
    return wrote;
  };
}

function bindTextElement(spot: Spot<OutputRuleSpec>, element: CheckedElement, position: RulePosition): Emit {
  const { binding } = position;
  const attributes = bindAttributes(part(spot, 'attrs'), { ...position, element });
  const wrap = part(spot, 'wrap');
  const holder = wrap === undefined ? element : binding.names.child(wrap, element.typeName);
  if (holder === undefined) return () => false;
  const fixed =
    spot.value.space === 'preserve' ? `${attributes.fixed} xml:space="preserve"` : attributes.fixed;
  if (holder.type.text === undefined) {
    binding.report.error(spot, 'output.shape', `"${holder.name}" has children, not text`);
    return () => false;
  }
  const texts = bindTexts(spot, { ...position, type: holder.type.text });
  const place: RulePlace = { rule: element.name, at: placeOf(spot) };
  const write = writeText(element, wrap === undefined ? undefined : holder.name, { ...attributes, fixed });
  return emitTexts(texts, {
    holder: holder.type,
    place,
    write,
    seen: binding.dedupe ? element.name : undefined,
  });
}

type WriteText = (text: string, scope: Scope, rendering: Rendering) => boolean;

function writeText(
  element: CheckedElement,
  wrap: string | undefined,
  attributes: ReturnType<typeof bindAttributes>,
): WriteText {
  const { name } = element;
  const { fixed, write } = attributes;
  return (text, scope, rendering) => {
    const { writer } = rendering;
    writer.start(name, fixed);
    for (const attribute of write) attribute(scope, rendering);
    if (wrap !== undefined) writer.start(wrap);
    writer.text(text);
    if (wrap !== undefined) writer.end();
    return writer.end();
  };
}

function emitTexts(
  source: BoundTexts,
  rule: {
    readonly holder: ElementType;
    readonly place: RulePlace;
    readonly write: WriteText;
    readonly seen: string | undefined;
  },
): Emit {
  const { place, write, seen } = rule;
  const type = rule.holder.text!;
  return (scope, rendering) => {
    let any = false;
    for (const value of source.read(scope, rendering)) {
      const text = String(value);
      if (type !== 'string' && !fitsType(type, text)) {
        rendering.place = place;
        reportLoss(rendering, text, `not a value of ${place.rule}`);
        continue;
      }
      if (seen !== undefined) {
        const texts = seenIn(rendering, seen);
        if (texts.has(text)) continue;
        texts.add(text);
      }
      if (write(text, scope, rendering)) any = true;
    }
    return any;
  };
}

function seenIn({ seen }: Rendering, element: string): Set<string> {
  let texts = seen.get(element);
  if (texts === undefined) seen.set(element, (texts = new Set()));
  return texts;
}

function bindGroup(spot: Spot<OutputRuleSpec>, named: Spot<string>, position: RulePosition): Emit {
  const { binding, parentType } = position;
  const group = OUTPUT_GROUPS.get(named.value);
  if (group === undefined) {
    const hint = didYouMean(named.value, [...OUTPUT_GROUPS.keys()]);
    binding.report.error(named, 'output.group', `no group "${named.value}"${hint}`);
    return () => false;
  }
  const source = bindSource(spot, position);
  const given = isObjectType(source.type) ? source.type.name : source.type.kind;
  if (given !== group.takes && given !== 'any') {
    const message = `"${group.name}" takes ${group.takes}, but what comes in is ${given}`;
    binding.report.error(named, 'output.group', message);
  }
  for (const key of group.writes)
    binding.names.child({ ...named, value: binding.names.written(key) }, parentType);
  const when = bindWhen(spot, position);
  const write = group.bind(binding.names.written);
  const place: RulePlace = { rule: group.name, at: placeOf(spot) };
  return (scope, rendering) => {
    if (when !== undefined && !when(scope)) return false;
    const values = source.read(scope, rendering);
    if (values.length === 0) return false;
    rendering.place = place;
    return write(values, rendering);
  };
}
