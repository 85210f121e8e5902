import { createDrafts } from './drafts.ts'
import { engine } from './engine.ts'
import { windows } from './windowId.ts'

/** The drafts of this window. They lie in the data folder, where erasing a person reaches them. */
export const drafts = createDrafts(windows, {
  read: () => engine.department.layouts(),
  write: (key, json) => engine.department.saveLayout({ key, json }),
})
