/** One door for every transport: Electron's ipc, browser mode and tests all come through here. */
import { CHANNELS, contract, type ChannelName } from '../../shared/api/contract.ts';
import { fail, type Result } from '../../shared/kernel/result.ts';
import { allHandlers } from './all-handlers.ts';
import type { Handler, Handlers, Host } from './handler.ts';

/** Answers one call: input unchecked, output as the contract says. Never throws. */
export type Dispatch = (channel: string, input: unknown) => Promise<Result<unknown>>;

const known: ReadonlySet<string> = new Set(CHANNELS);

function isChannel(name: string): name is ChannelName {
  return known.has(name);
}

/**
 * Binds the handlers to a host. Bad input is the failure `bad_input` with every problem; a bug in a handler is caught
 * here, and nowhere else, as the failure `bug`, after `report` has had its stack.
 */
export function createDispatch(
  host: Host,
  report: (channel: string, bug: unknown) => void,
  handlers: Handlers<ChannelName> = allHandlers,
): Dispatch {
  return async (channel, input) => {
    if (!isChannel(channel)) {
      return fail('unknown_channel', `There is no channel ${channel}.`, 'Reload the page.');
    }
    const checked = contract[channel].input.safeParse(input);
    if (!checked.success) return badInput(channel, checked.error.issues);
    try {
      // The input was checked by this channel's own schema just above; the union of handlers cannot say so.
      const handler = handlers[channel] as Handler<ChannelName>;
      return await handler(checked.data, host);
    } catch (bug) {
      report(channel, bug);
      return fail(
        'bug',
        `Something in Kerbside went wrong (${bug instanceof Error ? bug.message : String(bug)}).`,
        'Nothing was changed by it. Try again, and report it if it stays.',
        { channel },
      );
    }
  };
}

/** All problems at once, each with the path of the field. */
function badInput(
  channel: string,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Result<never> {
  const problems = issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    problem: issue.message,
  }));
  const first = problems[0];
  const where = first === undefined || first.field === '' ? '' : ` in ${first.field}`;
  return fail(
    'bad_input',
    `The request ${channel} could not be read: ${first?.problem ?? 'no reason given'}${where}.`,
    'Correct the fields named and send it again.',
    { channel, problems },
  );
}
