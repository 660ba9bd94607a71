import { describe, expect, it } from 'vitest';
import { readAhead } from '../../src/client/read-ahead.ts';

/** Numbers, each noted when its step begins. */
function counting(begun: number[]): () => AsyncGenerator<number, void> {
  return async function* () {
    for (let number = 1; number <= 4; number++) {
      begun.push(number);
      yield number;
    }
  };
}

describe('reading ahead', () => {
  it('takes the next step while the consumer works, but behind a heavy item only when it is done', async () => {
    const begun: number[] = [];
    const seen: string[] = [];
    for await (const number of readAhead(counting(begun), undefined, (item) => item === 2))
      seen.push(`${number} of ${begun.join(' ')}`);
    expect(seen).toEqual(['1 of 1 2', '2 of 1 2', '3 of 1 2 3 4', '4 of 1 2 3 4']);
  });
});
