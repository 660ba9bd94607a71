import type { DateValue, Description, PublicationEvent } from '../../../model/canonical.ts';
import { z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';

type Origin = Omit<PublicationEvent, 'type'> & { readonly type?: PublicationEvent['type'] };
type Described = Partial<Pick<Description, 'events' | 'dates' | 'edition' | 'issuance' | 'frequency'>>;

/**
 * A description → its events, with the dates that stand outside them brought in (MODS `originInfo`): dates of issue
 * go to the first publication that has none, the rest to an event without a type. What an event already says is not
 * said twice. A description with an edition, issuance or frequency has at least one event. Exactly one date is the key
 * date: the one marked so, or the first date of issue.
 */
export const originEvents = valueTransform({
  name: 'origin_events',
  summary: 'Gives the events of a description, with all its dates.',
  arguments: z.undefined(),
  takes: 'any',
  gives: 'Event',
  bind: () => eventsOf,
});

function eventsOf(description: Described): readonly Origin[] {
  const { events = [], dates = [], edition, issuance, frequency } = description;
  const loose = dates.filter(
    (date) => !events.some((event) => event.dates.some((known) => sameDate(known, date))),
  );
  const publication = events.find((event) => event.type === 'publication' && !event.dates.some(isIssued));
  const published = publication === undefined ? [] : loose.filter(isIssued);
  const rest = loose.filter((date) => !published.includes(date));
  const origins: Origin[] = events.map((event) =>
    event === publication ? { ...event, dates: [...event.dates, ...published] } : event,
  );
  const bare = edition !== undefined || issuance !== undefined || frequency !== undefined;
  if (rest.length > 0 || (bare && events.length === 0)) {
    origins.push({ places: [], agents: [], dates: rest });
  }
  return withOneKeyDate(origins);
}

function withOneKeyDate(origins: readonly Origin[]): readonly Origin[] {
  const dates = origins.flatMap((origin) => origin.dates);
  const key =
    dates.find((date) => date.keyDate) ?? dates.find((date) => isIssued(date) && date.undated === undefined);
  if (key === undefined) return origins;
  return origins.map((origin) => ({
    ...origin,
    dates: origin.dates.map((date) => {
      const { keyDate: _, ...others } = date;
      return date === key ? { ...others, keyDate: true } : others;
    }),
  }));
}

function isIssued(date: DateValue): boolean {
  return date.type === 'issued';
}

function sameDate(left: DateValue, right: DateValue): boolean {
  return left.type === right.type && (left.edtf ?? left.raw) === (right.edtf ?? right.raw);
}
