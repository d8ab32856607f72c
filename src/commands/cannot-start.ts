/** The program cannot do what it was asked for, and the message tells the administrator what to do. */
export class CannotStart extends Error {}
