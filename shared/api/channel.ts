import type { z } from 'zod';

/** One verb of the contract: the input is checked at the edge by zod, the output is held by the compiler. */
export interface Channel<Input, Output> {
  readonly input: z.ZodType<Input>;
  /** Never read: carries the output's type. */
  readonly output?: Output;
}

/** Declares a channel: `channel<Output>()(inputSchema)`. */
export function channel<Output>() {
  return <Input>(input: z.ZodType<Input>): Channel<Input, Output> => ({ input });
}

export type InputOf<C> = C extends Channel<infer Input, infer _Output> ? Input : never;
export type OutputOf<C> = C extends Channel<infer _Input, infer Output> ? Output : never;
