import { useState } from 'react';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { OfferList } from './offer-list.tsx';
import { chosenOffer, findPlace, placesAsked } from './place-state.ts';

/** On a case: the places for a child, asked for when they are wanted. */
export function FindPlace(props: { readonly clientId: number; readonly isPlaced: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="find-place">
      <div>
        <Button
          size="small"
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? 'Close the places' : props.isPlaced ? 'Find another place' : 'Find a place'}
        </Button>
      </div>
      {isOpen ? <Places clientId={props.clientId} /> : null}
    </div>
  );
}

function Places({ clientId }: { readonly clientId: number }) {
  const [journey, setJourney] = useState<string | null>(null);
  const { data, error, refetch } = useChannel('offers/find', placesAsked(clientId, journey));
  const [ref, setRef] = useState<string | null>(null);
  if (error !== null) return <FailureNotice failure={error} onRetry={refetch} />;
  if (data === null) return <Spinner label="Looking at every route" />;
  return (
    <OfferList
      view={data}
      chosen={chosenOffer(data, ref)}
      onChoose={(offer) => {
        setRef(offer.ref);
      }}
      onJourney={(place) => {
        setJourney(place);
        setRef(null);
      }}
      onMap={(offer) => {
        findPlace(clientId, { journey: data.place, ref: offer.ref });
        go(hrefOf('map'));
      }}
    />
  );
}
