import type { Transform } from '../../transform.ts';
import { detectScript } from './detect-script.ts';
import { lang } from './lang.ts';
import { langTag } from './lang-tag.ts';

export const LANGUAGE: readonly Transform[] = [lang, langTag, detectScript];
