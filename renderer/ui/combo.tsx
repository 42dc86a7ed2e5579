import { ChevronDown } from 'lucide-react';
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import './field.css';
import './select.css';
import './combo.css';

/** A choice found by typing. The caller gives the options that fit the text. */
export function Combo(props: {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly options: readonly {
    readonly id: number;
    readonly label: string;
    readonly detail?: string;
  }[];
  readonly onChoose: (id: number) => void;
  readonly placeholder?: string;
  readonly description?: string;
}) {
  return (
    <AriaComboBox
      className="k-select"
      inputValue={props.text}
      onInputChange={props.onText}
      items={props.options}
      allowsCustomValue
      menuTrigger="input"
      onSelectionChange={(key) => {
        if (typeof key === 'number') props.onChoose(key);
      }}
    >
      <Label className="k-label">{props.label}</Label>
      <span className="k-combo">
        <Input className="k-input" placeholder={props.placeholder ?? ''} />
        <Button className="k-combo-button">
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      </span>
      {props.description === undefined ? null : (
        <Text slot="description" className="k-description">
          {props.description}
        </Text>
      )}
      <Popover className="k-popover" offset={4}>
        <ListBox<(typeof props.options)[number]> className="k-listbox">
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className="k-option k-combo-option"
            >
              <Text slot="label" className="k-option-label">
                {option.label}
              </Text>
              {option.detail === undefined ? null : (
                <span className="k-option-detail">{option.detail}</span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
