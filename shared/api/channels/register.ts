/** The register of providers, people and vehicles. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { ProviderPage, ProvidersPage } from '../views/register.ts';

const nothing = z.object({}).strict();
const key = z.string().min(1).max(200);

export const registerChannels = {
  'register/providers': channel<ProvidersPage>()(nothing),
  'register/provider': channel<ProviderPage>()(z.object({ key }).strict()),
};
