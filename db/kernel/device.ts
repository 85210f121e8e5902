import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { v4 as uuidv4 } from 'uuid'
import { z } from 'zod'

const DeviceFile = z.object({
  device: z.string().regex(/^[0-9a-f]{12}$/),
  folder: z.string(),
  host: z.string(),
})

/** Where a data folder keeps the laptop's id. */
export const deviceFile = (dataFolder: string): string => join(dataFolder, 'device.json')

/**
 * The id of this laptop's data folder. It lies beside the database, never in it, and is made anew when the folder
 * was copied or moved to another machine: two writers must not share one.
 */
export function deviceOf(dataFolder: string): string {
  const file = deviceFile(dataFolder)
  const here = { folder: realpathSync(dataFolder), host: hostname() }
  const known = readDevice(file)
  if (known?.folder === here.folder && known.host === here.host) return known.device
  return newDevice(dataFolder)
}

/** Gives the folder a new id: after a restore the history goes on under another name. */
export function newDevice(dataFolder: string): string {
  const device = uuidv4().replaceAll('-', '').slice(-12)
  const file: z.infer<typeof DeviceFile> = { device, folder: realpathSync(dataFolder), host: hostname() }
  writeFileSync(deviceFile(dataFolder), JSON.stringify(file))
  return device
}

function readDevice(file: string): z.infer<typeof DeviceFile> | undefined {
  try {
    return DeviceFile.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}
