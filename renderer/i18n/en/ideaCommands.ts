import type { Words } from '../words.ts'
import type { ideaCommand as zh } from '../zh/ideaCommands.ts'

/** What commands about ideas did, as in `commands.ts`. */
export const ideaCommand = {
  proposeIdea: 'Proposed the idea “{{name}}”',
  changeIdeas: 'Changed the idea “{{name}}”',
  changeIdeas_many: 'Changed {{count, number}} {{count, plural(one: idea; other: ideas)}}',
  removeIdeas: 'Deleted the idea “{{name}}”',
  removeIdeas_many: 'Deleted {{count, number}} {{count, plural(one: idea; other: ideas)}}',
  noteIdea: 'Added to the course of “{{name}}”',
  setIdeaAsker: 'Noted that “{{account}}” asked for “{{name}}”',
  removeIdeaAsker: 'Took “{{account}}” off “{{name}}”',
  tellIdeaAsker: 'Noted that “{{account}}” was told of “{{name}}”',
  untellIdeaAsker: 'Took back that “{{account}}” was told of “{{name}}”',
  weighIdea: 'Weighed the idea “{{name}}”',
  idea_accept: 'Accepted the idea “{{name}}”',
  idea_start: 'Began work on the idea “{{name}}”',
  idea_deliver: 'Delivered the idea “{{name}}”',
  idea_tell: 'Told all who asked for “{{name}}”',
  idea_rework: 'Sent the idea “{{name}}” back to work',
  idea_refuse: 'Refused the idea “{{name}}”',
  idea_takeUp: 'Took the idea “{{name}}” up again',
} satisfies Words<typeof zh>
