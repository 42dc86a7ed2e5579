import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import './field.css';
import './select.css';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Small words behind it, such as how many. */
  readonly detail?: string;
}

/** One of a list. `null` stands for nothing chosen and shows the placeholder. */
export function Select<Id extends string>(props: {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly description?: string;
  readonly size?: 'normal' | 'small';
  /** Drawn in the accent: a filter that is on. */
  readonly isActive?: boolean;
}) {
  const chosen = props.options.find((option) => option.id === props.value);
  return (
    <AriaSelect
      className={classNames('k-select', props.size === 'small' && 'k-select-small')}
      selectedKey={props.value}
      onSelectionChange={(key) => {
        const option = props.options.find(({ id }) => id === key);
        if (option !== undefined) props.onChange(option.id);
      }}
      {...(props.hideLabel === true ? { 'aria-label': props.label } : {})}
    >
      {props.hideLabel === true ? null : <Label className="k-label">{props.label}</Label>}
      <Button className={classNames('k-select-button', props.isActive === true && 'k-select-on')}>
        <SelectValue className={classNames('k-select-value', chosen === undefined && 'soft')}>
          {chosen?.label ?? props.placeholder ?? 'Choose'}
        </SelectValue>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      {props.description === undefined ? null : (
        <Text slot="description" className="k-description">
          {props.description}
        </Text>
      )}
      <Popover className="k-popover" offset={4}>
        <ListBox className="k-listbox">
          {props.options.map((option) => (
            <ListBoxItem
              key={option.id}
              id={option.id}
              textValue={option.label}
              className="k-option"
            >
              {({ isSelected }) => (
                <>
                  <span className="k-option-check" aria-hidden="true">
                    {isSelected ? <Check size={14} /> : null}
                  </span>
                  <Text slot="label" className="k-option-label">
                    {option.label}
                  </Text>
                  {option.detail === undefined ? null : (
                    <span className="k-option-detail">{option.detail}</span>
                  )}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
