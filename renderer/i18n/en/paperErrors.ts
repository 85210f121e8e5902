/** Refusals of papers, in the three sentences of `errors.ts`. */
export const paperError = {
  PAPER_HAS_GAPS: {
    what: 'The paper was not saved.',
    why: 'Empty places: {{count, number}}. The customer would read “not … yet”.',
    next: 'Fill them, or write that paragraph anew; if it shall leave like this, tick “Leave them empty”.',
  },
  PLACES_UNKNOWN: {
    what: 'The template was not saved.',
    why: 'There are no such places: {{names}}.',
    next: 'Choose them from the list, or take the braces away.',
  },
  PLACES_INSIDE: {
    what: 'The template was not saved.',
    why: 'These places are internal and belong into the case file only: {{names}}.',
    next: 'Use what a customer may read instead, such as “remedies” or “compensation”.',
  },
  TEMPLATE_CHANGED: {
    what: 'The template was not saved.',
    why: 'Another window has just changed it.',
    next: 'What you wrote is still there: copy it, open this page anew, and change it again.',
  },
} as const
