import { lang } from '../../../../src/mapping/transforms/language/lang.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(lang, {
  'reads codes, old codes and URIs': [
    { value: 'eng', gives: { iso639_3: 'eng', bcp47: 'en' } },
    { value: 'ger', gives: { iso639_3: 'deu', bcp47: 'de' } },
    { value: 'Chi', gives: { iso639_3: 'zho', bcp47: 'zh' } },
    { value: 'scc', gives: { iso639_3: 'srp', bcp47: 'sr' } },
    { value: 'iw', gives: { iso639_3: 'heb', bcp47: 'he' } },
    { value: 'no', gives: { iso639_3: 'nor', bcp47: 'no' } },
    { value: 'http://id.loc.gov/vocabulary/iso639-2/fre', gives: { iso639_3: 'fra', bcp47: 'fr' } },
  ],
  'reads tags and locales': [
    { value: 'sr-Cyrl', gives: { iso639_3: 'srp', bcp47: 'sr-Cyrl', script: 'Cyrl' } },
    { value: 'en_US', gives: { iso639_3: 'eng', bcp47: 'en-US' } },
    { value: 'sr_RS@latin', gives: { iso639_3: 'srp', bcp47: 'sr-Latn-RS', script: 'Latn' } },
    { value: 'en_US.UTF-8', gives: { iso639_3: 'eng', bcp47: 'en-US' } },
    { value: 'zh-cmn-Hans', gives: { iso639_3: 'cmn', bcp47: 'cmn-Hans', script: 'Hans' } },
    { value: 'en-EN', gives: { iso639_3: 'eng', bcp47: 'en' } },
    { value: 'de-1996', gives: { iso639_3: 'deu', bcp47: 'de-1996' } },
    { value: 'sh', gives: { iso639_3: 'hbs', bcp47: 'sh' } },
  ],
  'reads names in many languages': [
    { value: 'Serbian', gives: { iso639_3: 'srp', bcp47: 'sr', raw: 'Serbian' } },
    { value: 'немачки', gives: { iso639_3: 'deu', bcp47: 'de', raw: 'немачки' } },
    { value: 'srpski jezik', gives: { iso639_3: 'srp', bcp47: 'sr', raw: 'srpski jezik' } },
    { value: 'Español', gives: { iso639_3: 'spa', bcp47: 'es', raw: 'Español' } },
    { value: '日本語', gives: { iso639_3: 'jpn', bcp47: 'ja', raw: '日本語' } },
    { value: 'Almanca', gives: { iso639_3: 'deu', bcp47: 'de', raw: 'Almanca' } },
    {
      value: 'English (United States)',
      gives: { iso639_3: 'eng', bcp47: 'en-US', raw: 'English (United States)' },
    },
    {
      value: 'Serbian (Latin)',
      gives: { iso639_3: 'srp', bcp47: 'sr-Latn', script: 'Latn', raw: 'Serbian (Latin)' },
    },
    { value: 'Occitan (post 1500)', gives: { iso639_3: 'oci', bcp47: 'oc', raw: 'Occitan (post 1500)' } },
  ],
  'reads two names of one language once': [
    { value: 'deu/ger', gives: [{ iso639_3: 'deu', bcp47: 'de' }] },
    {
      value: 'eng/fre',
      gives: [
        { iso639_3: 'eng', bcp47: 'en' },
        { iso639_3: 'fra', bcp47: 'fr' },
      ],
    },
  ],
  'keeps the known one of a pair and reports the other': [
    {
      value: 'Valbonnais dialect / occitan',
      gives: [{ iso639_3: 'oci', bcp47: 'oc', raw: 'occitan' }],
      reports: ['language.unknown'],
    },
  ],
  'refuses what is no language': [
    { value: 'GE', gives: { bad: 'language.unknown' } },
    { value: 'other', gives: { bad: 'language.unknown' } },
    { value: 'Latn', gives: { bad: 'language.unknown' } },
    { value: 'Language note', gives: { bad: 'language.unknown' } },
  ],
});
