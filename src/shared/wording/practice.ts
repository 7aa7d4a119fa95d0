/** What an operator is told of the practice server that makes trouble by itself, in the window and on the command line. */
export const difficultText = 'The practice server will lose answers, be slow, refuse and forget, as a bad day would. Every customer must still arrive exactly once.'
