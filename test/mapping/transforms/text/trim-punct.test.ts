import { trimPunct } from '../../../../src/mapping/transforms/text/trim-punct.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(trimPunct, {
  'takes ISBD punctuation off the end': [
    { value: 'Title /', gives: 'Title' },
    { value: 'Beograd :', gives: 'Beograd' },
    { value: 'Title =', gives: 'Title' },
    { value: 'help;', gives: 'help' },
    { value: '- item', gives: 'item' },
  ],
  'takes a full stop that ends a sentence': [{ value: 'A history of Serbia.', gives: 'A history of Serbia' }],
  'keeps the stop of abbreviations, initials, numbers and ellipses': [
    { value: 'Smith, John Jr.', gives: 'Smith, John Jr.' },
    { value: 'Popović, Nikola B.', gives: 'Popović, Nikola B.' },
    { value: 'Ослобођење Београда 1944.', gives: 'Ослобођење Београда 1944.' },
    { value: 'and so on...', gives: 'and so on...' },
  ],
  'keeps C++': [{ value: 'C++', gives: 'C++' }],
});
