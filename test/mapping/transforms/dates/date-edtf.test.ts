import { describe, expect, test } from 'vitest';
import { dateEdtf } from '../../../../src/mapping/transforms/dates/date-edtf.ts';
import { applyInLanguage } from '../apply-in-context.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(dateEdtf, {
  'reads the sets of EDTF': [
    {
      value: '[1998..1999]',
      gives: [
        { edtf: '[1998..1999]', raw: '[1998..1999]', qualifiers: [], start: '1998-01-01', end: '1999-12-31' },
      ],
    },
    {
      value: '{1960,1961}',
      gives: [
        { edtf: '1960', raw: '{1960,1961}', qualifiers: [], start: '1960-01-01', end: '1960-12-31' },
        { edtf: '1961', raw: '{1960,1961}', qualifiers: [], start: '1961-01-01', end: '1961-12-31' },
      ],
    },
    {
      value: '{1998-05..2000}',
      gives: [
        {
          edtf: '1998-05/2000',
          raw: '{1998-05..2000}',
          qualifiers: [],
          start: '1998-05-01',
          end: '2000-12-31',
        },
      ],
    },
    {
      value: '[..1998]',
      gives: [{ edtf: '../1998', raw: '[..1998]', qualifiers: [], end: '1998-12-31' }],
    },
    {
      value: '[1998..]',
      gives: [{ edtf: '1998/..', raw: '[1998..]', qualifiers: [], start: '1998-01-01' }],
    },
    { value: '{1998,the year after}', gives: { bad: 'date.unparseable' } },
    { value: '[2000..1998]', gives: { bad: 'date.unparseable' } },
  ],
  'takes the year of our calendar that stands beside the year of an era': [
    {
      value: 'Heisei 10 [1998]',
      gives: [
        {
          edtf: '1998',
          raw: 'Heisei 10 [1998]',
          qualifiers: ['inferred'],
          start: '1998-01-01',
          end: '1998-12-31',
        },
      ],
    },
    {
      value: '平成10年 [1998]',
      gives: [
        {
          edtf: '1998',
          raw: '平成10年 [1998]',
          qualifiers: ['inferred'],
          start: '1998-01-01',
          end: '1998-12-31',
        },
      ],
    },
    {
      value: '1423 H. [2002]',
      gives: [
        {
          edtf: '2002',
          raw: '1423 H. [2002]',
          qualifiers: ['inferred'],
          start: '2002-01-01',
          end: '2002-12-31',
        },
      ],
    },
  ],
  'keeps the precision of ISO dates and leaves times out': [
    {
      value: '2005-06',
      gives: [{ edtf: '2005-06', raw: '2005-06', qualifiers: [], start: '2005-06-01', end: '2005-06-30' }],
    },
    {
      value: '2010-03-15',
      gives: [
        { edtf: '2010-03-15', raw: '2010-03-15', qualifiers: [], start: '2010-03-15', end: '2010-03-15' },
      ],
    },
    {
      value: '2021-02-01T08:00:00Z',
      gives: [
        {
          edtf: '2021-02-01',
          raw: '2021-02-01T08:00:00Z',
          qualifiers: [],
          start: '2021-02-01',
          end: '2021-02-01',
        },
      ],
    },
    {
      value: '2015-07-16 12:23:02.443000',
      gives: [
        {
          edtf: '2015-07-16',
          raw: '2015-07-16 12:23:02.443000',
          qualifiers: [],
          start: '2015-07-16',
          end: '2015-07-16',
        },
      ],
    },
    {
      value: '20100315',
      gives: [
        { edtf: '2010-03-15', raw: '20100315', qualifiers: [], start: '2010-03-15', end: '2010-03-15' },
      ],
    },
    {
      value: '2004-06-XX',
      gives: [{ edtf: '2004-06', raw: '2004-06-XX', qualifiers: [], start: '2004-06-01', end: '2004-06-30' }],
    },
    {
      value: '1984~',
      gives: [
        { edtf: '1984~', raw: '1984~', qualifiers: ['approximate'], start: '1984-01-01', end: '1984-12-31' },
      ],
    },
    { value: '../1985', gives: [{ edtf: '../1985', raw: '../1985', qualifiers: [], end: '1985-12-31' }] },
    { value: '1985/..', gives: [{ edtf: '1985/..', raw: '1985/..', qualifiers: [], start: '1985-01-01' }] },
  ],
  'reads dates of catalogues': [
    {
      value: '[ca. 1920]',
      gives: [
        {
          edtf: '1920~',
          raw: '[ca. 1920]',
          qualifiers: ['approximate', 'inferred'],
          start: '1920-01-01',
          end: '1920-12-31',
        },
      ],
    },
    {
      value: '19uu',
      gives: [{ edtf: '19XX', raw: '19uu', qualifiers: [], start: '1900-01-01', end: '1999-12-31' }],
    },
    {
      value: '[19--?]',
      gives: [
        {
          edtf: '19XX?',
          raw: '[19--?]',
          qualifiers: ['uncertain', 'inferred'],
          start: '1900-01-01',
          end: '1999-12-31',
        },
      ],
    },
    {
      value: 'c1999.',
      gives: [
        {
          edtf: '1999',
          raw: 'c1999.',
          qualifiers: [],
          type: 'copyright',
          start: '1999-01-01',
          end: '1999-12-31',
        },
      ],
    },
    {
      value: '©2011',
      gives: [
        {
          edtf: '2011',
          raw: '©2011',
          qualifiers: [],
          type: 'copyright',
          start: '2011-01-01',
          end: '2011-12-31',
        },
      ],
    },
    {
      value: 'cop. 1999',
      gives: [
        {
          edtf: '1999',
          raw: 'cop. 1999',
          qualifiers: [],
          type: 'copyright',
          start: '1999-01-01',
          end: '1999-12-31',
        },
      ],
    },
    {
      value: '198-',
      gives: [{ edtf: '198X', raw: '198-', qualifiers: [], start: '1980-01-01', end: '1989-12-31' }],
    },
    {
      value: '198?',
      gives: [{ edtf: '198X', raw: '198?', qualifiers: [], start: '1980-01-01', end: '1989-12-31' }],
    },
    {
      value: '19??',
      gives: [{ edtf: '19XX', raw: '19??', qualifiers: [], start: '1900-01-01', end: '1999-12-31' }],
    },
    {
      value: '1999 [i.e. 1998]',
      gives: [
        { edtf: '1998', raw: '1999 [i.e. 1998]', qualifiers: [], start: '1998-01-01', end: '1998-12-31' },
      ],
    },
    {
      value: '1423 [2002]',
      gives: [{ edtf: '2002', raw: '1423 [2002]', qualifiers: [], start: '2002-01-01', end: '2002-12-31' }],
    },
    {
      value: 'MDCCLXXVI',
      gives: [{ edtf: '1776', raw: 'MDCCLXXVI', qualifiers: [], start: '1776-01-01', end: '1776-12-31' }],
    },
    {
      value: '(1876)',
      gives: [{ edtf: '1876', raw: '(1876)', qualifiers: [], start: '1876-01-01', end: '1876-12-31' }],
    },
    {
      value: '2005?',
      gives: [
        { edtf: '2005?', raw: '2005?', qualifiers: ['uncertain'], start: '2005-01-01', end: '2005-12-31' },
      ],
    },
  ],
  'reads spans': [
    {
      value: '1940-1949',
      gives: [
        { edtf: '1940/1949', raw: '1940-1949', qualifiers: [], start: '1940-01-01', end: '1949-12-31' },
      ],
    },
    {
      value: '1974–2014',
      gives: [
        { edtf: '1974/2014', raw: '1974–2014', qualifiers: [], start: '1974-01-01', end: '2014-12-31' },
      ],
    },
    {
      value: '2010/2014',
      gives: [
        { edtf: '2010/2014', raw: '2010/2014', qualifiers: [], start: '2010-01-01', end: '2014-12-31' },
      ],
    },
    {
      value: '(1870-1871)',
      gives: [
        { edtf: '1870/1871', raw: '(1870-1871)', qualifiers: [], start: '1870-01-01', end: '1871-12-31' },
      ],
    },
    {
      value: '1945?-1950?',
      gives: [
        {
          edtf: '1945?/1950?',
          raw: '1945?-1950?',
          qualifiers: ['uncertain'],
          start: '1945-01-01',
          end: '1950-12-31',
        },
      ],
    },
    {
      value: '1937-1941?',
      gives: [
        {
          edtf: '1937/1941?',
          raw: '1937-1941?',
          qualifiers: ['uncertain'],
          start: '1937-01-01',
          end: '1941-12-31',
        },
      ],
    },
    {
      value: 'ca. 1750-1850',
      gives: [
        {
          edtf: '1750~/1850~',
          raw: 'ca. 1750-1850',
          qualifiers: ['approximate'],
          start: '1750-01-01',
          end: '1850-12-31',
        },
      ],
    },
    {
      value: 'c. 1924–2005',
      gives: [
        {
          edtf: '1924~/2005~',
          raw: 'c. 1924–2005',
          qualifiers: ['approximate'],
          start: '1924-01-01',
          end: '2005-12-31',
        },
      ],
    },
    {
      value: '1998-99',
      gives: [{ edtf: '1998/1999', raw: '1998-99', qualifiers: [], start: '1998-01-01', end: '1999-12-31' }],
    },
    {
      value: '1880-90?',
      gives: [
        {
          edtf: '1880?/1890?',
          raw: '1880-90?',
          qualifiers: ['uncertain'],
          start: '1880-01-01',
          end: '1890-12-31',
        },
      ],
    },
    {
      value: '2012-06-01 -- 2016-06-01',
      gives: [
        {
          edtf: '2012-06-01/2016-06-01',
          raw: '2012-06-01 -- 2016-06-01',
          qualifiers: [],
          start: '2012-06-01',
          end: '2016-06-01',
        },
      ],
    },
    {
      value: '2025-07-13/2025-07-16',
      gives: [
        {
          edtf: '2025-07-13/2025-07-16',
          raw: '2025-07-13/2025-07-16',
          qualifiers: [],
          start: '2025-07-13',
          end: '2025-07-16',
        },
      ],
    },
    { value: '1950-', gives: [{ edtf: '1950/..', raw: '1950-', qualifiers: [], start: '1950-01-01' }] },
    {
      value: 'ca. after 1700',
      gives: [{ edtf: '1700~/..', raw: 'ca. after 1700', qualifiers: ['approximate'], start: '1700-01-01' }],
    },
    {
      value: 'before 1850',
      gives: [{ edtf: '../1850', raw: 'before 1850', qualifiers: [], end: '1850-12-31' }],
    },
    {
      value: 'March-April 2010',
      gives: [
        {
          edtf: '2010-03/2010-04',
          raw: 'March-April 2010',
          qualifiers: [],
          start: '2010-03-01',
          end: '2010-04-30',
        },
      ],
    },
  ],
  'reads one of two dates as a set': [
    {
      value: 'between 1920 and 1930',
      gives: [
        {
          edtf: '[1920..1930]',
          raw: 'between 1920 and 1930',
          qualifiers: [],
          start: '1920-01-01',
          end: '1930-12-31',
        },
      ],
    },
    {
      value: '[between 1920 and 1930?]',
      gives: [
        {
          edtf: '[1920..1930]',
          raw: '[between 1920 and 1930?]',
          qualifiers: ['uncertain', 'inferred'],
          start: '1920-01-01',
          end: '1930-12-31',
        },
      ],
    },
    {
      value: '1998 or 1999',
      gives: [
        { edtf: '[1998..1999]', raw: '1998 or 1999', qualifiers: [], start: '1998-01-01', end: '1999-12-31' },
      ],
    },
  ],
  'reads decades and centuries': [
    {
      value: "1960's",
      gives: [{ edtf: '196X', raw: "1960's", qualifiers: [], start: '1960-01-01', end: '1969-12-31' }],
    },
    {
      value: '1950s',
      gives: [{ edtf: '195X', raw: '1950s', qualifiers: [], start: '1950-01-01', end: '1959-12-31' }],
    },
    {
      value: '1890er Jahre',
      gives: [{ edtf: '189X', raw: '1890er Jahre', qualifiers: [], start: '1890-01-01', end: '1899-12-31' }],
    },
    {
      value: 'Late 19th century',
      gives: [
        { edtf: '18XX', raw: 'Late 19th century', qualifiers: [], start: '1800-01-01', end: '1899-12-31' },
      ],
    },
    {
      value: 'XIX век',
      gives: [{ edtf: '18XX', raw: 'XIX век', qualifiers: [], start: '1800-01-01', end: '1899-12-31' }],
    },
    {
      value: '19. Jh.',
      gives: [{ edtf: '18XX', raw: '19. Jh.', qualifiers: [], start: '1800-01-01', end: '1899-12-31' }],
    },
    {
      value: 'siècle XIX',
      gives: [{ edtf: '18XX', raw: 'siècle XIX', qualifiers: [], start: '1800-01-01', end: '1899-12-31' }],
    },
    {
      value: '18.-19. Jh.',
      gives: [
        { edtf: '17XX/18XX', raw: '18.-19. Jh.', qualifiers: [], start: '1700-01-01', end: '1899-12-31' },
      ],
    },
  ],
  'reads names of months and seasons': [
    {
      value: 'May 2013',
      gives: [{ edtf: '2013-05', raw: 'May 2013', qualifiers: [], start: '2013-05-01', end: '2013-05-31' }],
    },
    {
      value: '1969, April 25',
      gives: [
        { edtf: '1969-04-25', raw: '1969, April 25', qualifiers: [], start: '1969-04-25', end: '1969-04-25' },
      ],
    },
    {
      value: '15 March 2010',
      gives: [
        { edtf: '2010-03-15', raw: '15 March 2010', qualifiers: [], start: '2010-03-15', end: '2010-03-15' },
      ],
    },
    {
      value: 'Tue, 15 Mar 2010 10:00:00 GMT',
      gives: [
        {
          edtf: '2010-03-15',
          raw: 'Tue, 15 Mar 2010 10:00:00 GMT',
          qualifiers: [],
          start: '2010-03-15',
          end: '2010-03-15',
        },
      ],
    },
    {
      value: '25. april 1969.',
      gives: [
        {
          edtf: '1969-04-25',
          raw: '25. april 1969.',
          qualifiers: [],
          start: '1969-04-25',
          end: '1969-04-25',
        },
      ],
    },
    {
      value: '15. марта 2010. године',
      gives: [
        {
          edtf: '2010-03-15',
          raw: '15. марта 2010. године',
          qualifiers: [],
          start: '2010-03-15',
          end: '2010-03-15',
        },
      ],
    },
    {
      value: '3 de marzo de 2010',
      gives: [
        {
          edtf: '2010-03-03',
          raw: '3 de marzo de 2010',
          qualifiers: [],
          start: '2010-03-03',
          end: '2010-03-03',
        },
      ],
    },
    {
      value: '2010年3月15日',
      gives: [
        { edtf: '2010-03-15', raw: '2010年3月15日', qualifiers: [], start: '2010-03-15', end: '2010-03-15' },
      ],
    },
    {
      value: '12.III.1921',
      gives: [
        { edtf: '1921-03-12', raw: '12.III.1921', qualifiers: [], start: '1921-03-12', end: '1921-03-12' },
      ],
    },
    {
      value: 'Spring 2003',
      gives: [
        { edtf: '2003-21', raw: 'Spring 2003', qualifiers: [], start: '2003-01-01', end: '2003-12-31' },
      ],
    },
  ],
  'reads numbers in another order': [
    {
      value: '15.03.2010.',
      gives: [
        { edtf: '2010-03-15', raw: '15.03.2010.', qualifiers: [], start: '2010-03-15', end: '2010-03-15' },
      ],
    },
    {
      value: '12-20-2007',
      gives: [
        { edtf: '2007-12-20', raw: '12-20-2007', qualifiers: [], start: '2007-12-20', end: '2007-12-20' },
      ],
    },
    {
      value: '31/12/2010',
      gives: [
        { edtf: '2010-12-31', raw: '31/12/2010', qualifiers: [], start: '2010-12-31', end: '2010-12-31' },
      ],
    },
    {
      value: '03/2010',
      gives: [{ edtf: '2010-03', raw: '03/2010', qualifiers: [], start: '2010-03-01', end: '2010-03-31' }],
    },
    {
      value: '2010/05',
      gives: [{ edtf: '2010-05', raw: '2010/05', qualifiers: [], start: '2010-05-01', end: '2010-05-31' }],
    },
  ],
  'reads eras and words for the year': [
    {
      value: '44 BC',
      gives: [{ edtf: '-0043', raw: '44 BC', qualifiers: [], start: '-0043-01-01', end: '-0043-12-31' }],
    },
    {
      value: 'AD 500',
      gives: [{ edtf: '0500', raw: 'AD 500', qualifiers: [], start: '0500-01-01', end: '0500-12-31' }],
    },
    {
      value: '2010. god.',
      gives: [{ edtf: '2010', raw: '2010. god.', qualifiers: [], start: '2010-01-01', end: '2010-12-31' }],
    },
    {
      value: '2010 г.',
      gives: [{ edtf: '2010', raw: '2010 г.', qualifiers: [], start: '2010-01-01', end: '2010-12-31' }],
    },
  ],
  'keeps words behind a date as a note': [
    {
      value: '2008 - Audio',
      gives: [
        {
          edtf: '2008',
          raw: '2008 - Audio',
          qualifiers: [],
          start: '2008-01-01',
          end: '2008-12-31',
          note: 'Audio',
        },
      ],
    },
    {
      value: '1970?-1979? - Video',
      gives: [
        {
          edtf: '1970?/1979?',
          raw: '1970?-1979? - Video',
          qualifiers: ['uncertain'],
          start: '1970-01-01',
          end: '1979-12-31',
          note: 'Video',
        },
      ],
    },
    {
      value: '1922–1972, undated',
      gives: [
        {
          edtf: '1922/1972',
          raw: '1922–1972, undated',
          qualifiers: [],
          start: '1922-01-01',
          end: '1972-12-31',
          note: 'undated',
        },
      ],
    },
  ],
  'makes several of a list, and one of a repetition': [
    {
      value: '1974, 2005',
      gives: [
        { edtf: '1974', raw: '1974, 2005', qualifiers: [], start: '1974-01-01', end: '1974-12-31' },
        { edtf: '2005', raw: '1974, 2005', qualifiers: [], start: '2005-01-01', end: '2005-12-31' },
      ],
    },
    {
      value: '1970 1970',
      gives: [{ edtf: '1970', raw: '1970 1970', qualifiers: [], start: '1970-01-01', end: '1970-12-31' }],
    },
    {
      value: 'ca. 1973 ca. 1973',
      gives: [
        {
          edtf: '1973~',
          raw: 'ca. 1973 ca. 1973',
          qualifiers: ['approximate'],
          start: '1973-01-01',
          end: '1973-12-31',
        },
      ],
    },
  ],
  'says that there is no date': [
    { value: 'n.d.', gives: [{ raw: 'n.d.', qualifiers: [], undated: true }] },
    { value: 'undated', gives: [{ raw: 'undated', qualifiers: [], undated: true }] },
    { value: 's.a.', gives: [{ raw: 's.a.', qualifiers: [], undated: true }] },
    { value: 'б. г.', gives: [{ raw: 'б. г.', qualifiers: [], undated: true }] },
    { value: 'o.J.', gives: [{ raw: 'o.J.', qualifiers: [], undated: true }] },
    { value: '[s.d.]', gives: [{ raw: '[s.d.]', qualifiers: [], undated: true }] },
  ],
  'keeps the year only when day and month cannot be told apart, and says so': [
    { value: '05/06/2010', gives: [expectDate('05/06/2010', '2010')], reports: ['date.ambiguous'] },
    { value: 'listopad 2010', gives: [expectDate('listopad 2010', '2010')], reports: ['date.ambiguous'] },
    { value: '2001/02', gives: [expectDate('2001/02', '2001')], reports: ['date.ambiguous'] },
  ],
  'drops zeros of databases, and says so': [
    { value: '2010-00-00', gives: [expectDate('2010-00-00', '2010')], reports: ['date.zero-padded'] },
  ],
  'refuses what is no date': [
    { value: 'Mission period', gives: { bad: 'date.unparseable' } },
    { value: 'NO_RESTRICTION', gives: { bad: 'date.unparseable' } },
    { value: 'MONTHS_WITHHELD:12', gives: { bad: 'date.unparseable' } },
    { value: '10000-01-01', gives: { bad: 'date.unparseable' } },
    { value: '2010-02-30', gives: { bad: 'date.unparseable' } },
    { value: '201007-02', gives: { bad: 'date.unparseable' } },
    { value: '0000--', gives: { bad: 'date.unparseable' } },
    { value: '9999', gives: { bad: 'date.unparseable' } },
    { value: '5', gives: { bad: 'date.unparseable' } },
  ],
});

describe('date_edtf', () => {
  test.each([
    [true, '2010-06-05'],
    [false, '2010-05-06'],
  ])('with dayFirst %s reads 05/06/2010 as %s', (dayFirst, edtf) => {
    expect(applyInLanguage(dateEdtf, '05/06/2010', { args: { dayFirst } })).toMatchObject([{ edtf }]);
  });

  test.each([
    ['hr', '2010-10'],
    ['pl', '2010-11'],
  ])('in %s reads listopad as %s', (lang, edtf) => {
    expect(applyInLanguage(dateEdtf, 'listopad 2010', { lang })).toMatchObject([{ edtf }]);
  });
});

function expectDate(raw: string, year: string): object {
  return { edtf: year, raw, qualifiers: [], start: `${year}-01-01`, end: `${year}-12-31` };
}
