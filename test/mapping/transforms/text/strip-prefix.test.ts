import { stripPrefix } from '../../../../src/mapping/transforms/text/strip-prefix.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(stripPrefix, {
  'takes a label off an abstract': [
    { value: 'Abstract: Tito met', args: { builtin: 'abstract_labels' }, gives: 'Tito met' },
    { value: 'SUMMARY/ABSTRACT:  Tito met', args: { builtin: 'abstract_labels' }, gives: 'Tito met' },
    { value: 'Сажетак. Тито', args: { builtin: 'abstract_labels' }, gives: 'Тито' },
    { value: '摘要：鐵托', args: { builtin: 'abstract_labels' }, gives: '鐵托' },
    { value: '초록: 티토', args: { builtin: 'abstract_labels' }, gives: '티토' },
    { value: 'Résumé\nTito', args: { builtin: 'abstract_labels' }, gives: 'Tito' },
  ],
  'leaves a text that begins with the word': [
    { value: 'Abstract algebra is', args: { builtin: 'abstract_labels' }, gives: 'Abstract algebra is' },
    { value: '摘要集的研究', args: { builtin: 'abstract_labels' }, gives: '摘要集的研究' },
  ],
  'takes prefixes of a list': [{ value: 'DOI 10.1/a', args: { list: ['doi '] }, gives: '10.1/a' }],
  'knows "by"': [
    { value: 'by John Smith', args: { builtin: 'by' }, gives: 'John Smith' },
    { value: 'Byron', args: { builtin: 'by' }, gives: 'Byron' },
  ],
});
