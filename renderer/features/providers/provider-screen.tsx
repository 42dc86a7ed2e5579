import './providers.css';
import { ArrowLeft, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ProviderPage } from '../../../shared/api/views/register.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { itemTitle } from '../../../shared/service/register/gap-words.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Headline } from '../../ui/headline.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { PaperMark } from './paper-mark.tsx';
import { hrefOfRecord } from './provider-address.ts';
import { hrefOfClaim } from '../value/value-address.ts';
import { PapersOf } from '../papers/papers-of.tsx';
import { ProviderDialog } from './provider-dialog.tsx';
import { RemoveDialog } from './record-panel.tsx';
import { daysLeftWords, ROLE_WORDS, routesWords } from './register-words.ts';

/** One provider: what it runs, whom and what it has, what runs out. */
export function ProviderScreen(props: { readonly providerKey: string }) {
  const answer = useChannel('register/provider', { key: props.providerKey });
  const [isEditing, setEditing] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  if (answer.data === null && answer.error !== null)
    return <FailureNotice failure={answer.error} onRetry={answer.refetch} />;
  if (answer.data === null)
    return (
      <div className="providers-wait">
        <Spinner label="Reading the provider" />
      </div>
    );
  const page = answer.data;
  const { row } = page;
  return (
    <div className="provider-page">
      <a className="provider-back" href={hrefOf('providers')}>
        <ArrowLeft size={14} aria-hidden="true" /> All providers
      </a>
      <header className="provider-head">
        <h1>{row.name}</h1>
        <span className="soft">{row.framework}</span>
        <span className="providers-space" />
        <Button
          icon={row.on_register ? Pencil : Plus}
          onPress={() => {
            setEditing(true);
          }}
        >
          {row.on_register ? 'Edit' : 'Put on the register'}
        </Button>
      </header>
      {row.on_register ? null : (
        <NoticeBar tone="warning" title="This provider is not on the register">
          Contracts, people or vehicles name it. Import the register, or enter it by hand, so that
          its framework, districts and contacts are known.
        </NoticeBar>
      )}
      <Numbers page={page} />
      <Facts page={page} />
      <RunsOut page={page} />
      <Contracts page={page} />
      <Fleet page={page} />
      <People page={page} />
      <Vehicles page={page} />
      <PapersOf of={{ provider: row.name }} find={row.name} quiet />
      {page.provider === null ? null : (
        <p>
          <LinkButton
            onPress={() => {
              setRemoving(true);
            }}
          >
            Take the provider off the register
          </LinkButton>
        </p>
      )}
      {isRemoving ? (
        <RemoveDialog
          name={row.name}
          routes={0}
          remove={() => call('register/remove', { kind: 'provider', key: row.key })}
          onClose={() => {
            setRemoving(false);
          }}
          onDone={() => {
            go(hrefOf('providers'));
          }}
        />
      ) : null}
      {isEditing ? (
        <ProviderDialog
          page={page}
          onClose={() => {
            setEditing(false);
          }}
        />
      ) : null}
    </div>
  );
}

function Numbers({ page }: { readonly page: ProviderPage }) {
  const { row, ahead_days } = page;
  const due = row.out_of_date + row.running_out;
  return (
    <div className="provider-numbers">
      <Headline
        value={formatCount(row.contracts)}
        label={row.contracts === 1 ? 'route' : 'routes'}
      />
      <Headline value={formatCount(row.clients)} label={row.clients === 1 ? 'client' : 'clients'} />
      <Headline value={formatPounds(row.day_pence)} label="a day" />
      <Headline value={formatPounds(row.year_pence)} label="a year" />
      <Headline
        value={formatCount(due)}
        label={`out of date or within ${ahead_days} days`}
        {...(row.out_of_date > 0 ? { tone: 'warning' as const } : {})}
      />
    </div>
  );
}

function Facts({ page }: { readonly page: ProviderPage }) {
  const { provider } = page;
  if (provider === null) return null;
  const contact = [provider.contact_name, provider.phone, provider.email].filter(Boolean);
  return (
    <dl className="provider-facts">
      <dt>Contact</dt>
      <dd>{contact.length === 0 ? <span className="soft">not said</span> : contact.join(', ')}</dd>
      <dt>Works in</dt>
      <dd>
        {page.district_names.length === 0 ? (
          <span className="soft">not said</span>
        ) : (
          page.district_names.join(', ')
        )}
      </dd>
      {provider.notes === '' ? null : (
        <>
          <dt>Notes</dt>
          <dd>{provider.notes}</dd>
        </>
      )}
    </dl>
  );
}

