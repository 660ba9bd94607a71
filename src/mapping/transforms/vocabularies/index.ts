import type { Transform } from '../../transform.ts';
import { accessRight } from './access-right.ts';
import { classification } from './classification.ts';
import { coarType } from './coar-type.ts';
import { coarVersion } from './coar-version.ts';
import { copyright } from './copyright.ts';
import { dcmiType } from './dcmi-type.ts';
import { licence } from './licence.ts';
import { mediaType } from './media-type.ts';

export const VOCABULARIES: readonly Transform[] = [
  accessRight, classification, coarType, coarVersion, copyright, dcmiType, licence, mediaType,
]; // prettier-ignore
