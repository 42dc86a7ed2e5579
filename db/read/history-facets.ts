import type { HistoryChoice, HistoryFacets } from '../../shared/api/views/history.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatCount } from '../../shared/format/number.ts';
import { entityWord } from '../../shared/history/entity-words.ts';
import { fieldLabel } from '../../shared/history/field-labels.ts';
import { parseClock } from '../../shared/history/clock.ts';
import type { Place } from '../device.ts';
import type { Sql } from '../sql.ts';

/** People and reasons offered: the most frequent; the text box finds the others. */
const OFFERED = 200;

const byLabel = (a: HistoryChoice, b: HistoryChoice): number => a.label.localeCompare(b.label);

/** What another copy wrote since this one last did: after bringing a file back, or taking turns at one file. */
function elsewhereReader(sql: Sql, place: Place): () => string {
  const devices = sql.prepare('SELECT id, machine, path FROM device');
  const last = sql.prepare('SELECT id, clock, who, at FROM change ORDER BY clock DESC LIMIT 1');
  const own = sql.prepare('SELECT max(id) FROM change WHERE substr(clock, -12) = ?').pluck();
  const since = sql.prepare('SELECT count(*) FROM change WHERE id > ?').pluck();
  return () => {
    const known = devices.all() as (Place & { readonly id: string })[];
    const here = known.find(
      ({ machine, path }) => machine === place.machine && path === place.path,
    );
    const newest = last.get() as
      { readonly clock: string; readonly who: string; readonly at: string } | undefined;
    const writer = known.find(({ id }) => id === parseClock(newest?.clock ?? '')?.device);
    if (newest === undefined || writer === undefined || writer.id === here?.id) return '';
    const where =
      writer.machine === place.machine
        ? `by another copy of the store (${writer.path})`
        : `on another machine (${writer.machine})`;
    const day = formatDate(isoDate(newest.at.slice(0, 10)));
    if (here === undefined) {
      return `This file was last changed ${where}, by ${newest.who} on ${day}. What is changed here from now on is not in that one.`;
    }
    const count = Number(since.get(own.get(here.id) as number | null));
    const changes = count === 1 ? '1 change was' : `${formatCount(count)} changes were`;
    return `Since this file was last changed here ${changes} made ${where}, the last by ${newest.who} on ${day}.`;
  };
}

/** What the history can be filtered by. */
export function historyFacets(sql: Sql, place: Place): () => HistoryFacets {
  const people = sql
    .prepare('SELECT who FROM change GROUP BY who ORDER BY count(*) DESC, who LIMIT ?')
    .pluck();
  const reasons = sql
    .prepare('SELECT why FROM change GROUP BY why ORDER BY max(id) DESC LIMIT ?')
    .pluck();
  const pairs = sql.prepare('SELECT DISTINCT entity, field FROM history').raw();
  const elsewhere = elsewhereReader(sql, place);
  const plain = (texts: unknown[]): HistoryChoice[] =>
    (texts as string[]).filter((text) => text !== '').map((text) => ({ id: text, label: text }));
  return () => {
    const found = pairs.all() as [entity: string, field: string][];
    const entities = [...new Set(found.map(([entity]) => entity))];
    // A setting's line names the setting itself as its field: those are found by words.
    const fields = new Set(
      found.filter(([entity]) => entity !== 'setting').map(([, field]) => field),
    );
    fields.delete('');
    if (fields.delete('lon')) fields.add('position');
    fields.delete('lat');
    return {
      people: plain(people.all(OFFERED)),
      reasons: plain(reasons.all(OFFERED)),
      entities: entities.map((id) => ({ id, label: entityWord(id, true) })).sort(byLabel),
      fields: [...fields].map((id) => ({ id, label: fieldLabel(id) })).sort(byLabel),
      elsewhere: elsewhere(),
    };
  };
}
