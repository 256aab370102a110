/** Whether a body is a web page, such as a proxy, a login form or an error page answers. */
export function looksLikeHtml(body: string): boolean {
  return /^\uFEFF?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body|title|h1|script)\b/i.test(
    body.slice(0, 1000),
  );
}
