import { Printer, Undo2 } from 'lucide-react';
import type { IssuedRow } from '../../../shared/api/views/letters.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { letterName } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { notifyFailure } from '../../state/notices.ts';
import { hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { printAgain } from './issue-letters.ts';
import { LetterSheet } from './letter-sheet.tsx';

/** Prints letters again as they were issued; those whose text was not kept are left out. */
export async function printIssued(rows: readonly IssuedRow[]): Promise<void> {
  const failure = await printAgain(rows.filter((row) => row.has_text).map(({ id }) => id));
  if (failure !== null) notifyFailure(failure);
}

/** A letter as it was issued: printed again, or withdrawn where it was never posted. */
export function IssuedLetterView(props: {
  readonly row: IssuedRow;
  /** Within the case itself there is no way to it. */
  readonly isInCase?: boolean;
  readonly onWithdraw: () => void;
}) {
  const { row } = props;
  const { data, error } = useChannel('letters/text', { id: row.id });
  return (
    <>
      <header className="letters-preview-head">
        <div>
          <h2>{props.isInCase === true ? letterName(row.kind, row.number) : row.name}</h2>
          <p className="soft">
            {props.isInCase === true ? 'Batch' : `${letterName(row.kind, row.number)}, batch`}{' '}
            {row.batch}, {formatDate(row.issued_on)}, by {row.issued_by}.
          </p>
        </div>
        <div className="letters-preview-actions">
          {row.client_id === null || props.isInCase === true ? null : (
            <a href={hrefOfCase(row.client_id, 'letters')}>Open the case</a>
          )}
          {row.withdrawn === null ? (
            <Button size="small" variant="quiet" icon={Undo2} onPress={props.onWithdraw}>
              Never posted
            </Button>
          ) : null}
          {row.has_text ? (
            <Button size="small" icon={Printer} onPress={() => void printIssued([row])}>
              Print again
            </Button>
          ) : null}
        </div>
      </header>
      {row.withdrawn === null ? null : (
        <NoticeBar
          tone="warning"
          title={`Withdrawn on ${formatDate(row.withdrawn.on)} by ${row.withdrawn.by}: never posted`}
        >
          {row.withdrawn.reason}
        </NoticeBar>
      )}
      {error === null ? null : <FailureNotice failure={error} />}
      {data === null && error === null ? <Spinner label="Reading the letter" /> : null}
      {data === null || data.html !== null ? null : (
        <NoticeBar tone="info" title="The text of this letter was not kept">
          It was issued by an earlier Kerbside, to {row.addressee}.
        </NoticeBar>
      )}
      {typeof data?.html === 'string' ? (
        <LetterSheet html={data.html} title={`The letter about ${row.name}, as it was issued`} />
      ) : null}
    </>
  );
}
