import { ArrowLeft, ChevronLeft, ChevronRight, FilePlus2, Hand, ListChecks } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import { movesFrom } from '../../../shared/casework/life.ts';
import { QUEUE } from '../../../shared/casework/work/queues.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands, type Command } from '../../state/commands.ts';
import { stay, usePlace } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Badge } from '../../ui/mark.tsx';
import { CaseTimeline } from '../life/case-timeline.tsx';
import { FailureNotice, NoticeBar, Skeleton, Spinner } from '../../ui/states.tsx';
import { AssignMenu } from '../work/assign-menu.tsx';
import { AssignCommands } from '../work/assign-commands.tsx';
import { CaseParts } from './case-parts.tsx';
import { bornWords } from './case-words.ts';
import { CaseMarks } from './client-inspector.tsx';
import { HeldDialog } from './held-dialog.tsx';
import { hrefOfQuery, queryOf } from './list-query.ts';
import { NamesakesNotice } from '../new-application/namesakes-notice.tsx';
import { NewApplicationDialog } from '../new-application/new-application-dialog.tsx';
import { useNeighbours } from './list-position.ts';
import { StatusDialog } from './status-dialog.tsx';
import { childName, yearGroupWords } from './words.ts';
import { STATUS_WORDS } from '../../../shared/model/words.ts';
import './case.css';

/** One child's case: needs, placement, TIF, position, history, and the decisions that a person makes. */
export function CaseScreen(props: { readonly clientId: number }) {
  const { data, error, refetch } = useChannel('applications/case', { client_id: props.clientId });
  const params = usePlace((place) => place.params);
  const query = useMemo(() => queryOf(params), [params]);
  useEffect(() => {
    select({ kind: 'client', id: props.clientId });
  }, [props.clientId]);
  return (
    <div className="case">
      <CaseBar clientId={props.clientId} query={query} />
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null ? (
        error === null ? (
          <Spinner label="Reading the case" />
        ) : null
      ) : (
        <Case page={data} />
      )}
    </div>
  );
}

function CaseBar(props: { readonly clientId: number; readonly query: ReturnType<typeof queryOf> }) {
  const around = useNeighbours(props.query, props.clientId);
  const { query } = props;
  const { previous, next } = around;
  const commands: readonly Command[] = useMemo(
    () => caseCommands({ previous, next, query }),
    [previous, next, query],
  );
  useCommands('case', commands);
  useAltArrows(commands);
  return (
    <nav className="case-bar" aria-label="Cases">
      <a
        className="case-back"
        href={hrefOfQuery(query, query.filter.queue === undefined ? [] : ['work'])}
      >
        <ArrowLeft size={14} aria-hidden="true" />
        {query.filter.queue === undefined
          ? 'Applications'
          : `Work: ${QUEUE[query.filter.queue].label}`}
      </a>
      <span className="case-space" />
      {around.place === null ? null : (
        <span className="soft">
          {formatCount(around.place)} of {formatCount(around.total)}
        </span>
      )}
      {commands.map((command) => (
        <IconButton
          key={command.id}
          label={command.label}
          icon={command.id === 'case-previous' ? ChevronLeft : ChevronRight}
          {...(command.shortcut === undefined ? {} : { shortcut: command.shortcut })}
          disabledReason={reasonOf(command)}
          onPress={command.run}
        />
      ))}
    </nav>
  );
}

function reasonOf(command: Command): string | null {
  const enabled = command.isEnabled();
  return enabled === true ? null : enabled;
}

function caseCommands(at: {
  readonly previous: number | null;
  readonly next: number | null;
  readonly query: ReturnType<typeof queryOf>;
}): readonly Command[] {
  const step = (id: string, label: string, shortcut: string, to: number | null): Command => ({
    id,
    label,
    shortcut,
    isEnabled: () => to !== null || 'There is none in this list.',
    run: () => {
      // Back returns to the list, not through every case looked at.
      if (to !== null) stay(hrefOfQuery(at.query, ['case', to]));
    },
  });
  return [
    step('case-previous', 'Previous case', 'Alt ↑', at.previous),
    step('case-next', 'Next case', 'Alt ↓', at.next),
  ];
}

