import { Download, Eye, MailCheck, Printer, Search } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { LetterDue } from '../../../shared/api/views/letters.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { isChase } from '../../../shared/model/letter.ts';
import { letterName, withinSentence } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { stay, usePlace } from '../../state/place.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { dueColumns } from './due-columns.tsx';
import { exportList } from './export-list.ts';
import { IssueDialog } from './issue-dialog.tsx';
import { lettersChosen } from './letters-chosen.ts';
import { KindList } from './kind-list.tsx';
import { choiceOf, choiceText, isOfChoice, kindGroups, type KindChoice } from './letter-kinds.ts';
import { hrefOfLetters } from './letters-address.ts';
import { PreviewDialog } from './preview-dialog.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { useTicks } from './use-ticks.ts';

/** Wide enough for the list with the letter beside it, pixels. */
const BESIDE = 1180;

const SHOWS = [
  { id: 'all', label: 'All', is: () => true },
  { id: 'lacking', label: 'Lacking a fact', is: (row: LetterDue) => row.lacks.length > 0 },
  { id: 'protected', label: 'Protected address', is: (row: LetterDue) => row.protected_address },
  { id: 'worker', label: 'With a social worker', is: (row: LetterDue) => row.social_worker },
  {
    id: 'language',
    label: 'Another language or format',
    is: (row: LetterDue) => row.language_or_format !== '',
  },
] as const;
type Show = (typeof SHOWS)[number]['id'];

/** What is due today by kind; each letter as it prints; issuing all or some. */
export function DuePart() {
  const { data, error, refetch } = useChannel('letters/due', {});
  if (error !== null) return <FailureNotice failure={error} onRetry={refetch} />;
  if (data === null) return <Spinner label="Reading the cases" />;
  const groups = kindGroups(data.kinds);
  return <DueList due={data.due} groups={groups} />;
}

