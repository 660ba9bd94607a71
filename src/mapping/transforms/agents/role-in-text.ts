import { z } from '../../../schema/index.ts';
import { NOT_MINE, valueTransform } from '../../transform.ts';
import { peelName } from './peel-name.ts';

/** Text → the role as the text says it, fit for `relator`: `Petrović, Ana (ur.)` → `ur.`. Without one: not mine. */
export const roleInText = valueTransform({
  name: 'role_in_text',
  summary: 'Finds the role that is written with a name: "(ed.)", "Hrsg.", "Mentor:".',
  arguments: z.undefined(),
  takes: 'text',
  gives: 'text',
  recogniser: true,
  bind: () => (value: string) => peelName(value).roles[0] ?? NOT_MINE,
});
