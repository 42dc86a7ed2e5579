import './committee-paper.css';
import { FileText } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { PaperHand } from '../../../shared/api/views/recorded.ts';
import {
  blankParts,
  PAPER_FRONT,
  PAPER_HEADINGS,
  PAPER_PARTS,
  PAPER_WORDS,
  paperTextProblem,
  type PaperPart,
  type PaperTexts,
} from '../../../shared/costing/paper-settings.ts';
import { formatCount } from '../../../shared/format/number.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { useChannel } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { exportSummary } from '../costs/export-buttons.tsx';
import { formatMoment } from '../data/words.ts';
import { hrefOfHistory } from '../history/history-address.ts';
import { keepDrafts, startDrafts, typePart, usePaperDrafts } from './paper-drafts.ts';

/** What people write of the committee paper, and what it still leaves to be filled. */
export function PaperPanel() {
  const { data, error, refetch } = useChannel('paper/page', {});
  const { drafts, failure } = usePaperDrafts();
  useEffect(() => {
    startDrafts();
    const leave = (): void => void keepDrafts();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  if (data === null)
    return error === null ? (
      <Spinner label="Reading what is written" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  const { texts } = data;
  const typed = Object.fromEntries(
    PAPER_PARTS.map((part) => [part, drafts[part]?.text ?? texts[part]]),
  ) as PaperTexts;
  const field = (part: PaperPart) => (
    <PartField
      key={part}
      part={part}
      kept={texts[part]}
      text={typed[part]}
      hand={data.hands[part] ?? null}
      isDraft={drafts[part] !== undefined}
      isRefused={isRefused(failure, part)}
    />
  );
  return (
    <div className="paper-words">
      <div className="paper-words-fields">
        <section className="costs-card" aria-label="At its head">
          <h2>At its head</h2>
          <div className="paper-words-front">{PAPER_FRONT.map(field)}</div>
        </section>
        <section className="costs-card" aria-label="Under its headings">
          <h2>Under its headings</h2>
          <p className="costs-text">
            No figure can fill these. An empty line begins a paragraph; long words take the page
            they need, nothing is cut.
          </p>
          {PAPER_HEADINGS.map(field)}
        </section>
      </div>
      <Side typed={typed} />
    </div>
  );
}

function isRefused(failure: Failure | null, part: PaperPart): boolean {
  const parts = failure?.details?.['parts'];
  return Array.isArray(parts) && parts.includes(part);
}

function PartField(props: {
  readonly part: PaperPart;
  readonly kept: string;
  readonly text: string;
  readonly hand: PaperHand | null;
  readonly isDraft: boolean;
  readonly isRefused: boolean;
}) {
  const { part, kept, text, hand, isDraft } = props;
  const { title, ask, most } = PAPER_WORDS[part];
  const isHeading = PAPER_HEADINGS.some((heading) => heading === part);
  const state = [
    ...(isDraft ? ['Not kept yet'] : hand === null ? [] : [`Written by ${hand.who}, ${formatMoment(hand.at)}`]),
    ...(isHeading && text !== '' ? [`${formatCount(text.length)} of ${formatCount(most)} letters`] : []),
  ]; // prettier-ignore
  const onChange = (typed: string): void => {
    typePart(part, kept, typed);
  };
  return (
    <div id={idOf(part)} className="paper-words-part">
      {part === 'meeting_on' ? (
        <DateField label={title} description={`${ask}.`} value={text} onChange={onChange} />
      ) : (
        <TextField
          label={title}
          description={`${ask}.`}
          value={text}
          onChange={onChange}
          error={paperTextProblem(part, text)}
          {...(isHeading ? { lines: 5 } : {})}
        />
      )}
      <p className="paper-words-state soft">{state.join(', ')}</p>
      {props.isRefused ? (
        <p className="paper-words-theirs">
          {kept === '' ? 'It was emptied since.' : `It stands now as: “${kept}”`}
        </p>
      ) : null}
    </div>
  );
}

function idOf(part: PaperPart): string {
  return `paper-part-${part}`;
}

/** Takes the cursor to a part's field. */
function goTo(part: PaperPart): void {
  const box = document.getElementById(idOf(part));
  box?.scrollIntoView({ block: 'center' });
  box?.querySelector<HTMLElement>('input, textarea, [role="spinbutton"]')?.focus();
}

/** What the paper prints and what it leaves blank, with keeping and saving. */
function Side({ typed }: { readonly typed: PaperTexts }) {
  const { drafts, failure, isKeeping } = usePaperDrafts();
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const head = useId();
  const drafted = Object.keys(drafts).length;
  const blank = blankParts(typed);
  const save = async (): Promise<void> => {
    setSaving(true);
    setFailed(null);
    if (await keepDrafts()) setFailed(await exportSummary('pdf'));
    setSaving(false);
  };
  return (
    <section className="costs-card paper-words-side" aria-labelledby={head}>
      <h2 id={head}>What the paper prints</h2>
      <p aria-live="polite">
        {blank.length === 0
          ? 'Every part is filled.'
          : `${blank.length} ${blank.length === 1 ? 'part prints' : 'parts print'} as “to be filled”.`}
      </p>
      <ul className="paper-words-list">
        {PAPER_PARTS.map((part) => (
          <li key={part}>
            <button
              type="button"
              className="k-link-button"
              onClick={() => {
                goTo(part);
              }}
            >
              {PAPER_WORDS[part].title}
            </button>
            {blank.includes(part) ? (
              <StateMark tone="neutral">to be filled</StateMark>
            ) : (
              <StateMark tone="good">{typed[part].trim() === '' ? 'as usual' : 'filled'}</StateMark>
            )}
          </li>
        ))}
      </ul>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {failed === null ? null : <FailureNotice failure={failed} />}
      <div className="paper-words-buttons">
        <Button
          isPending={isKeeping && !saving}
          disabledReason={drafted === 0 ? 'All that is written is kept.' : null}
          onPress={() => void keepDrafts()}
        >
          Keep what is written
        </Button>
        <Button variant="primary" icon={FileText} isPending={saving} onPress={() => void save()}>
          Save the paper
        </Button>
      </div>
      <p className="soft">
        {drafted === 0
          ? 'Everything is kept.'
          : 'What is typed is kept when you leave this page, too.'}{' '}
        <a href={hrefOfHistory({ ref: 'committee_paper', entity: 'setting' })}>Who wrote what, and when</a>
      </p>
      <p className="soft">
        The paper’s figures are those of today’s plan. Its appendix says where each is found in
        Kerbside.
      </p>
    </section>
  );
} // prettier-ignore
