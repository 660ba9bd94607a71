/** Paths to what the source format never has: a warning, since what repositories send is not always the standard. */
import { PathSyntaxError } from '../../paths/path-syntax-error.ts';
import type { ResolvedMapping } from '../resolve-mappings.ts';
import { keyOf, type Reporter, type Spot } from '../spot.ts';
import { comparedIn } from './constant-conditions.ts';
import { placesAfter, RECORD, unknownInMarc, unknownValue, type MarcPlace } from './marc-places.ts';
import { followPath, INSTEAD, rootContext, type Context, type Root } from './source-elements.ts';
import { walkMapping, type Place, type Visitor } from './walk.ts';

/**
 * Reports each path for which the known source format has no place. Rules are inherited and blocks are applied, so one
 * path is looked at from several places: it is wrong when it is right in none.
 */
export function checkSourcePaths(mappings: readonly ResolvedMapping[], report: Reporter): void {
  const seen: Seen = new Map();
  const walked = new Map<string, Set<Spot>>();
  for (const mapping of mappings) {
    const looking = LOOKS[mapping.from.format ?? 'xml']?.(mapping);
    if (looking === undefined) continue;
    // Rules are inherited as they are, and the mappings that inherit them mostly look from the same places.
    let known = walked.get(looking.from);
    if (known === undefined) walked.set(looking.from, (known = new Set<Spot>()));
    walkMapping(mapping, visitorOf(looking, seen), (spot) => isIn(known, spot));
  }
  for (const { spot, unknown, isRight } of seen.values()) {
    if (!isRight) for (const message of unknown) report.warn(spot, 'source.unknown', message);
  }
}

/** Whether it was there already; it is from now on. */
function isIn(known: Set<Spot>, spot: Spot): boolean {
  const size = known.size;
  return known.add(spot).size === size;
}

/** By the places in files. */
type Seen = Map<string, SeenSpot>;

interface SeenSpot {
  readonly spot: Spot;
  /** What is unknown about it from the first place. */
  readonly unknown: ReadonlySet<string>;
  /** Right from one place at least. */
  isRight: boolean;
}

interface Looking {
  /** What the answers depend on: equal for mappings that look alike. */
  readonly from: string;
  /** What is unknown about a path at a place. */
  look(path: string, place: Place): readonly string[];
  /** What is wrong with a value that a path is compared with. */
  compare?(path: string, literal: string, place: Place): readonly string[];
}

function visitorOf({ look, compare }: Looking, seen: Seen): Visitor {
  return {
    path(spot, place) {
      // `.` is what is there already, and a variable is no path.
      if (spot.value === '.' || (spot.value.startsWith('$') && !/^\$[a-z\d](?![a-z])/.test(spot.value)))
        return;
      note(spot, () => look(spot.value, place), seen);
    },
    condition(spot, place) {
      if (compare === undefined) return;
      for (const { path, literal } of comparedIn(spot)) {
        note(literal, () => compare(path, String(literal.value), place), seen);
      }
    },
  };
}

function note(spot: Spot, look: () => readonly string[], seen: Seen): void {
  const unknown = new Set(looked(look));
  const known = seen.get(keyOf(spot)) ?? { spot, unknown, isRight: false };
  known.isRight ||= unknown.size === 0;
  seen.set(keyOf(spot), known);
}

/** What is wrong with the syntax of a path is reported where it is compiled. */
function looked(look: () => readonly string[]): readonly string[] {
  try {
    return look();
  } catch (error) {
    if (error instanceof PathSyntaxError) return [];
    throw error;
  }
}

type Format = NonNullable<ResolvedMapping['from']['format']>;

const LOOKS: Partial<Record<Format, (mapping: ResolvedMapping) => Looking>> = {
  marcxml({ linked }) {
    const placesIn = ({ within }: Place): readonly MarcPlace[] =>
      within.reduce<readonly MarcPlace[]>((places, { value }) => placesAfter(value, places), [RECORD]);
    return {
      from: `marcxml ${linked?.script ?? ''}`,
      look: (path, place) => unknownInMarc(path, placesIn(place), linked?.script),
      compare: (path, literal, place) => unknownValue(path, literal, placesIn(place)),
    };
  },
  labelled: () => ({ from: 'labelled', look: lookInLabelled }),
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

/** The fields of labelled text hold text alone, so that no path leads on from one. */
function lookInLabelled(path: string, { within }: Place): readonly string[] {
  const isInside = within.some(({ value }) => value !== '.');
  const isRelative = path.split('|').every((label) => !label.trim().startsWith('/'));
  return isInside && isRelative ? [`no field stands inside another; ${INSTEAD}`] : [];
}

function rootsOf({ from, ns }: ResolvedMapping): readonly Root[] {
  return [from.root ?? []].flat().map((root) => {
    const [prefix, name] = root.includes(':') ? root.split(':') : ['', root];
    return { namespace: ns.get(prefix!)?.value ?? '', name: name! };
  });
}
