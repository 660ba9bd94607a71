/** Transforms of output mappings: canonical values → text. A value that cannot be expressed is omitted. */
import type { Transform } from '../../transform.ts';
import { citationLine } from './citation-line.ts';
import { edtfToW3cdtf } from './edtf-to-w3cdtf.ts';
import { geoText } from './geo-text.ts';
import { grantUri } from './grant-uri.ts';
import { idAsUri } from './id-as-uri.ts';
import { isbdTitle } from './isbd-title.ts';
import { iso639_2b } from './iso639-2b.ts';
import { nameInverted } from './name-inverted.ts';
import { originEvents } from './origin-events.ts';
import { relationText } from './relation-text.ts';
import { relationUri } from './relation-uri.ts';
import { relatorLabel } from './relator-label.ts';
import { titleForms } from './title-forms.ts';

export const OUTPUT: readonly Transform[] = [
  iso639_2b,
  edtfToW3cdtf,
  isbdTitle,
  nameInverted,
  citationLine,
  idAsUri,
  grantUri,
  relationUri,
  relationText,
  relatorLabel,
  geoText,
  titleForms,
  originEvents,
];
