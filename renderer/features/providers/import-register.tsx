import { go, hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';

/** The way to bring in the council's own lists. */
export function ImportRegister() {
  return (
    <Button
      variant="primary"
      onPress={() => {
        go(hrefOf('data', ['import']));
      }}
    >
      Import the register
    </Button>
  );
}
