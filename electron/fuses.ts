/**
 * Electron's fuses, flipped in the binary when it is packaged (`@electron/fuses` takes these names; packaging also
 * puts `**\/*.node` into `asarUnpack`, since a native library can't be loaded from inside the archive). Off: every way
 * to make the signed binary run other code than ours. On: every check of our own.
 */
export const FUSES = {
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  GrantFileProtocolExtraPrivileges: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  EnableCookieEncryption: true,
} as const
