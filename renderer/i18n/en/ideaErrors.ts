import type { Words } from '../words.ts'
import type { ideaError as zh } from '../zh/ideaErrors.ts'

/** Refusals about ideas, in the three sentences of `errors.ts`. */
export const ideaError = {
  IDEA_NOT_FOUND: {
    what: 'This idea can’t be found.',
    why: 'It may have been deleted, or the step that proposed it was undone.',
    next: 'Look for it in the list of ideas; Ctrl+Z brings a deleted one back, Ctrl+Y one that was just undone.',
  },
  IDEA_STEP_REFUSED: {
    what: 'Idea {{code}} was not changed.',
    why: 'Its state does not allow that; somebody may just have moved it on.',
    next: 'See where it stands now, then choose one of the buttons above.',
  },
  IDEA_NEEDS_REASON: {
    what: 'Nothing was changed yet.',
    why: 'This step needs a reason: the customer who asked will want to know it.',
    next: 'Write the reason and try again.',
  },
  IDEA_UNTOLD: {
    what: 'Idea {{code}} can’t stand as told yet.',
    why: 'Not told yet: {{names}}.',
    next: 'Note under “Who asked for it” that each of them was told, then take the step.',
  },
  IDEA_NOT_DELIVERED: {
    what: 'It was not noted that they were told.',
    why: 'Idea {{code}} is neither delivered nor refused, so there is nothing to tell yet.',
    next: 'Move it on to “Delivered”, or say why it is refused.',
  },
} satisfies Words<typeof zh>
