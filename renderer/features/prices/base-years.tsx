import { useState } from 'react';
import type { PricesPage, RebasedView } from '../../../shared/api/views/prices.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { call } from '../../bridge/bridge.ts';
import { officerName } from '../../state/officer.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';

/** Indices of another base year that are kept apart, and what was decided about them. */
export function BaseYears({ page }: { readonly page: PricesPage }) {
  const [choosing, setChoosing] = useState<RebasedView | null>(null);
  const { choice } = page;
  return (
    <>
      {page.rebased.map((each) => {
        const counts = choice?.base_year === each.base_year;
        return (
          <NoticeBar
            key={each.base_year}
            tone={counts ? 'info' : 'warning'}
            title={counts ? `${each.name} counts: ${choice.how === 'chain' ? `${page.base_words} is carried on by chaining` : `in place of ${page.base_words}`}` : `An index of ${each.name} does not count yet`}
            action={
              <Button
                size="small"
                onPress={() => {
                  setChoosing(each);
                }}
              >
                Decide…
              </Button>
            }
          >
            {each.sentence} {counts ? `${choice.reason} ${choice.by}, ${formatDate(choice.on)}.` : ''}
          </NoticeBar>
        );
      })}
      {choosing === null ? null : (
        <BaseDialog
          page={page}
          other={choosing}
          onClose={() => {
            setChoosing(null);
          }}
        />
      )}
    </>
  );
} // prettier-ignore

type Way = 'chain' | 'instead' | 'neither';

function BaseDialog(props: {
  readonly page: PricesPage;
  readonly other: RebasedView;
  readonly onClose: () => void;
}) {
  const { page, other } = props;
  const chosen = page.choice?.base_year === other.base_year ? page.choice.how : 'neither';
  const [way, setWay] = useState<Way>(chosen);
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  const options: readonly { readonly id: Way; readonly label: string }[] = [
    { id: 'neither', label: `${page.base_words} alone` },
    ...(other.can_chain ? [{ id: 'chain' as const, label: `${page.base_words}, carried on by ${other.name}` }] : []),
    { id: 'instead', label: `${other.name} alone` },
  ];
  return (
    <SigningDialog
      title="Which index counts"
      verb="Decide"
      done="Clauses and claims go by it from now on."
      problems={[
        ...(way === chosen ? ['Choose another than counts now.'] : []),
        ...(way !== 'neither' && reason.trim() === '' ? ['Write why.'] : []),
        ...(by.trim() === '' ? ['Sign with your name.'] : []),
      ]}
      signedBy={by}
      sign={() => call('prices/choose-base', { choice: way === 'neither' ? null : { base_year: other.base_year, how: way }, reason, by })}
      onClose={props.onClose}
    >
      <p className="costs-text">{other.sentence}</p>
      <Select label="What counts" options={options} value={way} onChange={setWay} />
      <TextField label="Why" value={reason} onChange={setReason} lines={2} />
      <TextField label="Signed by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
} // prettier-ignore
