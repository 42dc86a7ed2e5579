import { useState } from 'react';
import { useChannel } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  notify({ tone: 'good', text: 'The letter is copied.' });
}

/** The letters of outcome as text, one a bidder, to copy: Kerbside sends nothing. */
export function OutcomeDialog(props: { readonly tenderId: number; readonly onClose: () => void }) {
  const { data, error } = useChannel('lots/outcome', { tender_id: props.tenderId });
  const [chosen, setChosen] = useState<string | null>(null);
  const letter = data?.find(({ provider }) => provider === chosen) ?? data?.[0];
  return (
    <Dialog
      title="Letters of outcome"
      isOpen
      onClose={props.onClose}
      width={760}
      foot={
        <Button
          variant="primary"
          disabledReason={letter === undefined ? 'There is no letter.' : null}
          onPress={() => {
            void copy(letter?.text ?? '');
          }}
        >
          Copy the text
        </Button>
      }
    >
      {data === null ? (
        error === null ? <Spinner label="Writing the letters" /> : <FailureNotice failure={error} />
      ) : letter === undefined ? (
        <p>Nobody bid for a lot that is awarded.</p>
      ) : (
        <>
          <p className="soft">
            Each bidder is told its own place and marks and who won; no price, and no points for
            price, since with one’s own price they tell the lowest.
          </p>
          <Select
            label="Bidder"
            options={data.map(({ provider }) => ({ id: provider, label: provider }))}
            value={letter.provider}
            onChange={setChosen}
          />
          <pre className="lots-letter">{letter.text}</pre>
        </>
      )}
    </Dialog>
  ); // prettier-ignore
}
