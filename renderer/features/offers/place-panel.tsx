import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useChannel } from '../../state/channel.ts';
import { IconButton } from '../../ui/button.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { OfferList } from './offer-list.tsx';
import { chosenOffer, endPlacing, placesAsked, usePlacing } from './place-state.ts';

/** The places for a child over a corner of the map, which shows the one looked at. */
export function PlacePanel() {
  const { client_id, journey, ref } = usePlacing();
  const { data, error, refetch } = useChannel('offers/find', placesAsked(client_id, journey));
  const isOpen = client_id !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = (event: KeyboardEvent): void => {
      // A dialog or menu in front of the panel has its own Escape.
      if (event.key === 'Escape' && !event.defaultPrevented) endPlacing();
    };
    window.addEventListener('keydown', leave);
    return () => {
      window.removeEventListener('keydown', leave);
    };
  }, [isOpen]);
  if (client_id === null) return null;
  return (
    <section className="map-over place-panel" aria-label="Places for a child">
      <div className="place-head">
        <h2>
          {data === null ? 'Looking for a place' : `Places for ${data.name || data.ref}`}
          {data === null ? null : <small>{data.ref}</small>}
        </h2>
        <IconButton label="Close the places" icon={X} shortcut="Esc" onPress={endPlacing} />
      </div>
      <div aria-live="polite">
        {error !== null ? <FailureNotice failure={error} onRetry={refetch} /> : null}
        {data === null && error === null ? <Spinner label="Looking at every route" /> : null}
        {data === null || error !== null ? null : (
          <OfferList
            view={data}
            chosen={chosenOffer(data, ref)}
            onChoose={(offer) => {
              usePlacing.setState({ ref: offer.ref });
            }}
            onJourney={(place) => {
              usePlacing.setState({ journey: place, ref: null });
            }}
          />
        )}
      </div>
    </section>
  );
}
