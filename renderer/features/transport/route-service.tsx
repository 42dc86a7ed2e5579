import { useState } from 'react';
import type { RouteService } from '../../../shared/api/views/service.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCountOf } from '../../../shared/format/number.ts';
import { reasonWords } from '../../../shared/service/reasons.ts';
import { STATE_WORDS } from '../../../shared/service/states.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { STATE_TONES } from './answer-words.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { StepsList } from './steps-list.tsx';
import { UnconfirmDialog } from './unconfirm-dialog.tsx';
import './transport.css';

/** A route between a plan and a vehicle at the door: its state, its steps, and which children it carries for certain. */
export function RouteServicePart(props: { readonly routeRef: string }) {
  const { data, error, refetch } = useChannel('service/route', { route_ref: props.routeRef });
  const [open, setOpen] = useState<'confirm' | 'unconfirm' | null>(null);
  if (data === null)
    return error === null ? null : <FailureNotice failure={error} onRetry={refetch} />;
  const close = () => {
    setOpen(null);
  };
  const isConfirmed = data.state === 'confirmed' || data.state === 'running';
  return (
    <section aria-label="State of the route">
      <h3>State</h3>
      <p className="route-sheet-marks">
        <StateMark tone={STATE_TONES[data.state]}>{STATE_WORDS[data.state]}</StateMark>
        {data.since === null ? null : <span className="soft">since {formatDate(data.since)}</span>}
      </p>
      <Children service={data} />
      {data.contract_id === null ? null : (
        <div className="service-does">
          <Button
            size="small"
            onPress={() => {
              setOpen('confirm');
            }}
          >
            {isConfirmed ? 'Confirm again…' : 'Confirm…'}
          </Button>
          {isConfirmed ? (
            <Button
              size="small"
              onPress={() => {
                setOpen('unconfirm');
              }}
            >
              Take confirmation back…
            </Button>
          ) : null}
        </div>
      )}
      <StepsList steps={data.steps} />
      {open === 'confirm' && data.contract_id !== null ? (
        <ConfirmDialog contractIds={[data.contract_id]} onClose={close} />
      ) : null}
      {open === 'unconfirm' && data.contract_id !== null ? (
        <UnconfirmDialog
          contractId={data.contract_id}
          contractRef={data.contract_ref}
          onClose={close}
        />
      ) : null}
    </section>
  );
}

function Children({ service }: { readonly service: RouteService }) {
  const { children } = service;
  const without = children.filter((child) => !child.in_place);
  if (children.length === 0) return null;
  return (
    <>
      <p>
        {formatCountOf(children.length - without.length, children.length)} children aboard have
        transport on their own first day.
      </p>
      {without.length === 0 ? null : (
        <ul className="answer-reasons">
          {without.map(({ client_id, ref, name, reasons }) => (
            <li key={client_id}>
              <StateMark tone="danger">
                <a href={hrefOfCase(client_id)}>
                  <bdi>{name === '' ? ref : name}</bdi>
                </a>
              </StateMark>{' '}
              {reasons.map((reason) => reasonWords({ ...reason, route_ref: '' })).join('. ')}.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
