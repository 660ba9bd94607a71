import type { Transform } from '../../transform.ts';
import { isni } from './isni.ts';
import { marcName } from './marc-name.ts';
import { name } from './name.ts';
import { nameDates } from './name-dates.ts';
import { nameIdentifier } from './name-identifier.ts';
import { orcid } from './orcid.ts';
import { relator } from './relator.ts';
import { roleInText } from './role-in-text.ts';
import { ror } from './ror.ts';

export const AGENTS: readonly Transform[] = [
  name,
  nameDates,
  roleInText,
  relator,
  orcid,
  isni,
  marcName,
  ror,
  nameIdentifier,
];
