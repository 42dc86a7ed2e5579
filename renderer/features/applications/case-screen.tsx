import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import { useChannel } from '../../state/channel.ts';
import { usePlace } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { Badge } from '../../ui/mark.tsx';
import { FailureNotice, Skeleton, Spinner } from '../../ui/states.tsx';
import { CaseTimeline } from '../life/case-timeline.tsx';
import { AssignMenu } from '../work/assign-menu.tsx';
import { AssignCommands } from '../work/assign-commands.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseBack, CaseNav } from './case-bar.tsx';
import { CaseSectionView } from './case-parts.tsx';
import { caseViewOf, type CaseView } from './case-sections.ts';
import { bornWords } from './case-words.ts';
import { CaseMarks } from './client-inspector.tsx';
import { queryOf, type ListQuery } from './list-query.ts';
import { childName, yearGroupWords } from './words.ts';
import './case.css';

// The form brings its questions and their rules.
const TifScreen = lazy(async () => ({
  default: (await import('../tif/tif-screen.tsx')).TifScreen,
}));

/** One child's case: a head that stays, and below it the section that the address names. */
export function CaseScreen(props: { readonly clientId: number }) {
  const { data, error, refetch } = useChannel('applications/case', { client_id: props.clientId });
  const params = usePlace((place) => place.params);
  const path = usePlace((place) => place.path);
  const query = useMemo(() => queryOf(params), [params]);
  useEffect(() => {
    select({ kind: 'client', id: props.clientId });
  }, [props.clientId]);
  return (
    <div className="case">
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null ? (
        error === null ? (
          <Spinner label="Reading the case" />
        ) : null
      ) : (
        <Case page={data} view={caseViewOf(path)} query={query} />
      )}
    </div>
  );
}

function Case(props: {
  readonly page: CasePage;
  readonly view: CaseView;
  readonly query: ListQuery;
}) {
  const { page, view, query } = props;
  const { client, application } = page;
  const { data: decisions } = useChannel(
    'applications/proposal',
    application === null ? null : { client_id: client.id },
  );
  return (
    <>
      <header className="case-top">
        <div className="case-head">
          <div className="case-who">
            <CaseBack query={query} />
            <h1>
              <bdi>{childName(client)}</bdi>
            </h1>
            <span className="soft">
              {client.ref} · {bornWords(page)} · {yearGroupWords(client.year_group)}
            </span>
          </div>
          <CaseActions page={page} decisions={decisions} isQuiet={view === 'tif'} />
        </div>
        <div className="case-stand">
          <Stand page={page} decisions={decisions} />
          <CaseMarks page={page} />
          {application === null ? null : (
            <div className="case-owner">
              <span className="soft">Assigned to</span>
              <AssignMenu
                clientIds={[client.id]}
                now={application.assigned_to}
                label={application.assigned_to === '' ? 'nobody' : application.assigned_to}
              />
              <AssignCommands clientId={client.id} now={application.assigned_to} />
            </div>
          )}
        </div>
        <CaseNav clientId={client.id} view={view} query={query} />
      </header>
      {view === 'tif' ? (
        <Suspense fallback={<div className="app-loading" aria-busy="true" />}>
          <TifScreen clientId={client.id} />
        </Suspense>
      ) : (
        <div className="case-body" key={view}>
          <CaseSectionView view={view} page={page} decisions={decisions} />
        </div>
      )}
    </>
  );
}

/** Where the application stands, or that there is none. */
function Stand(props: { readonly page: CasePage; readonly decisions: DecisionPage | null }) {
  const { page, decisions } = props;
  if (page.application === null) {
    return (
      <Badge>{page.transport === 'closed' ? 'No request' : 'Carried already, no request'}</Badge>
    );
  }
  return decisions === null ? (
    <Skeleton width={240} height={20} />
  ) : (
    <CaseTimeline page={decisions} />
  );
}
