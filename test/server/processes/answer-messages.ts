/** Inside a forked process: answers each message with one. */
export function answerMessages<Ask, Answer>(answer: (message: Ask) => Promise<Answer>): void {
  process.on('message', message => {
    void answer(message as Ask).then(
      result => process.send?.(result),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
