/** The peer: a bare process that counts words in one message and ends. Plain JavaScript, and nothing is loaded for it. */
process.once('message', (text) => {
  process.send(JSON.stringify(text).trim().split(/\s+/).length, () => process.exit(0));
});
