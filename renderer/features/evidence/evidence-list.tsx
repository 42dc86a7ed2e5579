import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { EvidencePage } from '../../../shared/api/views/evidence.ts';
import { EVIDENCE_WORDS, evidenceSaid } from '../../../shared/casework/evidence-words.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type {
  EvidenceRecord,
  SectionIVersion,
  Withdrawal,
} from '../../../shared/model/evidence.ts';
import { call } from '../../bridge/bridge.ts';
import { IconButton } from '../../ui/button.tsx';
import { Badge } from '../../ui/mark.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import './evidence.css';

/** One line of the list, whatever it is of. */
interface Line {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly signed: string;
  readonly mark: 'counts' | 'replaced' | 'withdrawn';
  readonly withdrawn: Withdrawal | null;
  readonly withdraw: (reason: string, by: string) => ReturnType<typeof call<'evidence/withdraw'>>;
}

/** What counts first; what was replaced or withdrawn is folded, and stays. */
export function EvidenceList(props: { readonly page: EvidencePage }) {
  const { page } = props;
  const [chosen, setChosen] = useState<Line | null>(null);
  const lines = [
    ...page.versions.toReversed().map((version) => versionLine(page, version)),
    ...page.records.toReversed().map((record) => recordLine(page, record)),
  ];
  const now = lines.filter(({ mark }) => mark === 'counts');
  const past = lines.filter(({ mark }) => mark !== 'counts');
  return (
    <section className="rules-changes" aria-label="Evidence recorded">
      <h3>Evidence recorded</h3>
      {now.length === 0 ? (
        <p className="soft">
          {past.length === 0
            ? 'None yet. Each rule above that misses some offers to record it.'
            : 'None that counts now.'}
        </p>
      ) : (
        <Lines lines={now} onWithdraw={setChosen} />
      )}
      {past.length === 0 ? null : (
        <details className="rule-more">
          <summary>{formatQuantity(past.length, 'earlier or withdrawn record')}</summary>
          <Lines lines={past} onWithdraw={setChosen} />
        </details>
      )}
      {chosen === null ? null : (
        <WithdrawDialog
          what={`${chosen.title}: ${chosen.text}`}
          withdraw={chosen.withdraw}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </section>
  );
}

function Lines(props: {
  readonly lines: readonly Line[];
  readonly onWithdraw: (line: Line) => void;
}) {
  return (
    <ul className="evidence-lines">
      {props.lines.map((line) => (
        <li key={line.key}>
          <div className="evidence-line">
            <p>
              <strong>{line.title}.</strong> {line.text}
            </p>
            <p className="soft">
              {line.signed}
              {line.withdrawn === null
                ? ''
                : ` Withdrawn by ${line.withdrawn.by} on ${formatDate(line.withdrawn.on)}: ${line.withdrawn.reason}`}
            </p>
          </div>
          {line.mark === 'withdrawn' ? <Badge>Withdrawn</Badge> : null}
          {line.mark === 'replaced' ? <Badge>Earlier</Badge> : null}
          {line.withdrawn === null ? (
            <IconButton
              label={`Withdraw: ${line.title.toLowerCase()}`}
              icon={Undo2}
              onPress={() => {
                props.onWithdraw(line);
              }}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function recordLine(page: EvidencePage, record: EvidenceRecord): Line {
  const { id, given, recorded_on, recorded_by, withdrawn } = record;
  const counts = page.counting.includes(id);
  return {
    key: `record ${id}`,
    title: EVIDENCE_WORDS[given.kind],
    text: evidenceSaid(given),
    signed: `Recorded by ${recorded_by} on ${formatDate(recorded_on)}.`,
    mark: withdrawn !== null ? 'withdrawn' : counts ? 'counts' : 'replaced',
    withdrawn,
    withdraw: (reason, by) =>
      call('evidence/withdraw', { client_id: page.client_id, id, reason, by }),
  };
}

function versionLine(page: EvidencePage, version: SectionIVersion): Line {
  const { id, plan_on, condition, withdrawn, source } = version;
  const schools = version.urns.map(
    (urn) => page.schools_named.find((each) => each.urn === urn)?.name ?? `URN ${urn}`,
  );
  const plan = plan_on === null ? 'as imported' : `plan of ${formatDate(plan_on)}`;
  const named = schools.length === 0 ? '' : ` Names ${schools.join(' and ')}.`;
  const under = condition === '' ? '' : ` Condition: ${condition}`;
  const review =
    version.review_on === null ? '' : ` Annual review by ${formatDate(version.review_on)}.`;
  const isNow = page.version_in_force === id;
  const isAhead = plan_on !== null && plan_on > page.on;
  return {
    key: `version ${id}`,
    title: `Section I, version ${version.version}, ${plan}${isNow ? ', in force' : isAhead ? ', not yet in force' : ''}`,
    text: `“${version.words}”${named}${under}${review}`,
    signed:
      source === 'imported'
        ? 'The words that the import brought.'
        : `Recorded by ${version.recorded_by} on ${formatDate(version.recorded_on)}.`,
    mark: withdrawn !== null ? 'withdrawn' : isNow || isAhead ? 'counts' : 'replaced',
    withdrawn,
    withdraw: (reason, by) =>
      call('evidence/withdraw-section-i', { client_id: page.client_id, id, reason, by }),
  };
}
