/** What a member thinks of a summary. */

/**
 * The member's own words.
 *
 * @plaintext
 */
export interface FeedbackNote {
  readonly comment: string;
  readonly suggestion: string;
}

export interface Feedback {
  readonly summaryId: string;
  readonly rating: number;
  readonly note: FeedbackNote;
}
