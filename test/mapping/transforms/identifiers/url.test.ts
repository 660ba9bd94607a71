import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { url } from '../../../../src/mapping/transforms/identifiers/url.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(url, {
  'gives a location with the role its form shows': [
    { value: 'http://repo.example.org/1', gives: { value: 'http://repo.example.org/1', role: 'unknown' } },
    {
      value: 'https://repo.example.org/handle/12/34',
      gives: { value: 'https://repo.example.org/handle/12/34', role: 'landing' },
    },
    {
      value: 'ftp://ftp.example.org/a.pdf',
      gives: { value: 'ftp://ftp.example.org/a.pdf', role: 'fulltext' },
    },
  ],
  'completes and normalises': [
    { value: 'www.example.org/a', gives: { value: 'http://www.example.org/a', role: 'unknown' } },
    { value: '<http://example.org/a>', gives: { value: 'http://example.org/a', role: 'unknown' } },
    {
      value: 'http://примјер.срб/пут',
      gives: { value: 'http://xn--e1afmkfd0o.xn--90a3ac/%D0%BF%D1%83%D1%82', role: 'unknown' },
    },
    { value: 'http://example.org/?a=1|2', gives: { value: 'http://example.org/?a=1%7C2', role: 'unknown' } },
  ],
  'takes session ids out and keeps the other parameters': [
    {
      value: 'http://example.org/a;jsessionid=1F?id=3',
      gives: { value: 'http://example.org/a?id=3', role: 'unknown' },
    },
    {
      value: 'http://example.org/a?PHPSESSID=77&id=3&b=%20',
      gives: { value: 'http://example.org/a?id=3&b=%20', role: 'unknown' },
    },
  ],
  'leaves a password out and says so': [
    {
      value: 'http://me:secret@example.org/',
      gives: { value: 'http://example.org/', role: 'unknown' },
      reports: ['url.credentials'],
    },
  ],
  'refuses what nobody else can reach': [
    { value: 'http://localhost:8080/xmlui/handle/1/2', gives: { bad: 'url.local' } },
    { value: 'http://192.168.1.5/a', gives: { bad: 'url.local' } },
    { value: 'http://10.0.0.1/a', gives: { bad: 'url.local' } },
    { value: 'http://dspace/handle/1', gives: { bad: 'url.local' } },
    { value: 'http://[::1]/a', gives: { bad: 'url.local' } },
    { value: 'http://0x7f.1/', gives: { bad: 'url.local' } },
  ],
  'claims and reports what cannot be parsed': [
    { value: 'http://exa%mple.org/', gives: { bad: 'url.malformed' } },
  ],
  'leaves other values to others': [
    { value: 'javascript:alert(1)', gives: NOT_MINE },
    { value: 'data:text/html,x', gives: NOT_MINE },
    { value: 'mailto:a@example.org', gives: NOT_MINE },
    { value: 'http://example.org/ is our site', gives: NOT_MINE },
    { value: 'http://', gives: NOT_MINE },
    { value: 'example.org', gives: NOT_MINE },
  ],
});
