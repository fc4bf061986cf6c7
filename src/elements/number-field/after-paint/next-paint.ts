/** When the next frame has been drawn, or soon where the page is hidden and draws none. */
export function nextPaint(): Promise<void> {
  return new Promise(done => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}
