import type { Transform } from '../../transform.ts';
import { citation } from './citation.ts';
import { composedHeading } from './composed-heading.ts';
import { coordinatePairs } from './coordinate-pairs.ts';
import { dcmiScheme } from './dcmi-scheme.ts';
import { degrees } from './degrees.ts';
import { extent } from './extent.ts';
import { geo } from './geo.ts';
import { grant } from './grant.ts';
import { imprint } from './imprint.ts';
import { marcCoordinates } from './marc-coordinates.ts';
import { marcEnumeration } from './marc-enumeration.ts';
import { nonfiling } from './nonfiling.ts';
import { pages } from './pages.ts';
import { part } from './part.ts';
import { periodHeading } from './period-heading.ts';
import { relation } from './relation.ts';

export const BIBLIOGRAPHIC: readonly Transform[] = [
  citation, composedHeading, coordinatePairs, dcmiScheme, degrees, extent, grant, imprint, pages, part, periodHeading, relation,
  geo, marcCoordinates, marcEnumeration, nonfiling,
]; // prettier-ignore
