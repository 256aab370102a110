/** Room for the lists of all endings and all prices; the former had 327 KB for 459 endings in 2017 and has grown since. */
export const largeReplyBytes = 16 * 1024 * 1024;
