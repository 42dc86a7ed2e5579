import { Armchair, ExternalLink, EyeOff, Hand, Route, Ruler, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { ASSISTANT_WORDS, MOBILITY_WORDS, NEED_WORDS } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf, hrefOfCase, usePlace } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Skeleton } from '../../ui/states.tsx';
import { measureClient } from '../map/map-measure.ts';
import { FindPlaceCommand } from '../offers/place-command.tsx';
import { findPlace } from '../offers/place-state.ts';
import { AssignMenu } from '../work/assign-menu.tsx';
import { Facts } from './facts.tsx';
import { HeldDialog } from './held-dialog.tsx';
import { hrefOfQuery, queryOf } from './list-query.ts';
import {
  bornWords,
  distanceWords,
  positionWords,
  transportSentence,
  transportWord,
} from './case-words.ts';
import { childName, TRANSPORT_TONES, yearGroupWords } from './words.ts';
import './case.css';

/** Waits for the arrows to rest before the case is asked for. */
const REST_MS = 90;

function useRested(id: number): number {
  const [rested, setRested] = useState(id);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setRested(id);
    }, REST_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [id]);
  return rested;
}

/** What is known of one child, beside the list or the map. */
export function ClientInspector(props: { readonly clientId: number }) {
  const id = useRested(props.clientId);
  const { data, error } = useChannel('applications/case', { client_id: id });
  if (error !== null && data === null) {
    return (
      <div className="case-side">
        <FailureNotice failure={error} />
      </div>
    );
  }
  if (data === null) {
    return (
      <div className="case-side" aria-busy="true">
        <Skeleton width="60%" height={24} />
        <Skeleton height={14} />
        <Skeleton height={14} />
      </div>
    );
  }
  return <Summary page={data} />;
}

function Summary(props: { readonly page: CasePage }) {
  const { page } = props;
  const { client, route } = page;
  const [deciding, setDeciding] = useState(false);
  const place = usePlace();
  const href =
    place.name === 'applications'
      ? hrefOfQuery(queryOf(place.params), ['case', client.id])
      : hrefOfCase(client.id);
  const held = page.application !== null && page.application.held_reason !== '';
  return (
    <div className="case-side">
      <div>
        <h1 className="case-side-name">
          <bdi>{childName(client)}</bdi>
        </h1>
        <p className="soft">
          {client.ref}, {yearGroupWords(client.year_group).toLowerCase()}
        </p>
      </div>
      <CaseMarks page={page} />
      {page.transport === 'closed' ? null : <FindPlaceCommand clientId={client.id} />}
      <div className="case-actions">
        <Button
          variant="primary"
          size="small"
          icon={ExternalLink}
          shortcut="Enter"
          onPress={() => {
            go(href);
          }}
        >
          Open case
        </Button>
        {held ? (
          <Button
            size="small"
            icon={Hand}
            onPress={() => {
              setDeciding(true);
            }}
          >
            Decide
          </Button>
        ) : null}
        <Button
          size="small"
          icon={Route}
          disabledReason={route === null ? 'No route carries this child yet.' : null}
          onPress={() => {
            if (route === null) return;
            select({ kind: 'route', id: route.id });
            go(hrefOf('map'));
          }}
        >
          Route on map
        </Button>
        <Button
          size="small"
          icon={Ruler}
          disabledReason={whyNotMeasured(page)}
          onPress={() => {
            measureClient(client.id);
            if (place.name !== 'map') go(hrefOf('map'));
          }}
        >
          Measure home to school
        </Button>
        {page.transport === 'closed' ? null : (
          <Button
            size="small"
            icon={Armchair}
            onPress={() => {
              findPlace(client.id);
              if (place.name !== 'map') go(hrefOf('map'));
            }}
          >
            {route === null ? 'Find a place' : 'Find another place'}
          </Button>
        )}
        {page.application === null ? null : (
          <AssignMenu
            clientIds={[client.id]}
            now={page.application.assigned_to}
            label={page.application.assigned_to === '' ? 'Assign' : page.application.assigned_to}
          />
        )}
      </div>
      <p>{transportSentence(page)}</p>
      {held ? <p className="case-held">{page.application?.held_reason}</p> : null}
      <Facts
        facts={[
          [
            'School',
            page.school?.name ??
              (client.school_given === '' ? 'None named' : `${client.school_given} (not matched)`),
          ],
          ['Distance', distanceWords(page)],
          ['Position', positionWords(page)],
          ['Need', client.need === null ? '' : NEED_WORDS[client.need]],
          ['Mobility', client.mobility === null ? '' : MOBILITY_WORDS[client.mobility]],
          ['Assistant', client.assistant === null ? '' : ASSISTANT_WORDS[client.assistant]],
          ['Sole occupancy', client.sole_occupancy ? 'Yes' : ''],
          ['Days', client.days.length === 5 ? 'Monday to Friday' : client.days.join(', ')],
          ['Born', bornWords(page).replace('Born ', '')],
          ['Cost a day', page.cost_day_pence === null ? '' : formatPence(page.cost_day_pence)],
        ]}
      />
      {deciding ? (
        <HeldDialog
          clientId={client.id}
          onClose={() => {
            setDeciding(false);
          }}
        />
      ) : null}
    </div>
  );
}

/** Why the way to school is not measured on the map; null where it can be. */
function whyNotMeasured({ client, school }: CasePage): string | null {
  if (client.protected_address)
    return 'This address is protected: a line on the map would lead to its door.';
  if (client.lat === null) return 'This home has no place on the map.';
  return school === null || school.lat === null ? 'This child has no school on the map.' : null;
}

/** The states of a case as icon and word. */
export function CaseMarks(props: { readonly page: CasePage }) {
  const { page } = props;
  return (
    <div className="case-marks">
      <StateMark tone={TRANSPORT_TONES[page.transport]}>{transportWord(page)}</StateMark>
      {page.application !== null && page.application.held_reason !== '' ? (
        <Badge tone="warning" icon={Hand}>
          Held
        </Badge>
      ) : null}
      {page.days_late > 0 ? (
        <Badge tone="info">Late by {formatQuantity(page.days_late, 'day')}</Badge>
      ) : null}
      {page.namesakes.length > 0 ? (
        <Badge icon={Users}>
          {formatQuantity(page.namesakes.length, 'other child has', 'other children have')} this
          name
        </Badge>
      ) : null}
      {page.siblings.some(({ twin }) => twin) ? <Badge icon={Users}>Has a twin</Badge> : null}
      {page.client.protected_address ? <Badge icon={EyeOff}>Protected address</Badge> : null}
    </div>
  );
}