function RunsOut({ page }: { readonly page: ProviderPage }) {
  if (page.running_out.length === 0) return null;
  return (
    <section aria-label="What runs out">
      <h2>What runs out</h2>
      <Table
        caption={`Out of date, or running out within ${page.ahead_days} days`}
        head={
          <>
            <Th>Whose</Th>
            <Th>What</Th>
            <Th>Last day</Th>
          </>
        }
      >
        {page.running_out.map((each) => (
          <tr key={`${each.kind} ${each.id} ${each.item}`}>
            <Td>
              <a href={hrefOfRecord(each.kind, each.id)}>{each.who}</a>
            </Td>
            <Td>{itemTitle(each.item)}</Td>
            <Td>
              <StateMark tone={each.days_left < 0 ? 'warning' : 'info'}>
                {formatDate(each.until)}, {daysLeftWords(each.days_left)}
              </StateMark>
            </Td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Contracts({ page }: { readonly page: ProviderPage }) {
  return (
    <section aria-label="Routes">
      <h2>Routes</h2>
      {page.contracts.length === 0 ? null : (
        <p className="provider-beside">
          <a href={hrefOfClaim({ provider: page.row.name })}>Weigh a claim of this provider</a>
        </p>
      )}
      {page.contracts.length === 0 ? (
        <p className="soft">No contract of this provider runs or is to start.</p>
      ) : (
        <Table
          caption="Contracts that run or are to start"
          head={
            <>
              <Th>Route</Th>
              <Th>Contract</Th>
              <Th>School</Th>
              <Th align="end">Clients</Th>
              <Th align="end">£ a day</Th>
              <Th>Until</Th>
              <Th>State</Th>
            </>
          }
        >
          {page.contracts.map((contract) => (
            <tr key={contract.id}>
              <Td>
                {contract.route_id === null ? (
                  contract.route_ref
                ) : (
                  <a href={hrefOf('map', [], { route: String(contract.route_id) })}>
                    {contract.route_ref}
                  </a>
                )}
              </Td>
              <Td soft>{contract.ref}</Td>
              <Td>{contract.school_given}</Td>
              <Td align="end">{contract.clients}</Td>
              <Td align="end">
                {formatPence(contract.price_day_pence + contract.assistant_day_pence).replace(
                  '£',
                  '',
                )}
              </Td>
              <Td>{formatDate(contract.ends_on)}</Td>
              <Td>
                {contract.confirmed ? (
                  <StateMark tone="good">Confirmed</StateMark>
                ) : (
                  <StateMark tone="warning">Not confirmed</StateMark>
                )}
              </Td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function Fleet({ page }: { readonly page: ProviderPage }) {
  return (
    <section aria-label="Fleet">
      <h2>Fleet</h2>
      {page.fleet.length === 0 ? (
        <p className="soft">How many vehicles it can put on the road is not recorded.</p>
      ) : (
        <Table
          caption="Vehicles the provider can put on the road"
          head={
            <>
              <Th>Vehicle class</Th>
              <Th align="end">Vehicles</Th>
              <Th>Where</Th>
            </>
          }
        >
          {page.fleet.map((each) => (
            <tr key={`${each.vehicle_class} ${each.districts.join()}`}>
              <Td>{each.class_name}</Td>
              <Td align="end">{formatCount(each.count)}</Td>
              <Td soft>
                {each.district_names.length === 0
                  ? 'wherever it works'
                  : each.district_names.join(', ')}
              </Td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function People({ page }: { readonly page: ProviderPage }) {
  return (
    <section aria-label="Drivers and assistants">
      <h2>Drivers and assistants</h2>
      {page.people.length === 0 ? (
        <p className="soft">Nobody of this provider is on the register.</p>
      ) : (
        <Table
          caption="People of this provider"
          head={
            <>
              <Th>Name</Th>
              <Th>As</Th>
              <Th>Papers</Th>
              <Th>Holds</Th>
              <Th>Routes</Th>
            </>
          }
        >
          {page.people.map((person) => (
            <tr key={person.id}>
              <Td>
                <a href={hrefOfRecord('worker', person.id)}>
                  {person.name === '' ? person.ref : person.name}
                </a>
              </Td>
              <Td soft>{ROLE_WORDS[person.role]}</Td>
              <Td>
                <PaperMark state={person} />
              </Td>
              <Td soft>{person.competences.map(({ competence }) => competence).join(', ')}</Td>
              <Td>{routesWords(person.routes)}</Td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function Vehicles({ page }: { readonly page: ProviderPage }) {
  return (
    <section aria-label="Vehicles">
      <h2>Vehicles</h2>
      {page.vehicles.length === 0 ? (
        <p className="soft">No vehicle of this provider is on the register.</p>
      ) : (
        <Table
          caption="Vehicles of this provider"
          head={
            <>
              <Th>Registration</Th>
              <Th>Vehicle</Th>
              <Th>Seats + wheelchairs</Th>
              <Th>Papers</Th>
              <Th>Routes</Th>
            </>
          }
        >
          {page.vehicles.map((vehicle) => (
            <tr key={vehicle.id}>
              <Td>
                <a href={hrefOfRecord('vehicle', vehicle.id)}>{vehicle.mark}</a>
              </Td>
              <Td soft>{[vehicle.class_name, vehicle.description].filter(Boolean).join(', ')}</Td>
              <Td>{vehicle.layouts.join(', ')}</Td>
              <Td>
                <PaperMark state={vehicle} />
              </Td>
              <Td>{routesWords(vehicle.routes)}</Td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
