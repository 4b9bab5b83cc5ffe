// The code of each case stands here in turn.
export {};
