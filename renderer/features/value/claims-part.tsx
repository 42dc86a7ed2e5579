import { Scale } from 'lucide-react';
import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import type { ClaimsPage, ClaimView } from '../../../shared/api/views/value.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf, stay, usePlace } from '../../state/place.ts';
import { Combo } from '../../ui/combo.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { ClaimFound } from './claim-found.tsx';
import { ClaimList } from './claim-list.tsx';
import { percentOf } from './percent.ts';

/** As many as a person would look through. */
const MOST_OFFERED = 40;

interface Subject {
  readonly contract: string;
  readonly provider: string;
}

/** A rise that a provider asks for, on a contract or on all of its own: what explains it, and how it was answered. */
export function ClaimsPart() {
  const page = useChannel('value/claims', {});
  if (page.data === null)
    return page.error === null ? (
      <Spinner label="Reading the contracts" />
    ) : (
      <FailureNotice failure={page.error} onRetry={page.refetch} />
    );
  return <Claims page={page.data} />;
}

function Claims({ page }: { readonly page: ClaimsPage }) {
  const params = usePlace((place) => place.params);
  const subject: Subject = {
    contract: params['contract'] ?? '',
    provider: params['provider'] ?? '',
  };
  const percent = params['percent'] ?? '12';
  const pricedOn = params['priced'] ?? '';
  const put = (change: Readonly<Record<string, string>>): void => {
    const next = { ...subject, percent, priced: pricedOn, ...change };
    const given = Object.entries(next).filter(([, value]) => value !== '');
    stay(hrefOf('costs', ['value', 'claims'], Object.fromEntries(given)));
  };
  const asked = percentOf(percent);
  const isChosen = subject.contract !== '' || subject.provider !== '';
  const answer = useChannel(
    'value/weigh',
    isChosen && asked !== null ? { ...subject, percent: asked, priced_on: parseIsoDate(pricedOn) } : null, // prettier-ignore
  );
  return (
    <div className="value-page">
      <header className="value-head">
        <h1>A provider’s claim</h1>
        <p className="value-lead">
          How much of the rise a provider asks for do fuel, wages and prices explain since the price
          was set? Providers give no breakdown: the shares of a price are a range, or what the
          contract states.
        </p>
      </header>
      <div className="value-ask">
        <SubjectField page={page} subject={subject} onChoose={put} />
        <TextField
          label="Asked, %"
          inputMode="decimal"
          value={percent}
          onChange={(next) => {
            put({ percent: next });
          }}
          error={asked === null ? 'Give per cent, from −90 to 500.' : null}
        />
        <DateField
          label="Price was set on"
          value={pricedOn}
          onChange={(next) => {
            put({ priced: next });
          }}
          description="Empty: by the contract"
        />
      </div>
      {isChosen ? (
        <Weighed answer={answer} percent={percent} pricedOn={pricedOn} />
      ) : (
        <EmptyState icon={Scale} title="Choose a contract or a provider">
          Type its number, route or name above. The claim can also be opened from a route’s contract
          and from a provider’s page.
        </EmptyState>
      )}
      <ClaimList
        claims={isChosen ? (answer.data?.before ?? []) : page.claims}
        heading={isChosen ? 'Claims of this provider so far' : 'Claims so far'}
      />
    </div>
  );
}

function Weighed(props: {
  readonly answer: ReturnType<typeof useChannel<'value/weigh'>>;
  readonly percent: string;
  readonly pricedOn: string;
}) {
  const { data, error, refetch } = props.answer;
  if (error !== null) return <FailureNotice failure={error} onRetry={refetch} />;
  if (data === null) return <Spinner label="Weighing the claim" />;
  const view: ClaimView = data;
  return <ClaimFound view={view} percent={props.percent} pricedOn={props.pricedOn} />;
}

/** Contracts and providers found by typing; a number, a route, a school or a name. */
function SubjectField(props: {
  readonly page: ClaimsPage;
  readonly subject: Subject;
  readonly onChoose: (subject: { readonly contract: string; readonly provider: string }) => void;
}) {
  const { page, subject } = props;
  const named = subject.contract === '' ? subject.provider : subject.contract;
  const [text, setText] = useState(named);
  const [shown, setShown] = useState(named);
  if (shown !== named) {
    setShown(named);
    setText(named);
  }
  const sought = text.trim().toLowerCase();
  const all = [
    ...page.providers.map(({ name, contracts }, at) => ({
      id: at,
      label: name,
      detail: `all ${contracts} contracts`,
      of: { contract: '', provider: name },
      find: name.toLowerCase(),
    })),
    ...page.contracts.map(({ ref, provider, route_ref, school }, at) => ({
      id: page.providers.length + at,
      label: ref,
      detail: `${provider}, ${route_ref}`,
      of: { contract: ref, provider: '' },
      find: `${ref} ${route_ref} ${provider} ${school}`.toLowerCase(),
    })),
  ];
  const fits = sought === named.toLowerCase() ? all : all.filter(({ find }) => find.includes(sought)); // prettier-ignore
  return (
    <Combo
      label="Contract or provider"
      text={text}
      onText={setText}
      placeholder="C10382, a route, a school or a name"
      options={fits.slice(0, MOST_OFFERED)}
      onChoose={(id) => {
        const chosen = all[id];
        if (chosen !== undefined) props.onChoose(chosen.of);
      }}
    />
  );
}
