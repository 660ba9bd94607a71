import { detectScript } from '../../../../src/mapping/transforms/language/detect-script.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(detectScript, {
  'names the script of most letters': [
    { value: 'Први Титов сусрет', gives: 'Cyrl' },
    { value: 'Tito’s First Meeting', gives: 'Latn' },
    { value: 'Ελληνικά', gives: 'Grek' },
    { value: 'العربية', gives: 'Arab' },
    { value: '人民日报', gives: 'Hani' },
    { value: '日本語の歴史', gives: 'Jpan' },
    { value: '한국의 역사', gives: 'Hang' },
    { value: 'Први сусрет XX', gives: 'Cyrl' },
  ],
  'says nothing of too few letters or without a majority': [
    { value: 'ab', gives: undefined },
    { value: '1944.', gives: undefined },
    { value: 'abcабв', gives: undefined },
  ],
});
