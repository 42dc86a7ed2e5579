/** Sets the packed app's fuses: run by electron-builder after it has put the files together. */
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';

/**
 * Every fuse is named, and `strictlyRequireAllFuses` fails the build when Electron grows another. electron-builder's
 * own `electronFuses` does not know WasmTrapHandlers yet. NodeCliInspect off keeps debuggers out; Playwright's launch
 * of Electron then needs a build of its own.
 */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const { executableName, productFilename } = names(context);
  const extension = { darwin: '.app', mas: '.app', win32: '.exe' }[context.electronPlatformName];
  const program = extension === undefined ? executableName : `${productFilename}${extension}`;
  await flipFuses(join(context.appOutDir, program), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  });
}

/** Linux packagers name the program after the package, others after the product. */
function names({ packager }: AfterPackContext) {
  const { productFilename } = packager.appInfo;
  const executableName =
    'executableName' in packager && typeof packager.executableName === 'string'
      ? packager.executableName
      : productFilename;
  return { productFilename, executableName };
}
