/** A made-up chat of a team on a release day. */

export const sampleChat = {
  messages: [
    {
      author: 'release lead',
      text: 'Morning all! Today we decide whether release 4.2 goes out on Thursday.',
    },
    {
      author: 'tester',
      text: 'The upload test still fails on slow networks. 3 of 40 runs timed out last night.',
    },
    {
      author: 'developer',
      text: 'I think the upload timeout is too short for slow networks, not the upload itself.',
    },
    { author: 'designer', text: '👀' },
    {
      author: 'developer',
      text: 'A fix for the upload timeout is in review. It doubles the limit and retries once.',
    },
    { author: 'support', text: 'Two customers asked about dark mode again, by the way.' },
    {
      author: 'release lead',
      text: 'If the upload fix is merged by noon, release 4.2 can still go out on Thursday.',
    },
    { author: 'tester', text: 'I can run the upload test on slow networks again this afternoon.' },
    { author: 'designer', text: 'Thanks! The new icons are ready, too.' },
    { author: 'support', text: 'Should I tell the customers with upload problems to wait for release 4.2?' },
    {
      author: 'release lead',
      text: 'Yes, tell them Thursday, once the upload test has passed on slow networks.',
    },
    { author: 'developer', text: 'Merged! 🎉' },
  ],
};