function useAltArrows(commands: readonly Command[]): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      const wanted = event.key === 'ArrowUp' ? 'case-previous' : 'case-next';
      commands.find(({ id }) => id === wanted)?.run();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [commands]);
}

function Timeline(props: { readonly clientId: number }) {
  const { data } = useChannel('applications/proposal', { client_id: props.clientId });
  return data === null ? <Skeleton height={36} /> : <CaseTimeline page={data} />;
}

function Case(props: { readonly page: CasePage }) {
  const { page } = props;
  const { client, application } = page;
  const [open, setOpen] = useState<'status' | 'held' | 'new' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  const held = application !== null && application.held_reason !== '';
  const stuck =
    application === null
      ? 'There is no request whose state could be set.'
      : movesFrom(application.status).length === 0
        ? 'It is decided: sign a new decision under Eligibility.'
        : null;
  useCommands(
    'case-state',
    useMemo(
      (): readonly Command[] => [
        {
          id: 'set-state',
          label: 'Set state',
          keywords: 'status move checking more information withdrawn',
          isEnabled: () => stuck ?? true,
          run: () => {
            setOpen('status');
          },
        },
        {
          id: 'decide-held',
          label: 'Decide the held application',
          keywords: 'accept refuse take into use',
          isEnabled: () => held || 'It is not held.',
          run: () => {
            setOpen('held');
          },
        },
      ],
      [stuck, held],
    ),
  );
  return (
    <>
      <header className="case-head">
        <div>
          <h1>
            <bdi>{childName(client)}</bdi>
          </h1>
          <p className="soft">
            {client.ref}. {bornWords(page)}, {yearGroupWords(client.year_group).toLowerCase()}.
          </p>
        </div>
        <CaseMarks page={page} />
        <span className="case-space" />
        {application === null ? (
          <Badge>Carried already, no request</Badge>
        ) : (
          <Badge tone="neutral">{STATUS_WORDS[application.status]}</Badge>
        )}
        {application === null ? null : (
          <AssignMenu
            clientIds={[client.id]}
            now={application.assigned_to}
            label={application.assigned_to === '' ? 'Assign' : application.assigned_to}
          />
        )}
        <Button
          icon={FilePlus2}
          onPress={() => {
            setOpen('new');
          }}
        >
          New application
        </Button>
        <Button
          icon={ListChecks}
          disabledReason={stuck}
          onPress={() => {
            setOpen('status');
          }}
        >
          Set state
        </Button>
      </header>
      {application === null ? null : <Timeline clientId={client.id} />}
      <NamesakesNotice page={page} />
      {held ? (
        <NoticeBar
          tone="warning"
          title="Held until a person decides"
          action={
            <Button
              size="small"
              variant="primary"
              icon={Hand}
              onPress={() => {
                setOpen('held');
              }}
            >
              Decide
            </Button>
          }
        >
          {application.held_reason}
        </NoticeBar>
      ) : null}
      {application !== null && application.questions.length > 0 ? (
        <NoticeBar
          tone="info"
          title={application.questions.length === 1 ? 'A question' : 'Questions'}
        >
          <ul>
            {application.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </NoticeBar>
      ) : null}
      {application === null ? null : (
        <AssignCommands clientId={client.id} now={application.assigned_to} />
      )}
      <CaseParts page={page} />
      {open === 'status' ? <StatusDialog page={page} onClose={close} /> : null}
      {open === 'new' ? (
        <NewApplicationDialog
          known={{ client_id: client.id, name: childName(client), ref: client.ref }}
          onClose={close}
        />
      ) : null}
      {open === 'held' ? <HeldDialog clientId={client.id} onClose={close} /> : null}
    </>
  );
}
