/** Stands before an address in an object that defines what others of its list refer to by that address. */
export const DEFINITION_MARK = 'definition:';
