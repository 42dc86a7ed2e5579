import { Eye } from 'lucide-react';
import { useState } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { ProtectedAddress } from '../../../shared/api/views/life.ts';
import { call } from '../../bridge/bridge.ts';
import { notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import './life.css';

/** Who may see a protected address, as a sentence. */
export function mayLookWords({ lookers }: Pick<CasePage, 'lookers'>): string {
  return lookers.names.length === 0
    ? 'Nobody is named yet who may see it: name them under Data, Settings.'
    : `It may be seen by ${lookers.names.join(', ')}.`;
}

/** A protected address: hidden until an officer who is named for it asks; each look is kept in the history. */
export function ProtectedHome(props: { readonly page: CasePage }) {
  const { client, lookers } = props.page;
  const [shown, setShown] = useState<ProtectedAddress | null>(null);
  const look = async (): Promise<void> => {
    const answer = await call('life/look', { client_id: client.id });
    if (answer.ok) setShown(answer.value);
    else notifyFailure(answer.error);
  };
  if (shown !== null) {
    const lines = [
      ...[
        [shown.home_address, shown.postcode],
        [shown.second_address, shown.second_postcode],
      ]
        .map((parts) => parts.filter((part) => part !== '').join(', '))
        .filter((line) => line !== ''),
      ...shown.others,
    ];
    return (
      <>
        {lines.length === 0
          ? 'No address is in the record.'
          : lines.map((line) => <div key={line}>{line}</div>)}
        <Button
          size="small"
          variant="quiet"
          onPress={() => {
            setShown(null);
          }}
        >
          Hide again
        </Button>
      </>
    );
  }
  return (
    <div className="life-actions">
      <span>Protected address. {lookers.may_look ? '' : mayLookWords(props.page)}</span>
      {lookers.may_look ? (
        <Button
          size="small"
          icon={Eye}
          onPress={() => {
            void look();
          }}
        >
          Show it, and record the look
        </Button>
      ) : null}
    </div>
  );
}
