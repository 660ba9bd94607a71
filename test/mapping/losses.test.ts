import { describe, expect, test } from 'vitest';
import { covers, fieldsOf } from '../../docs/measure-losses.ts';
import { LOSSES } from '../../docs/losses.ts';

describe.each(LOSSES)('$format', ({ format, unread }) => {
  const fields = fieldsOf(format);
  const declared = Object.keys(unread);
  const isDeclared = (path: string): boolean => declared.some((one) => covers(one, path));

  test('every field that the format does not say has a reason', () => {
    const silent = fields.filter(({ path, served }) => !served && !isDeclared(path));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('no reason is given for a field that the format says', () => {
    const served = fields.filter((field) => field.served && isDeclared(field.path));
    expect(served.map(({ path }) => path)).toEqual([]);
  });

  test('no reason is given for a field that the model does not have', () => {
    expect(declared.filter((one) => !fields.some(({ path }) => covers(one, path)))).toEqual([]);
  });
});
