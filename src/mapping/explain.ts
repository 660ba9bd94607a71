/** Provenance on demand: which rule made a value, from which nodes, through which steps. */
import type { Provenance } from '../model/canonical.ts';
import type { XmlElement } from '../xml/element.ts';
import { inputPath } from './paths/input-path.ts';
import type { InputNode } from './paths/scope.ts';
import type { RuleName } from './run.ts';
import type { Confidence } from './transform.ts';

export interface Trace {
  /** Told of every node whose text is read. */
  read(node: InputNode, text: string): void;
  /** Forgets what was read: another value begins. */
  begin(): void;
  /** Notes that what was read since `begin` became a field of an object. */
  wrote(owner: object, field: string, made: Made): void;
  /** By JSON pointer into the description. */
  pointers(description: object): Record<string, Provenance>;
}

export interface Made {
  readonly rule: RuleName;
  readonly steps: readonly string[];
  readonly confidence: Confidence;
}

const MAX_RAW = 2000;

export function createTrace(root: XmlElement): Trace {
  const notes = new Map<object, Map<string, Provenance>>();
  let nodes: InputNode[] = [];
  let raw = '';
  return {
    read(node, text) {
      if (nodes.length === 0) raw = text.slice(0, MAX_RAW);
      nodes.push(node);
    },
    begin() {
      nodes = [];
      raw = '';
    },
    wrote(owner, field, { rule, steps, confidence }) {
      const fields = notes.get(owner) ?? new Map<string, Provenance>();
      notes.set(owner, fields);
      if (fields.has(field) && nodes.length === 0) return;
      const inputs = nodes.filter((node): node is Exclude<InputNode, string> => typeof node !== 'string');
      fields.set(field, {
        rule: rule.id,
        at: rule.at,
        in: [...new Set(inputs)].map((node) => inputPath(node, root)),
        raw,
        steps: [...steps],
        confidence,
      });
    },
    pointers(description) {
      const found: Record<string, Provenance> = {};
      collect(description, '', { notes, found });
      return found;
    },
  };
}

interface Collection {
  readonly notes: ReadonlyMap<object, ReadonlyMap<string, Provenance>>;
  readonly found: Record<string, Provenance>;
}

function collect(value: unknown, pointer: string, collection: Collection): void {
  if (typeof value !== 'object' || value === null) return;
  const noted = collection.notes.get(value);
  for (const [key, member] of Object.entries(value)) {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const provenance = noted?.get(key);
    if (provenance !== undefined) collection.found[at] = provenance;
    collect(member, at, collection);
  }
}
