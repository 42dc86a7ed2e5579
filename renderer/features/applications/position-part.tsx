import { MapPinOff } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { NoticeBar, Skeleton } from '../../ui/states.tsx';
import { mayLookWords } from '../life/protected-home.tsx';
import { positionWords } from './case-words.ts';
import { Part } from './part.tsx';

const PinMap = lazy(async () => ({ default: (await import('../../map/pin-map.tsx')).PinMap }));

async function move(page: CasePage, to: Position): Promise<void> {
  const answer = await call('applications/move-pin', {
    client_id: page.client.id,
    lat: to.lat,
    lon: to.lon,
  });
  if (!answer.ok) {
    notifyFailure(answer.error);
    forgetAnswers();
    return;
  }
  notify({
    tone: 'good',
    text: 'The home’s position is moved.',
    detail: 'The plan counts it when it is made again.',
  });
  forgetAnswers();
}

/** The home on a small map; the pin can be moved. A protected address is not drawn. */
export function PositionPart(props: { readonly page: CasePage }) {
  const { page } = props;
  const { lat, lon, protected_address } = page.client;
  return (
    <Part title="Position of the home">
      <p>{positionWords(page)}.</p>
      {protected_address ? (
        <NoticeBar tone="neutral" title="Protected address">
          It is not drawn on any map, and stands in no list, search or export. {mayLookWords(page)}
        </NoticeBar>
      ) : lat === null || lon === null ? (
        <NoPosition page={page} />
      ) : (
        <>
          <div className="case-map">
            <Suspense fallback={<Skeleton height={260} />}>
              <PinMap
                lat={lat}
                lon={lon}
                label={`Home of ${page.client.ref}`}
                onMove={(to) => void move(page, to)}
              />
            </Suspense>
          </div>
          <p className="soft">Drag the pin, or choose it and use the arrow keys.</p>
        </>
      )}
    </Part>
  );
}

function NoPosition(props: { readonly page: CasePage }) {
  const { school } = props.page;
  const invented = useSession((session) => session.info?.store?.demo ?? false);
  return (
    <NoticeBar
      tone="warning"
      title="Without a position this child cannot be planned"
      action={
        school?.lat === null || school?.lon === null || school === null ? null : (
          <Button
            size="small"
            icon={MapPinOff}
            onPress={() => {
              const { lat, lon } = school;
              if (lat !== null && lon !== null) void move(props.page, { lat, lon });
            }}
          >
            Start from the school
          </Button>
        )
      }
    >
      {invented
        ? 'Give a postcode that is known, or place the pin.'
        : 'Give a postcode that is known, import the postcodes, or place the pin.'}
    </NoticeBar>
  );
}
