import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { readPageRange, type PageRange } from './page-range.ts';

export const pages = valueTransform({
  name: 'pages',
  summary:
    'Reads "147–158", "147-58", "S. 3ff", "e12" into start, end and total; other text is kept as `list`.',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'Pages',
  bind:
    () =>
    (text: string): PageRange | undefined => {
      const value = text.trim();
      return value === '' ? undefined : (readPageRange(value) ?? { list: value });
    },
});
