import type { TenderPage } from '../../../shared/api/views/lots.ts';
import type { Lot } from '../../../shared/model/tender.ts';
import { call } from '../../bridge/bridge.ts';
import { ReasonForm } from './reason-form.tsx';

/** Withdraws a lot, or with none cancels the tender. Bids stay on the record. */
export function EndDialog(props: {
  readonly page: TenderPage;
  readonly lot: Lot | null;
  readonly onClose: () => void;
}) {
  const { page, lot } = props;
  return (
    <ReasonForm
      title={lot === null ? `Cancel tender ${page.tender.ref}` : `Withdraw lot ${lot.ref}`}
      verb={lot === null ? 'Cancel the tender' : 'Withdraw the lot'}
      done={lot === null ? 'The tender is cancelled.' : 'The lot is withdrawn.'}
      label="Why"
      sign={(signed) => call('lots/end', { tender_id: page.tender.id, lot_id: lot?.id ?? null, ...signed })} // prettier-ignore
      onClose={props.onClose}
    >
      <p>
        Its bids are kept. The routes are drafted again and can be put out anew. Tell the providers:
        Kerbside sends nothing.
      </p>
    </ReasonForm>
  );
}
