const urlPassword = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s/]*@/gi;
const namedPassword = /(\w*(?:password|passwd|pwd)\s*=\s*)('[^']*'|[^\s&;]+)/gi;

/**
 * Takes passwords out of text that is on its way to a screen or a log file. The messages are not
 * supposed to hold any; this is for the ones that quote a command line or a driver's error.
 */
export function redact(text: string): string {
  return text.replace(urlPassword, '$1:***@').replace(namedPassword, '$1***');
}
