/** Order, number and company of children, checked against the table of the schema when a mapping loads. */
import { part, type Spot } from '../load/spot.ts';
import type { RulePosition } from './output-binding.ts';
import type { OutputRuleSpec } from './output-file.ts';
import type { ElementType } from './schemas/element-schema.ts';

/** The rules that stand inside one element, with the key of the element each writes. */
interface Child {
  readonly key: string;
  readonly el: Spot<string>;
  readonly rule: Spot<OutputRuleSpec>;
}

export function checkChildren(rules: readonly Spot<OutputRuleSpec>[], position: RulePosition): void {
  const type = position.binding.names.typeOf(position.parentType);
  const children = rules.flatMap((rule): Child[] => {
    const el = part(rule, 'el');
    const key = el === undefined ? undefined : position.binding.names.keyOf(el.value);
    return el === undefined || key === undefined ? [] : [{ key, el, rule }];
  });
  checkOrder(children, type, position);
  checkNumber(children, type, position);
  checkCompany(children, type, position);
  checkRequired(children, type, position);
}

function checkOrder(children: readonly Child[], type: ElementType, { binding }: RulePosition): void {
  if (type.ordered !== true) return;
  const order = Object.keys(type.children ?? {});
  let last: Child | undefined;
  for (const child of children) {
    if (last !== undefined && order.indexOf(child.key) < order.indexOf(last.key)) {
      binding.report.error(
        child.el,
        'output.order',
        `"${child.el.value}" must stand before "${last.el.value}"`,
      );
    } else {
      last = child;
    }
  }
}

function checkNumber(children: readonly Child[], type: ElementType, { binding }: RulePosition): void {
  for (const child of children) {
    if (type.once?.includes(child.key) !== true) continue;
    if (child.rule.value.each !== undefined && child.rule.value.first !== true) {
      binding.report.error(
        child.el,
        'output.once',
        `"${child.el.value}" may stand here only once: add "first: true"`,
      );
    }
  }
}

function checkCompany(children: readonly Child[], type: ElementType, { binding }: RulePosition): void {
  for (const [key, excluded] of Object.entries(type.excludes ?? {})) {
    const excluding = children.find((child) => child.key === key);
    const wrong = excluding && children.find((child) => excluded.includes(child.key));
    if (wrong === undefined) continue;
    const message = `"${wrong.el.value}" may not stand beside "${excluding!.el.value}"`;
    binding.report.error(wrong.el, 'output.company', message);
  }
}

function checkRequired(children: readonly Child[], type: ElementType, { binding }: RulePosition): void {
  for (const key of type.required ?? []) {
    const candidates = children.filter((child) => child.key === key);
    if (candidates.some((child) => child.rule.value.required === true)) continue;
    const name = binding.names.written(key);
    const [first] = candidates.length > 0 ? candidates : children;
    if (first === undefined) continue;
    binding.report.error(
      first.el,
      'output.required',
      `"${name}" must stand here: mark its rule "required: true"`,
    );
  }
}
