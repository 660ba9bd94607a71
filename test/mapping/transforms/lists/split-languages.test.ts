import { splitLanguages } from '../../../../src/mapping/transforms/lists/split-languages.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(splitLanguages, {
  'splits at separators and words': [
    { value: 'eng; ger', gives: ['eng', 'ger'] },
    { value: 'English, German and French', gives: ['English', 'German', 'French'] },
    { value: 'en fr', gives: ['en', 'fr'] },
    { value: 'srpski i engleski', gives: ['srpski', 'engleski'] },
  ],
  'leaves two codes of one language, and names of two words': [
    { value: 'deu/ger', gives: ['deu/ger'] },
    { value: 'Old Norse', gives: ['Old Norse'] },
    { value: 'Occitan (post 1500)', gives: 'Occitan (post 1500)' },
  ],
});
