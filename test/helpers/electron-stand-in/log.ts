/** What the stand-in saw, for a test to look at. */
export const log = {
  channels: [] as string[],
  schemes: [] as string[],
  webPreferences: [] as Readonly<Record<string, unknown>>[],
  permissionHandlers: 0,
  shown: 0,
  popups: [] as string[],
  consoleErrors: [] as string[],
  navigationsStopped: [] as string[],
  /** Requests that went nowhere; `byApp` when the app's own rule stopped them. */
  blocked: [] as { readonly url: string; readonly byApp: boolean }[],
};
