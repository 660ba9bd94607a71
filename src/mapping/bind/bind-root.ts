/** Which element of a payload is the record: `from.root` and `from.unwrap`. */
import { didYouMean } from '../../yaml/did-you-mean.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { ResolvedMapping } from '../load/resolve-mappings.ts';
import { entries, part, parts, type Reporter, type Spot } from '../load/spot.ts';
import type { ExpandedName } from '../mapping.ts';
import { isElement, type InputNode } from '../paths/scope.ts';
import type { InputBinding, RuleScope } from './context.ts';

export interface BoundRoot {
  readonly roots: readonly ExpandedName[];
  /** The elements of a payload that the mapping can map; the first is mapped. None when the payload is not for it. */
  readonly recordsIn: (payload: XmlElement) => readonly XmlElement[];
}

/** Binds the names and paths; without names, every payload is a record. */
export function bindRoot(mapping: ResolvedMapping, binding: InputBinding): BoundRoot {
  const roots = bindNames(mapping, binding.report);
  const unwrap = mapping.fromSpot && part(mapping.fromSpot, 'unwrap');
  const paths = unwrap === undefined ? [] : parts<string>(unwrap).map((path) => binding.path(path));
  const isRecord = ({ name, namespace }: XmlElement): boolean =>
    roots.some((root) => root.name === name && root.namespace === namespace);
  return {
    roots,
    recordsIn(payload) {
      if (isRecord(payload)) return [payload];
      for (const path of paths) {
        const nodes = path.nodes(payloadScope(payload)) as readonly InputNode[];
        const records = nodes.filter((node) => isElement(node) && (roots.length === 0 || isRecord(node)));
        if (records.length > 0) return records as readonly XmlElement[];
      }
      return roots.length === 0 ? [payload] : NONE;
    },
  };
}

const NONE: readonly XmlElement[] = [];

/** The payload, as paths that look for the record in it see it: nothing of it is used yet. */
function payloadScope(payload: XmlElement): RuleScope {
  const run = { root: payload, mark: () => undefined } as unknown as RuleScope['run'];
  return { run, node: payload, value: undefined, index: 0, item: undefined };
}

/** The expanded names of `from.root`, in all namespaces that are read as that of its prefix. */
function bindNames(mapping: ResolvedMapping, report: Reporter): readonly ExpandedName[] {
  checkNamespaces(mapping, report);
  const spot = mapping.fromSpot && part(mapping.fromSpot, 'root');
  if (spot === undefined) return [];
  const { format } = mapping.from;
  if (format === 'json' || format === 'labelled') {
    report.error(spot, 'format.root', `${format} has no elements: leave "root" out`);
    return [];
  }
  return parts<string>(spot).flatMap((name) => expand(name, mapping, report));
}

function expand(spot: Spot<string>, mapping: ResolvedMapping, report: Reporter): readonly ExpandedName[] {
  const [prefix, name] = spot.value.includes(':') ? spot.value.split(':', 2) : ['', spot.value];
  if (prefix === '') return [{ namespace: '', name: name! }];
  const namespace = mapping.ns.get(prefix!)?.value;
  if (namespace === undefined) {
    report.error(spot, 'prefix.undeclared', undeclared(prefix!, mapping));
    return [];
  }
  const others = mapping.from.namespaces?.[prefix!] ?? [];
  return [namespace, ...others].map((uri) => ({ namespace: uri, name: name! }));
}

function checkNamespaces(mapping: ResolvedMapping, report: Reporter): void {
  const spot = mapping.fromSpot && part(mapping.fromSpot, 'namespaces');
  for (const [prefix, at] of entries(spot)) {
    if (mapping.ns.has(prefix)) continue;
    report.error(at, 'prefix.undeclared', undeclared(prefix, mapping), { atKey: true });
  }
}

function undeclared(prefix: string, { ns }: ResolvedMapping): string {
  return `the prefix "${prefix}" is not declared under ns${didYouMean(prefix, [...ns.keys()])}`;
}
