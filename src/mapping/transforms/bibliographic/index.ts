import type { Transform } from '../../transform.ts';
import { citation } from './citation.ts';
import { dcmiScheme } from './dcmi-scheme.ts';
import { extent } from './extent.ts';
import { grant } from './grant.ts';
import { imprint } from './imprint.ts';
import { pages } from './pages.ts';
import { part } from './part.ts';
import { periodHeading } from './period-heading.ts';
import { relation } from './relation.ts';

export const BIBLIOGRAPHIC: readonly Transform[] = [
  citation, dcmiScheme, extent, grant, imprint, pages, part, periodHeading, relation,
]; // prettier-ignore
