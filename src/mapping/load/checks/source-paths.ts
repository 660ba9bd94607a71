/** Paths to what the source format never has: a warning, since what repositories send is not always the standard. */
import { PathSyntaxError } from '../../paths/path-syntax-error.ts';
import type { ResolvedMapping } from '../resolve-mappings.ts';
import { keyOf, type Reporter, type Spot } from '../spot.ts';
import { unknownFields } from './marc-fields.ts';
import { followPath, rootContext, type Context, type Root } from './source-elements.ts';
import { walkMapping, type Place, type Visitor } from './walk.ts';

/**
 * Reports each path for which the known source format has no place. Rules are inherited and blocks are applied, so one
 * path is looked at from several places: it is wrong when it is right in none.
 */
export function checkSourcePaths(mappings: readonly ResolvedMapping[], report: Reporter): void {
  const paths = new Map<string, SeenPath>();
  const walked = new Map<string, Set<Spot>>();
  for (const mapping of mappings) {
    const looking = LOOKS[mapping.from.format ?? 'xml']?.(mapping);
    if (looking === undefined) continue;
    // Rules are inherited as they are, and the mappings that inherit them mostly look from the same places.
    let known = walked.get(looking.from);
    if (known === undefined) walked.set(looking.from, (known = new Set<Spot>()));
    const visitor: Visitor = { path: (spot, place) => note(spot, place, { look: looking.look, paths }) };
    walkMapping(mapping, visitor, (spot) => isIn(known, spot));
  }
  for (const { spot, unknown, isRight } of paths.values()) {
    if (!isRight) for (const message of unknown) report.warn(spot, 'source.unknown', message);
  }
}

/** Whether it was there already; it is from now on. */
function isIn(known: Set<Spot>, spot: Spot): boolean {
  const size = known.size;
  return known.add(spot).size === size;
}

interface SeenPath {
  readonly spot: Spot<string>;
  /** What is unknown about it from the first place. */
  readonly unknown: ReadonlySet<string>;
  /** Right from one place at least. */
  isRight: boolean;
}

interface Looking {
  /** What the answers depend on: equal for mappings that look alike. */
  readonly from: string;
  readonly look: Look;
}

/** What is unknown about a path at a place. */
type Look = (path: string, place: Place) => readonly string[];

function note(
  spot: Spot<string>,
  place: Place,
  { look, paths }: { readonly look: Look; readonly paths: Map<string, SeenPath> },
): void {
  // `.` is what is there already, and a variable is no path.
  if (spot.value === '.' || (spot.value.startsWith('$') && !/^\$[a-z\d](?![a-z])/.test(spot.value))) return;
  const key = keyOf(spot);
  const unknown = new Set(looked(look, spot.value, place));
  const path = paths.get(key) ?? { spot, unknown, isRight: false };
  path.isRight ||= unknown.size === 0;
  paths.set(key, path);
}

/** What is wrong with the syntax of a path is reported where it is compiled. */
function looked(look: Look, path: string, place: Place): readonly string[] {
  try {
    return look(path, place);
  } catch (error) {
    if (error instanceof PathSyntaxError) return [];
    throw error;
  }
}

type Format = NonNullable<ResolvedMapping['from']['format']>;

const LOOKS: Partial<Record<Format, (mapping: ResolvedMapping) => Looking>> = {
  marcxml: () => ({ from: 'marcxml', look: unknownFields }),
  xml(mapping) {
    const declared = Object.fromEntries([...mapping.ns].map(([prefix, { value }]) => [prefix, value]));
    const root = rootContext(rootsOf(mapping));
    const surroundings = { namespaces: { declared, alsoIn: {} }, root };
    const contexts = new Map<string, Context>([['', root]]);
    const contextOf = (within: Place['within']): Context => {
      const key = within.map(({ value }) => `\u0000${value}`).join('');
      if (!contexts.has(key)) {
        const context = contextOf(within.slice(0, -1));
        contexts.set(key, followPath(within.at(-1)!.value, { ...surroundings, context }).context);
      }
      return contexts.get(key);
    };
    return {
      from: JSON.stringify([declared, root?.map(({ name }) => name)]),
      look: (path, { within }) => followPath(path, { ...surroundings, context: contextOf(within) }).unknown,
    };
  },
};

function rootsOf({ from, ns }: ResolvedMapping): readonly Root[] {
  return [from.root ?? []].flat().map((root) => {
    const [prefix, name] = root.includes(':') ? root.split(':') : ['', root];
    return { namespace: ns.get(prefix!)?.value ?? '', name: name! };
  });
}
