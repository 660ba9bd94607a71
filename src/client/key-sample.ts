/** Remembers which keys have been seen, in bounded memory. */

export interface KeySample {
  /** Whether a key is new; `unsampled` when the sample does not hold keys of its kind. */
  add(key: string): 'new' | 'seen' | 'unsampled';
}

/**
 * A set of hashes that thins itself: when it holds more than `limit`, it keeps only every second hash value, then every
 * fourth, and so on. The choice depends on the key alone, so a repeated key is met again, however long the list.
 */
export function createKeySample(limit: number): KeySample {
  let mask = 0;
  let seen = new Set<number>();
  return {
    add: (key) => {
      const hash = hashOf(key);
      if ((hash & mask) !== 0) return 'unsampled';
      if (seen.has(hash)) return 'seen';
      seen.add(hash);
      while (seen.size > limit) {
        const thinner = mask * 2 + 1;
        mask = thinner;
        seen = new Set([...seen].filter((value) => (value & thinner) === 0));
      }
      return 'new';
    },
  };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
