/** What keeps a number from being sent to. `not-mobile` and `country-not-allowed` are the page's wish. */
export type NumberProblem =
  | 'too-short'
  | 'too-long'
  | 'invalid-country-code'
  | 'invalid-number'
  | 'ambiguous'
  | 'not-mobile'
  | 'country-not-allowed';
