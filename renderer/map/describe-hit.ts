import type { MapSchool } from '../../shared/api/views/map.ts';
import { formatPounds } from '../../shared/format/money.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { HOME_WORDS, withinSentence, wordsFor } from '../../shared/model/words.ts';
import type { Hit } from './hits.ts';

export interface HitWords {
  readonly title: string;
  readonly detail: string;
}

/** What the tooltip says. A home is never named here: names stand in the inspector, once chosen. */
export function describeHit(hit: Hit, schools: readonly MapSchool[]): HitWords {
  if (hit.kind === 'school') return describeSchool(schools.find(({ urn }) => urn === hit.urn));
  if (hit.kind === 'route')
    return { title: `Route ${hit.ref}`, detail: 'Click to see its stops and cost' };
  if (hit.kind === 'home' && hit.stop !== undefined)
    return { title: `Stop ${hit.stop.number} of the route`, detail: 'Click for the client' };
  if (hit.kind === 'home')
    return {
      title: `Home: ${withinSentence(wordsFor(HOME_WORDS, hit.state))}`,
      detail: 'Click for the client',
    };
  const homes = formatQuantity(hit.count, 'home');
  return {
    title: hit.unallocated ? `${homes} of clients without a route` : `${homes} together`,
    detail: 'Click to come nearer',
  };
}

function describeSchool(school: MapSchool | undefined): HitWords {
  if (school === undefined) return { title: 'School', detail: '' };
  const parts = [
    formatQuantity(school.clients, 'client'),
    formatQuantity(school.routes, 'route'),
    school.unallocated > 0 ? `${school.unallocated} without a route` : '',
    school.cost_day_pence > 0 ? `${formatPounds(school.cost_day_pence)} a day` : '',
  ];
  return { title: school.name, detail: parts.filter((part) => part !== '').join(' · ') };
}
