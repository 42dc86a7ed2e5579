import {
  formatPounds,
  formatPoundsChange,
  formatShortPounds,
} from '../../../shared/format/money.ts';
import type { Today } from '../../../shared/api/views/today.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { useSession } from '../../state/session.ts';
import { NextYear } from '../costs/next-year.tsx';
import { Headline } from '../../ui/headline.tsx';

/** This year's cost and the change on last year's: last on the screen, because a child comes first. */
export function CostPart(props: { readonly today: Today }) {
  const { today } = props;
  const said = useChannel('today/sentence', {}).data?.sentence ?? '';
  const sentence = said === '' ? today.pressure_sentence : said;
  const year = useSession((session) => session.info?.store?.year ?? '');
  return (
    <section className="today-part today-cost" aria-label="Cost and pressure">
      <h2>Cost and pressure</h2>
      {today.plan === null ? (
        <p className="soft">The cost is known when a plan has been made.</p>
      ) : (
        <>
          <div className="today-three">
            <Headline
              value={formatShortPounds(today.cost_year_pence)}
              label="a year"
              href={hrefOf('costs')}
              note={`${year}, ${formatPounds(today.cost_day_pence)} a day`}
            />
            <Headline
              value={formatPoundsChange(today.pressure_pence)}
              label="on last year"
              href={hrefOf('costs')}
              note={`Last year ${formatShortPounds(today.last_year_pence)}`}
            />
            <NextYear />
          </div>
          <p className="today-sentence">{sentence.replace(/\.?$/, '.')}</p>
        </>
      )}
    </section>
  );
}
