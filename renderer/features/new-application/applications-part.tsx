import type { CasePage } from '../../../shared/api/views/case.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { STATUS_WORDS, withinSentence } from '../../../shared/model/words.ts';
import { Part } from '../applications/part.tsx';
import './new-application.css';

/** All applications of a child, where there is more than one: the latest counts, the others stay with their decisions. */
export function ApplicationsPart(props: { readonly page: CasePage }) {
  const { applications } = props.page;
  if (applications.length < 2) return null;
  return (
    <Part title="Applications of this child">
      <ul className="new-alike">
        {applications.map((each, at) => (
          <li key={each.ref}>
            <span>
              <strong>{each.ref}</strong>
              {at === 0 ? ', the one that counts' : ''}:{' '}
              {each.type === '' ? 'kind not known' : each.type},{' '}
              {each.received_on === null
                ? 'day not known'
                : `received ${formatDate(each.received_on)}`}
              ; {withinSentence(STATUS_WORDS[each.status])}.{' '}
              {each.decisions.length === 0
                ? 'No decision signed here.'
                : `Signed: ${each.decisions.map(({ on, outcome }) => `${withinSentence(STATUS_WORDS[outcome])} on ${formatDate(on)}`).join(', ')}.`}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
