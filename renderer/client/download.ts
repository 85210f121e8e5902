/** Hands a file from the engine to the person, as a download. */
export function download(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS)
}

/** Long enough for the slowest save dialog to have read the file. */
const REVOKE_MS = 60_000
