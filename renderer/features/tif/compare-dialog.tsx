import { useState } from 'react';
import type { TifPage } from '../../../shared/api/views/tif.ts';
import { compareAnswers } from '../../../shared/casework/tif/compare.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { TifAnswers } from '../../../shared/model/tif.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { versionWords } from './version-words.ts';

/** Two versions beside one another: only the answers that differ. */
export function CompareDialog(props: { readonly page: TifPage; readonly onClose: () => void }) {
  const { page } = props;
  const all: readonly { readonly id: string; readonly label: string; answers: TifAnswers }[] = [
    ...page.versions.map((version) => ({
      id: String(version.number),
      label: versionWords(version),
      answers: version.answers,
    })),
    ...(page.draft === null
      ? []
      : [{ id: 'draft', label: 'Being written', answers: page.draft.answers }]),
  ];
  const [before, setBefore] = useState(all.at(-2)?.id ?? '');
  const [after, setAfter] = useState(all.at(-1)?.id ?? '');
  const answersOf = (id: string): TifAnswers => all.find((each) => each.id === id)?.answers ?? {};
  const changes = compareAnswers(answersOf(before), answersOf(after));
  return (
    <Dialog
      title={`Versions of the form of ${page.name}`}
      isOpen
      onClose={props.onClose}
      width={860}
    >
      <div className="tif-dialog">
        <div className="tif-dialog-pair">
          <Select label="From" options={all} value={before} onChange={setBefore} />
          <Select label="To" options={all} value={after} onChange={setAfter} />
        </div>
        <p aria-live="polite">
          {changes.length === 0
            ? 'The two give the same answers.'
            : `${formatQuantity(changes.length, 'answer')} differ${changes.length === 1 ? 's' : ''}.`}
        </p>
        {changes.length === 0 ? null : (
          <Table
            caption="Answers that differ"
            head={
              <>
                <Th>Question</Th>
                <Th>From</Th>
                <Th>To</Th>
              </>
            }
          >
            {changes.map((change) => (
              <tr key={change.key}>
                <Td>{change.label}</Td>
                <Td soft={change.before === ''}>
                  {change.before === '' ? 'No answer' : change.before}
                </Td>
                <Td soft={change.after === ''}>
                  {change.after === '' ? 'No answer' : change.after}
                </Td>
              </tr>
            ))}
          </Table>
        )}
      </div>
    </Dialog>
  );
}
