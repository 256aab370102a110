const arrow = /^[<>](?: |$)/;
/** What curl says about itself and its progress. */
const remark = /^(?:\* |\*$|[{}] \[\d+ bytes data\])/;
const farewell = /\* (?:Connection #\d+ to host .* left intact|Closing connection.*)\s*$/;

/** Whether a text is what `curl -v` writes: request and answer with an arrow before each header line. */
export function isCurlDump(text: string): boolean {
  return /^< (?:HTTP\/|:status)/im.test(text);
}

/** The same as plain messages. curl shows no body of a request, so that what stands there is its progress meter. */
export function plainCurlDump(text: string): string {
  let answered = false;
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (arrow.test(line)) {
      answered ||= line.startsWith('<');
      if (line.startsWith('>')) answered = false;
      lines.push(line.slice(2));
    } else if (!remark.test(line) && answered) lines.push(line.replace(farewell, ''));
  }
  return lines.join('\n');
}
