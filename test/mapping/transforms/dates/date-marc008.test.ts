import { dateMarc008 } from '../../../../src/mapping/transforms/dates/date-marc008.ts';
import { describeTransform } from '../apply-transform.ts';

const NOTHING: unknown[] = [];

describeTransform(dateMarc008, {
  'a single date is a date of issue': [
    { value: 's2010    ', gives: [{ type: 'issued', edtf: '2010', raw: '2010', start: '2010-01-01', end: '2010-12-31' }] },
    { value: 's2010', gives: [{ type: 'issued', edtf: '2010', raw: '2010', start: '2010-01-01', end: '2010-12-31' }] },
    { value: 's199u    ', gives: [{ type: 'issued', edtf: '199X', raw: '199u', start: '1990-01-01', end: '1999-12-31' }] },
    { value: 's19uu    ', gives: [{ type: 'issued', edtf: '19XX', raw: '19uu', start: '1900-01-01', end: '1999-12-31' }] },
  ],
  'reads a blank that an editor of MARC text wrote as backslash': [
    { value: 's2010\\\\\\\\', gives: [{ type: 'issued', edtf: '2010', raw: '2010', start: '2010-01-01', end: '2010-12-31' }] },
  ],
  'a single date stands before whatever follows it': [
    { value: 's2010 gw ', gives: [{ type: 'issued', edtf: '2010', raw: '2010', start: '2010-01-01', end: '2010-12-31' }] },
  ],
  'the second date is the copyright': [
    {
      value: 't20102009',
      gives: [
        { type: 'issued', edtf: '2010', raw: '2010', start: '2010-01-01', end: '2010-12-31' },
        { type: 'copyright', edtf: '2009', raw: '2009', start: '2009-01-01', end: '2009-12-31' },
      ],
    },
  ],
  'a reprint and its original': [
    {
      value: 'r19831857',
      gives: [
        { type: 'issued', edtf: '1983', raw: '1983', start: '1983-01-01', end: '1983-12-31' },
        { type: 'other', edtf: '1857', raw: '1857', start: '1857-01-01', end: '1857-12-31', note: 'original publication' },
      ],
    },
  ],
  'a release and its production': [
    {
      value: 'p19831980',
      gives: [
        { type: 'issued', edtf: '1983', raw: '1983', start: '1983-01-01', end: '1983-12-31' },
        { type: 'created', edtf: '1980', raw: '1980', start: '1980-01-01', end: '1980-12-31' },
      ],
    },
  ],
  'a detailed date': [
    { value: 'e19830615', gives: [{ type: 'issued', edtf: '1983-06-15', raw: '19830615', start: '1983-06-15', end: '1983-06-15' }] },
    { value: 'e198306  ', gives: [{ type: 'issued', edtf: '1983-06', raw: '198306', start: '1983-06-01', end: '1983-06-30' }] },
  ],
  'what is still published is open': [
    { value: 'c19959999', gives: [{ type: 'issued', edtf: '1995/..', raw: '1995-9999', start: '1995-01-01' }] },
  ],
  'what has ended is an interval': [
    { value: 'd19951999', gives: [{ type: 'issued', edtf: '1995/1999', raw: '1995-1999', start: '1995-01-01', end: '1999-12-31' }] },
    { value: 'd195019uu', gives: [{ type: 'issued', edtf: '1950/19XX', raw: '1950-19uu', start: '1950-01-01', end: '1999-12-31' }] },
  ],
  'of what nobody knows whether it has ended the end stays empty': [
    { value: 'u1995uuuu', gives: [{ type: 'issued', edtf: '1995/', raw: '1995-uuuu', start: '1995-01-01' }] },
  ],
  'several volumes': [
    { value: 'm19951999', gives: [{ type: 'issued', edtf: '1995/1999', raw: '1995-1999', start: '1995-01-01', end: '1999-12-31' }] },
    { value: 'm19959999', gives: [{ type: 'issued', edtf: '1995/..', raw: '1995-9999', start: '1995-01-01' }] },
    { value: 'm19951995', gives: [{ type: 'issued', edtf: '1995', raw: '1995', start: '1995-01-01', end: '1995-12-31' }] },
  ],
  'a collection was made between its dates': [
    { value: 'i18501900', gives: [{ type: 'created', edtf: '1850/1900', raw: '1850-1900', start: '1850-01-01', end: '1900-12-31' }] },
    { value: 'k18801890', gives: [{ type: 'created', edtf: '1880/1890', raw: '1880-1890', start: '1880-01-01', end: '1890-12-31' }] },
  ],
  'a questionable date is one year of a span': [
    {
      value: 'q19031907',
      gives: [{ type: 'issued', edtf: '[1903..1907]', raw: '1903-1907', qualifiers: ['uncertain'], start: '1903-01-01', end: '1907-12-31' }],
    },
    { value: 'q1903    ', gives: [{ type: 'issued', edtf: '1903?', raw: '1903', qualifiers: ['uncertain'], start: '1903-01-01', end: '1903-12-31' }] },
  ],
  'what says nothing gives nothing': [
    { value: 'nuuuuuuuu', gives: NOTHING },
    { value: 'b        ', gives: NOTHING },
    { value: '|||||||||', gives: NOTHING },
    { value: 's        ', gives: NOTHING },
    { value: 's||||||||', gives: NOTHING },
    { value: 's9999    ', gives: NOTHING },
    { value: 'uuuuuuuuu', gives: NOTHING },
  ],
  'refuses what is no coded date': [
    { value: 'z2010    ', gives: { bad: 'date.marc-coded' } },
    { value: 's20a0    ', gives: { bad: 'date.marc-coded' } },
    { value: 'd19991995', gives: { bad: 'date.marc-coded' } },
    { value: 'q19991995', gives: { bad: 'date.marc-coded' } },
  ],
}); // prettier-ignore
