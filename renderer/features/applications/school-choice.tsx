import { useState } from 'react';
import { useChannel } from '../../state/channel.ts';
import { Combo } from '../../ui/combo.tsx';

/** A school found by typing its name, town or URN. Emptying the text takes the choice away. */
export function SchoolChoice(props: {
  readonly label: string;
  readonly urn: number | null;
  /** The chosen school's name. */
  readonly name: string;
  readonly onChange: (urn: number | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? props.name;
  const { data } = useChannel('schools/search', { text: typed ?? '', limit: 20 });
  return (
    <Combo
      label={props.label}
      text={text}
      placeholder="Name, town or URN"
      options={(data ?? []).map((school) => ({
        id: school.urn,
        label: school.name,
        detail: [school.town, String(school.urn)].filter((part) => part !== '').join(', '),
      }))}
      onText={(next) => {
        setTyped(next === props.name ? null : next);
        if (next === '' && props.urn !== null) props.onChange(null);
      }}
      onChoose={(urn) => {
        const school = data?.find((one) => one.urn === urn);
        if (school !== undefined) setTyped(school.name);
        props.onChange(urn);
      }}
    />
  );
}