function DueList(props: {
  readonly due: readonly LetterDue[];
  readonly groups: ReturnType<typeof kindGroups>;
}) {
  const { due, groups } = props;
  const params = usePlace((place) => place.params);
  const lines = groups.flatMap((group) => group.lines);
  const choice: KindChoice = choiceOf(params['kind']) ??
    lines.find((line) => line.due > 0) ?? { kind: 'apply', number: null };
  const key = choiceText(choice);
  const [text, setText] = useState('');
  const [show, setShow] = useState<Show>('all');
  const [selectedAt, setSelectedAt] = useState<number | null>(null);
  const [dialog, setDialog] = useState<'issue' | 'preview' | null>(null);
  const [asked, setAsked] = useState<LetterDue | null>(null);
  const ticks = useTicks();
  const [measure, width] = useWidth();
  const grid = useRef<HTMLDivElement | null>(null);

  const rows = useMemo(() => {
    const wanted = choiceOf(key);
    const is = SHOWS.find(({ id }) => id === show)?.is ?? SHOWS[0].is;
    const words = text.toLowerCase().trim();
    return due.filter(
      (row) =>
        wanted !== null &&
        isOfChoice(row, wanted) &&
        is(row) &&
        (words === '' || `${row.name} ${row.ref} ${row.school}`.toLowerCase().includes(words)),
    );
  }, [due, key, show, text]);
  const batch = rows.filter(ticks.isChosen);
  const lacking = rows.filter((row) => row.lacks.length > 0);
  const left = rows.length - batch.length - lacking.length;
  const position = Math.max(
    0,
    rows.findIndex((row) => row.at === selectedAt),
  );
  const selected = rows[position];
  const columns = useMemo(() => dueColumns(ticks.isChosen), [ticks.isChosen]);
  const rowAt = useCallback((index: number) => rows[index], [rows]);
  const beside = width >= BESIDE;

  return (
    <div className="letters-due" ref={measure}>
      <KindList
        groups={groups}
        chosen={choice}
        onChoose={(next) => {
          setSelectedAt(null);
          stay(hrefOfLetters('due', { kind: choiceText(next) }));
        }}
      />
      <div className="letters-list">
        <div className="letters-bar">
          <TextField
            label="Search these letters"
            hideLabel
            icon={Search}
            placeholder="Name, reference or school"
            value={text}
            onChange={setText}
          />
          <Select
            label="Show"
            hideLabel
            size="small"
            value={show}
            options={SHOWS}
            isActive={show !== 'all'}
            onChange={setShow}
          />
          <span className="letters-space" />
          <IconButton
            label="Export these letters as .csv"
            icon={Download}
            onPress={() => void exportList({ list: 'due', kind: choice.kind, text })}
          />
          <Button
            size="small"
            icon={Eye}
            disabledReason={rows.length === 0 ? 'There is no letter to look at.' : null}
            onPress={() => {
              setDialog('preview');
            }}
          >
            Look through
          </Button>
          <Button
            variant="primary"
            size="small"
            icon={Printer}
            disabledReason={
              batch.length === 0
                ? rows.length === 0
                  ? 'No letter of this kind is due.'
                  : 'No letter of the list can be written and is chosen.'
                : null
            }
            onPress={() => {
              setDialog('issue');
            }}
          >
            {batch.length === 0
              ? 'Issue letters'
              : `Issue ${formatQuantity(batch.length, 'letter')}`}
          </Button>
        </div>
        <p className="letters-count soft" aria-live="polite">
          {sumWords(rows.length, lacking.length, left)}
        </p>
        {/* The grid has the keys; space and a press on the tick choose a letter. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          className="letters-grid"
          ref={grid}
          onKeyDownCapture={(event) => {
            if (event.key !== ' ' || selected === undefined) return;
            event.preventDefault();
            ticks.toggle(selected);
          }}
          onMouseDownCapture={(event) => {
            const cell =
              event.target instanceof Element ? event.target.closest('.letters-tick') : null;
            const index = Number(cell?.closest('[data-index]')?.getAttribute('data-index') ?? -1);
            const row = rows[index];
            if (row !== undefined) ticks.toggle(row);
          }}
        >
          <DataList
            label="Letters due"
            columns={columns}
            count={rows.length}
            rowAt={rowAt}
            keyOf={(row) => row.at}
            selectedKey={selected?.at ?? null}
            onSelect={(row) => {
              setSelectedAt(row.at);
            }}
            onOpen={(row) => {
              setSelectedAt(row.at);
              setDialog('preview');
            }}
            resetKey={`${key} ${show} ${text}`}
            empty={<NothingDue choice={choice} isNarrowed={text !== '' || show !== 'all'} />}
          />
        </div>
        <p className="letters-hint soft">
          Space leaves a letter out or takes it in. Enter looks at it.
        </p>
      </div>
      {beside && selected !== undefined ? (
        // Scrolls, so the keyboard must be able to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="letters-preview" aria-label="The letter as it prints" tabIndex={0}>
          <PreviewPane
            letter={selected}
            onReason={() => {
              setAsked(selected);
            }}
          />
        </section>
      ) : null}
      {dialog === 'preview' && selected !== undefined ? (
        <PreviewDialog
          letters={rows}
          at={position}
          isChosen={ticks.isChosen(selected)}
          onTurn={(at) => {
            setSelectedAt(rows[at]?.at ?? null);
          }}
          onToggle={ticks.toggle}
          onReason={setAsked}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'issue' ? (
        <IssueDialog
          kind={choice.kind}
          title={titleOf(choice)}
          chosen={lettersChosen(batch, due)}
          left={leftWords(lacking, left)}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
      {asked === null ? null : (
        <ReasonDialog
          letter={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </div>
  );
}

function titleOf({ kind, number }: KindChoice): string {
  if (!isChase(kind)) return `Issue: ${withinSentence(letterName(kind, 0))}`;
  if (number !== null) return `Issue: ${withinSentence(letterName(kind, number))}`;
  return kind === 'apply' ? 'Issue reminders to apply' : 'Issue reminders to complete the TIF';
}

function sumWords(rows: number, lacking: number, left: number): string {
  if (rows === 0) return '';
  const parts = [
    formatQuantity(rows, 'letter'),
    lacking === 0 ? '' : `${formatCount(lacking)} cannot be written yet`,
    left === 0 ? '' : `${formatCount(left)} left out by you`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Why letters of the list are not in the batch: `3 left out because the home address is missing`. */
function leftWords(lacking: readonly LetterDue[], left: number): readonly string[] {
  const by = Map.groupBy(lacking, ({ lacks }) => lacks.map(withinSentence).join('; '));
  return [
    ...[...by].map(
      ([lacks, rows]) => `${formatCount(rows.length)} left out because missing: ${lacks}`,
    ),
    ...(left === 0 ? [] : [`${formatCount(left)} left out by you`]),
  ];
}

function NothingDue(props: { readonly choice: KindChoice; readonly isNarrowed: boolean }) {
  if (props.isNarrowed) {
    return <EmptyState icon={Search} title="No letter of this kind fits the search" />;
  }
  return (
    <EmptyState icon={MailCheck} title="Nothing of this kind is due today">
      {isChase(props.choice.kind) ? (
        <>
          Who is not reminded, and why, stands under{' '}
          <a href={hrefOfLetters('not-due', { chase: props.choice.kind })}>Not due, and why</a>.
        </>
      ) : (
        'Such a letter is called for by a step of a case: a decision, a question, an appeal, a date.'
      )}
    </EmptyState>
  );
}
