import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { citation } from '../../../../src/mapping/transforms/bibliographic/citation.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(citation, {
  'reads the citation line of OJS': [
    {
      value: 'Tokovi istorije; Vol. 18 No. 2 (2010): Special issue; 147-158',
      gives: {
        title: 'Tokovi istorije',
        part: {
          volume: '18',
          issue: '2',
          year: '2010',
          partTitle: 'Special issue',
          pages: { start: '147', end: '158', total: 12 },
        },
      },
    },
    {
      value: 'Revista Facultad de Ingeniería; núm. 9 (2010): Revista Facultad de Ingeniería; 9-19',
      gives: {
        title: 'Revista Facultad de Ingeniería',
        part: { issue: '9', year: '2010', pages: { start: '9', end: '19', total: 11 } },
      },
    },
    {
      value: 'Токови историје; Том 18 № 2 (2010); 147-158',
      gives: {
        title: 'Токови историје',
        part: { volume: '18', issue: '2', year: '2010', pages: { start: '147', end: '158', total: 12 } },
      },
    },
  ],
  'reads other citation lines': [
    {
      value: 'Токови историје, год. 18, бр. 2, 2010, стр. 147-158',
      gives: {
        title: 'Токови историје',
        part: { volume: '18', issue: '2', year: '2010', pages: { start: '147', end: '158', total: 12 } },
      },
    },
    {
      value: 'Historische Zeitschrift, Jg. 12 (2010), H. 3, S. 147-158',
      gives: {
        title: 'Historische Zeitschrift',
        part: { volume: '12', issue: '3', year: '2010', pages: { start: '147', end: '158', total: 12 } },
      },
    },
    {
      value: 'Dzieje Najnowsze, tom 42, nr 3 (2010), s. 5-9',
      gives: {
        title: 'Dzieje Najnowsze',
        part: { volume: '42', issue: '3', year: '2010', pages: { start: '5', end: '9', total: 5 } },
      },
    },
    {
      value: 'Tokovi istorije 18(2), 147-158',
      gives: {
        title: 'Tokovi istorije',
        part: { volume: '18', issue: '2', pages: { start: '147', end: '158', total: 12 } },
      },
    },
    {
      value: 'Phys. Rev. D 45, 1234 (1992)',
      gives: { title: 'Phys. Rev. D', part: { volume: '45', year: '1992', pages: { start: '1234' } } },
    },
    {
      value: 'Phys.Rev.C76:024606,2007',
      gives: { title: 'Phys.Rev.C', part: { volume: '76', year: '2007', articleNumber: '024606' } },
    },
    {
      value: 'Astrophys.J.661:L191-L194,2007',
      gives: {
        title: 'Astrophys.J.',
        part: { volume: '661', year: '2007', pages: { start: 'L191', end: 'L194' } },
      },
    },
    {
      value: 'J. Nucl. Phys. 404 (2014) 47-55',
      gives: {
        title: 'J. Nucl. Phys.',
        part: { volume: '404', year: '2014', pages: { start: '47', end: '55', total: 9 } },
      },
    },
    {
      value: '404 (2014) 47-55',
      gives: { part: { volume: '404', year: '2014', pages: { start: '47', end: '55', total: 9 } } },
    },
    {
      value: 'Phys. Lett. B 741 (2015) 145.',
      gives: { title: 'Phys. Lett. B', part: { volume: '741', year: '2015', pages: { start: '145' } } },
    },
    {
      value: 'Tokovi istorije 14 (2010) 2',
      gives: {
        title: 'Tokovi istorije',
        part: { volume: '14', year: '2010', text: '14 (2010) 2' },
      },
    },
    {
      value: 'In: Tokovi istorije. Vol. 18, no. 2',
      gives: { title: 'Tokovi istorije', part: { volume: '18', issue: '2' } },
    },
  ],
  'reads article numbers': [
    {
      value: 'JHEP08 (2013) 079',
      gives: { title: 'JHEP', part: { volume: '08', year: '2013', articleNumber: '079' } },
    },
    {
      value: 'JCAP12(2014)142',
      gives: { title: 'JCAP', part: { volume: '12', year: '2014', articleNumber: '142' } },
    },
    {
      value: 'JHEP 12 (2012) 139',
      gives: { title: 'JHEP', part: { volume: '12', year: '2012', articleNumber: '139' } },
    },
    {
      value: 'Mod.Phys.Lett.,A29 (2014) 1450215',
      gives: { title: 'Mod.Phys.Lett.', part: { volume: 'A29', year: '2014', articleNumber: '1450215' } },
    },
    {
      value: 'Phys.Lett., B741 (2015) 145',
      gives: { title: 'Phys.Lett.', part: { volume: 'B741', year: '2015', pages: { start: '145' } } },
    },
    {
      value: 'Phys.Lett.,B741 (2015) 145-149',
      gives: {
        title: 'Phys.Lett.',
        part: { volume: 'B741', year: '2015', pages: { start: '145', end: '149', total: 5 } },
      },
    },
    {
      value: 'Phys. Rev. D 45, 012345 (1992)',
      gives: { title: 'Phys. Rev. D', part: { volume: '45', year: '1992', articleNumber: '012345' } },
    },
  ],
  'does not take a year or a label for a volume': [
    { value: 'EPS09 (2010) 123', gives: NOT_MINE },
    { value: 'CVPR13 (2013) 079', gives: NOT_MINE },
    { value: 'JHEP13 (2013) 079', gives: NOT_MINE },
    { value: 'JHEP08 (2013)', gives: NOT_MINE },
    { value: 'Erratum to JHEP08 (2013) 079', gives: NOT_MINE },
    { value: 'Poster A0 (2014) 123', gives: NOT_MINE },
    { value: 'Poster, A0 (2014) 123', gives: NOT_MINE },
    { value: 'Mod.Phys.Lett.,A29 (2014)', gives: NOT_MINE },
  ],
  'believes a label': [
    { value: 'Book: Ослобођење Београда 1944.', gives: { title: 'Ослобођење Београда 1944.', kind: 'book' } },
    {
      value: 'Book: Ослобођење Београда 1944.; 147-158',
      gives: {
        title: 'Ослобођење Београда 1944.',
        kind: 'book',
        part: { pages: { start: '147', end: '158', total: 12 } },
      },
    },
    { value: 'Book: Beograd 1941-1944', gives: { title: 'Beograd 1941-1944', kind: 'book' } },
    { value: 'Journal: Tokovi istorije', gives: { title: 'Tokovi istorije', kind: 'journal' } },
    {
      value: 'Journal: Tokovi istorije, Vol. 18',
      gives: { title: 'Tokovi istorije', kind: 'journal', part: { volume: '18' } },
    },
  ],
  'reads a title and its pages': [
    {
      value: 'Ослобођење Београда 1944.; 147-158',
      gives: { title: 'Ослобођење Београда 1944.', part: { pages: { start: '147', end: '158', total: 12 } } },
    },
    {
      value: 'Some journal; 147–158',
      gives: { title: 'Some journal', part: { pages: { start: '147', end: '158', total: 12 } } },
    },
    { value: 'Beograd; 1941-1944', gives: NOT_MINE },
    { value: 'Some journal; 158-147', gives: NOT_MINE },
    { value: 'MS; 12-14', gives: NOT_MINE },
  ],
  'keeps the words it could not read': [
    {
      value: 'Tokovi istorije, Vol. 18 (2010), dodatak o Beogradu, str. 147-158',
      gives: {
        title: 'Tokovi istorije',
        part: {
          volume: '18',
          year: '2010',
          pages: { start: '147', end: '158', total: 12 },
          text: 'Vol. 18 (2010), dodatak o Beogradu, str. 147-158',
        },
      },
    },
  ],
  'leaves titles and whole references to others': [
    { value: 'Ослобођење Београда 1944.', gives: NOT_MINE },
    { value: 'Collected papers, vol. 2', gives: NOT_MINE },
    { value: 'Meeting at 12:30,2007', gives: NOT_MINE },
    { value: 'Report of the commission (2014) 345', gives: NOT_MINE },
    { value: 'School of Law Faculty Publications', gives: NOT_MINE },
    { value: 'Popović, N. B. (2010). Prvi Titov susret. Tokovi istorije, 18(2), 147-158.', gives: NOT_MINE },
    { value: '9" x 9" black and white photograph', gives: NOT_MINE },
    { value: 'Adult Education Research Conference', gives: NOT_MINE },
  ],
});
