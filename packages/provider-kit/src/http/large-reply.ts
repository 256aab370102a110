/** Room for the lists of all endings, prices or domains, in place of the 4 MB that a reply may have otherwise. */
export const largeReplyBytes = 16 * 1024 * 1024;
