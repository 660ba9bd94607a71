import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { isbn } from '../../../../src/mapping/transforms/identifiers/isbn.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(isbn, {
  'gives 13 digits': [
    { value: 'ISBN 86-7403-147-1', gives: { scheme: 'isbn', value: '9788674031476' } },
    { value: 'ISBN-13: 978-86-7403-147-6', gives: { scheme: 'isbn', value: '9788674031476' } },
    { value: '978-86-7403-147-6', gives: { scheme: 'isbn', value: '9788674031476' } },
    { value: 'isbn:080442957X', gives: { scheme: 'isbn', value: '9780804429573' } },
  ],
  'keeps the remark in brackets as qualifier, and drops ISBD punctuation and price': [
    {
      value: 'URN:ISBN:978-86-7403-147-6 (broš.) :',
      gives: { scheme: 'isbn', value: '9788674031476', qualifier: 'broš.' },
    },
    {
      value: '9788674031476 (pbk.) : $12.00',
      gives: { scheme: 'isbn', value: '9788674031476', qualifier: 'pbk.' },
    },
  ],
  'keeps a number with a wrong check digit, marked invalid': [
    {
      value: 'ISBN 978-86-7403-147-7',
      gives: { scheme: 'isbn', value: '9788674031477', invalid: true },
      reports: ['isbn.invalid'],
    },
    {
      value: '978-86-7403-147-7',
      gives: { scheme: 'isbn', value: '9788674031477', invalid: true },
      reports: ['isbn.invalid'],
    },
  ],
  'is less sure of ten digits without a label': [
    { value: '080442957X', gives: { scheme: 'isbn', value: '9780804429573' }, confidence: 'likely' },
  ],
  'claims and reports a label without a number': [{ value: 'ISBN 12345', gives: { bad: 'isbn.malformed' } }],
  'leaves other numbers to others': [
    { value: '1234567890', gives: NOT_MINE },
    { value: '1234567890123', gives: NOT_MINE },
    { value: '12-34', gives: NOT_MINE },
  ],
});
