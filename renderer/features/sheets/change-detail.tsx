import type { ChangeRow } from '../../../shared/api/views/sheets.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { CHANGE_FIELDS } from '../../../shared/service/changes.ts';
import { hrefOfCase } from '../../state/place.ts';

/** Whom a change concerns, in words. */
export const TELL_WORDS = {
  family: 'Family',
  school: 'School',
  old_provider: 'Provider before',
  new_provider: 'Provider',
  assistant: 'Assistant',
  social_worker: 'Social worker',
} as const;

/** One child's change in full: old and new values side by side, and who must be told. */
export function ChangeDetail(props: { readonly row: ChangeRow; readonly since: IsoDate }) {
  const { row, since } = props;
  return (
    <section className="change-detail" aria-label={`Changes of ${row.ref}`}>
      <div className="change-detail-table">
        <table>
          <caption>
            <a href={hrefOfCase(row.client_id)}>{row.name === '' ? row.ref : row.name}</a>{' '}
            <span className="soft">{row.ref}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">What</span>
              </th>
              <th scope="col">{formatDate(since)}</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {row.changes.map(({ field, old, now }) => (
              <tr key={field}>
                <th scope="row">{CHANGE_FIELDS[field]}</th>
                <td>{old === '' ? <span className="soft">none</span> : old}</td>
                <td>{now === '' ? <span className="soft">none</span> : <strong>{now}</strong>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="change-detail-tell">
        <h3>To be told</h3>
        <ul>
          {row.tell.map(({ who, name }) => (
            <li key={`${who} ${name}`}>
              {TELL_WORDS[who]}
              {name === '' ? null : (
                <>
                  : {who === 'assistant' ? 'of route ' : ''}
                  {name}
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
