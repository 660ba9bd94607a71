import { fixMojibake } from '../../../../src/mapping/transforms/text/fix-mojibake.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(fixMojibake, {
  'repairs UTF-8 read as Windows-1252': [
    { value: 'BrankoviÄ‡, Ana', gives: 'Branković, Ana', reports: ['text.mojibake'] },
    { value: 'donâ€™t', gives: 'don’t', reports: ['text.mojibake'] },
  ],
  'repairs what was damaged twice': [
    { value: 'Ã\u0083Â©tÃ\u0083Â©', gives: 'été', reports: ['text.mojibake'] },
  ],
  'leaves text alone that is not UTF-8 when turned back': [
    { value: 'Ã©t\u00e9', gives: 'Ã©t\u00e9' },
    { value: 'Поповић Ã©', gives: 'Поповић Ã©' },
    { value: 'Müller', gives: 'Müller' },
  ],
});
