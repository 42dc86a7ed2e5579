import { useState } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import { hrefOfHistory } from '../history/history-address.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../data/words.ts';
import { Part } from './part.tsx';

const SHOWN = 12;
/** Lines that come with a case page. */
const HELD = 200;

/** Every change to the record, newest first, as sentences. */
export function HistoryPart(props: { readonly page: CasePage }) {
  const { history } = props.page;
  const [all, setAll] = useState(false);
  return (
    <Part title="History">
      {history.length === 0 ? <p className="soft">No change since the record was made.</p> : null}
      <ol className="case-history">
        {history.slice(0, all ? history.length : SHOWN).map((entry) => (
          <li key={entry.id}>
            <span className="soft">{formatMoment(entry.at)}</span>
            <span>{entry.sentence}</span>
            <span className="soft">{entry.who}</span>
          </li>
        ))}
      </ol>
      <div className="case-history-more">
        {history.length > SHOWN && !all ? (
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              setAll(true);
            }}
          >
            Show {history.length === HELD ? `the last ${HELD}` : `all ${history.length}`} changes
          </Button>
        ) : null}
        <a href={hrefOfHistory({ client_id: props.page.client.id })}>In the history of the store</a>
      </div>
    </Part>
  );
}
