import { langTag } from '../../../../src/mapping/transforms/language/lang-tag.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(langTag, {
  'gives a tag in canonical case': [
    { value: 'SR-cyrl-rs', gives: 'sr-Cyrl-RS' },
    { value: 'eng', gives: 'en' },
    { value: 'en-EN', gives: 'en' },
    { value: 'sr_RS@latin', gives: 'sr-Latn-RS' },
    { value: 'es-419', gives: 'es-419' },
  ],
  'refuses what is no language': [{ value: 'xx-none-of-it', gives: { bad: 'language.unknown' } }],
});
