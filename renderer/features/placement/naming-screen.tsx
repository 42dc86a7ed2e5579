import { School } from 'lucide-react';
import { useState } from 'react';
import type { NamingView } from '../../../shared/api/views/placements.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { go, hrefOf, hrefOfCase, usePlace } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, FailureNotice, NoticeBar, Progress, Spinner } from '../../ui/states.tsx';
import { SchoolChoice } from '../applications/school-choice.tsx';
import { ChildChoice } from './child-choice.tsx';
import { LawCard } from './law-card.tsx';
import { SchoolTable } from './school-table.tsx';
import { useNaming } from './use-naming.ts';
import { WeighCard } from './weigh-card.tsx';

/** A placement being named: schools side by side for one child. */
export function NamingScreen() {
  const id = Number(usePlace((place) => place.path[2]) ?? '');
  return (
    <>
      <header className="placement-head">
        <h1>Name a placement</h1>
        <div className="placement-tools">
          <ChildChoice
            onChoose={(client_id) => {
              go(hrefOf('costs', ['placement', 'name', client_id]));
            }}
          />
        </div>
      </header>
      {Number.isInteger(id) && id > 0 ? (
        <ForChild key={id} client_id={id} />
      ) : (
        <EmptyState icon={School} title="Choose a child">
          The schools that could meet the child’s need then stand side by side, with distance, ride,
          places, and the two budgets apart. It can also be opened from the child’s case page, under
          Addresses and school.
        </EmptyState>
      )}
    </>
  );
}

function ForChild({ client_id }: { readonly client_id: number }) {
  const [also, setAlso] = useState<readonly number[]>([]);
  const { view, failure, job, cancel, reckon } = useNaming(client_id, also);
  if (view === null)
    return failure === null ? (
      <Spinner label="Setting the schools side by side" />
    ) : (
      <FailureNotice failure={failure} />
    );
  return (
    <>
      <Child view={view} />
      {failure === null ? null : <FailureNotice failure={failure} onRetry={reckon} />}
      {view.problems.length === 0 ? null : (
        <NoticeBar tone="warning" title="What is missing">
          <ul className="placement-list">
            {view.problems.map(({ code, sentence }) => (
              <li key={code}>{sentence}</li>
            ))}
          </ul>
        </NoticeBar>
      )}
      {job === null ? null : (
        <div className="placement-running">
          <Progress label={job.stage} value={job.progress} />
          <span className="soft">{job.stage}</span>
          <Button size="small" onPress={cancel}>
            Cancel
          </Button>
        </div>
      )}
      {job === null &&
      !view.reckoned &&
      failure === null &&
      view.problems.every(({ code }) => code !== 'no_plan') ? (
        <div>
          <Button size="small" onPress={reckon}>
            Reckon what adding the child costs
          </Button>
        </div>
      ) : null}
      <SchoolTable view={view} />
      <p className="placement-text">{ruledOut(view)}</p>
      <div className="placement-tools">
        <SchoolChoice
          key={also.length}
          label="Show another school, such as the one a parent prefers"
          urn={null}
          name=""
          onChange={(urn) => {
            if (urn !== null && !also.includes(urn)) setAlso([...also, urn]);
          }}
        />
      </div>
      <div className="placement-pair">
        <WeighCard view={view} />
        <LawCard />
      </div>
    </>
  );
}

function Child({ view }: { readonly view: NamingView }) {
  const { leaving } = view;
  return (
    <div className="placement-child">
      <h2>
        <a href={hrefOfCase(view.client_id, 'places')}>{view.name || view.ref}</a>
      </h2>
      <p>
        {[
          view.ref,
          view.need === '' ? 'primary need not recorded' : view.need,
          view.phase === '' ? 'age not known' : view.phase.toLowerCase(),
          view.school === '' ? 'at no school yet' : `now at ${view.school}`,
          view.boards ? 'boards in the week' : '',
        ]
          .filter((part) => part !== '')
          .join(', ')}
        .
      </p>
      <p className="soft">
        {view.roads === ''
          ? 'Distances are estimated from straight lines.'
          : `Distances by road: ${view.roads}.`}{' '}
        {leaving === null
          ? ''
          : `${leaving.year_pence === 0 ? `Taking the child off ${leaving.refs.join(', ')} saves nothing` : `Without the child ${leaving.refs.join(', ')} would cost ${formatPounds(leaving.year_pence)} a year less`}: a contract that carries others keeps its price.`}
      </p>
    </div>
  );
}

function ruledOut({ ruled_out, further }: NamingView): string {
  const parts = [
    `${formatQuantity(ruled_out.need, 'school')} not designated for the need`,
    `${formatQuantity(ruled_out.age, 'school')} not for this age`,
    `${formatQuantity(ruled_out.place, 'school')} without a place`,
  ];
  const more =
    further === 0
      ? ''
      : ` ${formatQuantity(further, 'school')} that could be suitable ${further === 1 ? 'lies' : 'lie'} further away and ${further === 1 ? 'is' : 'are'} not shown.`;
  return `Ruled out: ${parts.join(', ')}. Independent schools count only where section I names them.${more}`;
}
