import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { RuleResult } from '../../../shared/eligibility/rule-result.ts';
import { EVIDENCE_KINDS } from '../../../shared/model/evidence.ts';
import { useChannel } from '../../state/channel.ts';
import { MenuButton } from '../../ui/menu.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { placeAround, RouteDialog } from '../walking-routes/route-dialog.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { askedWords, RuleAsks, type Asked } from './rule-asks.tsx';
import { SectionIDialog } from './section-i-dialog.tsx';

const EVERYTHING: readonly Asked[] = ['section_i', ...EVIDENCE_KINDS, 'walking_route'];

/** The evidence of a case: what stands under each rule, the list of what was recorded, and the form that is open. */
export function useEvidence(casePage: CasePage): {
  readonly asks: (rule: RuleResult) => ReactNode;
  readonly list: ReactNode;
  readonly dialog: ReactNode;
} {
  const { client } = casePage;
  const { data, error, refetch } = useChannel('evidence/page', { client_id: client.id });
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  return {
    asks: (rule) => (data === null ? null : <RuleAsks rule={rule} onAsk={setAsked} />),
    list:
      data === null ? (
        error === null ? null : (
          <FailureNotice failure={error} onRetry={refetch} />
        )
      ) : (
        <>
          <EvidenceList page={data} />
          <div>
            <MenuButton
              label="Record other evidence"
              icon={Plus}
              lines={EVERYTHING.map((id) => ({
                id,
                label: askedWords(id),
                run: () => {
                  setAsked(id);
                },
              }))}
            />
          </div>
        </>
      ),
    dialog:
      data === null || asked === null ? null : asked === 'section_i' ? (
        <SectionIDialog page={data} words={client.section_i} onClose={close} />
      ) : asked === 'walking_route' ? (
        <RouteDialog
          start={{
            // A protected home is not to be found from the register.
            place:
              client.lat === null || client.lon === null || client.protected_address
                ? null
                : placeAround(client.lat, client.lon),
            school: data.school,
            before: null,
          }}
          on={data.on}
          onClose={close}
        />
      ) : (
        <RecordDialog key={asked} page={data} kind={asked} onClose={close} />
      ),
  };
}
