/** What a document can be handed over as. */
export const PAPER_FORMATS = ['docx', 'pdf'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]
