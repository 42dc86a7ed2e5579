import { Link2, Link2Off, Search, Users } from 'lucide-react';
import { useState } from 'react';
import type { FamilyGroup, FamilyPersonRow } from '../../../shared/api/views/letters.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers, useChannel } from '../../state/channel.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';

/** Families are written to once a day. Those at one address are known; others a person links here. */
export function FamiliesPart() {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly FamilyPersonRow[]>([]);
  const { data, error, refetch } = useChannel('letters/families', { text });
  if (error !== null) return <FailureNotice failure={error} onRetry={refetch} />;
  const choose = (person: FamilyPersonRow, on: boolean): void => {
    setChosen((before) =>
      on ? [...before, person] : before.filter((each) => each.ref !== person.ref),
    );
  };
  const isChosen = (person: FamilyPersonRow): boolean =>
    chosen.some((each) => each.ref === person.ref);
  const linkChosen = async (): Promise<void> => {
    if (await link(chosen.map(({ ref }) => ref))) setChosen([]);
  };
  const offered = [...chosen, ...(data?.found ?? []).filter((person) => !isChosen(person))];
  return (
    <div className="letters-families">
      <p className="letters-lead">
        A family has at most one reminder a day. Children at the same address are one family by
        themselves; link those who are not at one address, such as siblings with two homes.
      </p>
      <section aria-labelledby="families-link">
        <h2 id="families-link">Link children</h2>
        <TextField
          label="Find children by name or reference"
          icon={Search}
          value={text}
          onChange={setText}
        />
        <ul className="letters-people">
          {offered.map((person) => (
            <li key={`${person.kind} ${person.ref}`}>
              <Checkbox
                isSelected={isChosen(person)}
                onChange={(on) => {
                  choose(person, on);
                }}
              >
                <PersonWords person={person} />
              </Checkbox>
            </li>
          ))}
        </ul>
        {text.trim() !== '' && data !== null && data.found.length === 0 ? (
          <p className="soft">Nobody of the cohort or the applications fits.</p>
        ) : null}
        <Button
          icon={Link2}
          disabledReason={chosen.length < 2 ? 'Choose two children or more.' : null}
          onPress={() => {
            void linkChosen();
          }}
        >
          Link as one family
        </Button>
      </section>
      {data === null ? <Spinner label="Reading the families" /> : null}
      {data === null ? null : (
        <>
          <section aria-labelledby="families-linked">
            <h2 id="families-linked">Linked by hand</h2>
            {data.linked.length === 0 ? (
              <p className="soft">No family has been linked yet.</p>
            ) : (
              data.linked.map((group) => (
                <Group key={keyOf(group)} group={group}>
                  {group.members.map((person) => (
                    <Button
                      key={person.ref}
                      size="small"
                      variant="quiet"
                      icon={Link2Off}
                      label={`Unlink ${person.name}`}
                      onPress={() => void unlink([person.ref])}
                    >
                      Unlink {person.name.split(' ')[0]}
                    </Button>
                  ))}
                </Group>
              ))
            )}
          </section>
          <section aria-labelledby="families-proposed">
            <h2 id="families-proposed">Are these one family?</h2>
            {data.proposed.length === 0 ? (
              <EmptyState icon={Users} title="No siblings to propose">
                Children with the same surname and telephone number or postcode, and another
                address, are proposed here.
              </EmptyState>
            ) : (
              data.proposed.map((group) => (
                <Group key={keyOf(group)} group={group}>
                  <Button
                    size="small"
                    icon={Link2}
                    label={`Link ${formatQuantity(group.members.length, 'child', 'children')}: ${group.members.map(({ name }) => name).join(' and ')}`}
                    onPress={() => void link(group.members.map(({ ref }) => ref))}
                  >
                    Link {formatQuantity(group.members.length, 'child', 'children')}
                  </Button>
                </Group>
              ))
            )}
          </section>
        </>
      )}
    </div>
  );
}

const keyOf = ({ members, why }: FamilyGroup): string =>
  `${why} ${members.map(({ ref }) => ref).join(' ')}`;

function Group(props: { readonly group: FamilyGroup; readonly children: React.ReactNode }) {
  const { members, why } = props.group;
  return (
    <div className="letters-family">
      <ul>
        {members.map((person) => (
          <li key={person.ref}>
            <PersonWords person={person} isLink />
          </li>
        ))}
      </ul>
      {why === '' ? null : <p className="soft">{why}</p>}
      <div className="letters-family-do">{props.children}</div>
    </div>
  );
}

function PersonWords(props: { readonly person: FamilyPersonRow; readonly isLink?: boolean }) {
  const { client_id, ref, school, postcode } = props.person;
  const name = props.person.name === '' ? 'Name not known' : props.person.name;
  const rest = [ref, school, postcode].filter((each) => each !== '').join(', ');
  return (
    <>
      {props.isLink === true && client_id !== null ? (
        <a href={hrefOfCase(client_id)}>{name}</a>
      ) : (
        <strong>{name}</strong>
      )}{' '}
      <span className="soft">{rest}</span>
    </>
  );
}

async function link(refs: readonly string[]): Promise<boolean> {
  return change(refs, true, 'Linked: they are written to as one family.');
}

async function unlink(refs: readonly string[]): Promise<boolean> {
  return change(refs, false, 'Unlinked.');
}

async function change(refs: readonly string[], together: boolean, text: string): Promise<boolean> {
  const answer = await call('letters/link', { refs: [...refs], together });
  if (answer.ok) notify({ tone: 'good', text });
  else notifyFailure(answer.error);
  forgetAnswers();
  return answer.ok;
}
