import { upToDateBuild } from '../scripts/pages.ts'

/** Tests of processes start the engine as it is shipped: bundled, which takes a quarter of what its sources take. */
export async function setup(): Promise<void> {
  await upToDateBuild(() => {})
}
