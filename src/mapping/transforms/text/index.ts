import type { Transform } from '../../transform.ts';
import { casefold } from './casefold.ts';
import { collapseLines } from './collapse-lines.ts';
import { definition } from './definition.ts';
import { extract } from './extract.ts';
import { fixMojibake } from './fix-mojibake.ts';
import { int } from './int.ts';
import { lower } from './lower.ts';
import { nfc } from './nfc.ts';
import { placeholder } from './placeholder.ts';
import { replace } from './replace.ts';
import { stripMarkup } from './strip-markup.ts';
import { stripPrefix } from './strip-prefix.ts';
import { stripSuffix } from './strip-suffix.ts';
import { template } from './template.ts';
import { trim } from './trim.ts';
import { trimBrackets } from './trim-brackets.ts';
import { trimFinalDot } from './trim-final-dot.ts';
import { trimPunct } from './trim-punct.ts';
import { truncate } from './truncate.ts';
import { unescapeEntities } from './unescape-entities.ts';
import { upper } from './upper.ts';

export const TEXT: readonly Transform[] = [
  nfc,
  fixMojibake,
  unescapeEntities,
  stripMarkup,
  collapseLines,
  trim,
  placeholder,
  trimPunct,
  trimFinalDot,
  trimBrackets,
  stripPrefix,
  stripSuffix,
  lower,
  upper,
  casefold,
  replace,
  definition,
  extract,
  template,
  truncate,
  int,
];
