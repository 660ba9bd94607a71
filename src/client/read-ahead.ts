/** Pipelining: the next page is fetched while the consumer works on the current one (D12). */

/**
 * Yields what a generator yields, one step ahead of the consumer and never more; behind a heavy item the next step
 * waits until the consumer is done, so that two of them are never in memory together. A fault of the step ahead is
 * thrown when the consumer asks for it. When the consumer leaves, the step ahead is aborted and waited for.
 *
 * @param open makes the generator; its waits must end when the signal is aborted.
 */
export async function* readAhead<Item>(
  open: (signal: AbortSignal) => AsyncGenerator<Item, void>,
  outer?: AbortSignal,
  isHeavy: (item: Item) => boolean = () => false,
): AsyncGenerator<Item, void> {
  const leaving = new AbortController();
  const items = open(outer ? AbortSignal.any([outer, leaving.signal]) : leaving.signal);
  let ahead = items.next();
  try {
    for (;;) {
      const { done, value } = await ahead;
      if (done === true) return;
      if (isHeavy(value)) {
        yield value;
        ahead = items.next();
        continue;
      }
      ahead = items.next();
      ahead.catch(() => undefined); // it is thrown where it is awaited; until then nobody listens
      yield value;
    }
  } finally {
    leaving.abort();
    await ahead.catch(() => undefined);
  }
}
