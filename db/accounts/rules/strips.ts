/**
 * Parts the values of a strip: one column of the list of accounts as one text, empty values as ''. A character that no
 * text holds (Unicode keeps it for such uses) and that JSON doesn't write in six.
 */
export const STRIP_SEPARATOR = '\uFDD0'

/** The values of a strip, in the order of the rows. */
export const splitStrip = (strip: string): string[] => strip.split(STRIP_SEPARATOR)

/** The strip of a figure's values, by its id; of a custom field's. */
export const figureStrip = (figureId: string): string => `figure:${figureId}`
export const customStrip = (fieldId: string): string => `custom:${fieldId}`
