/** Takes a file of the server along, as a click on a link with `download` does. */
export function downloadFile(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.rel = 'external';
  document.body.append(link);
  link.click();
  link.remove();
}
